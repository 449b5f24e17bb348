//! Cancellations: what giving a booking up meant, kept as it was then.

use diesel::prelude::*;

use crate::domain::booking::cancellation::{Cancellation, Side};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{booking, cancellation};
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
            cancellation::waivable.eq(what.is_waivable),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What the cancellation of a booking meant, if it was cancelled.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, id: BookingId) -> Result<Option<Cancellation>, Halt> {
    type Row = (String, i64, Option<i64>, i64, (bool, Option<i64>));
    let row: Option<Row> = cancellation::table
        .find(id.number())
        .select((
            cancellation::side,
            cancellation::percent,
            cancellation::free_until,
            cancellation::cancelled_at,
            (cancellation::waivable, cancellation::waived_at),
        ))
        .first(conn)
        .optional()?;
    row.map(|(side, percent, free_until, at, (is_waivable, waived))| {
        let side = Side::ALL.iter().copied().find(|one| one.code() == side);
        Ok(Cancellation {
            side: side.ok_or_else(|| Halt::broken("the side of a cancellation can't be read"))?,
            percent: u32::try_from(percent)
                .map_err(|_| Halt::broken("the fee of a cancellation can't be read"))?,
            free_until: free_until.map(Instant::from_unix),
            is_waivable,
            is_waived: waived.is_some(),
            at: Instant::from_unix(at),
        })
    })
    .transpose()
}

/// The cancelled bookings whose fee is waived once somebody uses their time, and who had it: those of a
/// resource that lie within a span.
///
/// # Errors
/// A fault of the database.
pub fn waivable(
    conn: &mut Conn,
    resource: ResourceId,
    within: &Span,
) -> Result<Vec<BookingId>, Halt> {
    let ids: Vec<i64> = cancellation::table
        .inner_join(booking::table)
        .filter(booking::resource_id.eq(resource.number()))
        .filter(booking::starts_at.ge(within.start().unix()))
        .filter(booking::ends_at.le(within.end().unix()))
        .filter(cancellation::waivable.eq(true))
        .filter(cancellation::waived_at.is_null())
        .filter(cancellation::percent.gt(0))
        .order(booking::id)
        .select(booking::id)
        .load(conn)?;
    Ok(ids.into_iter().map(BookingId::new).collect())
}

/// Keeps that a fee is waived, and by whose use.
///
/// # Errors
/// A fault of the database.
pub fn waive(tx: &mut Tx<'_>, id: BookingId, by: BookingId) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::update(cancellation::table.find(id.number()))
        .set((
            cancellation::waived_by.eq(Some(by.number())),
            cancellation::waived_at.eq(Some(at)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
