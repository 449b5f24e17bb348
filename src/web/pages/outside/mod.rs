//! Outside allocations: the facility's list, a new one, and one with its time.

pub mod index;
pub mod new;
pub mod show;
