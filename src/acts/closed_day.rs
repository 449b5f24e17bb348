//! What facility managers do with their closed days.

use chrono::NaiveDate;

use crate::domain::actor::Actor;
use crate::domain::closed_day::{self, NewDays};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::FacilityId;
use crate::store;
use crate::store::tx::Tx;

/// Sets closed days.
///
/// # Errors
/// As the decision says.
pub fn close(tx: &mut Tx<'_>, by: &Actor, new: &NewDays) -> Act<usize> {
    let ahead = ahead(tx, by, new.facility)?;
    let done = closed_day::close(new, &ahead, by)?;
    store::closed_day::turn(tx, done.value.facility)?;
    store::closed_day::close(tx, &done.value, by.person().map(|person| person.id))?;
    Ok(done.map(|range| range.days.len()))
}

/// Takes a closed day back.
///
/// # Errors
/// As the decision says.
pub fn open(tx: &mut Tx<'_>, by: &Actor, facility: FacilityId, day: NaiveDate) -> Act<NaiveDate> {
    let ahead = ahead(tx, by, Some(facility))?;
    let done = closed_day::open(facility, day, &ahead, by)?;
    store::closed_day::turn(tx, facility)?;
    store::closed_day::open(tx, facility, day)?;
    Ok(done)
}

/// The closed days of a facility from today on.
fn ahead(
    tx: &mut Tx<'_>,
    by: &Actor,
    facility: Option<FacilityId>,
) -> Result<Vec<NaiveDate>, Halt> {
    let facilities: Vec<FacilityId> = facility.into_iter().collect();
    let closed = store::closed_day::ahead(tx, &facilities, by.at.day())?;
    Ok(closed.into_iter().map(|one| one.day).collect())
}
