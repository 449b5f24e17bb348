//! The words of series of bookings: on the request form, and on the page of one of them.

use crate::domain::language::Language;
use crate::domain::time::Span;
use crate::words::when;

/// All of them.
pub struct Words {
    pub heading: &'static str,
    pub hint: &'static str,
    pub every: &'static str,
    pub every_hint: &'static str,
    pub last_day: &'static str,
    pub times: &'static str,
    pub times_hint: &'static str,
    pub conflicts: &'static str,
    pub all: &'static str,
    pub skip: &'static str,
    pub barred: &'static str,
    pub dates: &'static str,
    pub this: &'static str,
    pub give_up: &'static str,
    pub extent: &'static str,
    pub following: &'static str,
    pub whole: &'static str,
    pub means: &'static str,
}

const JA: Words = Words {
    heading: "定期予約（繰り返して申請する）",
    hint: "1回だけのときは空欄のままにしてください。1年以内、366回までをまとめて申請できます。",
    every: "何日ごと",
    every_hint: "毎週なら7、隔週なら14。",
    last_day: "最終日",
    times: "回数",
    times_hint: "初回を含みます。最終日と回数は、どちらか一方で足ります。",
    conflicts: "申請できない日があるとき",
    all: "すべての日がそろわなければ申請しない",
    skip: "申請できる日だけ申請する",
    barred: "申請できない日とその理由",
    dates: "定期予約の日程",
    this: "（この予約）",
    give_up: "まとめて取り下げる・取り消す",
    extent: "対象",
    following: "この日以降",
    whole: "これからのすべての日",
    means: "承認前の日は取り下げ、確定した日は取り消します。",
};

const EN: Words = Words {
    heading: "Series (ask for several dates)",
    hint: "Leave this empty for a single use. Up to 366 dates within a year can be asked for at once.",
    every: "Days from one date to the next",
    every_hint: "7 for every week, 14 for every other week.",
    last_day: "Last day",
    times: "Number of dates",
    times_hint: "The first one counts. Either this or the last day is enough.",
    conflicts: "If some dates can't be had",
    all: "Ask for all dates or none",
    skip: "Ask only for the dates that can be had",
    barred: "Dates that can't be had, and why",
    dates: "Dates of this series",
    this: " (this booking)",
    give_up: "Withdraw or cancel several dates",
    extent: "Which",
    following: "This date and those after it",
    whole: "All dates to come",
    means: "Dates that wait for approval are withdrawn, confirmed ones are cancelled.",
};

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// What cancelling costs at most.
#[must_use]
pub fn costs(language: Language, percent: u32) -> String {
    match (language, percent) {
        (Language::Ja, 0) => "取消料はかかりません。".to_owned(),
        (Language::Ja, _) => format!("確定した日の取消料は、利用料金の最大{percent}%です。"),
        (Language::En, 0) => "Cancelling costs nothing.".to_owned(),
        (Language::En, _) => {
            format!("Cancelling a confirmed date costs up to {percent}% of its charge.")
        }
    }
}

/// How many dates were asked for together, and when the last of them is.
#[must_use]
pub fn dates(language: Language, count: u32, last: &Span) -> String {
    let last = when::span_with_year(language, last);
    match language {
        Language::Ja => format!("全{count}回、最後は{last}。日程は申請のページにあります。"),
        Language::En => {
            format!("{count} dates, the last one {last}. The request's page lists all.")
        }
    }
}

/// Deciding alike on so many dates, this one counted.
#[must_use]
pub fn decide_all(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("この定期予約の審査中の日すべて（{count}日）に同じ決定をする"),
        Language::En => format!("Decide alike on all {count} dates of this series that wait"),
    }
}

/// Changing so many later dates alike.
#[must_use]
pub fn change_all(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Ja, _) => {
            format!("この日より後の日（{count}日）も同じだけずらし、同じ内容にする")
        }
        (Language::En, 1) => "Change the one later date of this series alike".to_owned(),
        (Language::En, _) => format!("Change the {count} later dates of this series alike"),
    }
}
