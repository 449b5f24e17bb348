//! The facility manager's pages.

pub mod index;
pub mod show;
