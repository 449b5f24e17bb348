//! Somebody's facts for gates as their page lists them, and their bookings that wait for some.

use diesel::prelude::*;

use crate::domain::booking::State;
use crate::domain::gate::Gate;
use crate::domain::gate::fact::Fact;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, InstitutionId, UserId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::gate;
use crate::store::gate::ask::{self, Kept};
use crate::store::gate::file::names;
use crate::store::schema::{booking, booking_hold, resource};

/// Somebody's facts, with who was asked about them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mine {
    /// Latest first.
    pub facts: Vec<Fact>,
    pub asks: Vec<Kept>,
    pub offices: Vec<(InstitutionId, Name)>,
    /// Bookings to come that wait for gates, soonest first.
    pub held: Vec<Waiting>,
}

/// A booking on hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    pub booking: BookingId,
    pub slug: String,
    pub resource: Name,
    pub span: Span,
    pub gates: Vec<Gate>,
}

/// Everything that the page of somebody's facts shows.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, user: UserId, at: Instant, most: usize) -> Result<Mine, Halt> {
    let mut facts = gate::of_user(conn, user)?;
    facts.reverse();
    facts.truncate(most);
    let ids: Vec<_> = facts.iter().map(|fact| fact.id).collect();
    let asks = ask::of_facts(conn, &ids)?;
    let institutions: Vec<_> = asks.iter().map(|kept| kept.ask.institution).collect();
    Ok(Mine {
        offices: names(conn, &institutions)?,
        held: held(conn, user, at)?,
        facts,
        asks,
    })
}

fn held(conn: &mut Conn, user: UserId, at: Instant) -> Result<Vec<Waiting>, Halt> {
    type Row = (i64, i64, i64, String, (String, String), String);
    let rows: Vec<Row> = booking::table
        .inner_join(resource::table)
        .inner_join(booking_hold::table)
        .filter(booking::user_id.eq(user.number()))
        .filter(booking::state.eq(State::Held.code()))
        .filter(booking::starts_at.gt(at.unix()))
        .filter(booking_hold::ended_at.is_null())
        .order((booking::starts_at, booking::id))
        .limit(100)
        .select((
            booking::id,
            booking::starts_at,
            booking::ends_at,
            resource::slug,
            (resource::name_ja, resource::name_en),
            booking_hold::gates,
        ))
        .load(conn)?;
    let read = |(id, start, end, slug, (ja, en), gates): Row| {
        Some(Waiting {
            booking: BookingId::new(id),
            slug,
            resource: Name { ja, en },
            span: Span::new(Instant::from_unix(start), Instant::from_unix(end))?,
            gates: gates.split(',').filter_map(Gate::from_code).collect(),
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
