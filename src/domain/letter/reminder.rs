//! What the clock reminds people of: a consent that is due, a fact that expires.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::BookingId;
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};

/// What somebody is reminded of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderFacts {
    /// 再同意の督促
    ConsentDue(ConsentDue),
    /// 期限の予告
    Expiring(Expiring),
}

impl ReminderFacts {
    /// The codes kept in the outbox.
    pub const CODES: &'static [&'static str] = &["consent_due", "expiring"];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ConsentDue(_) => "consent_due",
            Self::Expiring(_) => "expiring",
        }
    }
}

/// A version that somebody must agree to, because bookings of theirs fall under it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ConsentDue {
    pub title: Name,
    pub version: String,
    /// The unit that owns the rule.
    pub unit: Name,
    /// Tokyo day.
    pub effective_on: NaiveDate,
    /// When the first of the bookings is put on hold without it.
    pub due: Instant,
    pub bookings: Vec<Affected>,
}

/// A booking that falls under it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Affected {
    pub booking: BookingId,
    pub resource: Name,
    pub span: Span,
}

/// A fact of somebody's that will not count much longer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Expiring {
    /// The gate's code.
    pub gate: String,
    /// The course, of a training.
    pub course: Option<Name>,
    pub number: String,
    pub issuer: Option<Name>,
    /// The last Tokyo day on which it counts.
    pub valid_until: NaiveDate,
    pub days_left: u32,
    /// The next date of the course on which somebody can renew it, if one is set.
    pub next: Option<Instant>,
}
