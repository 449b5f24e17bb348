//! What a deed changes of a booking, and what a booking takes of its resource.

use crate::domain::booking::{Content, Decided, Hold, State};
use crate::domain::id::{BookingId, ResourceId, UserId};
use crate::domain::time::Span;

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
    /// The time and units that it takes instead of those before.
    pub claimed: Option<Claimed>,
    /// 条件, where it was approved with conditions.
    pub conditions: Option<String>,
    /// What was really used.
    pub used: Option<Span>,
    pub by: Option<UserId>,
}
