//! What people and the clock do with a use: begin it, end it, report on it.

use crate::domain::actor::Actor;
use crate::domain::booking::Standing;
use crate::domain::booking::change::Change;
use crate::domain::halt::{Act, Decision, Done, Halt};
use crate::domain::id::{BookingId, UserId};
use crate::domain::usage::log::TypedLog;
use crate::domain::usage::{Report, begin, due, log, reuse};
use crate::store;
use crate::store::tx::Tx;

/// Begins a use; its user or the facility's managers do.
///
/// # Errors
/// Not theirs, not confirmed, too early, or over.
pub fn check_in(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    change(tx, by, id, begin::check_in)
}

/// Ends a use, and gives back what is left of its time.
///
/// # Errors
/// Not theirs, or not in use.
pub fn check_out(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    change(tx, by, id, begin::check_out)
}

/// Keeps what was really used.
///
/// # Errors
/// Not theirs, not over, or everything that is wrong with what was typed.
pub fn log(tx: &mut Tx<'_>, by: &Actor, id: BookingId, typed: &TypedLog) -> Act<BookingId> {
    let (person, standing) = theirs(tx, by, id)?;
    let Done { value, event } = log::log(&standing, typed, by)?;
    let (change, log) = value;
    store::booking::write::change(tx, &change)?;
    store::usage::keep_log(tx, id, &log, (person, by.at))?;
    let mut done = Done { value: id, event };
    waive_fees(tx, by, &standing, &mut done)?;
    Ok(done)
}

/// The fees of cancelled bookings whose time was used after all are waived, where their rules say so.
fn waive_fees(
    tx: &mut Tx<'_>,
    by: &Actor,
    used: &Standing,
    done: &mut Done<BookingId>,
) -> Result<(), Halt> {
    let booking = &used.booking;
    for id in store::booking::cancellation::waivable(tx, booking.resource, &booking.span)? {
        let given_up = store::booking::gather::view(tx, id, by.at)?;
        if reuse::is_reused(&given_up, used) {
            store::booking::cancellation::waive(tx, id, booking.id)?;
            done.event.also.push(reuse::waive(&given_up, by));
        }
    }
    Ok(())
}

/// Keeps the result report, which closes the booking.
///
/// # Errors
/// Not theirs, no log yet, or everything that is wrong with what was typed.
pub fn report(tx: &mut Tx<'_>, by: &Actor, id: BookingId, typed: &Report) -> Act<BookingId> {
    let (person, standing) = theirs(tx, by, id)?;
    let Done { value, event } = log::report(&standing, typed, by)?;
    let (change, report) = value;
    store::booking::write::change(tx, &change)?;
    store::usage::keep_report(tx, id, &report, person)?;
    Ok(Done { value: id, event })
}

/// Ends what is over, as the clock does.
///
/// # Errors
/// Ended in the meantime, or not over yet.
pub fn over(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    let standing = store::booking::gather::standing(tx, id)?;
    let done = begin::over(&standing, by)?;
    store::booking::write::change(tx, &done.value)?;
    Ok(done.map(|change| change.booking))
}

/// Warns, once, who comes after a use that goes on though its time is over.
///
/// # Errors
/// [`Halt::Absent`] if they know already; ended in the meantime, or a fault.
pub fn warn(tx: &mut Tx<'_>, by: &Actor, (running, next): (BookingId, BookingId)) -> Act<()> {
    let key = overrun_key(running, next);
    once(tx, &key)?;
    let running = store::booking::gather::standing(tx, running)?;
    let next = store::booking::gather::view(tx, next, by.at)?;
    begin::warn(&running, &next, by).map_err(Halt::from)
}

/// Reminds, once, of a log that is overdue.
///
/// # Errors
/// [`Halt::Absent`] if it went out already or nothing is overdue, or a fault.
pub fn remind(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<()> {
    once(tx, &log_key(id))?;
    let standing = store::booking::gather::standing(tx, id)?;
    if !due::is_overdue(&standing, by.at) {
        return Err(Halt::Absent);
    }
    Ok(begin::reminder(&standing, by))
}

/// The key under which a warning is kept, so that it goes out once.
#[must_use]
pub fn overrun_key(running: BookingId, next: BookingId) -> String {
    format!("overrun:{running}:{next}")
}

/// The key under which a reminder of a log is kept, so that it goes out once.
#[must_use]
pub fn log_key(id: BookingId) -> String {
    format!("log:{id}")
}

fn once(tx: &mut Tx<'_>, key: &str) -> Result<(), Halt> {
    if !store::reminder::sent(tx, &[key.to_owned()])?.is_empty() {
        return Err(Halt::Absent);
    }
    store::reminder::keep(tx, key)
}

fn change(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: BookingId,
    decide: impl Fn(&Standing, &Actor) -> Decision<Change>,
) -> Act<BookingId> {
    let (_, standing) = theirs(tx, by, id)?;
    let done = decide(&standing, by)?;
    store::booking::write::change(tx, &done.value)?;
    Ok(done.map(|change| change.booking))
}

/// A booking for its user or the facility's managers; for others it does not exist.
fn theirs(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Result<(UserId, Standing), Halt> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let standing = store::booking::gather::standing(tx, id)?;
    if standing.booking.user != person && !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    Ok((person, standing))
}
