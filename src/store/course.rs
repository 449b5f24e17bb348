//! Courses: those of a facility, those that are given anywhere, one.

use diesel::prelude::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, Selectable,
    SelectableHelper,
};

use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, InstitutionId, TrainingId};
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::domain::training::Course;
use crate::store::engine::Conn;
use crate::store::schema::{course, course_session, facility, institution};
use crate::store::tx::Tx;

/// Most courses that a form offers to choose from.
const OFFERED: i64 = 1_000;

#[derive(Queryable, Selectable)]
#[diesel(table_name = course)]
pub(in crate::store) struct Row {
    id: i64,
    facility_id: i64,
    code: String,
    name_ja: String,
    name_en: String,
    minutes: i64,
    retired_at: Option<i64>,
}

/// The unit and its institution: names of the unit, id and short names of the institution.
pub(in crate::store) type Owner = ((String, String), (i64, String, String));

#[diesel::dsl::auto_type]
pub(in crate::store) fn owner() -> _ {
    (
        (facility::name_ja, facility::name_en),
        (institution::id, institution::short_ja, institution::abbr),
    )
}

/// Reads a course back.
pub(in crate::store) fn read(row: Row, (unit, parent): Owner) -> Course {
    let name = |(ja, en)| Name { ja, en };
    Course {
        id: CourseId::new(row.id),
        facility: FacilityId::new(row.facility_id),
        institution: InstitutionId::new(parent.0),
        facility_name: name(unit),
        institution_name: name((parent.1, parent.2)),
        code: row.code,
        name: name((row.name_ja, row.name_en)),
        minutes: u32::try_from(row.minutes).unwrap_or(1),
        is_retired: row.retired_at.is_some(),
    }
}

/// The courses of these facilities, by code; those that were retired too.
///
/// # Errors
/// A fault of the database.
pub fn of_facilities(conn: &mut Conn, facilities: &[FacilityId]) -> Result<Vec<Course>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<(Row, Owner)> = course::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(course::facility_id.eq_any(numbers))
        .order((course::facility_id, course::code))
        .select((Row::as_select(), owner()))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, owner)| read(row, owner))
        .collect())
}

/// The courses of these facilities, those that are given first: so many from a place on.
///
/// # Errors
/// A fault of the database.
pub fn listed(
    conn: &mut Conn,
    facilities: &[FacilityId],
    (skip, most): (i64, i64),
) -> Result<Vec<Course>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<(Row, Owner)> = course::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(course::facility_id.eq_any(numbers))
        .order((
            course::retired_at.is_not_null(),
            course::facility_id,
            course::code,
        ))
        .offset(skip)
        .limit(most)
        .select((Row::as_select(), owner()))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, owner)| read(row, owner))
        .collect())
}

/// The names of these facilities, by id.
///
/// # Errors
/// A fault of the database.
pub fn units(conn: &mut Conn, facilities: &[FacilityId]) -> Result<Vec<(FacilityId, Name)>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, String, String)> = facility::table
        .filter(facility::id.eq_any(numbers))
        .order(facility::id)
        .select((facility::id, facility::name_ja, facility::name_en))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, ja, en)| (FacilityId::new(id), Name { ja, en }))
        .collect())
}

/// Every course that is given today, by facility and code: what lines of equivalence can name.
///
/// # Errors
/// A fault of the database.
pub fn given(conn: &mut Conn) -> Result<Vec<Course>, Halt> {
    let rows: Vec<(Row, Owner)> = course::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(course::retired_at.is_null())
        .order((course::facility_id, course::code))
        .limit(OFFERED)
        .select((Row::as_select(), owner()))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(row, owner)| read(row, owner))
        .collect())
}

/// One course.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn by_id(conn: &mut Conn, id: CourseId) -> Result<Course, Halt> {
    let (row, owner): (Row, Owner) = course::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(course::id.eq(id.number()))
        .select((Row::as_select(), owner()))
        .first(conn)?;
    Ok(read(row, owner))
}

/// A course, for a deed: nobody else sets its dates, numbers its licences or retires it before we
/// commit.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn take(tx: &mut Tx<'_>, id: CourseId) -> Result<Course, Halt> {
    diesel::update(course::table.filter(course::id.eq(id.number())))
        .set(course::minutes.eq(course::minutes))
        .execute(&mut **tx)?;
    by_id(tx, id)
}

/// How many dates of a course have not ended and are held.
///
/// # Errors
/// A fault of the database.
pub fn coming(conn: &mut Conn, id: CourseId, at: Instant) -> Result<i64, Halt> {
    Ok(course_session::table
        .filter(course_session::course_id.eq(id.number()))
        .filter(course_session::cancelled_at.is_null())
        .filter(course_session::ends_at.gt(at.unix()))
        .count()
        .get_result(conn)?)
}

/// A date of a course that is held at this moment in this place.
///
/// # Errors
/// A fault of the database.
pub fn twin(
    conn: &mut Conn,
    id: CourseId,
    (start, place): (Option<Instant>, &str),
) -> Result<Option<TrainingId>, Halt> {
    let Some(start) = start else { return Ok(None) };
    let found: Option<i64> = course_session::table
        .filter(course_session::course_id.eq(id.number()))
        .filter(course_session::cancelled_at.is_null())
        .filter(course_session::starts_at.eq(start.unix()))
        .filter(course_session::place.eq(place))
        .select(course_session::id)
        .first(conn)
        .optional()?;
    Ok(found.map(TrainingId::new))
}
