//! 読替え: which facts that one institution issued another one recognises, by its published lines.
//!
//! A line recognises what its issuer issued, in one step: what the issuer itself only recognises of
//! a third institution stays the third's, so that no circle of lines grants anything to anybody.

use chrono::{Months, NaiveDate};

use crate::domain::actor::{Actor, Role};
use crate::domain::event::{Event, Kind};
use crate::domain::gate::Gate;
use crate::domain::gate::asked::Recognised;
use crate::domain::gate::fact::Fact;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{CourseId, EquivalenceId, InstitutionId};
use crate::domain::name::Name;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};

/// Longest note in one language, in characters.
pub const NOTE_LONGEST: usize = 400;
/// Most months that a line can name.
pub const MONTHS_MOST: u32 = 120;

/// One line of an institution's table of equivalences.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub id: EquivalenceId,
    /// Who recognises.
    pub institution: InstitutionId,
    pub gate: Gate,
    /// The course of ours that it stands for; none where the gate has no courses, or for any of ours.
    pub course: Option<CourseId>,
    /// Whose facts count; none: any institution's.
    pub issuer: Option<InstitutionId>,
    /// Their course; none: any of theirs.
    pub issuer_course: Option<CourseId>,
    /// A fact counts so many months from the day of issue; 0: as long as its issuer says.
    pub most_months: u32,
    pub note: Name,
    /// The last Tokyo day on which the line counts.
    pub ends_on: Option<NaiveDate>,
}

/// What is asked for at the institution that recognises.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    pub institution: InstitutionId,
    pub gate: Gate,
    /// The course of theirs that a rule names.
    pub course: Option<CourseId>,
}

/// What the lines say of a fact: the best that one line says by itself.
#[must_use]
pub fn recognised(lines: &[Line], wanted: Wanted, fact: &Fact) -> Recognised {
    let said = lines.iter().filter_map(|line| line.until(wanted, fact));
    match said.max_by_key(|until| until.unwrap_or(NaiveDate::MAX)) {
        None => Recognised::No,
        Some(None) => Recognised::Whole,
        Some(Some(day)) => Recognised::Until(day),
    }
}

/// Whether a line recognises a fact on a day.
#[must_use]
pub fn recognises(line: &Line, fact: &Fact, day: NaiveDate) -> bool {
    let wanted = Wanted {
        institution: line.institution,
        gate: line.gate,
        course: line.course,
    };
    line.until(wanted, fact)
        .is_some_and(|until| until.is_none_or(|last| day <= last))
        && fact.valid_until.is_none_or(|last| day <= last)
}

impl Line {
    /// Until which day it recognises a fact; the inner none: as long as the fact counts.
    fn until(&self, wanted: Wanted, fact: &Fact) -> Option<Option<NaiveDate>> {
        let issuer = fact.issuer.filter(|issuer| *issuer != self.institution)?;
        let fits = self.institution == wanted.institution
            && self.gate == wanted.gate
            && fact.gate == self.gate
            && fact.booking.is_none()
            && self.gate.is_portable()
            && (self.course.is_none() || self.course == wanted.course)
            && self.issuer.is_none_or(|known| known == issuer)
            && (self.issuer_course.is_none() || self.issuer_course == fact.course);
        let aged = match self.most_months {
            0 => None,
            months => Some(fact.issued_on?.checked_add_months(Months::new(months))?),
        };
        let ends = [self.ends_on, aged].into_iter().flatten().min();
        fits.then_some(ends)
    }
}

/// Publishes a line: from now on everybody can read it, and gates go by it.
///
/// # Errors
/// [`Halt::NotAllowed`] unless an officer of the institution does it; everything that is wrong with
/// the line.
pub fn publish(line: Line, today: NaiveDate, by: &Actor) -> Act<Line> {
    speaks(line.institution, by)?;
    let mut wrong = Vec::new();
    if !line.gate.is_portable() {
        wrong.push(malformed(Field::Gate));
    }
    let is_training = line.gate == Gate::Training;
    if line.course.is_some() && !is_training {
        wrong.push(malformed(Field::Course));
    }
    if line.issuer_course.is_some() && (!is_training || line.issuer.is_none()) {
        wrong.push(malformed(Field::IssuerCourse));
    }
    if line.issuer == Some(line.institution) {
        wrong.push(malformed(Field::Issuer));
    }
    if line.most_months > MONTHS_MOST {
        wrong.push(malformed(Field::Months));
    }
    if line.ends_on.is_some_and(|last| last < today) {
        wrong.push(malformed(Field::EndsOn));
    }
    for text in [&line.note.ja, &line.note.en] {
        if text.chars().count() > NOTE_LONGEST {
            wrong.push(Refusal::of(Wrong::TooLongText {
                field: Field::Note,
                longest: NOTE_LONGEST,
            }));
        }
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let event = Event::of(Kind::EquivalencePublished)
        .with("equivalence", line.id)
        .with("institution", line.institution)
        .with("gate", line.gate.code());
    Ok(Done { value: line, event })
}

/// Takes a line back: it counts for no day any more.
///
/// # Errors
/// [`Halt::NotAllowed`] unless an officer of the institution does it.
pub fn revoke(id: EquivalenceId, institution: InstitutionId, by: &Actor) -> Act<EquivalenceId> {
    speaks(institution, by)?;
    let event = Event::of(Kind::EquivalenceRevoked)
        .with("equivalence", id)
        .with("institution", institution);
    Ok(Done { value: id, event })
}

fn speaks(institution: InstitutionId, by: &Actor) -> Result<(), Halt> {
    if by.holds(|role| role == Role::InstitutionOfficer(institution)) {
        Ok(())
    } else {
        Err(Halt::NotAllowed)
    }
}

const fn malformed(field: Field) -> Refusal {
    Refusal::of(Wrong::Malformed { field })
}

#[cfg(test)]
mod tests;
