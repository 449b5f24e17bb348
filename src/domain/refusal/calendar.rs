//! What stands in the way of changing a calendar: lines of a list, ranges, limits.

use crate::domain::calendar::list::Problem;
use crate::domain::refusal::calendar_field::CalendarField;
use crate::domain::refusal::field::Field;

/// What stands in the way of changing the holidays or a facility's closed days.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum CalendarBar {
    /// A line of the official list.
    Line(Problem),
    /// So many days are set already.
    TooMany { most: usize },
    /// The last day lies before the first.
    Backwards,
    /// More days at once than that.
    TooWide { most: usize },
    /// Further ahead than that many days, or before today.
    NotAhead { most: u32 },
}

impl CalendarBar {
    /// The field beside which it is said.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Line(_) => Field::Calendar(CalendarField::List),
            Self::TooMany { .. } | Self::NotAhead { .. } => Field::Calendar(CalendarField::Day),
            Self::Backwards | Self::TooWide { .. } => Field::UntilDay,
        }
    }
}
