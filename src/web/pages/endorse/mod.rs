//! 所属責任者: the requests of those who named the visitor as responsible for them, and the agreement to one.

pub mod index;
pub mod show;
