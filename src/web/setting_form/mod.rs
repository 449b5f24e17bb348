//! Parameters as fields of a form: one row each, for one target, by the kind of the parameter.

pub mod citing;
pub mod row;
pub mod typed;
