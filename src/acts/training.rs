//! What people do with trainings: open a course, set and call off dates, enrol, leave, complete.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{CourseId, FacilityId, FactId, ResourceId, TrainingId, UserId};
use crate::domain::letter::Recipient;
use crate::domain::parameter::terms::{Subject, Terms};
use crate::domain::rule::issued;
use crate::domain::training::course::{self, NewCourse, NewDate};
use crate::domain::training::licence::{self, Completion};
use crate::domain::training::{Course, enrolment};
use crate::secret::chance;
use crate::store;
use crate::store::tx::Tx;

/// Other facilities' courses and dates do not exist for a manager.
fn ours(by: &Actor, facility: FacilityId) -> Result<(), Halt> {
    if by.manages(facility) {
        Ok(())
    } else {
        Err(Halt::Absent)
    }
}

/// Opens a course.
///
/// # Errors
/// [`Halt::Absent`] for facilities of others; otherwise as the decision says.
pub fn open(tx: &mut Tx<'_>, by: &Actor, facility: FacilityId, new: &NewCourse) -> Act<CourseId> {
    ours(by, facility)?;
    let known = store::course::of_facilities(tx, &[facility])?;
    let id = CourseId::new(chance::id(by.at));
    let done = course::open(new, &known, (facility, id), by)?;
    store::training::write::open(tx, id, facility, new)?;
    Ok(done)
}

/// Retires a course.
///
/// # Errors
/// [`Halt::Absent`] without such a course; otherwise as the decision says.
pub fn retire(tx: &mut Tx<'_>, by: &Actor, id: CourseId) -> Act<CourseId> {
    let course = store::course::take(tx, id)?;
    ours(by, course.facility)?;
    let coming = store::course::coming(tx, id, by.at)?;
    let done = course::retire(&course, coming, by)?;
    store::training::write::retire(tx, id)?;
    Ok(done)
}

/// Sets a date of a course.
///
/// # Errors
/// [`Halt::Absent`] without such a course; otherwise as the decision says.
pub fn set(tx: &mut Tx<'_>, by: &Actor, course: CourseId, new: &NewDate) -> Act<TrainingId> {
    let known = store::course::take(tx, course)?;
    ours(by, known.facility)?;
    let id = TrainingId::new(chance::id(by.at));
    let twin = store::course::twin(tx, course, (new.start, &new.place))?;
    let done = course::set(&known, new, (id, twin), by)?;
    store::training::write::set(tx, (id, course), done.value, new)?;
    Ok(done.map(|_| id))
}

/// Calls a date off.
///
/// # Errors
/// [`Halt::Absent`] without such a date; otherwise as the decision says.
pub fn call_off(tx: &mut Tx<'_>, by: &Actor, id: TrainingId, reason: &str) -> Act<TrainingId> {
    let training = store::training::write::take(tx, id)?;
    ours(by, training.course.facility)?;
    let done = enrolment::call_off(&training, reason, by)?;
    store::training::write::call_off(tx, id)?;
    Ok(done)
}

/// Enrols for a date.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers, [`Halt::Absent`] without such a date; otherwise as the
/// decision says.
pub fn enrol(tx: &mut Tx<'_>, by: &Actor, id: TrainingId) -> Act<TrainingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let training = store::training::write::take(tx, id)?;
    let who = Recipient {
        user: person.id,
        name: person.name.clone(),
        email: person.email.clone(),
        language: person.language,
    };
    let done = enrolment::enrol(&training, &who, by.at)?;
    store::training::write::enrol(tx, id, person.id)?;
    Ok(done)
}

/// Leaves a date.
///
/// # Errors
/// As [`enrol`].
pub fn leave(tx: &mut Tx<'_>, by: &Actor, id: TrainingId) -> Act<TrainingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let training = store::training::write::take(tx, id)?;
    let done = enrolment::leave(&training, person.id, by.at)?;
    store::training::write::leave(tx, id, person.id)?;
    Ok(done)
}

/// Records that somebody completed; without a number the next one of the course is given.
///
/// # Errors
/// [`Halt::Absent`] without such a date; otherwise as the decision says.
pub fn complete(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: TrainingId,
    (user, number): (UserId, &str),
) -> Act<FactId> {
    let training = store::training::write::take(tx, id)?;
    ours(by, training.course.facility)?;
    let course = store::course::take(tx, training.course.id)?;
    let number = match number {
        "" => {
            let given = store::training::write::numbers(tx, course.id)?;
            licence::next_number(&course.code, &given)
        }
        typed => typed.to_owned(),
    };
    let completion = Completion {
        user,
        fact: FactId::new(chance::id(by.at)),
        holder: store::training::write::holder(tx, course.id, &number)?,
        number,
        months: months(tx, by, &course)?,
    };
    let done = licence::complete(&training, &completion, by)?;
    let person = by.person().map(|person| person.id);
    store::training::write::complete(tx, &done.value, person)?;
    Ok(done.map(|licence| licence.fact))
}

/// Records that somebody did not come.
///
/// # Errors
/// As [`complete`].
pub fn miss(tx: &mut Tx<'_>, by: &Actor, id: TrainingId, user: UserId) -> Act<UserId> {
    let training = store::training::write::take(tx, id)?;
    ours(by, training.course.facility)?;
    let done = enrolment::miss(&training, user, by)?;
    store::training::write::miss(tx, id, user)?;
    Ok(done)
}

/// 有効期間 of a course's licence today, in months.
fn months(tx: &mut Tx<'_>, by: &Actor, course: &Course) -> Result<u32, Halt> {
    let today = by.at.day();
    let ids: Vec<ResourceId> = store::catalogue::resource::of_facilities(tx, &[course.facility])?;
    let resources = store::catalogue::resource::several(tx, &ids, by.at)?;
    let unit = (course.facility, course.institution);
    let sheets = store::rule::sheet::in_force_from(tx, &[unit], today)?;
    let nowhere = Subject {
        category: "",
        slug: "",
    };
    let plain = issued::periods(&Terms::default(), sheets.iter(), nowhere, today);
    let plain = plain.into_iter().next().map(|(_, terms)| terms);
    Ok(licence::valid_months(
        course,
        resources.iter().map(|resource| &*resource.terms),
        &plain.unwrap_or_default(),
    ))
}
