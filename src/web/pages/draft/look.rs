//! What the pages of impact and of publishing look at: what a draft would mean on a day.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::rule::draft::publication::earliest;
use crate::domain::rule::draft::sound::contradictions;
use crate::domain::rule::impact::facts::Facts;
use crate::domain::rule::impact::{Impact, impact};
use crate::domain::time::Instant;
use crate::store;
use crate::store::rule::draft::Standing;
use crate::web::answer::Stop;
use crate::web::visit::Visit;

/// What a draft would mean.
pub(super) struct Meaning {
    pub(super) facts: Facts,
    pub(super) impact: Impact,
    /// How many people would be told.
    pub(super) told: usize,
    /// How many contradictions there are.
    pub(super) contradictions: usize,
}

/// What a draft would mean if it came into force on this day. A reading thread computes it, so that
/// pages of others do not wait.
pub(super) async fn meaning(
    visit: &Visit,
    standing: &Standing,
    day: NaiveDate,
) -> Result<Meaning, Stop> {
    let amendment = standing.amendment.clone();
    let at = visit.actor.at;
    let look = visit.db().read(move |conn| {
        let around = store::rule::draft::impact::around(conn, &amendment, at.day())?;
        let facts = store::rule::draft::impact::facts(conn, &amendment, &around, (day, at))?;
        let begins = Instant::of_tokyo(day, 0);
        let readers = store::rule::draft::reader::of_unit(conn, &amendment.unit, begins)?;
        Ok(Meaning {
            impact: impact(&facts),
            facts,
            told: readers.len(),
            contradictions: contradictions(&amendment, &around, day).len(),
        })
    });
    Ok(look.await?)
}

/// The day that is assumed until its officer says one: the first of a month, a month ahead or more.
pub(super) fn assumed(today: NaiveDate) -> NaiveDate {
    today
        .with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(2)))
        .unwrap_or(today)
}

/// The day that an address or a form asks for, if a version published now could begin on it.
pub(super) fn asked(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let day = text.parse::<NaiveDate>().ok()?;
    (day >= earliest(today) && day.year() < 2_200).then_some(day)
}
