//! What people and the clock do where nobody came: mark it, appeal, take it back, let it stand.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::BookingId;
use crate::domain::usage::no_show::{self, Record};
use crate::store;
use crate::store::tx::Tx;

/// Marks it, by a manager of the facility.
///
/// # Errors
/// Not of their facility; otherwise as the decision says.
pub fn mark(tx: &mut Tx<'_>, by: &Actor, id: BookingId, note: &str) -> Act<BookingId> {
    let record = managed(tx, by, id)?;
    let Done { value, event } = no_show::mark(&record, note, by)?;
    let (change, kept) = value;
    store::booking::write::change(tx, &change)?;
    store::no_show::insert(tx, (id, record.standing.booking.user), &kept, change.by)?;
    Ok(Done { value: id, event })
}

/// Gives the time of a booking that nobody began to others, as the clock does.
///
/// # Errors
/// Begun in the meantime, or not due.
pub fn release(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    let record = store::booking::missed::record(tx, id)?;
    let Done { value, event } = no_show::release(&record, by)?;
    let (change, kept) = value;
    store::booking::write::change(tx, &change)?;
    store::no_show::insert(tx, (id, record.standing.booking.user), &kept, None)?;
    Ok(Done { value: id, event })
}

/// Appeals, by the applicant.
///
/// # Errors
/// Not theirs; otherwise as the decision says.
pub fn appeal(tx: &mut Tx<'_>, by: &Actor, id: BookingId, text: &str) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let record = store::booking::missed::record(tx, id)?;
    if record.standing.booking.user != person {
        return Err(Halt::Absent);
    }
    let Done { value, event } = no_show::appeal(&record, text, by)?;
    store::no_show::appeal(tx, id, &value)?;
    Ok(Done { value: id, event })
}

/// Takes the record back, by a manager of the facility.
///
/// # Errors
/// As [`mark`].
pub fn excuse(tx: &mut Tx<'_>, by: &Actor, id: BookingId, reason: &str) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let record = managed(tx, by, id)?;
    let Done { value, event } = no_show::excuse(&record, reason, by)?;
    store::booking::write::change(tx, &value)?;
    store::no_show::answer(tx, id, reason, person, true)?;
    Ok(Done { value: id, event })
}

/// Lets the record stand against an appeal, by a manager of the facility.
///
/// # Errors
/// As [`mark`].
pub fn uphold(tx: &mut Tx<'_>, by: &Actor, id: BookingId, reason: &str) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let record = managed(tx, by, id)?;
    let Done { event, .. } = no_show::uphold(&record, reason, by)?;
    store::no_show::answer(tx, id, reason, person, false)?;
    Ok(Done { value: id, event })
}

/// The record of a booking of a facility that they manage; others do not exist for them.
fn managed(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Result<Record, Halt> {
    let record = store::booking::missed::record(tx, id)?;
    match by.manages(record.standing.resource.facility) {
        true => Ok(record),
        false => Err(Halt::Absent),
    }
}
