//! What bookings were judged by when they were made; the database lets nobody change it.

use diesel::prelude::*;

use crate::domain::booking::evaluation::Evaluation;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::store::engine::Conn;
use crate::store::schema::booking_evaluation;
use crate::store::tx::Tx;

/// Keeps what a new booking was judged by.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, id: BookingId, evaluation: &Evaluation) -> Result<(), Halt> {
    let text = serde_json::to_string(evaluation).map_err(Halt::broken)?;
    let at = tx.at().unix();
    diesel::insert_into(booking_evaluation::table)
        .values((
            booking_evaluation::booking_id.eq(id.number()),
            booking_evaluation::at.eq(at),
            booking_evaluation::evaluation.eq(text),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What a booking was judged by; none of bookings that are older than such records.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, id: BookingId) -> Result<Option<Evaluation>, Halt> {
    let text: Option<String> = booking_evaluation::table
        .find(id.number())
        .select(booking_evaluation::evaluation)
        .first(conn)
        .optional()?;
    text.map(|text| {
        serde_json::from_str(&text).map_err(|error| {
            Halt::broken(format!(
                "what booking {id} was judged by can't be read: {error}"
            ))
        })
    })
    .transpose()
}
