//! What stands in the way of a training.

use crate::domain::refusal::field::Field;

/// What stands in the way of taking part in a training, or of recording it.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum TrainingBar {
    Full,
    CalledOff,
    /// They are enrolled for this date already.
    Enrolled,
    NotEnrolled,
    /// It has begun: nobody enrols, leaves or calls it off any more.
    Begun,
    NotHeldYet,
    /// Completion or absence was recorded already.
    Settled,
    /// Nobody records their own completion.
    Own,
    /// Another course of the facility has this code.
    CodeTaken,
    /// Somebody else's licence of the course has this number.
    NumberTaken,
    /// The same course is held at this time in this place already.
    SameDate,
    /// Dates to come keep a course from being retired.
    DatesToCome,
    Retired,
}

impl TrainingBar {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::Full | Self::CalledOff | Self::Enrolled | Self::Begun => Some(Field::Training),
            Self::CodeTaken => Some(Field::Code),
            Self::NumberTaken => Some(Field::LicenceNumber),
            Self::SameDate => Some(Field::Start),
            Self::Retired => Some(Field::Course),
            Self::NotEnrolled
            | Self::NotHeldYet
            | Self::Settled
            | Self::Own
            | Self::DatesToCome => None,
        }
    }
}
