//! What every deed on a booking does for whoever attends it: they are told what changed for them.

use crate::domain::actor::Actor;
use crate::domain::booking::Standing;
use crate::domain::booking::attending::{self, After, letters};
use crate::domain::booking::change::Change;
use crate::domain::booking::news::same_sequence;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, ResourceId};
use crate::store::booking::{attendance, gather};
use crate::store::tx::Tx;

/// Names who attends a booking, in place of whoever does now.
///
/// # Errors
/// [`Halt::Absent`] unless it is of their facility; otherwise as the decision says.
pub fn name(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: BookingId,
    chosen: Option<ResourceId>,
) -> Act<BookingId> {
    let standing = gather::standing(tx, id)?;
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    let booking = &standing.booking;
    let all = attendance::of(tx, (booking.resource, &booking.span), Some(id), by.at)?;
    let Done { value, mut event } = attending::name(&standing, &all, chosen, by)?;
    attendance::give(tx, id, (value, &booking.span))?;
    let after = After {
        state: booking.state,
        span: booking.span,
        attendant: attendance::of_booking(tx, id)?,
        sequence: same_sequence(&standing),
    };
    event.letters = letters(&standing, &after);
    Ok(Done { value: id, event })
}

/// Tells whoever attended a booking before a change and whoever does after it, once it is written.
///
/// # Errors
/// A fault of the database.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    before: &Standing,
    done: &mut Done<Change>,
) -> Result<(), Halt> {
    let change = &done.value;
    let span = change.claimed.map_or(before.booking.span, |one| one.used);
    let after = After {
        state: change.state,
        span,
        attendant: attendance::of_booking(tx, change.booking)?,
        sequence: before.booking.version,
    };
    done.event.letters.extend(letters(before, &after));
    Ok(())
}
