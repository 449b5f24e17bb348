//! 保守・故障: time in which a resource can't be used, and what that does to bookings.

pub mod change;
pub mod credit;
pub mod hit;
pub mod reinstate;
pub mod start;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::domain::id::{BookingId, OutageId, ResourceId};
use crate::domain::time::{Instant, Span};

/// Longest note to users, in characters: it travels in an address while its sender looks at what is touched.
pub const NOTE_LONGEST: usize = 300;
/// Longest report of a damage, in characters.
pub const REPORT_LONGEST: usize = 2_000;
/// The longest outage that is entered at once, in days.
pub const DAYS_MOST: u32 = 366;
/// How far back one can be entered, in days: somebody may only get to it later.
pub const DAYS_BACK: u32 = 31;

/// What it is.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Sort {
    /// 故障
    Failure,
    /// 保守点検
    Maintenance,
}

impl Sort {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Failure, Self::Maintenance];

    /// The code kept in the database and posted by forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Failure => "failure",
            Self::Maintenance => "maintenance",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.code() == code)
    }
}

/// One outage as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outage {
    pub id: OutageId,
    pub resource: ResourceId,
    pub sort: Sort,
    /// When it began or begins, and until when it is expected to last; once it has ended, when it did.
    pub span: Span,
    pub is_ended: bool,
    /// 取りやめ: it ended before it began, so its time was never lost.
    pub is_dropped: bool,
    /// What users are told.
    pub note: String,
    /// 利用者の誤操作
    pub by_user: bool,
    /// 損害の報告
    pub damage: String,
}

impl Outage {
    /// Whether the resource can't be used at this moment because of it.
    #[must_use]
    pub fn is_on(&self, at: Instant) -> bool {
        !self.is_ended && self.span.contains(at)
    }

    /// Whether it was expected to be over by now, and nobody said that it is.
    #[must_use]
    pub fn is_overdue(&self, at: Instant) -> bool {
        !self.is_ended && self.span.end() <= at
    }
}

/// What an outage did to a booking.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Effect {
    pub booking: BookingId,
    /// The time that was lost.
    pub lost: Span,
    /// Whether it was confirmed already.
    pub was_settled: bool,
    pub what: What,
}

/// The two things that can happen to a booking.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// It had not begun: called off, with priority for another time until the end of this Tokyo day.
    CalledOff { rebook_until: NaiveDate },
    /// It had begun: what is credited of its charge, in minutes.
    Interrupted { credit_minutes: i64 },
}

/// What stands for a set of bookings, so that a form can say which ones its sender saw.
#[must_use]
pub fn mark(bookings: impl Iterator<Item = BookingId>) -> String {
    let mut numbers: Vec<i64> = bookings.map(BookingId::number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mixed = numbers.iter().fold(0_u64, |mixed, number| {
        mixed.rotate_left(7) ^ number.cast_unsigned().wrapping_mul(0x9E37_79B9_7F4A_7C15)
    });
    format!("{}.{mixed:x}", numbers.len())
}
