//! The ledger: each deed's event, and one outbox row per reader, in the deed's own transaction.

use diesel::RunQueryDsl;
use diesel::prelude::*;

use crate::domain::event::{Event, Kind};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ServiceId};
use crate::domain::time::Instant;
use crate::secret::chance;
use crate::store::engine::Conn;
use crate::store::schema::{event, outbox};

#[derive(Insertable)]
#[diesel(table_name = event)]
struct EventRow<'a> {
    id: i64,
    at: i64,
    actor_id: Option<i64>,
    kind: &'a str,
    booking_id: Option<i64>,
    user_id: Option<i64>,
    facts: String,
    service_id: Option<i64>,
}

#[derive(Insertable)]
#[diesel(table_name = outbox)]
struct OutboxRow<'a> {
    id: i64,
    event_id: i64,
    letter: &'a str,
    user_id: i64,
    name: &'a str,
    email: &'a str,
    language: &'a str,
    facts: String,
    state: &'a str,
    tries: i64,
    next_at: i64,
}

/// Appends an event and queues its letters.
pub(in crate::store) fn append(
    conn: &mut Conn,
    event: &Event,
    actor: Option<i64>,
    at: Instant,
) -> Result<(), Halt> {
    let id = chance::id(at);
    let row = EventRow {
        id,
        at: at.unix(),
        actor_id: actor,
        kind: event.kind.code(),
        booking_id: event.booking.map(BookingId::number),
        user_id: event.user.map(crate::domain::id::UserId::number),
        facts: serde_json::to_string(&event.facts).map_err(Halt::broken)?,
        service_id: event.service.map(ServiceId::number),
    };
    diesel::insert_into(event::table)
        .values(&row)
        .execute(conn)?;
    for envelope in &event.letters {
        let row = OutboxRow {
            id: chance::id(at),
            event_id: id,
            letter: envelope.letter.code(),
            user_id: envelope.to.user.number(),
            name: &envelope.to.name,
            email: &envelope.to.email,
            language: envelope.to.language.code(),
            facts: serde_json::to_string(&envelope.letter).map_err(Halt::broken)?,
            state: "queued",
            tries: 0,
            next_at: at.unix(),
        };
        diesel::insert_into(outbox::table)
            .values(&row)
            .execute(conn)?;
    }
    event
        .also
        .iter()
        .try_for_each(|event| append(conn, event, actor, at))
}

/// One line of a booking's history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub at: Instant,
    pub kind: Kind,
    /// Who did it; none for the house itself.
    pub by: Option<String>,
    pub reason: Option<String>,
}

/// Whether something ever happened to a booking.
///
/// # Errors
/// A fault of the database.
pub fn happened(conn: &mut Conn, booking: BookingId, kind: Kind) -> Result<bool, Halt> {
    let count: i64 = event::table
        .filter(event::booking_id.eq(booking.number()))
        .filter(event::kind.eq(kind.code()))
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

/// The history of a booking, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn history(conn: &mut Conn, booking: BookingId) -> Result<Vec<Line>, Halt> {
    use crate::store::schema::user;
    let rows: Vec<Row> = event::table
        .left_join(user::table.on(event::actor_id.eq(user::id.nullable())))
        .filter(event::booking_id.eq(booking.number()))
        .order((event::at, event::id))
        .limit(200)
        .select((event::at, event::kind, event::facts, user::name.nullable()))
        .load(conn)?;
    Ok(lines(rows))
}

/// The history of a request without a slot, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn history_of_service(conn: &mut Conn, service: ServiceId) -> Result<Vec<Line>, Halt> {
    use crate::store::schema::user;
    let rows: Vec<Row> = event::table
        .left_join(user::table.on(event::actor_id.eq(user::id.nullable())))
        .filter(event::service_id.eq(service.number()))
        .order((event::at, event::id))
        .limit(200)
        .select((event::at, event::kind, event::facts, user::name.nullable()))
        .load(conn)?;
    Ok(lines(rows))
}

type Row = (i64, String, String, Option<String>);

fn lines(rows: Vec<Row>) -> Vec<Line> {
    rows.into_iter()
        .filter_map(|(at, kind, facts, by)| {
            let facts: std::collections::BTreeMap<String, String> =
                serde_json::from_str(&facts).unwrap_or_default();
            let reason = facts.get("reason").cloned();
            Some(Line {
                at: Instant::from_unix(at),
                kind: Kind::from_code(&kind)?,
                by,
                reason,
            })
        })
        .collect()
}
