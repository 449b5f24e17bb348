//! What a list would change, before it is kept.

use chrono::Datelike;

use crate::domain::calendar::change::{Change, changes, tally};
use crate::domain::calendar::holiday::Holiday;
use crate::domain::calendar::list;
use crate::domain::refusal::calendar::CalendarBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::web::pages::holiday::facts::Facts;
use crate::web::visit::Visit;
use crate::words::{holiday as said, when};

/// Most days that are shown.
const SHOWN: usize = 200;

/// What a list would change.
pub struct Preview {
    pub tally: String,
    pub days: Vec<Day>,
    pub is_cut: bool,
}

/// A day that changes.
pub struct Day {
    pub day: String,
    pub now: String,
    pub then: String,
}

/// Reads a list and compares it with what holds now.
///
/// # Errors
/// Every line that can't be read.
pub fn of(visit: &Visit, facts: &Facts, text: &str) -> Result<Preview, Vec<Refusal>> {
    let list = list::read(text).map_err(|problems| {
        problems
            .into_iter()
            .map(|problem| Refusal::of(Wrong::Calendar(CalendarBar::Line(problem))))
            .collect::<Vec<_>>()
    })?;
    let after = facts.kept.with(&list.years, list.days);
    let all = changes(&facts.kept, &after, list.years.iter().copied());
    let (past, ahead): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|change| change.day.year() < facts.today);
    let first = list.years.first().copied().unwrap_or(facts.today);
    let last = list.years.last().copied().unwrap_or(facts.today);
    Ok(Preview {
        tally: said::tally(visit.language, (first, last), tally(&ahead), past.len()),
        is_cut: ahead.len() > SHOWN,
        days: ahead
            .iter()
            .take(SHOWN)
            .map(|change| day(visit, change))
            .collect(),
    })
}

fn day(visit: &Visit, change: &Change<'_>) -> Day {
    let language = visit.language;
    let name = |holiday: Option<Holiday<'_>>| match holiday {
        Some(holiday) => said::named(language, &holiday),
        None => visit.words().holiday.no_holiday.to_owned(),
    };
    Day {
        day: when::day_with_year(language, change.day),
        now: name(change.before),
        then: name(change.after),
    }
}
