//! What is done to the catalogue: loading a file, publishing a resource.

use chrono::NaiveDate;

use crate::domain::actor::Actor;
use crate::domain::catalogue_file::entry::Catalogue;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::publication::{self, Publication};
use crate::store::catalogue::tally::Loaded;
use crate::store::catalogue::{loading, lowered, publishing};
use crate::store::tx::Tx;

/// Loads a catalogue that was read and checked as a whole. A second loading changes nothing.
///
/// # Errors
/// The actor is neither the house nor an administrator, a capacity would be less than what is booked of it, or
/// a fault.
pub fn load(tx: &mut Tx<'_>, by: &Actor, file: &Catalogue) -> Act<Loaded> {
    if !publication::may_load(by) {
        return Err(Halt::NotAllowed);
    }
    let too_low = publication::booked_above(&lowered::find(tx, file)?);
    if !too_low.is_empty() {
        return Err(Halt::Refused(too_low));
    }
    let loaded = loading::load(tx, file)?;
    let event = Event::of(Kind::CatalogueLoaded)
        .with("institutions", loaded.institutions)
        .with("facilities", loaded.facilities)
        .with("resources", loaded.resources);
    Ok(Done {
        value: loaded,
        event,
    })
}

/// Lets a resource take requests and, where a day is given, notes that its owner confirmed its entry
/// on it. Its facility must have a usage rule.
///
/// # Errors
/// No such resource, no right to it, no rule, or a fault.
pub fn publish(
    tx: &mut Tx<'_>,
    by: &Actor,
    slug: &str,
    confirmed_on: Option<NaiveDate>,
) -> Act<Publication> {
    let candidate = publishing::candidate(tx, slug)?;
    let done = publication::publish(&candidate, confirmed_on, by)?;
    publishing::publish(tx, &done.value)?;
    Ok(done)
}

#[cfg(test)]
mod tests;
