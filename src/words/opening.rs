//! Opening hours and closed days in words: 月～金 9:00～17:00, 休日（春分の日の振替）.

use chrono::NaiveDate;

use crate::domain::availability::WeeklyWindow;
use crate::domain::calendar::Closing;
use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::calendar::season::Season;
use crate::domain::language::Language;
use crate::words::when::{self, clock};

/// Minutes of one day and of one week.
const DAY: i64 = 24 * 60;
const WEEK: i64 = 7 * DAY;
/// A year that has every day that a season can name.
const LEAP: i32 = 2028;
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

/// Why a day is closed: 年末年始の休業日, 休日（春分の日の振替）.
#[must_use]
pub fn closing(language: Language, closing: &Closing) -> String {
    match (language, closing) {
        (Language::Ja, Closing::Weekend) => "土曜日・日曜日の休業日".to_owned(),
        (Language::En, Closing::Weekend) => "weekend".to_owned(),
        (Language::Ja, Closing::YearEnd) => "年末年始の休業日".to_owned(),
        (Language::En, Closing::YearEnd) => "year-end and New Year closure".to_owned(),
        (Language::Ja, Closing::Facility { name_ja, .. }) => format!("施設の休業日（{name_ja}）"),
        (Language::En, Closing::Facility { name_en, .. }) => {
            format!("the facility's own closed day ({name_en})")
        }
        (Language::Ja, Closing::Holiday { kind, name_ja, .. }) => match kind {
            HolidayKind::Substitute => format!("休日（{name_ja}の振替）"),
            HolidayKind::National | HolidayKind::Sandwiched => format!("休日（{name_ja}）"),
        },
        (Language::En, Closing::Holiday { kind, name_en, .. }) => match kind {
            HolidayKind::Substitute => format!("holiday (in place of {name_en})"),
            HolidayKind::National | HolidayKind::Sandwiched => format!("holiday ({name_en})"),
        },
    }
}

/// 12月29日～1月3日, 29 Dec–3 Jan.
#[must_use]
pub fn season(language: Language, season: Season) -> String {
    let day = |(month, day)| {
        NaiveDate::from_ymd_opt(LEAP, month, day)
            .map(|day| when::day_plain(language, day))
            .unwrap_or_default()
    };
    let dash = of(language, "～", "–");
    format!("{}{dash}{}", day(season.from), day(season.to))
}

/// 年末年始（12月29日～1月3日）.
#[must_use]
pub fn year_end(language: Language, season: Season) -> String {
    let days = self::season(language, season);
    match language {
        Language::Ja => format!("年末年始（{days}）"),
        Language::En => format!("year-end and New Year ({days})"),
    }
}

/// Weekly windows: 月～金 9:00～17:00、土 9:00～12:00; none at all means day and night.
#[must_use]
pub fn windows(language: Language, windows: &[WeeklyWindow]) -> String {
    if windows.is_empty() {
        return of(language, "終日", "day and night").to_owned();
    }
    let mut groups: Vec<(Vec<i64>, i64, i64)> = Vec::new();
    for window in windows {
        let (day, start) = (i64::from(window.start) / DAY, i64::from(window.start) % DAY);
        let length = i64::from(window.minutes);
        let alike = groups
            .iter_mut()
            .find(|(_, from, minutes)| (*from, *minutes) == (start, length));
        match alike {
            Some((days, ..)) => days.push(day),
            None => groups.push((vec![day], start, length)),
        }
    }
    let said: Vec<String> = groups
        .into_iter()
        .map(|(days, start, minutes)| group(language, days, start, minutes))
        .collect();
    said.join(of(language, "、", ", "))
}

/// The windows of one time on several days.
fn group(language: Language, mut days: Vec<i64>, start: i64, minutes: i64) -> String {
    days.sort_unstable();
    days.dedup();
    let end = start + minutes;
    if minutes == WEEK {
        return of(language, "終日", "day and night").to_owned();
    }
    let until = if end <= DAY {
        clock(end)
    } else if end <= 2 * DAY {
        let clock = clock(end - DAY);
        match language {
            Language::Ja => format!("翌{clock}"),
            Language::En => format!("{clock} the next day"),
        }
    } else {
        let last = days.first().copied().unwrap_or_default() + (end - 1) / DAY;
        let clock = clock((end - 1) % DAY + 1);
        format!("{} {clock}", weekday(language, last % 7))
    };
    let (dash, start) = (of(language, "～", "–"), clock(start));
    format!("{} {start}{dash}{until}", weekdays(language, &days))
}

/// Days of the week: 月～金, 土・日, 火.
fn weekdays(language: Language, days: &[i64]) -> String {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *day => *last = *day,
            _ => runs.push((*day, *day)),
        }
    }
    let comma = of(language, "・", ", ");
    let said: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| {
            let (from, to) = (weekday(language, first), weekday(language, last));
            match last - first {
                0 => from.to_owned(),
                1 => format!("{from}{comma}{to}"),
                _ => format!("{from}{}{to}", of(language, "～", "–")),
            }
        })
        .collect();
    said.join(comma)
}

fn weekday(language: Language, day: i64) -> &'static str {
    let day = usize::try_from(day).unwrap_or_default();
    let (ja, en) = WEEKDAYS.get(day).copied().unwrap_or_default();
    of(language, ja, en)
}

const fn of<'a>(language: Language, ja: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::availability::parse_windows;

    #[test]
    fn windows_of_one_time_are_said_together() {
        for (text, ja, en) in [
            ("", "終日", "day and night"),
            ("Mon 00:00-Sun 24:00", "終日", "day and night"),
            (
                "Mon 09:00-Mon 17:00; Tue 09:00-Tue 17:00; Wed 09:00-Wed 17:00; Thu 09:00-Thu 17:00; Fri 09:00-Fri 17:00",
                "月～金 9:00～17:00",
                "Mon–Fri 9:00–17:00",
            ),
            (
                "Mon 09:00-Mon 24:00; Sat 10:00-Sat 12:00; Sun 10:00-Sun 12:00; Thu 09:00-Thu 24:00",
                "月・木 9:00～24:00、土・日 10:00～12:00",
                "Mon, Thu 9:00–24:00, Sat, Sun 10:00–12:00",
            ),
            (
                "Wed 21:00-Thu 07:00",
                "水 21:00～翌7:00",
                "Wed 21:00–7:00 the next day",
            ),
            (
                "Fri 18:00-Sun 24:00",
                "金 18:00～日 24:00",
                "Fri 18:00–Sun 24:00",
            ),
        ] {
            let read = parse_windows(text).unwrap();
            assert_eq!(windows(Language::Ja, &read), ja);
            assert_eq!(windows(Language::En, &read), en);
        }
    }
}
