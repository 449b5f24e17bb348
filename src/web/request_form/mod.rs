//! The request form: read, checked, and shown as one page in all its states.

pub mod about;
pub mod check;
mod choices;
pub mod consent;
pub mod draft;
mod instead;
pub mod offer;
pub mod page;
pub mod series;
pub(in crate::web) mod written;
