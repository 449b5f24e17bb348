//! The words of slot tables: what each cell says, shown and read aloud.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::Closing;
use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::grid::Layout;
use crate::domain::language::Language;
use crate::domain::time::{Instant, Span};
use crate::words::when;

pub mod layout;

/// What slot tables and strips say.
pub struct Words {
    pub free: &'static str,
    pub chosen: &'static str,
    pub booked: &'static str,
    pub held: &'static str,
    pub maintenance: &'static str,
    pub allocated: &'static str,
    pub mine: &'static str,
    pub buffer: &'static str,
    pub buffer_aloud: &'static str,
    pub within_aloud: &'static str,
    pub too_short: &'static str,
    pub too_short_aloud: &'static str,
    pub outside_hours: &'static str,
    pub past: &'static str,
    pub too_soon: &'static str,
    pub too_far: &'static str,
    pub not_offered: &'static str,
    pub not_offered_aloud: &'static str,
    pub closed: &'static str,
    pub year_end: &'static str,
}

pub(super) const JA: Words = Words {
    free: "空き",
    chosen: "選んだ枠",
    booked: "予約済み",
    held: "仮予約",
    maintenance: "保守",
    allocated: "配分済み",
    mine: "あなたの申請",
    buffer: "準備・洗浄",
    buffer_aloud: "準備・洗浄時間",
    within_aloud: "前の枠から続けて利用できます",
    too_short: "短い空き",
    too_short_aloud: "空きが最短の利用時間に足りません",
    outside_hours: "時間外",
    past: "受付終了",
    too_soon: "申請期限切れ",
    too_far: "受付開始前",
    not_offered: "受付なし",
    not_offered_aloud: "この日に適用される利用規則がないため、受け付けていません",
    closed: "休業日",
    year_end: "年末年始",
};

pub(super) const EN: Words = Words {
    free: "Free",
    chosen: "Your choice",
    booked: "Booked",
    held: "Held",
    maintenance: "Service",
    allocated: "Allocated",
    mine: "Yours",
    buffer: "Buffer",
    buffer_aloud: "preparation and cleaning",
    within_aloud: "free, as a later part of a use that starts before",
    too_short: "Too short",
    too_short_aloud: "free, but too short for the shortest use",
    outside_hours: "Off hours",
    past: "Over",
    too_soon: "Too late",
    too_far: "Not yet open",
    not_offered: "No rule",
    not_offered_aloud: "no usage rule is in force on that day",
    closed: "Closed",
    year_end: "New Year",
};

/// A start that can be chosen, read aloud: 4月14日 火曜 9時から 空き.
#[must_use]
pub fn free_aloud(language: Language, layout: Layout, start: Instant) -> String {
    let (day, weekday) = (
        when::day_plain(language, start.day()),
        when::weekday_short(language, start.day()),
    );
    let time = spoken(language, start.minute_of_day());
    match (language, layout) {
        (Language::Ja, Layout::Days) => format!("{day} {weekday}曜 空き"),
        (Language::Ja, _) => format!("{day} {weekday}曜 {time}から 空き"),
        (Language::En, Layout::Days) => format!("{weekday} {day}, free"),
        (Language::En, _) => format!("{weekday} {day}, from {time}, free"),
    }
}

/// A stretch with what it is, read aloud: 13日 9時から12時 予約済み.
#[must_use]
pub fn stretch_aloud(language: Language, layout: Layout, time: &Span, what: &str) -> String {
    let (first, start) = (time.start().day(), time.start().minute_of_day());
    if layout == Layout::Days {
        let day = when::day_plain(language, first);
        return format!("{day} {what}");
    }
    let ends_at_midnight = time.end().minute_of_day() == 0;
    let last = if ends_at_midnight {
        time.end().day().pred_opt().unwrap_or(first)
    } else {
        time.end().day()
    };
    let end = if ends_at_midnight {
        24 * 60
    } else {
        time.end().minute_of_day()
    };
    let (start, end) = (spoken(language, start), spoken(language, end));
    match (language, first == last) {
        (Language::Ja, true) => format!("{}日 {start}から{end} {what}", first.day()),
        (Language::Ja, false) => {
            format!("{}日 {start}から{}日 {end} {what}", first.day(), last.day())
        }
        (Language::En, true) => {
            format!(
                "{} from {start} to {end}: {what}",
                when::day_plain(language, first)
            )
        }
        (Language::En, false) => format!(
            "{} {start} to {} {end}: {what}",
            when::day_plain(language, first),
            when::day_plain(language, last)
        ),
    }
}

/// A time of day as it is spoken: 9時, 9時30分, 9:30.
fn spoken(language: Language, minute: i64) -> String {
    match (language, minute / 60, minute % 60) {
        (Language::Ja, hour, 0) => format!("{hour}時"),
        (Language::Ja, hour, rest) => format!("{hour}時{rest}分"),
        (Language::En, ..) => when::clock(minute),
    }
}

