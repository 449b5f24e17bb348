//! Resources: search and the page of one.

pub mod index;
pub mod show;
