//! Refusals about outside allocations: what is recorded, and the time that it occupies.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::refusal::outside::OutsideBar;
use crate::domain::time::Span;
use crate::words::{opening, when};

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(l: Language, bar: &OutsideBar) -> Pair {
    match bar {
        OutsideBar::NotByCall => not_by_call(l),
        OutsideBar::NoHolder => no_holder(l),
        OutsideBar::Known => known(l),
        OutsideBar::Ended => ended(l),
        OutsideBar::EndsBefore => ends_before(l),
        OutsideBar::SpanTooLong { days } => too_long(l, *days),
        OutsideBar::OutsidePeriod { from, until } => period(l, *from, *until),
        OutsideBar::Taken { during } => taken(l, during),
        OutsideBar::NoTime | OutsideBar::Begun => of_time(l, bar),
        OutsideBar::Hours | OutsideBar::Closed { .. } | OutsideBar::Night { .. } => warning(l, bar),
    }
}
fn not_by_call(l: Language) -> Pair {
    say(
        l,
        (
            "この機器の時間は、公募による配分ではありません。",
            "公募で配分される機器を選んでください。",
        ),
        (
            "This resource is not allocated by a call.",
            "Choose one that is.",
        ),
    )
}

fn no_holder(l: Language) -> Pair {
    say(
        l,
        (
            "利用者が分かりません。",
            "メールアドレスか、氏名と所属機関の両方を入力してください。",
        ),
        (
            "Nobody is named.",
            "Enter an e-mail address, or both a name and an institution.",
        ),
    )
}

fn known(l: Language) -> Pair {
    say(
        l,
        (
            "同じ課題番号と開始日の配分が登録済みです。",
            "一覧から開いて訂正してください。",
        ),
        (
            "The same proposal with the same first day stands already.",
            "Open it from the list and correct it.",
        ),
    )
}

fn ended(l: Language) -> Pair {
    say(
        l,
        (
            "この配分は終了しています。",
            "続けるときは、新しい配分を登録してください。",
        ),
        ("This allocation has ended.", "Record a new one to go on."),
    )
}

fn ends_before(l: Language) -> Pair {
    say(
        l,
        (
            "終了日が開始日より前です。",
            "開始日以降の日を選んでください。",
        ),
        (
            "The last day is before the first.",
            "Choose the first day or a later one.",
        ),
    )
}

fn of_time(l: Language, bar: &OutsideBar) -> Pair {
    if *bar == OutsideBar::Begun {
        return say(
            l,
            (
                "始まった時間は取り消せません。",
                "使わなかったときは、備考に記録してください。",
            ),
            (
                "Time that has begun is not given back.",
                "If it was not used, say so in the note.",
            ),
        );
    }
    say(
        l,
        (
            "この機器の配分は量で数えるため、時間を占有しません。",
            "利用量を「これまでの利用量」に記録してください。",
        ),
        (
            "This allocation is counted and takes no time of its own.",
            "Record what was used as the amount used so far.",
        ),
    )
}

/// A warning, with what to do when it is right all the same.
fn warning(l: Language, bar: &OutsideBar) -> Pair {
    let what = match (bar, l) {
        (OutsideBar::Closed { day, closing }, Language::Ja) => {
            let why = opening::closing(l, closing);
            format!("{}は{why}です。", when::day(l, *day))
        }
        (OutsideBar::Closed { day, closing }, Language::En) => {
            let why = opening::closing(l, closing);
            format!("{} is closed: {why}.", when::day(l, *day))
        }
        (OutsideBar::Night { day }, Language::Ja) => {
            format!(
                "休業日（{}）の前夜の利用は、規則で認められていません。",
                when::day(l, *day)
            )
        }
        (OutsideBar::Night { day }, Language::En) => {
            format!(
                "The rules allow no use through the night into a closed day ({}).",
                when::day(l, *day)
            )
        }
        (_, Language::Ja) => "利用できる時間帯の外にかかっています。".to_owned(),
        (_, Language::En) => "It leaves the opening hours.".to_owned(),
    };
    let helps = match l {
        Language::Ja => "この時間で正しいときは、施設の管理者が理由を入力して登録してください。",
        Language::En => {
            "If the time is right, the facility's manager gives a reason and records it."
        }
    };
    (what, helps.to_owned())
}

fn say(language: Language, ja: (&str, &str), en: (&str, &str)) -> Pair {
    let (what, helps) = match language {
        Language::Ja => ja,
        Language::En => en,
    };
    (what.to_owned(), helps.to_owned())
}

fn too_long(l: Language, days: u32) -> Pair {
    match l {
        Language::Ja => (
            format!("一度に登録できる時間は{days}日までです。"),
            "分けて登録してください。".to_owned(),
        ),
        Language::En => (
            format!("At most {days} days are recorded at once."),
            "Record them in parts.".to_owned(),
        ),
    }
}

fn period(l: Language, from: NaiveDate, until: NaiveDate) -> Pair {
    let (from, until) = (when::day_with_year(l, from), when::day_with_year(l, until));
    match l {
        Language::Ja => (
            format!("配分の期間（{from}～{until}）の外の時間があります。"),
            "時間か、配分の期間を直してください。".to_owned(),
        ),
        Language::En => (
            format!("Some of the time is not within the allocation ({from} to {until})."),
            "Correct the time, or the days of the allocation.".to_owned(),
        ),
    }
}

fn taken(l: Language, during: &Span) -> Pair {
    let during = when::span_with_year(l, during);
    match l {
        Language::Ja => (
            format!("{during}は、ほかの配分・予約・保守と重なっています。"),
            "時間を直すか、重なっている登録を確かめてください。".to_owned(),
        ),
        Language::En => (
            format!("{during} is taken by another allocation, a booking or maintenance."),
            "Correct the time, or see what stands there.".to_owned(),
        ),
    }
}
