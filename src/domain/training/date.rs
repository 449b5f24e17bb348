//! One date of a course for readers who may not know who takes part: its seats are counted, not named.

use crate::domain::id::TrainingId;
use crate::domain::time::{Instant, Span};
use crate::domain::training::Course;

/// One date on which a course is held, with how many take part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date {
    pub id: TrainingId,
    pub course: Course,
    pub span: Span,
    pub seats: u32,
    pub taken: u32,
    /// Those of them whose completion or absence is not recorded yet.
    pub open: u32,
    pub place: String,
    pub is_called_off: bool,
}

impl Date {
    /// How many more may enrol.
    #[must_use]
    pub const fn free(&self) -> u32 {
        self.seats.saturating_sub(self.taken)
    }

    /// Whether somebody may enrol at this moment.
    #[must_use]
    pub fn is_open(&self, at: Instant) -> bool {
        !self.is_called_off && !self.course.is_retired && self.span.start() > at && self.free() > 0
    }

    /// How many outcomes are to be recorded: none before it begins, none of what was called off.
    #[must_use]
    pub fn to_record(&self, at: Instant) -> u32 {
        if self.is_called_off || self.span.start() > at {
            0
        } else {
            self.open
        }
    }
}

/// Somebody's enrolment for a date, and what came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Enrolled {
    pub date: Date,
    pub completed_at: Option<Instant>,
    pub absent_at: Option<Instant>,
}

impl Enrolled {
    /// Whether it lies ahead and is held.
    #[must_use]
    pub fn is_coming(&self, at: Instant) -> bool {
        !self.date.is_called_off && self.date.span.start() > at
    }
}
