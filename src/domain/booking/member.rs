//! A booking's place among those that were asked for as one.

use crate::domain::id::BookingId;

/// Where a booking stands among those that were asked for with it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Member {
    pub bundle: BookingId,
    pub place: u32,
}
