//! What a decision about a booking that nobody came for needs.

use diesel::prelude::*;

use crate::domain::booking::Standing;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::time::Instant;
use crate::domain::usage::no_show::Record;
use crate::store::booking::gather;
use crate::store::engine::Conn;
use crate::store::no_show;
use crate::store::schema::{booking, use_log};
use crate::store::tx::Tx;

/// What stands of a booking's no-show, for a deed: its resource's turn is taken first.
///
/// # Errors
/// [`Halt::Absent`] if there is no such booking, or a fault.
pub fn record(tx: &mut Tx<'_>, id: BookingId) -> Result<Record, Halt> {
    let standing = gather::standing(tx, id)?;
    with(tx, id, standing)
}

/// The same facts without the turn, for pages.
///
/// # Errors
/// As [`record`].
pub fn view(conn: &mut Conn, id: BookingId, at: Instant) -> Result<Record, Halt> {
    let standing = gather::view(conn, id, at)?;
    with(conn, id, standing)
}

fn with(conn: &mut Conn, id: BookingId, standing: Standing) -> Result<Record, Halt> {
    let begun: Option<i64> = booking::table
        .find(id.number())
        .select(booking::used_from)
        .first(conn)?;
    let log: Option<i64> = use_log::table
        .find(id.number())
        .select(use_log::booking_id)
        .first(conn)
        .optional()?;
    let here = standing.resource.facility;
    let marks = no_show::marks(conn, standing.booking.user)?
        .into_iter()
        .filter(|(facility, _)| *facility == here);
    Ok(Record {
        kept: no_show::of(conn, id)?,
        marks: marks.map(|(_, mark)| mark).collect(),
        was_used: begun.is_some() || log.is_some(),
        standing,
    })
}