/// Why a day is closed, short enough for a cell: 年末年始, 春分の日の振替.
#[must_use]
pub fn closing(language: Language, closing: &Closing, w: &Words) -> String {
    match (language, closing) {
        (_, Closing::Weekend) => w.closed.to_owned(),
        (_, Closing::YearEnd) => w.year_end.to_owned(),
        (Language::Ja, Closing::Facility { name_ja, .. }) => name_ja.clone(),
        (Language::Ja, Closing::Holiday { kind, name_ja, .. }) => match kind {
            HolidayKind::Substitute => format!("{name_ja}の振替"),
            HolidayKind::National | HolidayKind::Sandwiched => name_ja.clone(),
        },
        (Language::En, Closing::Facility { name_en, .. } | Closing::Holiday { name_en, .. }) => {
            name_en.clone()
        }
    }
}

/// The week of a table: 2026年4月13日～19日; or its month: 2027年（令和9年）2月.
#[must_use]
pub fn period(language: Language, layout: Layout, first: NaiveDate, last: NaiveDate) -> String {
    if layout == Layout::Days {
        let middle = first + chrono::Days::new(10);
        return match language {
            Language::Ja => format!("{}{}月", when::era(language, middle), middle.month()),
            Language::En => when::month(language, middle),
        };
    }
    let same = (first.year() == last.year(), first.month() == last.month());
    let (from, to) = (
        when::day_plain(language, first),
        when::day_plain(language, last),
    );
    match (language, same) {
        (Language::Ja, (true, true)) => format!("{}年{from}～{}日", first.year(), last.day()),
        (Language::Ja, (true, false)) => format!("{}年{from}～{to}", first.year()),
        (Language::Ja, (false, _)) => format!("{}年{from}～{}年{to}", first.year(), last.year()),
        (Language::En, (true, true)) => format!("{}–{to} {}", first.day(), last.year()),
        (Language::En, (true, false)) => format!("{from} – {to} {}", last.year()),
        (Language::En, (false, _)) => format!("{from} {} – {to} {}", first.year(), last.year()),
    }
}

/// The links to the tables before and after: 前の週, 次の週; 1月, 3月.
#[must_use]
pub fn neighbours(language: Language, layout: Layout, first: NaiveDate) -> (String, String) {
    if layout != Layout::Days {
        let (before, after) = match language {
            Language::Ja => ("前の週", "次の週"),
            Language::En => ("Earlier", "Later"),
        };
        return (before.to_owned(), after.to_owned());
    }
    let month = |days: i64| {
        let day = first + chrono::TimeDelta::days(10 + days);
        match language {
            Language::Ja => format!("{}月", day.month()),
            Language::En => when::month(language, day),
        }
    };
    (month(-30), month(30))
}

/// What the table is, for those who hear it.
#[must_use]
pub fn caption(language: Language, layout: Layout, period: &str, starts_at: &str) -> String {
    match (language, layout) {
        (Language::Ja, Layout::Days) => {
            format!(
                "{period}の空き状況。利用は{starts_at}から始まります。空いている日は選択できます。"
            )
        }
        (Language::Ja, _) => format!("{period}の空き状況。空いている時間は選択できます。"),
        (Language::En, Layout::Days) => {
            format!("Free days in {period}. A use starts at {starts_at}. Free days can be chosen.")
        }
        (Language::En, _) => format!("Free times, {period}. Free times can be chosen."),
    }
}

/// The head of a column, read aloud: 4月13日 月曜日.
#[must_use]
pub fn column_aloud(language: Language, layout: Layout, day: NaiveDate) -> String {
    let weekday = when::weekday_short(language, day);
    match (language, layout) {
        (Language::Ja, Layout::Days) => format!("{weekday}曜日"),
        (Language::Ja, _) => format!("{} {weekday}曜日", when::day_plain(language, day)),
        (Language::En, Layout::Days) => weekday.to_owned(),
        (Language::En, _) => when::day(language, day),
    }
}

/// A length of use as it is chosen: 1時間30分, 2枠（24時間）, 2日.
#[must_use]
pub fn length(language: Language, layout: Layout, minutes: i64, slot: u32) -> String {
    if layout != Layout::Shifts {
        return when::length(language, minutes);
    }
    let count = minutes / i64::from(slot.max(1));
    let hours = (minutes / 60, minutes % 60);
    match (language, count) {
        (Language::Ja, _) if hours.1 == 0 => format!("{count}枠（{}時間）", hours.0),
        (Language::Ja, _) => format!("{count}枠（{}）", when::length(language, minutes)),
        (Language::En, 1) => format!("1 slot ({} h)", hours.0),
        (Language::En, _) => format!("{count} slots ({} h)", hours.0),
    }
}

#[cfg(test)]
mod tests;
