//! What falls with a wish to move that was overtaken: those of the others of its set, told before the commit.

use crate::domain::booking::amend::whole;
use crate::domain::event::Event;
use crate::domain::halt::Halt;
use crate::store::booking::proposal::{self, Fate};
use crate::store::booking::{claims, gather};
use crate::store::tx::Tx;

/// Drops what the others of a set were asked for together with a booking that moved on without it: nobody can
/// agree to it any more. Their applicants and managers are told.
///
/// # Errors
/// A fault of the database.
pub fn fall(tx: &mut Tx<'_>) -> Result<Vec<Event>, Halt> {
    let at = tx.at();
    let mut events = Vec::new();
    for (id, wished) in tx.take_overtaken() {
        let left = gather::standing(tx, id)?;
        for fellow in whole::others(&left) {
            let Some(waits) = proposal::open(tx, fellow.id)? else {
                continue;
            };
            let standing = gather::standing(tx, fellow.id)?;
            // what changes only its content was not asked for with it
            if waits.span != wished || wished == standing.booking.span {
                continue;
            }
            proposal::end(tx, fellow.id, Fate::Withdrawn)?;
            claims::free_moves(tx, fellow.id)?;
            events.push(whole::overtaken(&standing, &waits, at));
        }
    }
    Ok(events)
}
