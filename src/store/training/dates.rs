//! Dates of courses as lists show them: seats are counted, and nobody who takes part is named.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, InstitutionId, TrainingId, UserId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::domain::training::date::{Date, Enrolled};
use crate::store::course::{Owner, Row as CourseRow, owner, read};
use crate::store::engine::Conn;
use crate::store::schema::{course, course_enrolment, course_session, facility, institution};

#[derive(Queryable, Selectable)]
#[diesel(table_name = course_session)]
struct Row {
    id: i64,
    starts_at: i64,
    ends_at: i64,
    seats: i64,
    place: String,
    cancelled_at: Option<i64>,
}

type Found = (Row, CourseRow, Owner);

/// Which dates of a facility.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Those that have not ended, the next one first.
    Ahead,
    /// Those that have, the last one first.
    Behind,
}

/// One date.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn one(conn: &mut Conn, id: TrainingId) -> Result<Date, Halt> {
    let found: Found = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(course_session::id.eq(id.number()))
        .select((Row::as_select(), CourseRow::as_select(), owner()))
        .first(conn)?;
    counted(conn, vec![found])?.pop().ok_or(Halt::Absent)
}

/// The dates of these facilities, those that were called off too: so many from a place on.
///
/// # Errors
/// A fault of the database.
pub fn of_facilities(
    conn: &mut Conn,
    facilities: &[FacilityId],
    (part, at): (Part, Instant),
    (skip, most): (i64, i64),
) -> Result<Vec<Date>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let of_these = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(course::facility_id.eq_any(numbers));
    let columns = (Row::as_select(), CourseRow::as_select(), owner());
    let found: Vec<Found> = match part {
        Part::Ahead => of_these
            .filter(course_session::ends_at.gt(at.unix()))
            .order((course_session::starts_at, course_session::id))
            .offset(skip)
            .limit(most)
            .select(columns)
            .load(conn)?,
        Part::Behind => of_these
            .filter(course_session::ends_at.le(at.unix()))
            .order((course_session::starts_at.desc(), course_session::id))
            .offset(skip)
            .limit(most)
            .select(columns)
            .load(conn)?,
    };
    counted(conn, found)
}

/// The dates to come that people can enrol for, full ones included, by start: so many from a place on.
///
/// # Errors
/// A fault of the database.
pub fn coming(conn: &mut Conn, at: Instant, (skip, most): (i64, i64)) -> Result<Vec<Date>, Halt> {
    let found: Vec<Found> = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(course_session::starts_at.gt(at.unix()))
        .filter(course_session::cancelled_at.is_null())
        .filter(course::retired_at.is_null())
        .order((course_session::starts_at, course_session::id))
        .offset(skip)
        .limit(most)
        .select((Row::as_select(), CourseRow::as_select(), owner()))
        .load(conn)?;
    counted(conn, found)
}

/// The same of some courses only.
///
/// # Errors
/// A fault of the database.
pub fn coming_of(
    conn: &mut Conn,
    courses: &[CourseId],
    at: Instant,
    (skip, most): (i64, i64),
) -> Result<Vec<Date>, Halt> {
    let numbers: Vec<i64> = courses.iter().map(|id| id.number()).collect();
    let found: Vec<Found> = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(course::id.eq_any(numbers))
        .filter(course_session::starts_at.gt(at.unix()))
        .filter(course_session::cancelled_at.is_null())
        .filter(course::retired_at.is_null())
        .order((course_session::starts_at, course_session::id))
        .offset(skip)
        .limit(most)
        .select((Row::as_select(), CourseRow::as_select(), owner()))
        .load(conn)?;
    counted(conn, found)
}

/// The dates that somebody enrolled for, latest first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, user: UserId, most: i64) -> Result<Vec<Enrolled>, Halt> {
    type Outcome = (Option<i64>, Option<i64>);
    let rows: Vec<(Row, CourseRow, Owner, Outcome)> = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .inner_join(course_enrolment::table)
        .filter(course_enrolment::user_id.eq(user.number()))
        .order((course_session::starts_at.desc(), course_session::id))
        .limit(most)
        .select((
            Row::as_select(),
            CourseRow::as_select(),
            owner(),
            (course_enrolment::completed_at, course_enrolment::absent_at),
        ))
        .load(conn)?;
    let (found, outcomes): (Vec<Found>, Vec<Outcome>) = rows
        .into_iter()
        .map(|(row, course, owner, outcome)| ((row, course, owner), outcome))
        .unzip();
    let dates = counted(conn, found)?;
    let read = |(date, (completed, absent)): (Date, Outcome)| Enrolled {
        date,
        completed_at: completed.map(Instant::from_unix),
        absent_at: absent.map(Instant::from_unix),
    };
    Ok(dates.into_iter().zip(outcomes).map(read).collect())
}

