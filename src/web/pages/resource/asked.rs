//! What the address of a resource's page asks for: a time, a length, a week, a list; all of it may be wrong.

use chrono::NaiveDate;

use crate::domain::catalogue::{Parameters, Resource};
use crate::domain::policy::room::{earliest_day, last_day};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, parse_day, parse_local};
use crate::web::form::Form;

/// Longest length that is looked at, in minutes: 62 days.
const LONGEST: i64 = 62 * 24 * 60;

/// A value of the address.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Typed<T> {
    Absent,
    Unreadable,
    Read(T),
}

impl<T: Copy> Typed<T> {
    /// The value, if it came and can be read.
    pub const fn read(self) -> Option<T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Absent | Self::Unreadable => None,
        }
    }
}

/// What is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub start: Typed<Instant>,
    pub len: Typed<i64>,
    /// How many units of a shared capacity.
    pub units: Typed<u32>,
    pub week: Option<NaiveDate>,
    /// Whether free slots are listed instead of shown as a table.
    pub list: bool,
    /// Whether all hours of a long day are shown.
    pub whole: bool,
}

impl Asked {
    /// Reads the query.
    pub fn of(query: &Form) -> Self {
        let typed = |name: &str| query.raw(name).trim();
        let start = match typed("start") {
            "" => Typed::Absent,
            text => parse_local(text).map_or(Typed::Unreadable, Typed::Read),
        };
        let len = match typed("len") {
            "" => Typed::Absent,
            text => match text.parse::<i64>() {
                Ok(minutes) if (1..=LONGEST).contains(&minutes) => Typed::Read(minutes),
                _ => Typed::Unreadable,
            },
        };
        let units = match typed("units") {
            "" => Typed::Absent,
            _ => match query.count("units") {
                Some(units) if units > 0 => Typed::Read(units),
                _ => Typed::Unreadable,
            },
        };
        Self {
            start,
            len,
            units,
            week: parse_day(typed("week")),
            list: typed("view") == "list",
            whole: typed("hours") == "all",
        }
    }

    /// The length that is chosen in the form: the one asked for where it may be booked.
    pub fn minutes(&self, parameters: &Parameters) -> i64 {
        let slot = i64::from(parameters.slot_minutes.max(1));
        let bookable = parameters.shortest()..=i64::from(parameters.max_minutes);
        match self.len {
            Typed::Read(minutes) if bookable.contains(&minutes) && minutes % slot == 0 => minutes,
            _ => parameters.shortest(),
        }
    }

    /// How many units are asked for: one where nothing is said.
    pub fn units(&self) -> u32 {
        self.units.read().unwrap_or(1)
    }

    /// Whether a day was asked for at all.
    pub fn names_a_day(&self) -> bool {
        self.week.is_some() || self.start.read().is_some()
    }

    /// The day whose table is shown, never before today nor beyond the horizon.
    pub fn shown(&self, resource: &Resource, now: Instant) -> NaiveDate {
        let start = self.start.read().map(Instant::day);
        let wished = self.week.or(start);
        let last = last_day(resource, now);
        wished
            .unwrap_or_else(|| earliest_day(resource, now))
            .clamp(now.day(), last.max(now.day()))
    }

    /// What can't be read of the time asked for.
    pub fn unreadable(&self) -> Vec<Refusal> {
        let malformed = |field| Refusal::of(Wrong::Malformed { field });
        let start = (self.start == Typed::Unreadable).then(|| malformed(Field::Start));
        let len = (self.len == Typed::Unreadable).then(|| malformed(Field::Length));
        let units =
            (self.units == Typed::Unreadable).then(|| malformed(Field::Use(UseField::Units)));
        start.into_iter().chain(len).chain(units).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::sample::{at, confocal, day};
    use crate::web::lengths::lengths;
    use proptest::prelude::{prop_assert, proptest};

    fn asked(query: &str) -> Asked {
        Asked::of(&Form::read(query).unwrap())
    }

    #[test]
    fn f07_absurd_weeks_are_clamped_between_today_and_the_horizon() {
        let (confocal, now) = (confocal(), at("2027-01-08T10:00"));
        let shown = |query: &str| asked(query).shown(&confocal, now);
        for week in ["-1", "0000-01-01", "99999-01-01", "2027-02-30", "x"] {
            assert_eq!(shown(&format!("week={week}")), day("2027-01-14"), "{week}");
        }
        assert_eq!(shown("week=2000-01-01"), day("2027-01-08"));
        assert_eq!(shown("week=2199-12-31"), day("2027-03-09"));
        assert_eq!(shown("week=2027-02-01"), day("2027-02-01"));
        assert_eq!(shown("start=2027-02-03T09:00"), day("2027-02-03"));
    }

    #[test]
    fn g02_absurd_times_and_lengths_are_told_as_unreadable() {
        for start in [
            "yesterday",
            "9999-12-31T23:59:60",
            "2027-01-14",
            "292277026596-12-04T15:30",
        ] {
            assert_eq!(
                asked(&format!("start={start}")).start,
                Typed::Unreadable,
                "{start}"
            );
        }
        for len in ["-1", "0", "1e3", "9223372036854775808", "P1Y", "99999999"] {
            let asked = asked(&format!("len={len}"));
            assert_eq!(asked.unreadable().len(), 1, "{len}");
            assert_eq!(asked.minutes(&confocal().parameters), 60);
        }
    }

    proptest! {
        #[test]
        fn at_most_24_lengths_are_offered_and_all_may_be_booked(slot in 1_u32..800, shortest in 0_u32..2000, more in 0_u32..40000, nth in 0_i64..100) {
            let mut parameters = confocal().parameters;
            (parameters.slot_minutes, parameters.min_minutes) = (slot, shortest);
            parameters.max_minutes = shortest.max(slot) + slot + more;
            let longest = i64::from(parameters.max_minutes);
            let chosen = (parameters.shortest() + nth * i64::from(slot)).min(longest / i64::from(slot) * i64::from(slot));
            let offered = lengths(&parameters, chosen);
            prop_assert!(offered.len() <= 25 && offered.contains(&chosen));
            prop_assert!(offered.iter().all(|length| length % i64::from(slot) == 0));
            prop_assert!(offered.first() == Some(&parameters.shortest()) && offered.iter().all(|length| *length <= longest));
        }
    }
}
