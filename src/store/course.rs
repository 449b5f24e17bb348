//! Courses: those of a facility, those that are given anywhere, one.

use diesel::prelude::{
    ExpressionMethods, QueryDsl, Queryable, RunQueryDsl, Selectable, SelectableHelper,
};

use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, InstitutionId};
use crate::domain::name::Name;
use crate::domain::training::Course;
use crate::store::engine::Conn;
use crate::store::schema::{course, facility, institution};

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

/// Every course that is given today, by facility and code: what lines of equivalence can name.
///
/// # Errors
/// A fault of the database.
pub fn given(conn: &mut Conn) -> Result<Vec<Course>, Halt> {
    let rows: Vec<(Row, Owner)> = course::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(course::retired_at.is_null())
        .order((course::facility_id, course::code))
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
