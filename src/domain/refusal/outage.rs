//! What stands in the way of entering an outage, or of changing one.

use crate::domain::refusal::field::Field;
use crate::domain::refusal::use_field::UseField;

/// What stands in the way of an outage.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum OutageBar {
    /// The end does not lie after the start.
    Backwards,
    /// It lies wholly in the past.
    AllPast,
    /// It began longer ago than so many days.
    LongAgo { days: u32 },
    /// It lasts longer than so many days.
    TooLong { days: u32 },
    /// Another one of the same resource lies in the same time.
    Known,
    /// Other bookings are touched than those that were shown.
    OthersTouched,
    /// It has ended.
    Ended,
    /// It can't have ended before it began, nor after now.
    EndOutside,
}

impl OutageBar {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        let field = match self {
            Self::LongAgo { .. } => UseField::StopFrom,
            Self::Backwards | Self::AllPast | Self::TooLong { .. } => UseField::StopUntil,
            Self::EndOutside => UseField::EndedAt,
            Self::Known | Self::OthersTouched | Self::Ended => return None,
        };
        Some(Field::Use(field))
    }
}
