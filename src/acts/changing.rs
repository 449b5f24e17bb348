//! Writing what became of a wish to change a booking.

use crate::acts::attend;
use crate::domain::actor::Person;
use crate::domain::booking::Standing;
use crate::domain::booking::amend::Amended;
use crate::domain::booking::change::Change;
use crate::domain::booking::piece::pieces;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::BookingId;
use crate::store::booking::proposal::{self, Fate};
use crate::store::booking::{attendance, claims, parts, write};
use crate::store::tx::Tx;
use crate::store::waitlist::offer;

/// Writes what was decided of a wish to change a booking.
///
/// # Errors
/// What it would take is taken, or a fault.
pub(super) fn put(
    tx: &mut Tx<'_>,
    (person, standing): (&Person, &Standing),
    Done { value, event }: Done<Amended>,
) -> Act<BookingId> {
    let id = standing.booking.id;
    let wanted = match &value {
        Amended::Done(_, change) => change.claimed.as_ref(),
        Amended::Asked(_, claimed) => Some(claimed),
    };
    if let Some(wanted) = wanted {
        offer::take_up(tx, person.id, (wanted.resource, &[wanted.claim]))?;
    }
    match value {
        Amended::Done(proposal, change) => {
            proposal::insert(tx, id, &proposal, Fate::Granted)?;
            let value = *change;
            return written(tx, standing, Done { value, event });
        }
        Amended::Asked(proposal, wanted) => {
            proposal::insert(tx, id, &proposal, Fate::Asked)?;
            let held = claims::held(tx, id)?;
            let more = pieces((&held, standing.booking.units), &wanted);
            claims::reserve(tx, &wanted, &more)?;
            parts::reserve(tx, &wanted)?;
            attendance::reserve(tx, &wanted, proposal.content.support_mode)?;
        }
    }
    Ok(Done { value: id, event })
}

/// Writes a change, and tells whoever attends it.
///
/// # Errors
/// As [`put`].
pub(super) fn written(
    tx: &mut Tx<'_>,
    standing: &Standing,
    mut done: Done<Change>,
) -> Act<BookingId> {
    write::change(tx, &done.value)?;
    attend::tell(tx, standing, &mut done)?;
    Ok(done.map(|change| change.booking))
}

/// The booking stays as it is: what would have been its time is free.
///
/// # Errors
/// Somebody was quicker, or a fault.
pub(super) fn drop_it(tx: &mut Tx<'_>, id: BookingId, fate: Fate) -> Result<(), Halt> {
    proposal::end(tx, id, fate)?;
    claims::free_moves(tx, id)
}
