//! What stands in the way of recording what another body allocated.

use chrono::NaiveDate;

use crate::domain::calendar::Closing;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::outside_field::OutsideField;
use crate::domain::time::Span;

/// What stands in the way of recording an outside allocation or the time it occupies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OutsideBar {
    /// The resource's time is not allocated by another body.
    NotByCall,
    /// Neither an address nor a name with an institution.
    NoHolder,
    /// The same proposal stands for the same first day.
    Known,
    /// It has ended already.
    Ended,
    /// The last day lies before the first.
    EndsBefore,
    /// What this resource allocates is counted, not timed.
    NoTime,
    SpanTooLong {
        days: u32,
    },
    /// Not within the days of the allocation.
    OutsidePeriod {
        from: NaiveDate,
        until: NaiveDate,
    },
    /// Somebody else has the time already.
    Taken {
        during: Span,
    },
    /// A warning: the time leaves the opening hours, so a reason is needed.
    Hours,
    /// A warning: it runs into a closed day.
    Closed {
        day: NaiveDate,
        closing: Closing,
    },
    /// A warning: 休前日の夜間.
    Night {
        day: NaiveDate,
    },
    /// Time that has begun is not given back.
    Begun,
}

impl OutsideBar {
    /// Whether it stands aside for a reason that the facility's manager gives.
    #[must_use]
    pub const fn is_warning(&self) -> bool {
        matches!(self, Self::Hours | Self::Closed { .. } | Self::Night { .. })
    }

    /// The field beside which it is said, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::NotByCall => Some(Field::Outside(OutsideField::Resource)),
            Self::NoHolder => Some(Field::Outside(OutsideField::HolderName)),
            Self::Known => Some(Field::Outside(OutsideField::Proposal)),
            Self::EndsBefore => Some(Field::EndsOn),
            Self::SpanTooLong { .. } | Self::OutsidePeriod { .. } | Self::Taken { .. } => {
                Some(Field::Outside(OutsideField::SpanFrom))
            }
            Self::Hours | Self::Closed { .. } | Self::Night { .. } => Some(Field::Reason),
            Self::Ended | Self::NoTime | Self::Begun => None,
        }
    }
}
