//! The request form: read, checked, and shown as one page in all its states.

pub mod about;
pub mod check;
pub mod consent;
mod instead;
pub mod offer;
pub mod page;
pub mod series;
