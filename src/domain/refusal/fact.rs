//! What stands in the way of a fact for a gate, or of an office's answer on it.

use crate::domain::refusal::field::{FactField, Field};

/// What stands in the way.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum FactBar {
    /// 特定病原体等: never dealt with online.
    SpecifiedPathogen,
    /// Higher than the room allows.
    LevelTooHigh {
        /// "none", "bsl1" …, "p1" …
        most: String,
    },
    /// A day that has not come yet.
    DayToCome {
        field: Field,
    },
    EndsBeforeItBegins,
    EndedAlready,
    TooMany,
    /// Nobody answers on what they entered themselves.
    Own,
    /// The person took it back.
    Withdrawn,
    /// There is nothing to take back: the office did not confirm it.
    NotConfirmed,
    /// No active account of the institution has this address.
    NobodyHere,
    /// They sit at this desk already.
    SitsAlready,
}

impl FactBar {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::SpecifiedPathogen | Self::LevelTooHigh { .. } => {
                Some(Field::Fact(FactField::Level))
            }
            Self::DayToCome { field } => Some(*field),
            Self::EndsBeforeItBegins | Self::EndedAlready => {
                Some(Field::Fact(FactField::ValidUntil))
            }
            Self::NobodyHere => Some(Field::Email),
            Self::SitsAlready => Some(Field::Fact(FactField::Desk)),
            Self::TooMany | Self::Own | Self::Withdrawn | Self::NotConfirmed => None,
        }
    }
}