/// For which of these dates somebody is enrolled.
///
/// # Errors
/// A fault of the database.
pub fn enrolled_in(
    conn: &mut Conn,
    user: UserId,
    dates: &[TrainingId],
) -> Result<BTreeSet<TrainingId>, Halt> {
    let numbers: Vec<i64> = dates.iter().map(|id| id.number()).collect();
    let found: Vec<i64> = course_enrolment::table
        .filter(course_enrolment::user_id.eq(user.number()))
        .filter(course_enrolment::session_id.eq_any(numbers))
        .select(course_enrolment::session_id)
        .load(conn)?;
    Ok(found.into_iter().map(TrainingId::new).collect())
}

/// A date on which somebody can complete a course.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Next {
    pub course: CourseId,
    pub code: String,
    pub name: Name,
    pub training: TrainingId,
    pub span: Span,
    pub place: String,
    /// Seats that are still free; none for a date that is full.
    pub free: u32,
}

/// The dates to come of the courses of a facility and of its institution as a whole, by start; full
/// ones too, because somebody may have a seat.
///
/// # Errors
/// A fault of the database.
pub fn next_sessions(
    conn: &mut Conn,
    unit: (FacilityId, InstitutionId),
    from: Instant,
) -> Result<Vec<Next>, Halt> {
    next_of(conn, &[unit], from)
}

/// The same of several facilities.
///
/// # Errors
/// A fault of the database.
pub fn next_of(
    conn: &mut Conn,
    units: &[(FacilityId, InstitutionId)],
    from: Instant,
) -> Result<Vec<Next>, Halt> {
    let facilities: Vec<i64> = units.iter().map(|(id, _)| id.number()).collect();
    let institutions: Vec<i64> = units.iter().map(|(_, id)| id.number()).collect();
    let whole = facility::is_whole
        .eq(true)
        .and(facility::institution_id.eq_any(institutions));
    let found: Vec<Found> = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(facility::id.eq_any(facilities).or(whole))
        .filter(course_session::starts_at.gt(from.unix()))
        .filter(course_session::cancelled_at.is_null())
        .filter(course::retired_at.is_null())
        .order((course_session::starts_at, course_session::id))
        .limit(200)
        .select((Row::as_select(), CourseRow::as_select(), owner()))
        .load(conn)?;
    let next = |date: Date| Next {
        free: date.free(),
        course: date.course.id,
        code: date.course.code,
        name: date.course.name,
        training: date.id,
        span: date.span,
        place: date.place,
    };
    Ok(counted(conn, found)?.into_iter().map(next).collect())
}

/// How many take part in each, and of how many the outcome is open: two queries for all.
fn counted(conn: &mut Conn, found: Vec<Found>) -> Result<Vec<Date>, Halt> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = found.iter().map(|(row, ..)| row.id).collect();
    let taken: BTreeMap<i64, i64> = course_enrolment::table
        .filter(course_enrolment::session_id.eq_any(&ids))
        .group_by(course_enrolment::session_id)
        .select((course_enrolment::session_id, diesel::dsl::count_star()))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
    let open: BTreeMap<i64, i64> = course_enrolment::table
        .filter(course_enrolment::session_id.eq_any(&ids))
        .filter(course_enrolment::completed_at.is_null())
        .filter(course_enrolment::absent_at.is_null())
        .group_by(course_enrolment::session_id)
        .select((course_enrolment::session_id, diesel::dsl::count_star()))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
    let count = |counts: &BTreeMap<i64, i64>, id: i64| {
        let count = counts.get(&id).copied().unwrap_or_default();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    found
        .into_iter()
        .map(|(row, course, owner)| {
            let counts = (count(&taken, row.id), count(&open, row.id));
            date(row, (course, owner), counts)
        })
        .collect()
}

fn date(
    row: Row,
    (course, owner): (CourseRow, Owner),
    (taken, open): (u32, u32),
) -> Result<Date, Halt> {
    let span = Span::new(
        Instant::from_unix(row.starts_at),
        Instant::from_unix(row.ends_at),
    );
    Ok(Date {
        id: TrainingId::new(row.id),
        course: read(course, owner),
        span: span.ok_or_else(|| Halt::broken("the time of a training can't be read"))?,
        seats: u32::try_from(row.seats).unwrap_or(0),
        taken,
        open,
        place: row.place,
        is_called_off: row.cancelled_at.is_some(),
    })
}
