//! What stands in the way of changing or publishing a draft of a rule.

use chrono::NaiveDate;

use crate::domain::refusal::field::{Field, RuleField as Of};
use crate::domain::rule::pdf::FileBar;
use crate::domain::rule::text::Problem;
use crate::domain::time::Instant;

/// What stands in the way of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Drafting {
    /// The unit has a draft already.
    Standing {
        by: String,
        at: Instant,
    },
    /// Somebody saved in the meantime.
    Changed {
        by: String,
        at: Instant,
    },
    /// The text can't be kept or published as it is.
    Text(Problem),
    /// Parameters contradict each other; the page says which.
    Contradictory {
        pairs: usize,
    },
    /// More settings than one version may have.
    TooManySettings {
        most: usize,
    },
    /// The number stands on another version, one that was recalled among them.
    VersionUsed {
        version: String,
    },
    /// It would come into force today or in the past.
    TooEarly {
        earliest: NaiveDate,
    },
    /// Further ahead than anybody plans.
    TooLate {
        last: NaiveDate,
    },
    /// A version that is published already comes into force on that day or later.
    BeforeScheduled {
        version: String,
        effective_on: NaiveDate,
    },
    /// 猶予 outside its limits.
    Grace {
        most: u32,
    },
    /// 猶予 says another number of days than the rule's own parameter.
    GraceDiffers {
        said: i64,
    },
    /// 公開の取りやめ after it came into force.
    InForce {
        since: NaiveDate,
    },
    File(FileBar),
}

impl Drafting {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Text(Problem::BadNumber { .. } | Problem::NumberTwice { .. }) => {
                Some(Field::Rule(Of::ArticleNumber))
            }
            Self::Text(Problem::ArticleTooLong { .. }) => Some(Field::Rule(Of::BodyJa)),
            Self::Text(Problem::BadTitle { .. }) => Some(Field::Rule(Of::TitleJa)),
            Self::VersionUsed { .. } => Some(Field::Rule(Of::Version)),
            Self::TooEarly { .. } | Self::TooLate { .. } | Self::BeforeScheduled { .. } => {
                Some(Field::Rule(Of::EffectiveOn))
            }
            Self::Grace { .. } | Self::GraceDiffers { .. } => Some(Field::Rule(Of::GraceDays)),
            Self::File(_) => Some(Field::Rule(Of::File)),
            Self::Standing { .. }
            | Self::Changed { .. }
            | Self::Text(_)
            | Self::Contradictory { .. }
            | Self::TooManySettings { .. }
            | Self::InForce { .. } => None,
        }
    }
}
