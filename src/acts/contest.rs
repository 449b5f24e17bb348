//! What choosing among requests that compete does besides deciding on one: it takes its time, and those who
//! lose theirs are told.

use crate::domain::actor::Actor;
use crate::domain::booking::Standing;
use crate::domain::booking::change::Change;
use crate::domain::booking::contest::{claimed, passed_over, take};
use crate::domain::halt::{Done, Halt};
use crate::store::booking::{contest, gather};
use crate::store::tx::Tx;
use crate::store::waitlist::offer;

/// Completes the approval of a request that competes. The turn of its resource must be held.
///
/// # Errors
/// Others have its time by now, or a fault.
pub(super) fn choose(
    tx: &mut Tx<'_>,
    by: &Actor,
    standing: &Standing,
    done: &mut Done<Change>,
) -> Result<(), Halt> {
    let booking = &standing.booking;
    let wanted = claimed(standing);
    let others = gather::others(tx, standing, &booking.span)?;
    take(standing, &others, &mut done.value, by.at).map_err(Halt::Refused)?;
    // what is kept for its applicant stood in nobody's way
    offer::take_up(tx, booking.user, (booking.resource, &[wanted.claim]))?;
    let rivals = contest::rivals(tx, standing, &wanted.claim)?;
    let told = passed_over(&rivals, (standing, &others), by);
    done.event.also.extend(told);
    Ok(())
}
