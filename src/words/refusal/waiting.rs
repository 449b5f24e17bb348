//! Refusals about places in lines.

use crate::domain::language::Language;
use crate::domain::refusal::waiting::WaitBar;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(language: Language, bar: WaitBar) -> Pair {
    match language {
        Language::Ja => ja(bar),
        Language::En => en(bar),
    }
}

fn ja(bar: WaitBar) -> Pair {
    let (what, way) = match bar {
        WaitBar::TooManyPlaces { most } => {
            return (
                format!("空き待ちは、同時に{most}件までです。"),
                "「空き待ち」のページで、不要になったものをやめてください。".to_owned(),
            );
        }
        WaitBar::WindowTooLong { days } => {
            return (
                format!("期間は{days}日までです。"),
                "最後の日を早めてください。".to_owned(),
            );
        }
        WaitBar::TooManyUnits { most } => {
            return (
                format!("この機器の容量は{most}です。"),
                format!("1から{most}までの数を入力してください。"),
            );
        }
        WaitBar::NoLine => (
            "この機器では、空き待ちを受け付けていません。",
            "ほかの日時か、同じ分類の機器を探してください。",
        ),
        WaitBar::WaitsAlready => (
            "同じ内容の空き待ちを登録済みです。",
            "「空き待ち」のページで確かめられます。",
        ),
        WaitBar::WindowOver => (
            "期間が過ぎています。",
            "最後の日を、今日より後にしてください。",
        ),
        WaitBar::WindowTooShort => (
            "利用時間が、選んだ期間に収まりません。",
            "期間を広げるか、利用時間を短くしてください。",
        ),
        WaitBar::IsFree => (
            "この期間には、申請できる空きがあります。",
            "待たずに、機器のページで日時を選んで申請してください。",
        ),
    };
    (what.to_owned(), way.to_owned())
}

fn en(bar: WaitBar) -> Pair {
    let (what, way) = match bar {
        WaitBar::TooManyPlaces { most } => {
            return (
                format!("You can have {most} places on waiting lists at once."),
                "Leave those that you no longer need on the page “Waiting lists”.".to_owned(),
            );
        }
        WaitBar::WindowTooLong { days } => {
            return (
                format!("The period can be {days} days at most."),
                "Choose an earlier last day.".to_owned(),
            );
        }
        WaitBar::TooManyUnits { most } => {
            return (
                format!("This resource has {most} in all."),
                format!("Enter a number from 1 to {most}."),
            );
        }
        WaitBar::NoLine => (
            "There is no waiting list for this resource.",
            "Look for another time, or for equipment of the same kind.",
        ),
        WaitBar::WaitsAlready => (
            "You are waiting for just this already.",
            "See the page “Waiting lists”.",
        ),
        WaitBar::WindowOver => (
            "The period is over.",
            "Choose a last day that is still to come.",
        ),
        WaitBar::WindowTooShort => (
            "A use of this length does not fit into the period.",
            "Make the period longer, or the use shorter.",
        ),
        WaitBar::IsFree => (
            "There is free time in this period.",
            "No need to wait: choose a time on the equipment's page and send a request.",
        ),
    };
    (what.to_owned(), way.to_owned())
}
