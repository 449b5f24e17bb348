//! Bookings as they are kept: gathered for decisions, written, listed for pages.

pub mod applicant;
pub mod applicants;
pub mod claims;
pub mod evaluation;
pub mod gather;
pub mod hold;
pub mod list;
pub mod write;
