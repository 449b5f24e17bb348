//! Resources: search and the page of one.

mod asked;
mod before;
mod detail;
mod facts;
mod flight;
pub mod index;
mod panel;
mod section;
pub mod show;
mod slots;
