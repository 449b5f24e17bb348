//! Letters about rules: a version is coming, it was recalled, bookings that break it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::letter::reminder::Affected;
use crate::domain::name::Name;
use crate::domain::time::Instant;

/// What is told about a rule.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleNews {
    /// 改正のお知らせ, to its readers.
    Announced,
    /// 公開の取りやめ, to whoever was told before.
    Recalled,
    /// Confirmed bookings that break the new version, to the managers.
    Breaking,
}

impl RuleNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[Self::Announced, Self::Recalled, Self::Breaking];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Announced => "rule_announced",
            Self::Recalled => "rule_recalled",
            Self::Breaking => "rule_breaking",
        }
    }
}

/// The facts of a letter about a rule, as they were when it was written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RuleFacts {
    pub about: RuleNews,
    pub title: Name,
    pub version: String,
    /// The unit that owns it, and its address.
    pub unit: Name,
    pub unit_slug: String,
    pub institution: Name,
    /// Tokyo day.
    pub effective_on: NaiveDate,
    /// The version that was in force until then, to compare with.
    pub before: Option<String>,
    /// What differs from that one, in short.
    pub changes: Vec<Change>,
    /// So many differences more.
    pub more_changes: usize,
    /// When the reader's first booking is put on hold without a new consent.
    pub due: Option<Instant>,
    /// The reader's bookings on that day or later.
    pub bookings: Vec<Affected>,
    /// Confirmed bookings that break it, where it is for those, too: the reader's or the facility's.
    pub breaking: Vec<Breaking>,
    /// So many bookings more.
    pub more_bookings: usize,
}

/// One difference.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Change {
    /// A document came or went.
    Document { title: Name, fate: Fate },
    /// An article of a document.
    Article {
        document: Name,
        number: String,
        fate: Fate,
    },
    /// A parameter, by its code; the value as it is kept, none where nothing is said any more.
    Parameter {
        parameter: String,
        target: String,
        /// What people call the target; empty for all.
        name: Name,
        value: Option<String>,
    },
}

/// What became of a part.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Added,
    Removed,
    Changed,
}

/// A confirmed booking that breaks the new version.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Breaking {
    pub booking: Affected,
    /// The parameters that it breaks, by their codes.
    pub parameters: Vec<String>,
}
