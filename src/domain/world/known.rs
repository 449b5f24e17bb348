//! What is known of invented people, and what their institutions set: courses, facts, equivalences,
//! waivers, closed days.

use chrono::NaiveDate;

use crate::domain::equivalence::Line;
use crate::domain::gate::Gate;
use crate::domain::gate::ask::Ask;
use crate::domain::gate::declaration::Detail;
use crate::domain::gate::fact::Side;
use crate::domain::id::{
    BookingId, CourseId, FacilityId, FactId, InstitutionId, ResourceId, TrainingId, UserId,
};
use crate::domain::name::Name;
use crate::domain::policy::waiver::Waiver;
use crate::domain::time::{Instant, Span};

/// A course of an invented facility's trainings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taught {
    pub id: CourseId,
    pub facility: FacilityId,
    pub code: String,
    pub name: Name,
    pub minutes: u32,
    pub dates: Vec<Date>,
}

/// One date of a course, with who is enrolled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date {
    pub id: TrainingId,
    pub span: Span,
    pub seats: u32,
    pub place: String,
    pub enrolled: Vec<(UserId, Instant)>,
}

/// A dated fact, with the offices that confirmed it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    pub id: FactId,
    pub gate: Gate,
    pub user: UserId,
    pub facility: Option<FacilityId>,
    pub booking: Option<BookingId>,
    pub course: Option<CourseId>,
    pub issuer: Option<InstitutionId>,
    pub project_number: String,
    pub number: String,
    pub level: String,
    pub issued_on: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
    pub detail: Detail,
    pub entered_at: Instant,
    pub confirmed: Vec<Confirmed>,
    /// The offices that were asked and owe an answer; for bookings the clock asks them.
    pub asks: Vec<Ask>,
}

/// An office's word for a fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Confirmed {
    pub id: i64,
    pub side: Side,
    /// The institution whose office spoke; none where it was the person's own word.
    pub institution: Option<InstitutionId>,
    /// Who spoke; none for the operator.
    pub by: Option<UserId>,
    pub at: Instant,
}

/// A published line of equivalence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recognised {
    pub line: Line,
    pub at: Instant,
    pub by: Option<UserId>,
}

/// A waiver for one person on one resource.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waived {
    pub waiver: Waiver,
    pub resource: ResourceId,
    pub user: UserId,
    pub at: Instant,
    pub by: Option<UserId>,
}

/// A facility's own closed day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shut {
    pub facility: FacilityId,
    pub day: NaiveDate,
    pub name: Name,
    pub at: Instant,
}
