//! What is looked for: a category or a resource, a length, a first day, a way of use; all may be wrong.

use chrono::{Days, NaiveDate};

use crate::domain::support::SupportMode;
use crate::domain::time::parse_day;
use crate::web::form::Form;

/// The lengths to choose from, in hours.
pub const HOURS: [i64; 12] = [1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 120, 168];
/// The length that is looked for where none was asked for.
const USUAL: i64 = 3;
/// Longest length, in hours: 31 days.
const LONGEST: i64 = 31 * 24;
/// How far ahead the first day may lie: thirteen months.
const FURTHEST: Days = Days::new(396);

/// What is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Address of a resource; empty for none.
    pub resource: String,
    /// Code of a category; empty for any.
    pub category: String,
    pub hours: i64,
    pub from: NaiveDate,
    pub support: Option<SupportMode>,
}

impl Asked {
    /// Reads the query.
    pub fn of(query: &Form, today: NaiveDate) -> Self {
        let code = |name: &str| {
            let value = query.raw(name).trim();
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            let known = value.len() <= 80 && value.bytes().all(plain);
            if known {
                value.to_owned()
            } else {
                String::new()
            }
        };
        let furthest = today.checked_add_days(FURTHEST).unwrap_or(today);
        let hours = query.parse::<i64>("hours");
        Self {
            resource: code("resource"),
            category: code("cat"),
            hours: hours
                .filter(|hours| (1..=LONGEST).contains(hours))
                .unwrap_or(USUAL),
            from: parse_day(query.raw("from").trim())
                .unwrap_or(today)
                .clamp(today, furthest),
            support: SupportMode::from_code(query.raw("support").trim()),
        }
    }

    /// In minutes.
    pub const fn minutes(&self) -> i64 {
        self.hours * 60
    }

    /// The lengths to choose from, with the one that was asked for.
    pub fn lengths(&self) -> Vec<i64> {
        let mut all = HOURS.to_vec();
        if !all.contains(&self.hours) {
            all.push(self.hours);
            all.sort_unstable();
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f07_absurd_wishes_are_brought_within_bounds() {
        let today = parse_day("2027-01-13").unwrap();
        let asked = |query: &str| Asked::of(&Form::read(query).unwrap(), today);
        for wrong in [
            "hours=-1",
            "hours=0",
            "hours=9223372036854775808",
            "hours=745",
        ] {
            assert_eq!(asked(wrong).hours, 3, "{wrong}");
        }
        assert_eq!(asked("hours=744").minutes(), 44_640);
        assert_eq!(asked("from=2199-12-31").from.to_string(), "2028-02-13");
        assert_eq!(asked("from=2001-01-01&support=nobody").from, today);
        assert_eq!(asked("cat=%22%3E&resource=..%2f").category, "");
        assert_eq!(
            asked("support=assisted").support,
            Some(SupportMode::Assisted)
        );
        assert!(asked("hours=5").lengths().contains(&5));
    }
}
