//! What a deed changes of a booking, and what a booking takes of its resource.

use crate::domain::actor::Actor;
use crate::domain::booking::Hold;
use crate::domain::booking::cancellation::Cancellation;
use crate::domain::booking::decided::Decided;
use crate::domain::booking::{Booking, Content, State};
use crate::domain::id::{BookingId, ResourceId, UserId};
use crate::domain::time::Span;
use crate::domain::usage::Used;

/// What a booking takes of its resource.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Claimed {
    pub booking: BookingId,
    pub resource: ResourceId,
    pub used: Span,
    /// Buffers included.
    pub claim: Span,
    pub units: u32,
}

/// What a use that ended early still takes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Cut {
    /// Nothing: it was ended before its start.
    Whole,
    /// Only this.
    To(Claimed),
}

/// What a decision or a second thought changes.
#[derive(Clone, Debug)]
pub struct Change {
    pub booking: BookingId,
    pub from_version: u32,
    pub state: State,
    pub decided: Option<Decided>,
    /// The new content, where it was corrected.
    pub content: Option<Content>,
    /// Why it waits from now on.
    pub hold: Option<Hold>,
    /// Whether a manager let it go on though its gates are not open.
    pub resumed: bool,
    /// The time and units that it takes instead of those before.
    pub claimed: Option<Claimed>,
    /// Whether the facility gives it that time for its own reasons.
    pub relocated: bool,
    /// 条件, where it was approved with conditions.
    pub conditions: Option<String>,
    /// What is known now of the real use; what is not known stays as it is.
    pub used: Option<Used>,
    /// 早期終了: what it gives back of its time, which stays booked in the books.
    pub cut: Option<Cut>,
    /// What giving it up means, where it was cancelled.
    pub cancelled: Option<Cancellation>,
    pub by: Option<UserId>,
}

impl Change {
    /// A change of nothing but where the booking stands.
    #[must_use]
    pub fn to(booking: &Booking, state: State, by: &Actor) -> Self {
        Self {
            booking: booking.id,
            from_version: booking.version,
            state,
            decided: None,
            content: None,
            hold: None,
            resumed: false,
            claimed: None,
            relocated: false,
            conditions: None,
            used: None,
            cancelled: None,
            cut: None,
            by: by.person().map(|person| person.id),
        }
    }
}
