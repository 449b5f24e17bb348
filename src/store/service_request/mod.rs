//! Requests without a slot: looking them up, keeping them, their reports, and forms put aside.

pub mod draft;
pub mod gather;
pub mod line;
pub mod list;
pub mod report;
mod row;
pub mod write;
