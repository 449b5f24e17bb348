//! Bookings that were asked for as one: the dates of a series.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::domain::booking::date::Date;
use crate::domain::booking::{Booking, Standing, State};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, UserId};
use crate::domain::time::{Instant, Span};
use crate::store::booking::row::{Row, read};
use crate::store::booking::{attendance, hold};
use crate::store::engine::Conn;
use crate::store::schema::{booking, bundle};
use crate::store::tx::Tx;

/// Why bookings were asked for as one.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Bundle {
    /// 一組: of several facilities at the same time.
    Set,
    /// 定期予約: of one resource on several dates.
    Series,
}

impl Bundle {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Series => "series",
        }
    }
}

/// Keeps that somebody asks for several bookings as one.
///
/// # Errors
/// A fault of the database.
pub fn insert(
    tx: &mut Tx<'_>,
    (kind, id): (Bundle, BookingId),
    by: UserId,
    pattern: &str,
) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::insert_into(bundle::table)
        .values((
            bundle::id.eq(id.number()),
            bundle::kind.eq(kind.code()),
            bundle::user_id.eq(by.number()),
            bundle::pattern.eq(pattern),
            bundle::created_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// All dates of the series that a booking belongs to, in order; none where it stands alone.
///
/// # Errors
/// A fault of the database.
pub fn dates(conn: &mut Conn, id: BookingId) -> Result<Vec<Date>, Halt> {
    let Some((bundle, _)) = place(conn, id)? else {
        return Ok(Vec::new());
    };
    let rows: Vec<(i64, i64, i64, String, bool)> = booking::table
        .filter(booking::bundle_id.eq(bundle))
        .order(booking::place)
        .select((
            booking::id,
            booking::starts_at,
            booking::ends_at,
            booking::state,
            booking::relocated,
        ))
        .load(conn)?;
    let date = |(id, start, end, state, relocated): (i64, i64, i64, String, bool)| {
        let at = Instant::from_unix;
        Some(Date {
            id: BookingId::new(id),
            span: Span::new(at(start), at(end))?,
            state: State::from_code(&state)?,
            relocated,
        })
    };
    let all: Option<Vec<Date>> = rows.into_iter().map(date).collect();
    all.ok_or_else(|| Halt::broken("a date of a series can't be read"))
}

/// The bookings of a series from this one on, or all of them. They are of one person and one resource,
/// whose turn must be held.
///
/// # Errors
/// [`Halt::Absent`] if it stands alone, or a fault.
pub fn members(tx: &mut Tx<'_>, of: &Standing, following: bool) -> Result<Vec<Standing>, Halt> {
    let (bundle, own) = place(tx, of.booking.id)?.ok_or(Halt::Absent)?;
    let from = if following { own } else { 0 };
    let rows: Vec<Row> = booking::table
        .filter(booking::bundle_id.eq(bundle))
        .filter(booking::place.ge(from))
        .order(booking::place)
        .select(Row::as_select())
        .load(&mut **tx)?;
    let relocated: Vec<bool> = rows.iter().map(|row| row.relocated).collect();
    let bookings = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let mut holds: HashMap<BookingId, _> = hold::open_of(tx, &ids)?.into_iter().collect();
    let attending = attendance::of_bookings(tx, &ids)?;
    let mut attending: HashMap<BookingId, _> = attending.into_iter().collect();
    let standing = |(booking, relocated): (Booking, bool)| Standing {
        hold: holds.remove(&booking.id),
        attendant: attending.remove(&booking.id),
        booking,
        decided: None,
        relocated,
        ..of.clone()
    };
    Ok(bookings.into_iter().zip(relocated).map(standing).collect())
}

/// The series of a booking and its place in it.
fn place(conn: &mut Conn, id: BookingId) -> Result<Option<(i64, i64)>, Halt> {
    let series = booking::bundle_id.eq(bundle::id.nullable());
    let found = booking::table
        .inner_join(bundle::table.on(series))
        .filter(booking::id.eq(id.number()))
        .filter(bundle::kind.eq(Bundle::Series.code()))
        .select((bundle::id, booking::place))
        .first(conn);
    Ok(found.optional()?)
}
