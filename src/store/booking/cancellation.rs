//! Cancellations: what giving a booking up meant, kept as it was then.

use diesel::prelude::*;

use crate::domain::booking::cancellation::{Cancellation, Side};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::cancellation;
use crate::store::tx::Tx;

/// Keeps what a cancellation meant.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, id: BookingId, what: &Cancellation) -> Result<(), Halt> {
    diesel::insert_into(cancellation::table)
        .values((
            cancellation::booking_id.eq(id.number()),
            cancellation::side.eq(what.side.code()),
            cancellation::percent.eq(i64::from(what.percent)),
            cancellation::free_until.eq(what.free_until.map(Instant::unix)),
            cancellation::cancelled_at.eq(what.at.unix()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What the cancellation of a booking meant, if it was cancelled.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, id: BookingId) -> Result<Option<Cancellation>, Halt> {
    let row: Option<(String, i64, Option<i64>, i64)> = cancellation::table
        .find(id.number())
        .select((
            cancellation::side,
            cancellation::percent,
            cancellation::free_until,
            cancellation::cancelled_at,
        ))
        .first(conn)
        .optional()?;
    row.map(|(side, percent, free_until, at)| {
        let side = Side::ALL.iter().copied().find(|one| one.code() == side);
        Ok(Cancellation {
            side: side.ok_or_else(|| Halt::broken("the side of a cancellation can't be read"))?,
            percent: u32::try_from(percent)
                .map_err(|_| Halt::broken("the fee of a cancellation can't be read"))?,
            free_until: free_until.map(Instant::from_unix),
            at: Instant::from_unix(at),
        })
    })
    .transpose()
}
