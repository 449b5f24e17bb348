//! What a booking's gates are judged by, and which bookings have to be judged again.

use diesel::prelude::*;

use crate::domain::booking::evaluation::Evaluation;
use crate::domain::booking::judgement::Facts;
use crate::domain::booking::{Standing, State};
use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, UserId};
use crate::domain::time::Instant;
use crate::store::booking::{applicant, evaluation, gather, hold, part_gates, proposal};
use crate::store::engine::Conn;
use crate::store::reconsent;
use crate::store::schema::{booking, booking_evaluation};

/// Everything that the gates of a booking are judged by.
///
/// # Errors
/// A fault of the database.
pub fn facts(conn: &mut Conn, standing: Standing, at: Instant) -> Result<Facts, Halt> {
    let made = &standing.booking;
    let who = (made.user, made.institution);
    let applicant = applicant::of_booking(conn, &standing.resource, who, at)?;
    let beside = part_gates::asked(conn, &standing, at)?;
    let then = [
        evaluation::of(conn, made.id)?,
        proposal::judged_by(conn, made.id)?,
    ];
    let asked_then = then.iter().flatten().flat_map(gates).collect();
    let waits_for_consent = standing
        .hold
        .as_ref()
        .is_some_and(|hold| hold.gates.contains(&Gate::RuleConsent));
    let consent_is_due = waits_for_consent
        && reconsent::pending(conn, at, Some(made.user))?
            .iter()
            .any(|one| one.booking == made.id);
    Ok(Facts {
        applicant,
        beside,
        resumed: hold::resumed(conn, made.id)?,
        asked_then,
        consent_is_due,
        standing,
    })
}

/// The same for a page: without the resource's turn.
///
/// # Errors
/// [`Halt::Absent`] if there is no such booking, or a fault.
pub fn look(conn: &mut Conn, id: BookingId, at: Instant) -> Result<Facts, Halt> {
    let standing = gather::view(conn, id, at)?;
    facts(conn, standing, at)
}

fn gates(then: &Evaluation) -> Vec<Gate> {
    then.gates
        .iter()
        .filter_map(|one| Gate::from_code(&one.gate))
        .collect()
}

/// Somebody's bookings to come, soonest first.
///
/// # Errors
/// A fault of the database.
pub fn of_user(
    conn: &mut Conn,
    user: UserId,
    at: Instant,
    most: i64,
) -> Result<Vec<BookingId>, Halt> {
    let ids: Vec<i64> = booking::table
        .filter(booking::user_id.eq(user.number()))
        .filter(booking::state.eq_any(JUDGED))
        .filter(booking::starts_at.gt(at.unix()))
        .order((booking::starts_at, booking::id))
        .select(booking::id)
        .limit(most)
        .load(conn)?;
    Ok(ids.into_iter().map(BookingId::new).collect())
}

/// The states in which gates are judged; of what competes or waits at home, so that the offices are asked.
const JUDGED: [&str; 5] = [
    "facility_review",
    "submitted",
    "user_side",
    "held",
    "confirmed",
];

/// The next bookings to come that a gate was ever asked for, soonest first: what waits, and what could
/// be held. Those that no rule asked anything of cost one look each.
///
/// # Errors
/// A fault of the database.
pub fn coming(conn: &mut Conn, at: Instant, most: i64) -> Result<Vec<BookingId>, Halt> {
    let rows: Vec<(i64, String, Option<String>)> = booking::table
        .left_join(booking_evaluation::table)
        .filter(booking::state.eq_any(JUDGED))
        .filter(booking::starts_at.gt(at.unix()))
        .order((booking::starts_at, booking::id))
        .select((
            booking::id,
            booking::state,
            booking_evaluation::evaluation.nullable(),
        ))
        .limit(most)
        .load(conn)?;
    let asks = |text: &str| {
        serde_json::from_str::<Evaluation>(text).is_ok_and(|then| !then.gates.is_empty())
    };
    let found = rows.into_iter().filter(|(_, state, then)| {
        state == State::Held.code() || then.as_deref().is_some_and(asks)
    });
    Ok(found.map(|(id, ..)| BookingId::new(id)).collect())
}
