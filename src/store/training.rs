//! Trainings: courses, their dates, who takes part.

pub mod write;

use std::collections::BTreeMap;

use diesel::prelude::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, RunQueryDsl,
    Selectable, SelectableHelper,
};

use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, InstitutionId, TrainingId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::domain::training::{Course, Enrolment, Training};
use crate::store::course::{Owner, Row as CourseRow, owner, read};
use crate::store::engine::Conn;
use crate::store::schema::{course, course_enrolment, course_session, facility, institution, user};

#[derive(Queryable, Selectable)]
#[diesel(table_name = course_session)]
struct DateRow {
    id: i64,
    starts_at: i64,
    ends_at: i64,
    seats: i64,
    place: String,
    cancelled_at: Option<i64>,
}

type Found = (DateRow, CourseRow, Owner);

/// One date of a course, with everybody who takes part.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn view(conn: &mut Conn, id: TrainingId) -> Result<Training, Halt> {
    let found: Found = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(course_session::id.eq(id.number()))
        .select((DateRow::as_select(), CourseRow::as_select(), owner()))
        .first(conn)?;
    peopled(conn, vec![found])?.pop().ok_or(Halt::Absent)
}

/// The dates of these facilities that end after a moment, by start, with everybody who takes part.
///
/// # Errors
/// A fault of the database.
pub fn of_facilities(
    conn: &mut Conn,
    facilities: &[FacilityId],
    since: Instant,
    most: i64,
) -> Result<Vec<Training>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let found: Vec<Found> = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(course::facility_id.eq_any(numbers))
        .filter(course_session::ends_at.gt(since.unix()))
        .order((course_session::starts_at, course_session::id))
        .limit(most)
        .select((DateRow::as_select(), CourseRow::as_select(), owner()))
        .load(conn)?;
    peopled(conn, found)
}

/// The dates to come that anybody can enrol for, by start.
///
/// # Errors
/// A fault of the database.
pub fn coming(conn: &mut Conn, at: Instant, most: i64) -> Result<Vec<Training>, Halt> {
    let found: Vec<Found> = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(course_session::starts_at.gt(at.unix()))
        .filter(course_session::cancelled_at.is_null())
        .filter(course::retired_at.is_null())
        .order((course_session::starts_at, course_session::id))
        .limit(most)
        .select((DateRow::as_select(), CourseRow::as_select(), owner()))
        .load(conn)?;
    peopled(conn, found)
}

/// The dates that somebody enrolled for, latest first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, user: UserId, most: i64) -> Result<Vec<Training>, Halt> {
    let found: Vec<Found> = course_session::table
        .inner_join(course::table.inner_join(facility::table.inner_join(institution::table)))
        .inner_join(course_enrolment::table)
        .filter(course_enrolment::user_id.eq(user.number()))
        .order((course_session::starts_at.desc(), course_session::id))
        .limit(most)
        .select((DateRow::as_select(), CourseRow::as_select(), owner()))
        .load(conn)?;
    peopled(conn, found)
}

/// A date on which somebody can complete a course.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Next {
    pub course: CourseId,
    pub code: String,
    pub name: Name,
    pub training: TrainingId,
    pub span: Span,
    /// Seats that are still free, at least one.
    pub free: u32,
}

/// The dates to come, with a free seat, of the courses of a facility and of its institution as a
/// whole, by start.
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
        .select((DateRow::as_select(), CourseRow::as_select(), owner()))
        .load(conn)?;
    let next = |training: Training| Next {
        free: training.free(),
        course: training.course.id,
        code: training.course.code,
        name: training.course.name,
        training: training.id,
        span: training.span,
    };
    let all = peopled(conn, found)?.into_iter().map(next);
    Ok(all.filter(|next| next.free > 0).collect())
}

/// Everybody who takes part in these dates: one query for all.
fn peopled(conn: &mut Conn, found: Vec<Found>) -> Result<Vec<Training>, Halt> {
    type Row = (
        (i64, i64, Option<i64>, Option<i64>),
        (i64, String, String, String),
        (String, String),
    );
    let ids: Vec<i64> = found.iter().map(|(date, ..)| date.id).collect();
    let rows: Vec<Row> = course_enrolment::table
        .inner_join(user::table.on(user::id.eq(course_enrolment::user_id)))
        .inner_join(institution::table.on(institution::id.eq(user::institution_id)))
        .filter(course_enrolment::session_id.eq_any(ids))
        .order((course_enrolment::enrolled_at, course_enrolment::user_id))
        .select((
            (
                course_enrolment::session_id,
                course_enrolment::enrolled_at,
                course_enrolment::completed_at,
                course_enrolment::absent_at,
            ),
            (user::id, user::name, user::email, user::language),
            (institution::short_ja, institution::abbr),
        ))
        .load(conn)?;
    let mut people: BTreeMap<i64, Vec<Enrolment>> = BTreeMap::new();
    for ((session, at, completed, absent), who, (ja, en)) in rows {
        people.entry(session).or_default().push(Enrolment {
            who: recipient(who),
            institution: Name { ja, en },
            at: Instant::from_unix(at),
            completed_at: completed.map(Instant::from_unix),
            absent_at: absent.map(Instant::from_unix),
        });
    }
    found
        .into_iter()
        .map(|(date, row, owner)| {
            let enrolled = people.remove(&date.id).unwrap_or_default();
            assemble(date, read(row, owner), enrolled)
        })
        .collect()
}

fn recipient((id, name, email, language): (i64, String, String, String)) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    }
}

fn assemble(date: DateRow, course: Course, enrolled: Vec<Enrolment>) -> Result<Training, Halt> {
    let span = Span::new(
        Instant::from_unix(date.starts_at),
        Instant::from_unix(date.ends_at),
    );
    Ok(Training {
        id: TrainingId::new(date.id),
        course,
        span: span.ok_or_else(|| Halt::broken("the time of a training can't be read"))?,
        seats: u32::try_from(date.seats).unwrap_or(0),
        place: date.place,
        is_called_off: date.cancelled_at.is_some(),
        enrolled,
    })
}
