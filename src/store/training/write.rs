//! Writing trainings: courses, dates, enrolments, licences.

use diesel::prelude::{ExpressionMethods, Insertable, OptionalExtension, QueryDsl, RunQueryDsl};
use diesel::result::{DatabaseErrorKind, Error};

use crate::domain::gate::Gate;
use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{CourseId, FacilityId, TrainingId, UserId};
use crate::domain::time::Span;
use crate::domain::training::Training;
use crate::domain::training::course::{NewCourse, NewDate};
use crate::domain::training::licence::Licence;
use crate::secret::chance;
use crate::store::schema::{course, course_enrolment, course_session, gate_fact, gate_ruling};
use crate::store::training::view;
use crate::store::tx::Tx;

/// How many of the last numbers are looked at for the next one.
const NUMBERS: i64 = 500;

/// A date of a course, for a deed: its turn is taken first, so that the last seat goes to one.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn take(tx: &mut Tx<'_>, id: TrainingId) -> Result<Training, Halt> {
    diesel::update(course_session::table.filter(course_session::id.eq(id.number())))
        .set(course_session::turn.eq(course_session::turn + 1))
        .execute(&mut **tx)?;
    view(tx, id)
}

/// Keeps a new course.
///
/// # Errors
/// A fault; another try if the code was taken in between.
pub fn open(
    tx: &mut Tx<'_>,
    id: CourseId,
    facility: FacilityId,
    new: &NewCourse,
) -> Result<(), Halt> {
    let written = diesel::insert_into(course::table)
        .values((
            course::id.eq(id.number()),
            course::facility_id.eq(facility.number()),
            course::code.eq(&new.code),
            course::name_ja.eq(&new.name.ja),
            course::name_en.eq(&new.name.en),
            course::minutes.eq(i64::from(new.minutes.unwrap_or(1))),
        ))
        .execute(&mut **tx);
    once(written)
}

