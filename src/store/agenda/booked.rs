//! The bookings of a person, or on resources, as calendars show them.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::agenda::{concerns_applicant, concerns_facility};
use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId, UserId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::agenda::{name_of, numbers, reach, span_of};
use crate::store::engine::Conn;
use crate::store::schema::{booking, facility, institution, resource, user};

/// One booking as calendars show it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Booked {
    pub id: BookingId,
    pub resource: ResourceId,
    pub state: State,
    pub span: Span,
    pub version: u32,
    pub changed_at: Instant,
    pub name: Name,
    pub facility: Name,
    /// The institution that provides the resource.
    pub provider: Name,
    pub applicant: String,
    /// 利用機関: the applicant's institution when they asked.
    pub home: Name,
}

type Row = (
    (i64, i64, String, i64, i64, i64, i64, i64),
    (String, String),
    (String, String),
    (String, String),
    String,
);

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        (
            booking::id,
            booking::resource_id,
            booking::state,
            booking::starts_at,
            booking::ends_at,
            booking::version,
            booking::updated_at,
            booking::institution_id,
        ),
        (resource::name_ja, resource::name_en),
        (facility::name_ja, facility::name_en),
        (institution::short_ja, institution::abbr),
        user::name,
    )
}

#[diesel::dsl::auto_type]
fn joined() -> _ {
    booking::table
        .inner_join(resource::table.inner_join(facility::table.inner_join(institution::table)))
        .inner_join(user::table)
}

/// Whose bookings a calendar shows.
#[derive(Copy, Clone, Debug)]
pub enum Whose<'a> {
    /// Those that somebody asked for.
    Person(UserId),
    /// Those on these resources.
    On(&'a [ResourceId]),
}

/// Which of too many entries are left out.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum First {
    /// The last ones go: a page shows a period from its beginning.
    Earliest,
    /// The first ones go: of the past, what is nearest to now stays.
    Latest,
}

/// The bookings that touch a span, by start; of too many the rest is left out.
///
/// # Errors
/// A fault of the database.
pub fn during(
    conn: &mut Conn,
    whose: Whose<'_>,
    span: &Span,
    (first, most): (First, i64),
) -> Result<Vec<Booked>, Halt> {
    let concerns = match whose {
        Whose::Person(_) => concerns_applicant,
        Whose::On(_) => concerns_facility,
    };
    let states: Vec<&str> = State::ALL
        .iter()
        .filter(|state| concerns(**state))
        .map(|state| state.code())
        .collect();
    let mut query = joined()
        .filter(booking::starts_at.gt(reach(span)))
        .filter(booking::starts_at.lt(span.end().unix()))
        .filter(booking::ends_at.gt(span.start().unix()))
        .filter(booking::state.eq_any(states))
        .select(columns())
        .limit(most)
        .into_boxed();
    query = match whose {
        Whose::Person(id) => query.filter(booking::user_id.eq(id.number())),
        Whose::On(resources) => query.filter(booking::resource_id.eq_any(numbers(resources))),
    };
    query = match first {
        First::Earliest => query.order((booking::starts_at.asc(), booking::id.asc())),
        First::Latest => query.order((booking::starts_at.desc(), booking::id.desc())),
    };
    let mut rows: Vec<Row> = query.load(conn)?;
    if first == First::Latest {
        rows.reverse();
    }
    named(conn, rows)
}

/// Completes rows with the names of the applicants' institutions: one query for all of them.
fn named(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Booked>, Halt> {
    let homes: BTreeSet<i64> = rows.iter().map(|row| row.0.7).collect();
    let names: Vec<(i64, String, String)> = institution::table
        .filter(institution::id.eq_any(homes))
        .select((institution::id, institution::short_ja, institution::abbr))
        .load(conn)?;
    let names: BTreeMap<i64, Name> = names
        .into_iter()
        .map(|(id, ja, en)| (id, Name { ja, en }))
        .collect();
    Ok(rows
        .into_iter()
        .filter_map(|row| read(row, &names))
        .collect())
}

fn read(row: Row, homes: &BTreeMap<i64, Name>) -> Option<Booked> {
    let (
        (id, resource, state, start, end, version, changed_at, home),
        name,
        facility,
        provider,
        applicant,
    ) = row;
    Some(Booked {
        id: BookingId::new(id),
        resource: ResourceId::new(resource),
        state: State::from_code(&state)?,
        span: span_of(start, end)?,
        version: u32::try_from(version).unwrap_or(0),
        changed_at: Instant::from_unix(changed_at),
        name: name_of(name),
        facility: name_of(facility),
        provider: name_of(provider),
        applicant,
        home: homes.get(&home).cloned().unwrap_or_default(),
    })
}
