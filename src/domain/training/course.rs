//! Opening courses and setting their dates.

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{CourseId, FacilityId, TrainingId};
use crate::domain::name::Name;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::training::TrainingBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};
use crate::domain::training::{Course, barred};

/// Longest code of a course, in characters.
pub const CODE_LONGEST: usize = 20;
/// Longest name of a course and of a place, in characters.
pub const NAME_LONGEST: usize = 120;
/// Longest course, in minutes: a week.
pub const MINUTES_MOST: u32 = 10_080;
/// Most seats of one date.
pub const SEATS_MOST: u32 = 10_000;
/// So far ahead a date can be set, in days.
const DAYS_AHEAD: i64 = 731;

/// What a manager types to open a course.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewCourse {
    pub code: String,
    pub name: Name,
    pub minutes: Option<u32>,
}

/// What a manager types to set a date.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewDate {
    pub start: Option<Instant>,
    pub seats: Option<u32>,
    pub place: String,
}

/// Opens a course of a facility.
///
/// # Errors
/// [`Halt::NotAllowed`] unless its manager does it; everything that is wrong with what was typed.
pub fn open(
    new: &NewCourse,
    taken: &[Course],
    (facility, id): (FacilityId, CourseId),
    by: &Actor,
) -> Act<CourseId> {
    if !by.manages(facility) {
        return Err(Halt::NotAllowed);
    }
    let mut wrong = Vec::new();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    check_line(&new.code, Field::Code, CODE_LONGEST, &mut wrong);
    if !new.code.chars().all(plain) {
        wrong.push(malformed(Field::Code));
    } else if taken.iter().any(|course| course.code == new.code) {
        wrong.push(barred(TrainingBar::CodeTaken));
    }
    check_line(&new.name.ja, Field::NameJa, NAME_LONGEST, &mut wrong);
    check_line(&new.name.en, Field::NameEn, NAME_LONGEST, &mut wrong);
    check_number(new.minutes, MINUTES_MOST, Field::Minutes, &mut wrong);
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let event = Event::of(Kind::CourseOpened)
        .with("course", id)
        .with("facility", facility)
        .with("code", &new.code);
    Ok(Done { value: id, event })
}

/// 講習を廃止する: no date is set any more, and rules that name it can't be met by it.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the facility's manager does it, refused if dates are to come.
pub fn retire(course: &Course, coming: i64, by: &Actor) -> Act<CourseId> {
    if !by.manages(course.facility) {
        return Err(Halt::NotAllowed);
    }
    match (course.is_retired, coming) {
        (true, _) => return Err(Halt::because(barred(TrainingBar::Retired))),
        (false, 0) => {}
        (false, _) => return Err(Halt::because(barred(TrainingBar::DatesToCome))),
    }
    let event = Event::of(Kind::CourseRetired).with("course", course.id);
    Ok(Done {
        value: course.id,
        event,
    })
}

/// Sets a date of a course; `twin` is one at the same time in the same place, if there is one.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the facility's manager does it; everything that is wrong with it.
pub fn set(
    course: &Course,
    new: &NewDate,
    (id, twin): (TrainingId, Option<TrainingId>),
    by: &Actor,
) -> Act<Span> {
    if !by.manages(course.facility) {
        return Err(Halt::NotAllowed);
    }
    let mut wrong = check(new);
    let span = new
        .start
        .and_then(|start| Span::of_minutes(start, i64::from(course.minutes)));
    match span {
        Some(span) if span.start() <= by.at => wrong.push(Refusal::of(Wrong::InPast)),
        Some(span) if span.start() > by.at.plus_minutes(DAYS_AHEAD * 1440) => {
            wrong.push(malformed(Field::Start));
        }
        Some(_) if course.is_retired => wrong.push(barred(TrainingBar::Retired)),
        Some(_) if twin.is_some() => wrong.push(barred(TrainingBar::SameDate)),
        Some(span) if wrong.is_empty() => {
            let event = Event::of(Kind::TrainingSet)
                .with("training", id)
                .with("course", course.id);
            return Ok(Done { value: span, event });
        }
        Some(_) | None => {}
    }
    Err(Halt::Refused(wrong))
}

/// Everything that is wrong with a date whatever its course is.
#[must_use]
pub fn check(new: &NewDate) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    if new.start.is_none() {
        wrong.push(missing(Field::Start));
    }
    check_number(new.seats, SEATS_MOST, Field::Seats, &mut wrong);
    check_line(&new.place, Field::Place, NAME_LONGEST, &mut wrong);
    wrong
}

fn check_line(value: &str, field: Field, longest: usize, wrong: &mut Vec<Refusal>) {
    if value.is_empty() {
        wrong.push(missing(field));
    } else if value.chars().count() > longest {
        wrong.push(Refusal::of(Wrong::TooLongText { field, longest }));
    }
}

fn check_number(value: Option<u32>, most: u32, field: Field, wrong: &mut Vec<Refusal>) {
    match value {
        None => wrong.push(missing(field)),
        Some(number) if !(1..=most).contains(&number) => wrong.push(malformed(field)),
        Some(_) => {}
    }
}

const fn missing(field: Field) -> Refusal {
    Refusal::of(Wrong::Missing { field })
}

const fn malformed(field: Field) -> Refusal {
    Refusal::of(Wrong::Malformed { field })
}
