//! How sure an entry of a calendar is, as calendars are told.

use serde::{Deserialize, Serialize};

/// Where something stands in a calendar (RFC 5545, 3.8.1.11).
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// 仮予約: the time is kept, and somebody must still decide.
    Tentative,
    Confirmed,
    /// It is over before it began: calendars take it out.
    Cancelled,
}

impl Status {
    /// The word of RFC 5545.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Tentative => "TENTATIVE",
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
        }
    }
}
