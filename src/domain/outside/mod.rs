//! 外部配分: what another body's call allocated of a resource, recorded here and never decided here.

pub mod record;
#[cfg(test)]
mod tests;
pub mod time;

use chrono::NaiveDate;

use crate::domain::catalogue::Resource;
use crate::domain::id::{OutsideId, OutsideSpanId, ResourceId};
use crate::domain::time::Span;

/// In what it is allocated.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum AmountUnit {
    /// ノード時間
    NodeHour,
    /// 時間
    Hour,
    /// シフト
    Shift,
}

impl AmountUnit {
    /// Every unit.
    pub const ALL: &'static [Self] = &[Self::NodeHour, Self::Hour, Self::Shift];

    /// The code kept in the database and posted by forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NodeHour => "node_hour",
            Self::Hour => "hour",
            Self::Shift => "shift",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|unit| unit.code() == code)
    }
}

/// What a facility's manager types.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Told {
    /// 課題番号 of the call.
    pub proposal: String,
    /// Whoever has an account under this address sees it; may be empty.
    pub holder_email: String,
    pub holder_name: String,
    pub holder_institution: String,
    pub granted: Option<u64>,
    pub unit: Option<AmountUnit>,
    /// Tokyo days, both included.
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub used: Option<u64>,
    pub note: String,
}

/// An allocation as the store keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outside {
    pub id: OutsideId,
    pub resource: ResourceId,
    pub proposal: String,
    pub holder_email: String,
    pub holder_name: String,
    pub holder_institution: String,
    pub granted: u64,
    pub unit: AmountUnit,
    /// Decides the fiscal year in which it counts.
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub used: u64,
    pub note: String,
    /// Grows with each change.
    pub version: u32,
    pub is_ended: bool,
}

/// A stretch of occupied time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Occupied {
    pub id: OutsideSpanId,
    pub span: Span,
    /// Why it leaves the opening hours, where it does.
    pub reason: String,
}

/// An allocation that stands, with its resource and the time it occupies, by start.
#[derive(Clone, Debug)]
pub struct Standing {
    pub outside: Outside,
    pub resource: Resource,
    pub occupied: Vec<Occupied>,
}

impl Outside {
    /// As its manager would type it.
    #[must_use]
    pub fn told(&self) -> Told {
        Told {
            proposal: self.proposal.clone(),
            holder_email: self.holder_email.clone(),
            holder_name: self.holder_name.clone(),
            holder_institution: self.holder_institution.clone(),
            granted: Some(self.granted),
            unit: Some(self.unit),
            starts_on: Some(self.starts_on),
            ends_on: Some(self.ends_on),
            used: Some(self.used),
            note: self.note.clone(),
        }
    }
}
