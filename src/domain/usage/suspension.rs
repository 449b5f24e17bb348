//! 利用停止: whoever fails to come too often can ask for nothing at the facility for some days.

use chrono::{Days, NaiveDate};

use crate::domain::time::Instant;

/// Only what lies at most so many days before counts towards the limit.
pub const WITHIN_DAYS: i64 = 365;

/// One 無断不使用 at a facility, with the limit of the rule of its day.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    pub at: Instant,
    /// 無断不使用の限度; 0 never suspends.
    pub suspends_after: u32,
    /// 利用停止の日数
    pub days: u32,
    /// Taken back: it counts for nothing.
    pub excused: bool,
}

impl Mark {
    /// The last Tokyo day of the suspension that follows from it, as one of `all` of the same person at
    /// the same facility; none where the limit is not reached.
    #[must_use]
    pub fn suspends_until(&self, all: &[Self]) -> Option<NaiveDate> {
        if self.excused || self.suspends_after == 0 || self.days == 0 {
            return None;
        }
        let since = self.at.plus_minutes(-WITHIN_DAYS * 24 * 60);
        let counts = |one: &&Self| !one.excused && one.at > since && one.at <= self.at;
        let count = u32::try_from(all.iter().filter(counts).count()).unwrap_or(u32::MAX);
        let until = || {
            let days = Days::new(u64::from(self.days));
            self.at.day().checked_add_days(days)
        };
        if count >= self.suspends_after {
            until()
        } else {
            None
        }
    }
}

/// The last day on which somebody can ask for nothing; none where nothing stands against them.
#[must_use]
pub fn until(marks: &[Mark]) -> Option<NaiveDate> {
    marks
        .iter()
        .filter_map(|mark| mark.suspends_until(marks))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::{parse_day, parse_local};
    use proptest::prelude::*;

    fn mark(day: &str) -> Mark {
        Mark {
            at: parse_local(&format!("{day}T10:00")).unwrap(),
            suspends_after: 2,
            days: 30,
            excused: false,
        }
    }

    #[test]
    fn s8_the_second_time_suspends_for_thirty_days() {
        let (first, second) = (mark("2027-03-01"), mark("2027-03-24"));
        assert_eq!(until(&[first]), None);
        assert_eq!(until(&[first, second]), parse_day("2027-04-23"));
        let excused = Mark {
            excused: true,
            ..first
        };
        assert_eq!(until(&[excused, second]), None, "only one is left");
    }

    #[test]
    fn what_lies_a_year_back_does_not_count() {
        assert_eq!(until(&[mark("2026-03-24"), mark("2027-03-24")]), None);
        assert!(until(&[mark("2026-03-25"), mark("2027-03-24")]).is_some());
    }

    #[test]
    fn a_rule_without_a_limit_or_without_days_never_suspends() {
        let unlimited = Mark {
            suspends_after: 0,
            ..mark("2027-03-24")
        };
        let endless = Mark {
            days: 0,
            ..mark("2027-03-24")
        };
        assert_eq!(until(&[unlimited; 5]), None);
        assert_eq!(until(&[endless; 5]), None);
    }

    proptest! {
        #[test]
        fn excusing_never_lengthens_a_suspension(days in prop::collection::vec(0i64..800, 1..8), which in any::<prop::sample::Index>()) {
            let start = mark("2026-01-01").at;
            let marks: Vec<Mark> = days.iter().map(|day| Mark { at: start.plus_minutes(day * 24 * 60), ..mark("2026-01-01") }).collect();
            let mut excused = marks.clone();
            let place = which.index(excused.len());
            excused[place].excused = true;
            prop_assert!(until(&excused) <= until(&marks));
        }
    }
}
