//! The offices' queue: what waits for their answer, oldest first, and what they answered lately.

use diesel::prelude::*;

use crate::domain::actor::Role;
use crate::domain::gate::Gate;
use crate::domain::gate::ask::door;
use crate::domain::halt::Halt;
use crate::domain::id::FactId;
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span, parse_day};
use crate::store::engine::Conn;
use crate::store::gate::ask::{doors, holding};
use crate::store::schema::{booking, gate_ask, gate_fact, institution, resource, user};

/// One thing that waits for an office.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub fact: FactId,
    pub gate: Gate,
    pub number: String,
    pub project_number: String,
    pub holder: String,
    pub holder_institution: Name,
    /// The resource and time that it is for, where it is for a booking.
    pub aim: Option<(Name, Span)>,
    pub door: Role,
    /// The institution that the office speaks for.
    pub office: Name,
    pub asked_at: Instant,
    pub due_on: chrono::NaiveDate,
    pub answered_at: Option<Instant>,
}

type Row = (
    (i64, String, String, String),
    (String, i64),
    (String, i64, i64, String, Option<i64>),
    Option<(String, String)>,
    Option<(i64, i64)>,
);

/// Which part of the queue.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// What waits, oldest first.
    Waiting,
    /// What was answered, latest first; of it things that the person took back are left out.
    Answered,
}

#[diesel::dsl::auto_type]
fn joined() -> _ {
    gate_ask::table
        .inner_join(gate_fact::table.inner_join(user::table.on(user::id.eq(gate_fact::user_id))))
        .left_join(
            booking::table
                .inner_join(resource::table)
                .on(gate_fact::booking_id.eq(booking::id.nullable())),
        )
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        (
            gate_fact::id,
            gate_fact::gate,
            gate_fact::number,
            gate_fact::project_number,
        ),
        (user::name, user::institution_id),
        (
            gate_ask::door,
            gate_ask::institution_id,
            gate_ask::asked_at,
            gate_ask::due_on,
            gate_ask::answered_at,
        ),
        (resource::name_ja, resource::name_en).nullable(),
        (booking::starts_at, booking::ends_at).nullable(),
    )
}

/// What waits for the offices of these roles, or what they answered: skip so many and take so many.
///
/// # Errors
/// A fault of the database.
pub fn queue(
    conn: &mut Conn,
    roles: &[Role],
    part: Part,
    at: Instant,
    (skip, take): (i64, i64),
) -> Result<Vec<Line>, Halt> {
    let mine = joined()
        .filter(gate_ask::door.eq_any(doors(roles)))
        .filter(gate_fact::withdrawn_at.is_null())
        .select(columns())
        .offset(skip)
        .limit(take);
    let rows: Vec<Row> = match part {
        Part::Waiting => mine
            .filter(gate_ask::answered_at.is_null())
            .filter(
                gate_fact::booking_id.is_null().or(booking::state
                    .eq_any(holding())
                    .and(booking::ends_at.gt(at.unix()))
                    .assume_not_null()),
            )
            .order((gate_ask::asked_at, gate_ask::fact_id))
            .load(conn)?,
        Part::Answered => mine
            .filter(gate_ask::answered_at.is_not_null())
            .order((gate_ask::answered_at.desc(), gate_ask::fact_id.desc()))
            .load(conn)?,
    };
    lines(conn, rows)
}

/// Completes rows with the names of institutions: one query for all of them.
fn lines(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Line>, Halt> {
    let ids = rows.iter().flat_map(|row| [row.1.1, row.2.1]);
    let names: Vec<(i64, String, String)> = institution::table
        .filter(institution::id.eq_any(ids))
        .select((institution::id, institution::short_ja, institution::abbr))
        .load(conn)?;
    let name = |id: i64| {
        let known = names.iter().find(|(known, ..)| *known == id);
        known.map_or_else(Name::default, |(_, ja, en)| Name {
            ja: ja.clone(),
            en: en.clone(),
        })
    };
    let line = |(fact, holder, ask, resource, time): Row| {
        let (id, gate, number, project_number) = fact;
        let (key, office, asked_at, due_on, answered_at) = ask;
        let span = time
            .and_then(|(start, end)| Span::new(Instant::from_unix(start), Instant::from_unix(end)));
        Some(Line {
            fact: FactId::new(id),
            gate: Gate::from_code(&gate)?,
            number,
            project_number,
            holder: holder.0,
            holder_institution: name(holder.1),
            aim: resource.map(|(ja, en)| Name { ja, en }).zip(span),
            door: door(&key)?,
            office: name(office),
            asked_at: Instant::from_unix(asked_at),
            due_on: parse_day(&due_on)?,
            answered_at: answered_at.map(Instant::from_unix),
        })
    };
    Ok(rows.into_iter().filter_map(line).collect())
}
