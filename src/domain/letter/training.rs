//! What is told by letter about a training.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::TrainingId;
use crate::domain::name::Name;
use crate::domain::time::Span;

/// The occasions of a training.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrainingNews {
    /// 受講の申込みを受け付けた.
    Enrolled,
    /// 開催中止, with the reason.
    CalledOff,
    /// 修了, with the licence.
    Completed,
}

impl TrainingNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[Self::Enrolled, Self::CalledOff, Self::Completed];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "training_enrolled",
            Self::CalledOff => "training_called_off",
            Self::Completed => "training_completed",
        }
    }
}

/// The facts of a letter about a training, as they were when the event happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TrainingFacts {
    pub about: TrainingNews,
    pub training: TrainingId,
    pub course: Name,
    pub facility: Name,
    pub institution: Name,
    pub span: Span,
    pub place: String,
    /// ライセンス番号
    pub licence: Option<String>,
    /// The last Tokyo day on which the licence counts.
    pub valid_until: Option<NaiveDate>,
    /// Why it was called off, word for word.
    pub reason: Option<String>,
}
