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

/// Whose the courses are that a line names.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Owners {
    /// The institution of our course; none: no course, or none that is known.
    pub course: Option<InstitutionId>,
    /// The institution of the issuer's course.
    pub issuer_course: Option<InstitutionId>,
}

/// Where a fact is recognised.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Recognition {
    pub institution: InstitutionId,
    /// The course of theirs that it stands for; none: any, or the gate has no courses.
    pub course: Option<CourseId>,
    /// The last Tokyo day; none: without end.
    pub until: Option<NaiveDate>,
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

/// Until which day a line recognises a fact; the inner none: without end. None where it does not, or
/// did so before this day only.
#[must_use]
pub fn recognises(line: &Line, fact: &Fact, day: NaiveDate) -> Option<Option<NaiveDate>> {
    let wanted = Wanted {
        institution: line.institution,
        gate: line.gate,
        course: line.course,
    };
    let until = line.until(wanted, fact)?;
    let until = [until, fact.valid_until].into_iter().flatten().min();
    until.is_none_or(|last| day <= last).then_some(until)
}

/// Where a fact is recognised on a day, the best line of each institution and course.
#[must_use]
pub fn recognitions(lines: &[Line], fact: &Fact, day: NaiveDate) -> Vec<Recognition> {
    let mut found: Vec<Recognition> = Vec::new();
    for line in lines {
        let Some(until) = recognises(line, fact, day) else {
            continue;
        };
        let (institution, course) = (line.institution, line.course);
        let longer = |known: &Recognition| {
            known
                .until
                .is_none_or(|last| Some(last) >= until && until.is_some())
        };
        let same =
            |known: &&mut Recognition| known.institution == institution && known.course == course;
        match found.iter_mut().find(same) {
            Some(known) if longer(known) => {}
            Some(known) => known.until = until,
            None => found.push(Recognition {
                institution,
                course,
                until,
            }),
        }
    }
    found
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

/// Publishes a line: from now on everybody can read it, and gates go by it. `standing` are the lines
/// that the institution has published already.
///
/// # Errors
/// [`Halt::NotAllowed`] unless an officer of the institution does it; everything that is wrong with
/// the line.
pub fn publish(
    line: Line,
    owners: Owners,
    standing: &[Line],
    today: NaiveDate,
    by: &Actor,
) -> Act<Line> {
    speaks(line.institution, by)?;
    let mut wrong = check(&line, owners, today);
    let key = |line: &Line| (line.gate, line.course, line.issuer, line.issuer_course);
    let same = |known: &Line| {
        let counts = known.ends_on.is_none_or(|last| today <= last);
        counts && known.institution == line.institution && key(known) == key(&line)
    };
    if standing.iter().any(same) {
        wrong.push(Refusal::of(Wrong::LineStands));
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

/// Everything that is wrong with a line itself.
fn check(line: &Line, owners: Owners, today: NaiveDate) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    if !line.gate.is_portable() {
        wrong.push(malformed(Field::Gate));
    }
    let is_training = line.gate == Gate::Training;
    let ours = owners.course == Some(line.institution);
    if line.course.is_some() && !(is_training && ours) {
        wrong.push(malformed(Field::Course));
    }
    let theirs = line.issuer.is_some() && owners.issuer_course == line.issuer;
    if line.issuer_course.is_some() && !(is_training && theirs) {
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
    wrong
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
