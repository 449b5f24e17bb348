//! Outside allocations: looking them up, keeping them, and the time that they occupy.

pub mod gather;
pub mod list;
mod row;
pub mod write;
