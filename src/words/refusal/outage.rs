//! Refusals about outages.

use crate::domain::language::Language;
use crate::domain::refusal::outage::OutageBar;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(language: Language, bar: OutageBar) -> Pair {
    match language {
        Language::Ja => ja(bar),
        Language::En => en(bar),
    }
}

fn ja(bar: OutageBar) -> Pair {
    let (what, way) = match bar {
        OutageBar::LongAgo { days } => {
            return (
                format!("停止の開始が{days}日より前です。"),
                "日付を確かめてください。".to_owned(),
            );
        }
        OutageBar::TooLong { days } => {
            return (
                format!("停止は{days}日までです。"),
                "終わりを早めてください。あとから延ばせます。".to_owned(),
            );
        }
        OutageBar::Backwards => (
            "停止の終わりが、開始より後になっていません。",
            "両方の日時を確かめてください。",
        ),
        OutageBar::AllPast => (
            "停止の終わりが過ぎています。",
            "今より後の見込みを入力してください。",
        ),
        OutageBar::Known => (
            "同じ時間に、別の停止が登録されています。",
            "登録済みの停止を開いて、見込みを変えてください。",
        ),
        OutageBar::OthersTouched => (
            "影響する予約が、確かめたときから変わりました。",
            "下の一覧をもう一度確かめてから、登録してください。",
        ),
        OutageBar::Ended => (
            "この停止は終わっています。",
            "また止まったときは、新しく登録してください。",
        ),
        OutageBar::EndOutside => (
            "復旧の日時が、停止の開始から今までの間にありません。",
            "日時を確かめてください。これから復旧する場合は、見込みを変えてください。",
        ),
    };
    (what.to_owned(), way.to_owned())
}

fn en(bar: OutageBar) -> Pair {
    let (what, way) = match bar {
        OutageBar::LongAgo { days } => {
            return (
                format!("The outage began more than {days} days ago."),
                "Check the day.".to_owned(),
            );
        }
        OutageBar::TooLong { days } => {
            return (
                format!("An outage can last {days} days at most."),
                "Choose an earlier end; it can be moved later.".to_owned(),
            );
        }
        OutageBar::Backwards => (
            "The end of the outage is not after its start.",
            "Check both times.",
        ),
        OutageBar::AllPast => (
            "The end of the outage is over.",
            "Enter when you expect it to be back, later than now.",
        ),
        OutageBar::Known => (
            "Another outage is entered for the same time.",
            "Open that one and change when it is expected to end.",
        ),
        OutageBar::OthersTouched => (
            "Other bookings are touched now than those that you saw.",
            "Look at the list below again, then enter it.",
        ),
        OutageBar::Ended => (
            "This outage has ended.",
            "If it stopped again, enter a new one.",
        ),
        OutageBar::EndOutside => (
            "It can only be back between the start of the outage and now.",
            "Check the time. If it is not back yet, change when it is expected to be.",
        ),
    };
    (what.to_owned(), way.to_owned())
}
