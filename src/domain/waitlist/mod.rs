//! 空き待ち: who waits for time on a resource, and time that is kept for the first in line.

pub mod join;
pub mod serve;
#[cfg(test)]
mod tests;

use crate::domain::id::{BookingId, OfferId, ResourceId, UserId, WaitId};
use crate::domain::letter::Recipient;
use crate::domain::time::{Instant, Span};

/// What somebody who waits wants.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Want {
    /// The time is kept for them for a while.
    Hold,
    /// They are told, once; nothing is kept.
    Tell,
}

impl Want {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Hold, Self::Tell];

    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Tell => "tell",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|want| want.code() == code)
    }
}

/// Somebody's place in a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub id: WaitId,
    pub resource: ResourceId,
    pub to: Recipient,
    pub want: Want,
    /// Any time of the length within it suits.
    pub window: Span,
    pub minutes: i64,
    pub units: u32,
    pub joined_at: Instant,
}

/// Why time is kept for somebody.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Cause {
    /// They waited for it.
    Line(WaitId),
    /// 振替: the facility had called this booking off.
    CalledOff(BookingId),
}

/// Time that is kept for somebody.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    pub id: OfferId,
    pub resource: ResourceId,
    pub user: UserId,
    pub cause: Cause,
    pub span: Span,
    pub units: u32,
    pub made_at: Instant,
    /// The first moment at which it is theirs no longer.
    pub until: Instant,
}
