//! Bookings as they are kept: gathered for decisions, written, listed for pages.

pub mod applicant;
pub mod before;
pub mod claims;
pub mod elsewhere;
pub mod evaluation;
pub mod gather;
pub mod hold;
pub mod judge;
pub mod list;
mod offered;
pub mod write;
