//! The calendar of holidays that is kept: official lists by year, corrections by hand, and the computation
//! for years without a list.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::holiday::{Holiday, HolidayKind, computed};
use crate::domain::name::Name;

/// A holiday's reason and names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    pub kind: HolidayKind,
    /// Of a substitute, the name of the holiday it stands for.
    pub name: Name,
}

/// What somebody set by hand for one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Correction {
    /// A holiday, whatever the list says.
    Holiday(Named),
    /// No holiday, although the list or the law says so.
    Open,
}

/// The holidays as they are kept. The default keeps nothing: all years are computed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Kept {
    /// The years whose official list is kept.
    years: BTreeSet<i32>,
    /// What those lists say.
    days: BTreeMap<NaiveDate, Named>,
    corrections: BTreeMap<NaiveDate, Correction>,
}

/// Where an answer comes from.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Source {
    Hand,
    List,
    Law,
}

impl Kept {
    /// What is kept, from its parts. Days outside the listed years count for nothing.
    #[must_use]
    pub fn new(
        years: BTreeSet<i32>,
        days: BTreeMap<NaiveDate, Named>,
        corrections: BTreeMap<NaiveDate, Correction>,
    ) -> Self {
        Self {
            years,
            days,
            corrections,
        }
    }

    /// The holiday on a day: by hand, else by the list of its year, else by the law. Without
    /// allocation.
    #[must_use]
    pub fn of(&self, day: NaiveDate) -> Option<Holiday<'_>> {
        match self.source(day) {
            Source::Hand => match self.corrections.get(&day)? {
                Correction::Holiday(named) => Some(named.on(day)),
                Correction::Open => None,
            },
            Source::List => self.days.get(&day).map(|named| named.on(day)),
            Source::Law => computed(day),
        }
    }

    /// What decides on a day.
    #[must_use]
    pub fn source(&self, day: NaiveDate) -> Source {
        if self.corrections.contains_key(&day) {
            Source::Hand
        } else if self.years.contains(&day.year()) {
            Source::List
        } else {
            Source::Law
        }
    }

    /// The years whose official list is kept.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.years.iter().copied()
    }

    /// The same, with these years as another list says them. Corrections stay.
    #[must_use]
    pub fn with(&self, years: &BTreeSet<i32>, days: BTreeMap<NaiveDate, Named>) -> Self {
        let mut after = self.without(years);
        after.years.extend(years);
        after.days.extend(days);
        after
    }

    /// The same, without the lists of these years.
    #[must_use]
    pub fn without(&self, years: &BTreeSet<i32>) -> Self {
        let mut after = self.clone();
        after.years.retain(|year| !years.contains(year));
        after.days.retain(|day, _| !years.contains(&day.year()));
        after
    }
}

impl Named {
    fn on(&self, day: NaiveDate) -> Holiday<'_> {
        Holiday {
            day,
            kind: self.kind,
            name_ja: &self.name.ja,
            name_en: &self.name.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn named(ja: &str) -> Named {
        Named {
            kind: HolidayKind::National,
            name: Name {
                ja: ja.into(),
                en: ja.into(),
            },
        }
    }

    fn name(kept: &Kept, at: &str) -> Option<String> {
        kept.of(day(at)).map(|found| found.name_ja.to_owned())
    }

    /// The list of 2027 with the day of the sea moved by a law of its own.
    fn moved() -> Kept {
        let days = [("2027-01-01", "元日"), ("2027-07-22", "海の日")];
        let days = days.map(|(at, ja)| (day(at), named(ja)));
        Kept::default().with(&[2027].into(), days.into())
    }

    #[test]
    fn an_imported_list_overrides_the_computation_of_its_years_only() {
        let kept = moved();
        assert_eq!(name(&kept, "2027-07-22").as_deref(), Some("海の日"));
        assert_eq!(name(&kept, "2027-07-19"), None);
        assert_eq!(name(&kept, "2026-07-20").as_deref(), Some("海の日"));
        assert_eq!(name(&kept, "2028-07-17").as_deref(), Some("海の日"));
    }

    #[test]
    fn a_correction_by_hand_wins_over_the_list_and_the_law() {
        let mut kept = moved();
        kept.corrections = [
            (day("2027-07-22"), Correction::Open),
            (day("2027-07-26"), Correction::Holiday(named("臨時の休日"))),
            (day("2026-01-01"), Correction::Open),
        ]
        .into();
        assert_eq!(name(&kept, "2027-07-22"), None);
        assert_eq!(name(&kept, "2027-07-26").as_deref(), Some("臨時の休日"));
        assert_eq!(name(&kept, "2026-01-01"), None);
        // another list of the year does not undo what was set by hand
        let again = kept.with(
            &[2027].into(),
            [(day("2027-07-22"), named("海の日"))].into(),
        );
        assert_eq!(name(&again, "2027-07-22"), None);
        assert_eq!(name(&again, "2027-01-01"), None);
        let sources = ["2027-07-22", "2027-01-01", "2025-01-01"].map(|at| again.source(day(at)));
        assert_eq!(sources, [Source::Hand, Source::List, Source::Law]);
    }

    #[test]
    fn a_year_whose_list_is_removed_falls_back_to_the_computation() {
        let kept = moved().without(&[2027].into());
        assert_eq!(name(&kept, "2027-07-19").as_deref(), Some("海の日"));
        assert_eq!(name(&kept, "2027-07-22"), None);
        assert_eq!(kept, Kept::default());
    }
}
