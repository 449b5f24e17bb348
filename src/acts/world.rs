//! Filling a database with an invented world.

use crate::domain::actor::Actor;
use crate::domain::halt::Act;
use crate::domain::world::{self, Batch};
use crate::store;
use crate::store::tx::Tx;

/// Fills a part of an invented world in; returns how many bookings it has.
///
/// # Errors
/// [`crate::domain::halt::Halt::NotAllowed`] for everybody but the house itself, or a fault.
pub fn fill(tx: &mut Tx<'_>, by: &Actor, part: &str, batch: &Batch) -> Act<usize> {
    let done = world::fill(part, batch, by)?;
    store::world::fill(tx, batch)?;
    Ok(done)
}
