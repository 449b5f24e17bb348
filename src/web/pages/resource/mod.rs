//! Resources: search and the page of one.

mod asked;
mod detail;
mod facts;
pub mod index;
mod panel;
mod section;
pub mod show;
mod slots;
