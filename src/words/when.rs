//! Dates and times as people read them, in both languages; days and clocks are Tokyo's.

use chrono::{Datelike, NaiveDate};

use crate::domain::language::Language;
use crate::domain::time::{Instant, Span};

/// Minutes of one day.
const DAY: i64 = 24 * 60;
/// The days of the week from Monday.
const WEEKDAYS: [(&str, &str); 7] = [
    ("月", "Mon"),
    ("火", "Tue"),
    ("水", "Wed"),
    ("木", "Thu"),
    ("金", "Fri"),
    ("土", "Sat"),
    ("日", "Sun"),
];
/// The months as English writes them, short and long.
const MONTHS: [(&str, &str); 12] = [
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("May", "May"),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sep", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
];

/// Whether a day is said with its year.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Year {
    Said,
    Unsaid,
}

/// The day of the week: 水, Wed.
#[must_use]
pub fn weekday_short(language: Language, day: NaiveDate) -> &'static str {
    let number = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    let (ja, en) = WEEKDAYS.get(number).copied().unwrap_or_default();
    of(language, ja, en)
}

/// A day: 2月3日（水）, Wed 3 Feb.
#[must_use]
pub fn day(language: Language, day: NaiveDate) -> String {
    date(language, day, Year::Unsaid)
}

/// A day with its year: 2027年2月3日（水）, Wed 3 Feb 2027.
#[must_use]
pub fn day_with_year(language: Language, day: NaiveDate) -> String {
    date(language, day, Year::Said)
}

/// A day without the day of the week: 12月25日, 25 Dec.
#[must_use]
pub fn day_plain(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Ja => format!("{}月{}日", day.month(), day.day()),
        Language::En => format!("{} {}", day.day(), month_name(day).0),
    }
}

/// A stretch of time: 2月3日（水）9:00～12:00. What ends at midnight ends at 24:00.
#[must_use]
pub fn span(language: Language, span: &Span) -> String {
    stretch(language, span, Year::Unsaid)
}

/// A stretch of time with its year: 2027年2月3日（水）9:00～12:00.
#[must_use]
pub fn span_with_year(language: Language, span: &Span) -> String {
    stretch(language, span, Year::Said)
}

/// Whole days from the first to the last: 2027年1月14日（木）～2027年1月15日（金）; one day is named once.
#[must_use]
pub fn days(language: Language, from: NaiveDate, until: NaiveDate) -> String {
    let first = day_with_year(language, from);
    if from == until {
        return first;
    }
    let last = day_with_year(language, until);
    format!("{first}{}{last}", of(language, "～", " – "))
}

/// The clock times of a stretch: 9:00～12:00; with the days if it lasts over midnight.
#[must_use]
pub fn hours(language: Language, span: &Span) -> String {
    let (last, end) = last_moment(span);
    if span.start().day() != last {
        return stretch(language, span, Year::Unsaid);
    }
    let start = clock(span.start().minute_of_day());
    format!("{start}{}{}", of(language, "～", "–"), clock(end))
}

/// A moment: 2月3日（水）9:00, Wed 3 Feb, 9:00.
#[must_use]
pub fn moment(language: Language, at: Instant) -> String {
    at_clock(language, day(language, at.day()), at.minute_of_day())
}

/// A moment with its year: 2027年2月3日（水）9:00.
#[must_use]
pub fn moment_with_year(language: Language, at: Instant) -> String {
    at_clock(
        language,
        day_with_year(language, at.day()),
        at.minute_of_day(),
    )
}

/// A moment for a button: 4/13（月）17:00, Mon 13 Apr 17:00.
#[must_use]
pub fn slot(language: Language, at: Instant) -> String {
    let (day, time) = (at.day(), clock(at.minute_of_day()));
    let weekday = weekday_short(language, day);
    match language {
        Language::Ja => format!("{}/{}（{weekday}）{time}", day.month(), day.day()),
        Language::En => format!("{weekday} {} {time}", day_plain(language, day)),
    }
}

/// How long: 3時間, 30分, 1時間30分, 2日. Only whole days are counted in days.
#[must_use]
pub fn length(language: Language, minutes: i64) -> String {
    let minutes = minutes.max(0);
    if minutes > 0 && minutes % DAY == 0 {
        return counted(language, minutes / DAY, ("日", "day"));
    }
    let (hours, rest) = (minutes / 60, minutes % 60);
    let hours_said = counted(language, hours, ("時間", "hour"));
    let rest_said = counted(language, rest, ("分", "minute"));
    match (hours, rest) {
        (0, _) => rest_said,
        (_, 0) => hours_said,
        _ => format!("{hours_said}{}{rest_said}", of(language, "", " ")),
    }
}

