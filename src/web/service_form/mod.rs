//! The form of a request without a slot: read, and shown as one page in all its states.

pub mod page;
pub mod part;
pub mod read;
