//! What an institution's officers do with its table of equivalences: publish a line, take one back.

use crate::domain::actor::{Actor, Role};
use crate::domain::equivalence::{self, Line, Owners};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{CourseId, EquivalenceId, InstitutionId};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store;
use crate::store::tx::Tx;

/// Publishes a line. Who names a course of an issuer means that issuer.
///
/// # Errors
/// [`Halt::Absent`] for institutions of others; otherwise as the decision says.
pub fn publish(tx: &mut Tx<'_>, by: &Actor, line: &Line) -> Act<EquivalenceId> {
    ours(by, line.institution)?;
    let standing = store::equivalence::take(tx, line.institution)?;
    let owners = Owners {
        course: owner(tx, line.course)?,
        issuer_course: owner(tx, line.issuer_course)?,
    };
    let line = Line {
        issuer: line.issuer.or(owners.issuer_course),
        ..line.clone()
    };
    if !store::equivalence::is_known(tx, line.issuer)? {
        return Err(Halt::because(Refusal::of(Wrong::Malformed {
            field: Field::Issuer,
        })));
    }
    let done = equivalence::publish(line, owners, &standing, by.at.day(), by)?;
    let person = by.person().map(|person| person.id);
    store::equivalence::publish(tx, &done.value, person)?;
    Ok(done.map(|line| line.id))
}

/// Takes a line back.
///
/// # Errors
/// [`Halt::Absent`] without such a line of theirs, or when it was taken back already.
pub fn revoke(tx: &mut Tx<'_>, by: &Actor, id: EquivalenceId) -> Act<EquivalenceId> {
    let institution = store::equivalence::institution_of(tx, id)?;
    ours(by, institution)?;
    let done = equivalence::revoke(id, institution, by)?;
    store::equivalence::revoke(tx, id)?;
    Ok(done)
}

/// Other institutions' tables are not theirs to write.
fn ours(by: &Actor, institution: InstitutionId) -> Result<(), Halt> {
    if by.holds(|role| role == Role::InstitutionOfficer(institution)) {
        Ok(())
    } else {
        Err(Halt::Absent)
    }
}

/// The institution of a course; none for one that is not there.
fn owner(tx: &mut Tx<'_>, course: Option<CourseId>) -> Result<Option<InstitutionId>, Halt> {
    let Some(course) = course else {
        return Ok(None);
    };
    match store::course::by_id(tx, course) {
        Ok(course) => Ok(Some(course.institution)),
        Err(Halt::Absent) => Ok(None),
        Err(halt) => Err(halt),
    }
}
