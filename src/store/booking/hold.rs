//! Holds: why a booking waits, since when, and how it ended.

use diesel::prelude::*;

use crate::domain::booking::Hold;
use crate::domain::booking::State;
use crate::domain::booking::change::Change;
use crate::domain::booking::hold::codes;
use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, UserId};
use crate::domain::time::Instant;
use crate::secret::chance;
use crate::store::engine::Conn;
use crate::store::schema::booking_hold;
use crate::store::tx::Tx;

/// The hold that a booking stands under now.
///
/// # Errors
/// A fault of the database.
pub fn open(conn: &mut Conn, id: BookingId) -> Result<Option<Hold>, Halt> {
    let row: Option<Kept> = booking_hold::table
        .filter(booking_hold::booking_id.eq(id.number()))
        .filter(booking_hold::ended_at.is_null())
        .order(booking_hold::id.desc())
        .select((
            booking_hold::gates,
            booking_hold::return_to,
            booking_hold::held_at,
            booking_hold::reason,
        ))
        .first(conn)
        .optional()?;
    row.map(read).transpose()
}

/// The holds under which these bookings stand now.
///
/// # Errors
/// A fault of the database.
pub fn open_of(conn: &mut Conn, ids: &[BookingId]) -> Result<Vec<(BookingId, Hold)>, Halt> {
    let ids: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, Kept)> = booking_hold::table
        .filter(booking_hold::booking_id.eq_any(ids))
        .filter(booking_hold::ended_at.is_null())
        .order(booking_hold::id)
        .select((
            booking_hold::booking_id,
            (
                booking_hold::gates,
                booking_hold::return_to,
                booking_hold::held_at,
                booking_hold::reason,
            ),
        ))
        .load(conn)?;
    let hold = |(id, kept)| Ok((BookingId::new(id), read(kept)?));
    rows.into_iter().map(hold).collect()
}

/// Gates, where it returns to, since when, and why.
type Kept = (String, String, i64, String);

fn read((gates, return_to, held_at, reason): Kept) -> Result<Hold, Halt> {
    Ok(Hold {
        gates: gates.split(',').filter_map(Gate::from_code).collect(),
        return_to: State::from_code(&return_to)
            .ok_or_else(|| Halt::broken("where a hold returns to can't be read"))?,
        held_at: Instant::from_unix(held_at),
        reason,
    })
}

/// The gates for which a manager let a booking go on.
///
/// # Errors
/// A fault of the database.
pub fn resumed(conn: &mut Conn, id: BookingId) -> Result<Vec<Gate>, Halt> {
    let rows: Vec<String> = booking_hold::table
        .filter(booking_hold::booking_id.eq(id.number()))
        .filter(booking_hold::is_resumed.eq(true))
        .select(booking_hold::gates)
        .load(conn)?;
    let gates = rows.iter().flat_map(|gates| gates.split(','));
    Ok(gates.filter_map(Gate::from_code).collect())
}

/// Keeps a new hold.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, id: BookingId, hold: &Hold) -> Result<(), Halt> {
    let at = tx.at();
    diesel::insert_into(booking_hold::table)
        .values((
            booking_hold::id.eq(chance::id(at)),
            booking_hold::booking_id.eq(id.number()),
            booking_hold::gates.eq(codes(&hold.gates)),
            booking_hold::return_to.eq(hold.return_to.code()),
            booking_hold::held_at.eq(hold.held_at.unix()),
            booking_hold::reason.eq(&hold.reason),
            booking_hold::is_resumed.eq(false),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Ends the hold that stands, if one does.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, change: &Change) -> Result<(), Halt> {
    let (id, by) = (change.booking, change.by);
    let at = tx.at().unix();
    let standing = booking_hold::table
        .filter(booking_hold::booking_id.eq(id.number()))
        .filter(booking_hold::ended_at.is_null());
    diesel::update(standing)
        .set((
            booking_hold::ended_at.eq(Some(at)),
            booking_hold::ended_by.eq(by.map(UserId::number)),
            booking_hold::is_resumed.eq(change.resumed),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
