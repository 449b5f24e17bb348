//! What stands in the way of a place in a line.

use crate::domain::refusal::field::Field;
use crate::domain::refusal::use_field::UseField;

/// What stands in the way of waiting for time.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum WaitBar {
    /// The rule knows no line.
    NoLine,
    /// So many places at once are the most.
    TooManyPlaces { most: u32 },
    /// They wait for just this already.
    WaitsAlready,
    /// The window lies in the past.
    WindowOver,
    /// The window is longer than so many days.
    WindowTooLong { days: u32 },
    /// The length does not fit into the window.
    WindowTooShort,
    /// More units than there are.
    TooManyUnits { most: u32 },
    /// Nothing to wait for: there is time already.
    IsFree,
}

impl WaitBar {
    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::NoLine | Self::TooManyPlaces { .. } | Self::WaitsAlready | Self::IsFree => None,
            Self::WindowOver | Self::WindowTooLong { .. } => Some(Field::Use(UseField::WaitUntil)),
            Self::WindowTooShort => Some(Field::Length),
            Self::TooManyUnits { .. } => Some(Field::Use(UseField::Units)),
        }
    }
}
