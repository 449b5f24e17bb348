//! The decision that was made on a booking.

use crate::domain::time::Instant;

/// The decision that was made on a booking.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decided {
    pub by: String,
    pub at: Instant,
    pub reason: Option<String>,
}
