//! What the comparison is asked for: a day, a category, an institution, a page; all of it may be wrong.

use chrono::{Days, NaiveDate};

use crate::domain::calendar::ClosedDays;
use crate::domain::time::parse_day;
use crate::web::form::{Form, encode};

/// Rows on one page.
pub const ROWS: usize = 20;
/// How far ahead a day may lie: thirteen months.
const FURTHEST: Days = Days::new(396);

/// What is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub day: NaiveDate,
    pub category: String,
    pub institution: String,
    /// Counted from 1.
    pub page: usize,
}

impl Asked {
    /// Reads the query; the day is never before today nor absurdly far. `office` are the days on which
    /// public offices are closed.
    pub fn of(query: &Form, today: NaiveDate, office: &ClosedDays) -> Self {
        let code = |name: &str| {
            let value = query.raw(name).trim();
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            let known = value.len() <= 60 && value.bytes().all(plain);
            if known {
                value.to_owned()
            } else {
                String::new()
            }
        };
        let furthest = today.checked_add_days(FURTHEST).unwrap_or(today);
        Self {
            day: wished(query.raw("date").trim(), today, office).clamp(today, furthest),
            category: code("cat"),
            institution: code("org"),
            page: query.parse::<usize>("page").unwrap_or(1).clamp(1, 10_000),
        }
    }

    /// The address of the same comparison on another day or page.
    pub fn address(&self, day: NaiveDate, page: usize) -> String {
        let mut address = format!("/availability?date={day}");
        for (name, value) in [("cat", &self.category), ("org", &self.institution)] {
            if !value.is_empty() {
                address.push_str(&format!("&{name}={}", encode(value)));
            }
        }
        if page > 1 {
            address.push_str(&format!("&page={page}"));
        }
        address
    }

    /// The day before and the day after, where they may be asked for.
    pub fn neighbours(&self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let furthest = today.checked_add_days(FURTHEST).unwrap_or(today);
        (
            self.day.pred_opt().filter(|day| *day >= today),
            self.day.succ_opt().filter(|day| *day <= furthest),
        )
    }
}

/// The day that was asked for; by itself, the fifth business day from today, when most instruments
/// take requests again (their leads are 1 to 5 business days).
fn wished(date: &str, today: NaiveDate, office: &ClosedDays) -> NaiveDate {
    if date.is_empty() {
        return office.after(today, 5);
    }
    parse_day(date).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Asked {
        Asked::of(
            &Form::read(query).unwrap(),
            parse_day("2027-01-08").unwrap(),
            &ClosedDays::standard(),
        )
    }

    #[test]
    fn f07_absurd_days_and_pages_are_clamped() {
        let day = |query: &str| asked(query).day.to_string();
        for wrong in [
            "date=x",
            "date=9999-12-31",
            "date=2026-02-30",
            "date=2020-01-01",
        ] {
            assert_eq!(day(wrong), "2027-01-08", "{wrong}");
        }
        // Without a day: the fifth business day, over a holiday and a weekend.
        assert_eq!(day(""), "2027-01-18");
        assert_eq!(day("date="), "2027-01-18");
        assert_eq!(day("date=2199-12-31"), "2028-02-08");
        for (query, page) in [
            ("page=-1", 1),
            ("page=0", 1),
            ("page=9223372036854775808", 10_000),
            ("page=99999999999", 10_000),
            ("page=3", 3),
        ] {
            assert_eq!(asked(query).page, page, "{query}");
        }
    }

    #[test]
    fn the_address_keeps_what_was_asked() {
        let asked = asked("cat=cryo_em&org=riken&page=2&date=2027-01-09");
        assert_eq!(
            asked.address(asked.day, 2),
            "/availability?date=2027-01-09&cat=cryo_em&org=riken&page=2"
        );
        assert_eq!(self::asked("cat=%22%3E").category, "");
        let (before, after) = asked.neighbours(parse_day("2027-01-09").unwrap());
        assert_eq!((before, after), (None, parse_day("2027-01-10")));
    }
}
