//! The periods of a calendar: a day, a week, a month, four weeks of a list; none reaches further than
//! thirteen months from today.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::grid::Layout;
use crate::domain::time::{Span, day_span};

/// How far a calendar reaches to either side of today: thirteen months.
const REACH: Days = Days::new(396);
/// Days of a list.
const LISTED: u64 = 28;

/// How a calendar is shown.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum View {
    /// 一覧
    Agenda,
    Day,
    Week,
    Month,
}

impl View {
    /// All of them, in the order of pages.
    pub const ALL: [Self; 4] = [Self::Agenda, Self::Day, Self::Week, Self::Month];

    /// The code in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }
}

/// The days that are shown, both included.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Period {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Period {
    /// The period of a view that shows a day. Weeks begin on Monday, and a month is shown with all of
    /// its weeks, as in slot tables.
    #[must_use]
    pub fn of(view: View, day: NaiveDate) -> Self {
        let (first, last) = match view {
            View::Agenda => (day, later(day, LISTED - 1)),
            View::Day => (day, day),
            View::Week => Layout::Hours.period(day),
            View::Month => Layout::Days.period(day),
        };
        Self { first, last }
    }

    /// From its first midnight to its last.
    #[must_use]
    pub fn span(&self) -> Span {
        let first = day_span(self.first);
        Span::new(first.start(), day_span(self.last).end()).unwrap_or(first)
    }

    /// Every day, in order.
    #[must_use]
    pub fn days(&self) -> Vec<NaiveDate> {
        let days = self.first.iter_days();
        days.take_while(|day| *day <= self.last).collect()
    }

    /// The shortest period that holds both.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }
}

/// The day asked for, brought within reach.
#[must_use]
pub fn within_reach(day: NaiveDate, today: NaiveDate) -> NaiveDate {
    let (first, last) = reach(today);
    day.clamp(first, last)
}

/// The days whose periods come before and after, where they are within reach.
#[must_use]
pub fn neighbours(
    view: View,
    day: NaiveDate,
    today: NaiveDate,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let month = day.with_day(1).unwrap_or(day);
    let (before, after) = match view {
        View::Agenda => (earlier(day, LISTED), later(day, LISTED)),
        View::Day => (earlier(day, 1), later(day, 1)),
        View::Week => (earlier(day, 7), later(day, 7)),
        View::Month => (
            month.checked_sub_months(Months::new(1)).unwrap_or(month),
            month.checked_add_months(Months::new(1)).unwrap_or(month),
        ),
    };
    let (first, last) = reach(today);
    (
        (before >= first).then_some(before),
        (after <= last).then_some(after),
    )
}

fn reach(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (
        today.checked_sub_days(REACH).unwrap_or(today),
        today.checked_add_days(REACH).unwrap_or(today),
    )
}

fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::parse_day;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    fn day(text: &str) -> NaiveDate {
        parse_day(text).unwrap()
    }

    #[test]
    fn periods_are_those_that_people_expect() {
        let shown = |view| {
            let period = Period::of(view, day("2027-01-13"));
            format!("{} {}", period.first, period.last)
        };
        assert_eq!(shown(View::Day), "2027-01-13 2027-01-13");
        assert_eq!(shown(View::Week), "2027-01-11 2027-01-17");
        assert_eq!(shown(View::Month), "2026-12-28 2027-01-31");
        assert_eq!(shown(View::Agenda), "2027-01-13 2027-02-09");
    }

    #[test]
    fn f07_no_calendar_reaches_beyond_thirteen_months() {
        let today = day("2027-01-13");
        assert_eq!(within_reach(day("2199-12-31"), today), day("2028-02-13"));
        assert_eq!(within_reach(day("2000-01-01"), today), day("2025-12-13"));
        assert_eq!(
            neighbours(View::Month, day("2028-02-13"), today),
            (Some(day("2028-01-01")), None)
        );
        assert_eq!(
            neighbours(View::Day, NaiveDate::MAX, NaiveDate::MAX).1,
            Some(NaiveDate::MAX)
        );
    }

    proptest! {
        #[test]
        fn going_on_and_back_leads_to_the_same_period(ahead in 0_u64..300) {
            let today = day("2027-01-13");
            let from = later(today, ahead);
            for view in View::ALL {
                let (before, after) = neighbours(view, from, today);
                let period = Period::of(view, from);
                prop_assert!(period.first <= from && from <= period.last);
                let again = neighbours(view, after.unwrap(), today).0.unwrap();
                prop_assert_eq!(Period::of(view, again), period);
                // nothing is left out between two periods
                prop_assert!(Period::of(view, after.unwrap()).first <= later(period.last, 1));
                prop_assert!(Period::of(view, before.unwrap()).last >= earlier(period.first, 1));
            }
        }
    }
}
