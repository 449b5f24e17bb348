//! Letters: how delivery goes, for operators; what was sent, in the demonstration.

pub mod demo;
pub mod waiting;
