//! What another calendar of holidays would change: the days it adds, takes away and renames.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::holiday::Holiday;
use crate::domain::calendar::kept::Kept;

/// A day that one calendar says otherwise than the other.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Change<'a> {
    pub day: NaiveDate,
    pub before: Option<Holiday<'a>>,
    pub after: Option<Holiday<'a>>,
}

/// How many days are added, taken away and renamed.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub added: usize,
    pub removed: usize,
    pub renamed: usize,
}

/// Every day of these years on which two calendars differ, in order.
#[must_use]
pub fn changes<'a>(
    before: &'a Kept,
    after: &'a Kept,
    years: impl Iterator<Item = i32>,
) -> Vec<Change<'a>> {
    years
        .filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1))
        .flat_map(|first| {
            first
                .iter_days()
                .take_while(move |day| day.year() == first.year())
        })
        .map(|day| Change {
            day,
            before: before.of(day),
            after: after.of(day),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// Counts changes.
#[must_use]
pub fn tally(changes: &[Change<'_>]) -> Tally {
    changes.iter().fold(Tally::default(), |mut tally, change| {
        match (change.before, change.after) {
            (None, Some(_)) => tally.added += 1,
            (Some(_), None) => tally.removed += 1,
            (Some(_), Some(_)) => tally.renamed += 1,
            (None, None) => {}
        }
        tally
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::list;

    #[test]
    fn a_moved_holiday_is_one_day_added_and_one_taken_away() {
        let computed = Kept::default();
        let rows: Vec<String> = "2027-01-01"
            .parse::<NaiveDate>()
            .unwrap()
            .iter_days()
            .take(365)
            .filter_map(|day| computed.of(day))
            .map(|found| match found.name_ja {
                "海の日" => "2027/7/22,海の日".to_owned(),
                name => format!("{},{name}", found.day.format("%Y/%-m/%-d")),
            })
            .collect();
        let list = list::read(&rows.join("\n")).unwrap();
        let after = computed.with(&list.years, list.days);
        let found = changes(&computed, &after, 2020..2030);
        let days: Vec<String> = found.iter().map(|change| change.day.to_string()).collect();
        // the list calls the substitute of 22 March by the name of the day it stands for
        assert_eq!(days, ["2027-07-19", "2027-07-22"]);
        let counted = Tally {
            added: 1,
            removed: 1,
            renamed: 0,
        };
        assert_eq!(tally(&found), counted);
        assert_eq!(changes(&computed, &computed, 2000..2030), []);
    }
}
