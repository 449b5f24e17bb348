//! Requests that the clock has to end.

use diesel::prelude::*;

use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::booking;

/// Undecided requests whose start has passed.
///
/// # Errors
/// A fault of the database.
pub fn overdue(conn: &mut Conn, at: Instant, limit: i64) -> Result<Vec<BookingId>, Halt> {
    let undecided = [
        State::Submitted,
        State::UserSide,
        State::FacilityReview,
        State::Returned,
        State::Held,
        State::ApprovedWithConditions,
        State::Approved,
    ]
    .map(State::code);
    let rows: Vec<i64> = booking::table
        .filter(booking::state.eq_any(undecided))
        .filter(booking::starts_at.le(at.unix()))
        .order(booking::starts_at)
        .select(booking::id)
        .limit(limit)
        .load(conn)?;
    Ok(rows.into_iter().map(BookingId::new).collect())
}
