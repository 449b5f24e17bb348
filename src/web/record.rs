//! Records of the passport as several pages show them: how each stands, and which are the newest.

use std::collections::BTreeSet;

use crate::domain::id::FactId;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::passport::{Record, Standing, current};
use crate::web::parts::Chip;
use crate::web::visit::Visit;
use crate::words::passport as said;

/// The records that no newer one takes the place of.
#[must_use]
pub fn fresh(records: &[Record]) -> BTreeSet<FactId> {
    current(records)
        .iter()
        .map(|record| record.fact.id)
        .collect()
}

/// So many days ahead it is told that a record ends.
#[must_use]
pub fn ahead() -> u32 {
    let terms = Terms::default();
    let days = terms.numbers(Parameter::GateExpiryWarningDays);
    days.iter().copied().max().unwrap_or_default()
}

/// How a record stands today; `fresh` are those that nothing newer takes the place of.
#[must_use]
pub fn chip(visit: &Visit, record: &Record, fresh: &BTreeSet<FactId>) -> Chip {
    let (language, w) = (visit.language, &visit.words().passport);
    let today = visit.actor.at.day();
    let standing = record.standing(today);
    let (tone, text) = match standing {
        Standing::Confirmed if !fresh.contains(&record.fact.id) => ("", w.renewed),
        Standing::Confirmed if record.ends_within(ahead(), today) => ("o", w.soon),
        _ => said::standing(language, standing),
    };
    Chip {
        tone,
        text: text.to_owned(),
    }
}
