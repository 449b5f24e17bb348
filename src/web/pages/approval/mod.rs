//! The facility manager's pages.

pub mod attendant;
pub mod call_off;
pub mod change;
pub mod conflict;
pub mod index;
mod open;
pub mod relocate;
pub mod show;
