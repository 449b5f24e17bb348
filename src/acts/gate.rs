//! What people and offices do at gates: hold a booking for them, and let it go on.

use crate::domain::actor::Actor;
use crate::domain::booking::hold;
use crate::domain::gate::Gate;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::BookingId;
use crate::store;
use crate::store::tx::Tx;

/// 保留にする: a booking waits for these gates; its time stays held, and its people are told.
///
/// # Errors
/// Neither waiting for a decision, nor confirmed, nor on hold; or there is no such booking.
pub fn hold(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: BookingId,
    gates: &[Gate],
    reason: &str,
) -> Act<BookingId> {
    let standing = store::booking::gather::standing(tx, id)?;
    let done = hold::hold(&standing, gates, reason, by)?;
    store::booking::write::change(tx, &done.value)?;
    Ok(done.map(|change| change.booking))
}

/// 個別に再開する: a manager of the facility lets a booking go on, with a reason.
///
/// # Errors
/// Not a manager of the facility, their own, not on hold, held for export control, or no reason.
pub fn resume(tx: &mut Tx<'_>, by: &Actor, id: BookingId, reason: &str) -> Act<BookingId> {
    let standing = store::booking::gather::standing(tx, id)?;
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    let done = hold::resume(&standing, reason, by)?;
    store::booking::write::change(tx, &done.value)?;
    Ok(done.map(|change| change.booking))
}
