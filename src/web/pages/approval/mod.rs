//! The facility manager's pages.

pub mod index;
mod open;
pub mod show;
