//! 立会者: a facility's attendants, and one of them.

mod entry;
pub mod index;
pub mod show;
