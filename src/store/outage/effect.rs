//! What outages did to bookings: the time that was lost, what is credited, who comes first for another time.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, OutageId, ResourceId, UserId};
use crate::domain::outage::{Effect, What};
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{booking, outage, outage_effect};
use crate::store::tx::Tx;

#[derive(Queryable, Selectable)]
#[diesel(table_name = outage_effect)]
struct Row {
    booking_id: i64,
    effect: String,
    lost_from: i64,
    lost_until: i64,
    credit_minutes: i64,
    rebook_until: String,
    was_settled: bool,
}

fn read(row: &Row) -> Result<Effect, Halt> {
    let unreadable = || Halt::broken("what an outage did can't be read");
    let at = Instant::from_unix;
    let what = match row.effect.as_str() {
        "interrupted" => What::Interrupted {
            credit_minutes: row.credit_minutes,
        },
        _ => What::CalledOff {
            rebook_until: row.rebook_until.parse().map_err(|_| unreadable())?,
        },
    };
    Ok(Effect {
        booking: BookingId::new(row.booking_id),
        lost: Span::new(at(row.lost_from), at(row.lost_until)).ok_or_else(unreadable)?,
        was_settled: row.was_settled,
        what,
    })
}

/// Keeps what an outage did to a booking.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, id: OutageId, effect: &Effect) -> Result<(), Halt> {
    let (code, credit, until) = match effect.what {
        What::CalledOff { rebook_until } => ("called_off", 0, rebook_until.to_string()),
        What::Interrupted { credit_minutes } => ("interrupted", credit_minutes, String::new()),
    };
    diesel::insert_into(outage_effect::table)
        .values((
            outage_effect::outage_id.eq(id.number()),
            outage_effect::booking_id.eq(effect.booking.number()),
            outage_effect::effect.eq(code),
            outage_effect::lost_from.eq(effect.lost.start().unix()),
            outage_effect::lost_until.eq(effect.lost.end().unix()),
            outage_effect::credit_minutes.eq(credit),
            outage_effect::rebook_until.eq(until),
            outage_effect::was_settled.eq(effect.was_settled),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What an outage did, by the time that was lost.
///
/// # Errors
/// A fault of the database.
pub fn of_outage(conn: &mut Conn, id: OutageId) -> Result<Vec<Effect>, Halt> {
    let rows: Vec<Row> = outage_effect::table
        .filter(outage_effect::outage_id.eq(id.number()))
        .order((outage_effect::lost_from, outage_effect::booking_id))
        .select(Row::as_select())
        .load(conn)?;
    rows.iter().map(read).collect()
}

/// What outages did to a booking: the last of it, with the outage.
///
/// # Errors
/// A fault of the database.
pub fn of_booking(conn: &mut Conn, id: BookingId) -> Result<Option<(OutageId, Effect)>, Halt> {
    let row: Option<(i64, Row)> = outage_effect::table
        .filter(outage_effect::booking_id.eq(id.number()))
        .order(outage_effect::outage_id.desc())
        .select((outage_effect::outage_id, Row::as_select()))
        .first(conn)
        .optional()?;
    row.map(|(outage, row)| Ok((OutageId::new(outage), read(&row)?)))
        .transpose()
}

/// Nothing is credited for it any more.
///
/// # Errors
/// A fault of the database.
pub fn withdraw_credit(tx: &mut Tx<'_>, id: OutageId) -> Result<(), Halt> {
    diesel::update(outage_effect::table.filter(outage_effect::outage_id.eq(id.number())))
        .set(outage_effect::credit_minutes.eq(0))
        .execute(&mut **tx)?;
    Ok(())
}

/// 振替優先: who comes first on these resources today.
///
/// # Errors
/// A fault of the database.
pub fn first(
    conn: &mut Conn,
    resources: &[ResourceId],
    at: Instant,
) -> Result<Vec<(ResourceId, UserId)>, Halt> {
    let numbers: Vec<i64> = resources.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, i64)> = outage_effect::table
        .inner_join(booking::table)
        .inner_join(outage::table)
        .filter(booking::resource_id.eq_any(numbers))
        .filter(outage_effect::rebook_until.ge(at.day().to_string()))
        .select((booking::resource_id, booking::user_id))
        .load(conn)?;
    let read = |(resource, user)| (ResourceId::new(resource), UserId::new(user));
    Ok(rows.into_iter().map(read).collect())
}

/// Which of these requests stand in place of one that was called off.
///
/// # Errors
/// A fault of the database.
pub fn replacing(
    conn: &mut Conn,
    requests: &[BookingId],
    at: Instant,
) -> Result<Vec<BookingId>, Halt> {
    let numbers: Vec<i64> = requests.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, i64, i64)> = booking::table
        .filter(booking::id.eq_any(numbers))
        .select((booking::id, booking::resource_id, booking::user_id))
        .load(conn)?;
    let mut resources: Vec<ResourceId> = rows
        .iter()
        .map(|(_, resource, _)| ResourceId::new(*resource))
        .collect();
    resources.sort_unstable();
    resources.dedup();
    let first = first(conn, &resources, at)?;
    let is_first = |(_, resource, user): &(i64, i64, i64)| {
        first.contains(&(ResourceId::new(*resource), UserId::new(*user)))
    };
    let rows = rows.into_iter().filter(is_first);
    Ok(rows.map(|(id, ..)| BookingId::new(id)).collect())
}