/// No date of the course is set any more.
///
/// # Errors
/// A fault of the database.
pub fn retire(tx: &mut Tx<'_>, id: CourseId) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::update(course::table.filter(course::id.eq(id.number())))
        .set(course::retired_at.eq(at))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps a new date.
///
/// # Errors
/// A fault of the database.
pub fn set(
    tx: &mut Tx<'_>,
    (id, course): (TrainingId, CourseId),
    span: Span,
    new: &NewDate,
) -> Result<(), Halt> {
    diesel::insert_into(course_session::table)
        .values((
            course_session::id.eq(id.number()),
            course_session::course_id.eq(course.number()),
            course_session::starts_at.eq(span.start().unix()),
            course_session::ends_at.eq(span.end().unix()),
            course_session::seats.eq(i64::from(new.seats.unwrap_or(1))),
            course_session::place.eq(&new.place),
            course_session::turn.eq(0_i64),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The date is not held.
///
/// # Errors
/// A fault of the database.
pub fn call_off(tx: &mut Tx<'_>, id: TrainingId) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::update(course_session::table.filter(course_session::id.eq(id.number())))
        .set(course_session::cancelled_at.eq(at))
        .execute(&mut **tx)?;
    Ok(())
}

/// Somebody takes part.
///
/// # Errors
/// A fault; another try if they enrolled in another window in between.
pub fn enrol(tx: &mut Tx<'_>, id: TrainingId, user: UserId) -> Result<(), Halt> {
    let at = tx.at().unix();
    let written = diesel::insert_into(course_enrolment::table)
        .values((
            course_enrolment::session_id.eq(id.number()),
            course_enrolment::user_id.eq(user.number()),
            course_enrolment::enrolled_at.eq(at),
        ))
        .execute(&mut **tx);
    once(written)
}

/// Somebody does not take part after all.
///
/// # Errors
/// A fault of the database.
pub fn leave(tx: &mut Tx<'_>, id: TrainingId, user: UserId) -> Result<(), Halt> {
    diesel::delete(course_enrolment::table.find((id.number(), user.number())))
        .execute(&mut **tx)?;
    Ok(())
}

/// Somebody did not come.
///
/// # Errors
/// A fault of the database.
pub fn miss(tx: &mut Tx<'_>, id: TrainingId, user: UserId) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::update(course_enrolment::table.find((id.number(), user.number())))
        .set(course_enrolment::absent_at.eq(at))
        .execute(&mut **tx)?;
    Ok(())
}

/// The numbers of a course's licences, the last ones issued first.
///
/// # Errors
/// A fault of the database.
pub fn numbers(tx: &mut Tx<'_>, course: CourseId) -> Result<Vec<String>, Halt> {
    Ok(gate_fact::table
        .filter(gate_fact::course_id.eq(course.number()))
        .order(gate_fact::id.desc())
        .limit(NUMBERS)
        .select(gate_fact::number)
        .load(&mut **tx)?)
}

/// Who holds this number of a course already.
///
/// # Errors
/// A fault of the database.
pub fn holder(tx: &mut Tx<'_>, course: CourseId, number: &str) -> Result<Option<UserId>, Halt> {
    let found: Option<i64> = gate_fact::table
        .filter(gate_fact::course_id.eq(course.number()))
        .filter(gate_fact::number.eq(number))
        .select(gate_fact::user_id)
        .first(&mut **tx)
        .optional()?;
    Ok(found.map(UserId::new))
}

#[derive(Insertable)]
#[diesel(table_name = gate_fact)]
struct FactRow<'a> {
    id: i64,
    gate: &'a str,
    user_id: i64,
    facility_id: i64,
    course_id: i64,
    issuer_id: i64,
    project_number: &'a str,
    number: &'a str,
    level: &'a str,
    issued_on: String,
    valid_until: String,
    detail: &'a str,
    entered_at: i64,
    entered_by: Option<i64>,
}

/// Keeps a licence as a fact that its issuer confirmed.
///
/// # Errors
/// A fault of the database.
pub fn complete(tx: &mut Tx<'_>, licence: &Licence, by: Option<UserId>) -> Result<(), Halt> {
    let (at, by) = (tx.at(), by.map(UserId::number));
    let key = (licence.training.number(), licence.user.number());
    diesel::update(course_enrolment::table.find(key))
        .set((
            course_enrolment::completed_at.eq(at.unix()),
            course_enrolment::completed_by.eq(by),
        ))
        .execute(&mut **tx)?;
    let row = FactRow {
        id: licence.fact.number(),
        gate: Gate::Training.code(),
        user_id: licence.user.number(),
        facility_id: licence.facility.number(),
        course_id: licence.course.number(),
        issuer_id: licence.issuer.number(),
        project_number: "",
        number: &licence.number,
        level: "",
        issued_on: licence.issued_on.to_string(),
        valid_until: licence.valid_until.to_string(),
        detail: "",
        entered_at: at.unix(),
        entered_by: by,
    };
    diesel::insert_into(gate_fact::table)
        .values(&row)
        .execute(&mut **tx)?;
    diesel::insert_into(gate_ruling::table)
        .values((
            gate_ruling::id.eq(chance::id(at)),
            gate_ruling::fact_id.eq(licence.fact.number()),
            gate_ruling::side.eq("provider"),
            gate_ruling::verdict.eq("confirmed"),
            gate_ruling::number.eq(&licence.number),
            gate_ruling::ruled_on.eq(at.day().to_string()),
            gate_ruling::condition.eq(""),
            gate_ruling::reason.eq(""),
            gate_ruling::ruled_at.eq(at.unix()),
            gate_ruling::ruled_by.eq(by),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What stands already was written by another window a moment ago: trying again finds it.
fn once(written: Result<usize, Error>) -> Result<(), Halt> {
    match written {
        Ok(_) => Ok(()),
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(Halt::Fault(Fault::Again))
        }
        Err(error) => Err(error.into()),
    }
}
