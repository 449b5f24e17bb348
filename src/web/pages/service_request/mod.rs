//! Requests without a slot: the form, one request for its applicant and its managers, the facility's list.

pub mod edit;
pub mod index;
pub mod manage;
pub mod new;
pub mod show;
