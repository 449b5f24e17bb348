//! 講習: courses, the dates on which they are held, who takes part, and the licence that follows.

pub mod course;
pub mod date;
pub mod enrolment;
pub mod licence;
#[cfg(test)]
mod tests;

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, InstitutionId, TrainingId, UserId};
use crate::domain::letter::training::{TrainingFacts, TrainingNews};
use crate::domain::letter::{Envelope, Letter, Recipient};
use crate::domain::name::Name;
use crate::domain::refusal::training::TrainingBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// A course that a facility gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Course {
    pub id: CourseId,
    pub facility: FacilityId,
    /// The institution of the facility: it issues the licence.
    pub institution: InstitutionId,
    pub facility_name: Name,
    pub institution_name: Name,
    /// By which rules name it: "C1".
    pub code: String,
    pub name: Name,
    pub minutes: u32,
    pub is_retired: bool,
}

/// One date on which a course is held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Training {
    pub id: TrainingId,
    pub course: Course,
    pub span: Span,
    pub seats: u32,
    pub place: String,
    pub is_called_off: bool,
    pub enrolled: Vec<Enrolment>,
}

/// Somebody who takes part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Enrolment {
    pub who: Recipient,
    pub institution: Name,
    pub at: Instant,
    pub completed_at: Option<Instant>,
    pub absent_at: Option<Instant>,
}

impl Training {
    /// How many more may enrol.
    #[must_use]
    pub fn free(&self) -> u32 {
        let taken = u32::try_from(self.enrolled.len()).unwrap_or(u32::MAX);
        self.seats.saturating_sub(taken)
    }

    /// The enrolment of somebody who takes part.
    #[must_use]
    pub fn of(&self, user: UserId) -> Option<&Enrolment> {
        self.enrolled
            .iter()
            .find(|enrolment| enrolment.who.user == user)
    }

    /// The letter about it to one of its people.
    #[must_use]
    pub fn letter(&self, about: TrainingNews, to: &Recipient) -> Envelope {
        Envelope {
            to: to.clone(),
            letter: Letter::Training(Box::new(TrainingFacts {
                about,
                training: self.id,
                course: self.course.name.clone(),
                facility: self.course.facility_name.clone(),
                institution: self.course.institution_name.clone(),
                span: self.span,
                place: self.place.clone(),
                licence: None,
                valid_until: None,
                reason: None,
            })),
        }
    }

    fn event(&self, kind: Kind, user: UserId, letters: Vec<Envelope>) -> Event {
        Event::about_user(kind, user, letters)
            .with("training", self.id)
            .with("course", self.course.id)
    }
}

/// What completing and missing share: the enrolment that is not settled yet.
fn to_settle<'a>(training: &'a Training, user: UserId, by: &Actor) -> Result<&'a Enrolment, Halt> {
    if !by.manages(training.course.facility) {
        return Err(Halt::NotAllowed);
    }
    let enrolment = training.of(user).ok_or(Halt::Absent)?;
    let settled = enrolment.completed_at.is_some() || enrolment.absent_at.is_some();
    let bar = match (training.is_called_off, settled) {
        (true, _) => Some(TrainingBar::CalledOff),
        (false, true) => Some(TrainingBar::Settled),
        (false, false) => (training.span.start() > by.at).then_some(TrainingBar::NotHeldYet),
    };
    match bar {
        Some(bar) => Err(Halt::because(barred(bar))),
        None => Ok(enrolment),
    }
}

const fn barred(bar: TrainingBar) -> Refusal {
    Refusal::of(Wrong::Training(bar))
}
