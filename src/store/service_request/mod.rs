//! Requests without a slot: looking them up, keeping them, and their reports.

pub mod gather;
pub mod line;
pub mod list;
pub mod report;
mod row;
pub mod write;
