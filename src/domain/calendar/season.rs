//! 期間: a part of every year, such as the turn of the year.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A part of every year, both ends included; it may cross the turn of the year.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Season {
    /// Month and day.
    pub from: (u32, u32),
    pub to: (u32, u32),
}

impl Season {
    /// 年末年始 of public offices: 29 December to 3 January (行政機関の休日に関する法律, article 1).
    pub const YEAR_END: Self = Self {
        from: (12, 29),
        to: (1, 3),
    };

    /// Reads "12-29..01-03".
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once("..")?;
        Some(Self {
            from: month_day(from)?,
            to: month_day(to)?,
        })
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        let at = (day.month(), day.day());
        if self.from <= self.to {
            (self.from..=self.to).contains(&at)
        } else {
            at >= self.from || at <= self.to
        }
    }
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.from, self.to);
        write!(f, "{:02}-{:02}..{:02}-{:02}", from.0, from.1, to.0, to.1)
    }
}

fn month_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.trim().split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // 29 February counts as a day: some years have it
    NaiveDate::from_ymd_opt(2028, month, day).map(|_| (month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g03_a_season_may_cross_the_turn_of_the_year_and_begin_on_a_leap_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let year_end = Season::read("12-29..01-03").unwrap();
        assert_eq!(year_end, Season::YEAR_END);
        assert_eq!(year_end.to_string(), "12-29..01-03");
        for (at, lies) in [
            ("2026-12-28", false),
            ("2026-12-29", true),
            ("2027-01-03", true),
            ("2027-01-04", false),
        ] {
            assert_eq!(year_end.contains(day(at)), lies, "{at}");
        }
        let leap = Season::read("02-29..03-01").unwrap();
        assert!(leap.contains(day("2028-02-29")) && leap.contains(day("2027-03-01")));
        assert!(!leap.contains(day("2027-02-28")));
        for wrong in ["", "12-29", "13-01..01-01", "02-30..03-01", "a..b"] {
            assert_eq!(Season::read(wrong), None, "{wrong}");
        }
    }
}
