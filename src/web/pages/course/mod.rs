//! The manager's trainings: kinds of courses, their dates, and who takes part in one.

pub mod dates;
pub mod kinds;
pub mod people;
