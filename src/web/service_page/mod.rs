//! One request without a slot as a page, for its applicant and for its managers.

pub mod applicant;
pub mod facility;
pub mod fact;
pub mod page;
