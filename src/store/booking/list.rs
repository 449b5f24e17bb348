//! Lists of bookings: an applicant's own, a manager's queue, what the clock must lapse.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, FacilityId, ResourceId, UserId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{booking, facility, institution, resource, user};

/// One line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub id: BookingId,
    pub state: State,
    pub span: Span,
    pub created_at: Instant,
    pub resource: Name,
    pub slug: String,
    pub facility: Name,
    pub facility_id: FacilityId,
    /// The institution that provides the resource.
    pub provider: Name,
    pub user: UserId,
    pub applicant: String,
    /// 利用機関: the applicant's institution when they asked.
    pub applicant_institution: Name,
    pub reason: Option<String>,
    pub purpose: String,
}

type Row = (
    (i64, String, i64, i64, i64, Option<String>, String, i64, i64),
    (String, String, String),
    (String, String, i64),
    (String, String),
    String,
);

fn line(row: Row, institutions: &BTreeMap<i64, Name>) -> Option<Line> {
    let (
        (id, state, start, end, created, reason, purpose, home, user),
        (ja, en, slug),
        (facility_ja, facility_en, facility_id),
        (provider_ja, provider_en),
        applicant,
    ) = row;
    Some(Line {
        id: BookingId::new(id),
        state: State::from_code(&state)?,
        span: Span::new(Instant::from_unix(start), Instant::from_unix(end))?,
        created_at: Instant::from_unix(created),
        resource: Name { ja, en },
        slug,
        facility: Name {
            ja: facility_ja,
            en: facility_en,
        },
        facility_id: FacilityId::new(facility_id),
        provider: Name {
            ja: provider_ja,
            en: provider_en,
        },
        user: UserId::new(user),
        applicant,
        applicant_institution: institutions.get(&home).cloned().unwrap_or_default(),
        reason,
        purpose,
    })
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        (
            booking::id,
            booking::state,
            booking::starts_at,
            booking::ends_at,
            booking::created_at,
            booking::reason,
            booking::purpose,
            booking::institution_id,
            booking::user_id,
        ),
        (resource::name_ja, resource::name_en, resource::slug),
        (facility::name_ja, facility::name_en, facility::id),
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

/// Completes rows with the names of the applicants' institutions: one query for all of them.
fn lines(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Line>, Halt> {
    let homes: BTreeSet<i64> = rows.iter().map(|row| row.0.7).collect();
    let names: Vec<(i64, String, String)> = institution::table
        .filter(institution::id.eq_any(homes))
        .select((institution::id, institution::short_ja, institution::abbr))
        .load(conn)?;
    let names = names
        .into_iter()
        .map(|(id, ja, en)| (id, Name { ja, en }))
        .collect();
    Ok(rows
        .into_iter()
        .filter_map(|row| line(row, &names))
        .collect())
}

/// Which part of somebody's requests.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Asked for, held or confirmed, and not over yet; soonest first.
    Ahead,
    /// Over or ended; latest first.
    Behind,
}

/// Somebody's own requests: of a part, skip so many and take so many.
///
/// # Errors
/// A fault of the database.
pub fn own(
    conn: &mut Conn,
    user: UserId,
    part: Part,
    at: Instant,
    (skip, take): (i64, i64),
) -> Result<Vec<Line>, Halt> {
    let standing: Vec<&str> = State::ALL
        .iter()
        .filter(|state| !state.is_given_up())
        .map(|state| state.code())
        .collect();
    let mine = joined()
        .filter(booking::user_id.eq(user.number()))
        .select(columns())
        .offset(skip)
        .limit(take);
    let rows: Vec<Row> = match part {
        Part::Ahead => mine
            .filter(booking::ends_at.gt(at.unix()))
            .filter(booking::state.eq_any(standing))
            .order((booking::starts_at.asc(), booking::id.asc()))
            .load(conn)?,
        Part::Behind => mine
            .filter(
                booking::ends_at
                    .le(at.unix())
                    .or(booking::state.ne_all(standing)),
            )
            .order((booking::starts_at.desc(), booking::id.desc()))
            .load(conn)?,
    };
    lines(conn, rows)
}

/// The states in which a facility has something to decide, or will have.
const WAITING: [State; 4] = [
    State::FacilityReview,
    State::Submitted,
    State::UserSide,
    State::Held,
];

/// What waits for a decision at these facilities, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn waiting(conn: &mut Conn, facilities: &[FacilityId], limit: i64) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = joined()
        .filter(booking::state.eq_any(WAITING.map(State::code)))
        .filter(facility::id.eq_any(numbers))
        .order((booking::created_at, booking::id))
        .select(columns())
        .limit(limit)
        .load(conn)?;
    lines(conn, rows)
}

/// The confirmed bookings of these facilities that touch a time, soonest first.
///
/// # Errors
/// A fault of the database.
pub fn confirmed_during(
    conn: &mut Conn,
    facilities: &[FacilityId],
    during: &Span,
    limit: i64,
) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = joined()
        .filter(booking::state.eq(State::Confirmed.code()))
        .filter(facility::id.eq_any(numbers))
        .filter(booking::starts_at.lt(during.end().unix()))
        .filter(booking::ends_at.gt(during.start().unix()))
        .order((booking::starts_at, booking::id))
        .select(columns())
        .limit(limit)
        .load(conn)?;
    lines(conn, rows)
}

/// The bookings of these facilities in these states, those that ended last first: skip so many and take
/// so many.
///
/// # Errors
/// A fault of the database.
pub fn standing(
    conn: &mut Conn,
    facilities: &[FacilityId],
    states: &[State],
    (skip, take): (i64, i64),
) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let codes: Vec<&str> = states.iter().map(|state| state.code()).collect();
    let rows: Vec<Row> = joined()
        .filter(booking::state.eq_any(codes))
        .filter(facility::id.eq_any(numbers))
        .order((booking::ends_at.desc(), booking::id.desc()))
        .select(columns())
        .offset(skip)
        .limit(take)
        .load(conn)?;
    lines(conn, rows)
}

/// The confirmed bookings of a resource to come, without this one: with these it can change places.
///
/// # Errors
/// A fault of the database.
pub fn swappable(
    conn: &mut Conn,
    (resource, except): (ResourceId, BookingId),
    at: Instant,
    most: i64,
) -> Result<Vec<Line>, Halt> {
    let rows: Vec<Row> = joined()
        .filter(booking::resource_id.eq(resource.number()))
        .filter(booking::state.eq(State::Confirmed.code()))
        .filter(booking::starts_at.gt(at.unix()))
        .filter(booking::id.ne(except.number()))
        .order((booking::starts_at, booking::id))
        .select(columns())
        .limit(most)
        .load(conn)?;
    lines(conn, rows)
}

/// These bookings, in the order of their starts.
///
/// # Errors
/// A fault of the database.
pub fn some(conn: &mut Conn, ids: &[BookingId]) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = joined()
        .filter(booking::id.eq_any(numbers))
        .order((booking::starts_at, booking::id))
        .select(columns())
        .load(conn)?;
    lines(conn, rows)
}

/// The last requests that were decided at these facilities, latest first.
///
/// # Errors
/// A fault of the database.
pub fn decided(conn: &mut Conn, facilities: &[FacilityId], limit: i64) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = joined()
        .filter(booking::state.ne_all(WAITING.map(State::code)))
        .filter(booking::decided_at.is_not_null())
        .filter(facility::id.eq_any(numbers))
        .order((booking::updated_at.desc(), booking::id.desc()))
        .select(columns())
        .limit(limit)
        .load(conn)?;
    lines(conn, rows)
}