/// A minute of the day on a clock: 9:00; 1440 is 24:00.
#[must_use]
pub fn clock(minute: i64) -> String {
    format!("{}:{:02}", minute.div_euclid(60), minute.rem_euclid(60))
}

/// A day on a scale: 1/18.
#[must_use]
pub fn on_scale(day: NaiveDate) -> String {
    format!("{}/{}", day.month(), day.day())
}

/// The month of a day: 2027年2月, February 2027.
#[must_use]
pub fn month(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Ja => format!("{}年{}月", day.year(), day.month()),
        Language::En => format!("{} {}", month_name(day).1, day.year()),
    }
}

/// A fiscal year, named by its first calendar year: 令和8年度（2026年度）.
#[must_use]
pub fn fiscal_year(language: Language, year: i32) -> String {
    match language {
        // 令和 began in May 2019; the whole fiscal year is usually called its first.
        Language::Ja if year >= 2019 => format!("令和{}年度（{year}年度）", ordinal(year - 2018)),
        Language::Ja => format!("平成{}年度（{year}年度）", ordinal(year - 1988)),
        Language::En => format!("FY{year} (Apr {year}–Mar {})", year + 1),
    }
}

/// The year of a day with the era's: 2027年（令和9年）, 2027 (Reiwa 9).
#[must_use]
pub fn era(language: Language, day: NaiveDate) -> String {
    let year = day.year();
    let reiwa = (year, day.month()) >= (2019, 5);
    let (ja, en, count) = if reiwa {
        ("令和", "Reiwa", year - 2018)
    } else {
        ("平成", "Heisei", year - 1988)
    };
    match language {
        Language::Ja => format!("{year}年（{ja}{}年）", ordinal(count)),
        Language::En => format!("{year} ({en} {count})"),
    }
}

/// The year of an era: the first is 元年.
fn ordinal(count: i32) -> String {
    if count == 1 {
        "元".to_owned()
    } else {
        count.to_string()
    }
}

const fn of<'a>(language: Language, ja: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

fn month_name(day: NaiveDate) -> (&'static str, &'static str) {
    let number = usize::try_from(day.month0()).unwrap_or_default();
    MONTHS.get(number).copied().unwrap_or_default()
}

fn date(language: Language, day: NaiveDate, year: Year) -> String {
    let plain = day_plain(language, day);
    let weekday = weekday_short(language, day);
    match (language, year) {
        (Language::Ja, Year::Unsaid) => format!("{plain}（{weekday}）"),
        (Language::Ja, Year::Said) => format!("{}年{plain}（{weekday}）", day.year()),
        (Language::En, Year::Unsaid) => format!("{weekday} {plain}"),
        (Language::En, Year::Said) => format!("{weekday} {plain} {}", day.year()),
    }
}

fn at_clock(language: Language, day: String, minute: i64) -> String {
    match language {
        Language::Ja => day + &clock(minute),
        Language::En => format!("{day}, {}", clock(minute)),
    }
}

/// The day on which a span ends and the minute of that day; midnight belongs to the day before.
fn last_moment(span: &Span) -> (NaiveDate, i64) {
    let (day, minute) = (span.end().day(), span.end().minute_of_day());
    if minute == 0 {
        (day.pred_opt().unwrap_or(day), DAY)
    } else {
        (day, minute)
    }
}

fn stretch(language: Language, span: &Span, year: Year) -> String {
    let first = span.start().day();
    let (last, end) = last_moment(span);
    let start = at_clock(
        language,
        date(language, first, year),
        span.start().minute_of_day(),
    );
    if first == last {
        return format!("{start}{}{}", of(language, "～", "–"), clock(end));
    }
    // The year is said again only where it changes.
    let again = if year == Year::Said && first.year() != last.year() {
        Year::Said
    } else {
        Year::Unsaid
    };
    let end = at_clock(language, date(language, last, again), end);
    format!("{start}{}{end}", of(language, "～", " – "))
}

/// A count with its unit: 3時間, 3 hours.
fn counted(language: Language, count: i64, (ja, en): (&str, &str)) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("{count}{ja}"),
        (Language::En, 1) => format!("1 {en}"),
        (Language::En, _) => format!("{count} {en}s"),
    }
}

#[cfg(test)]
mod tests;
