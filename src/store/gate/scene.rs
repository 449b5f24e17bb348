//! What an entry for a gate is judged by, gathered while its person's turn is held.

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::domain::actor::Person;
use crate::domain::booking::Booking;
use crate::domain::gate::Gate;
use crate::domain::gate::declaration::Concern;
use crate::domain::gate::entry::scene::Scene;
use crate::domain::gate::standing::SPECIAL;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, UserId};
use crate::domain::time::Instant;
use crate::store::booking::gather;
use crate::store::catalogue::resource as catalogue;
use crate::store::engine::Conn;
use crate::store::schema::gate_fact;
use crate::store::{equivalence, gate, user};

/// For what somebody enters it, as an address says it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Aim {
    /// The name of the resource in addresses; empty for none.
    pub resource: String,
    pub booking: Option<BookingId>,
}

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// Everything that an entry is judged by.
///
/// # Errors
/// [`Halt::Absent`] where the resource or the booking does not exist, is not theirs, was given up or has
/// begun; or a fault.
pub fn of(
    conn: &mut Conn,
    by: &Person,
    gate_of: Gate,
    aim: &Aim,
    at: Instant,
) -> Result<Scene, Halt> {
    let booking = aim.booking.map(|id| own(conn, id, by.id, at)).transpose()?;
    let resource = match (&booking, aim.resource.as_str()) {
        (Some(booking), _) => Some(catalogue::by_id(conn, booking.resource, at)?),
        (None, "") => None,
        (None, slug) => Some(catalogue::by_slug(conn, slug, at)?),
    };
    let lines = match &resource {
        Some(resource) => equivalence::of_institution(conn, resource.institution)?,
        None => Vec::new(),
    };
    let declared_before = match &booking {
        Some(booking) => declared(conn, booking.id, gate_of)?,
        None => None,
    };
    let issuers = user::affiliations(conn, at)?;
    Ok(Scene {
        home: by.institution,
        resource,
        booking,
        facts: gate::of_user(conn, by.id)?,
        declared_before,
        lately: lately(conn, by.id, at)?,
        issuers: issuers.into_iter().map(|one| one.id).collect(),
        lines,
    })
}

/// Their booking that stands, or competes, and has not begun.
fn own(conn: &mut Conn, id: BookingId, user: UserId, at: Instant) -> Result<Booking, Halt> {
    gather::made(conn, id)?
        .filter(|booking| booking.user == user)
        .filter(|booking| !booking.state.is_given_up() && booking.span.start() > at)
        .ok_or(Halt::Absent)
}

/// Whether a declaration for the booking went to the offices before, taken back or not.
fn declared(conn: &mut Conn, booking: BookingId, gate: Gate) -> Result<Option<Concern>, Halt> {
    let before: i64 = gate_fact::table
        .filter(gate_fact::booking_id.eq(booking.number()))
        .filter(gate_fact::gate.eq(gate.code()))
        .filter(gate_fact::level.eq(SPECIAL))
        .select(count_star())
        .first(conn)?;
    Ok((before > 0).then_some(Concern::DeclaredBefore))
}

/// How many facts they entered within a day.
fn lately(conn: &mut Conn, user: UserId, at: Instant) -> Result<i64, Halt> {
    Ok(gate_fact::table
        .filter(gate_fact::entered_by.eq(user.number()))
        .filter(gate_fact::entered_at.gt(at.unix() - DAY))
        .select(count_star())
        .first(conn)?)
}
