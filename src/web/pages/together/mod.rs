//! What a facility's resources take besides and what goes with them: the list, and one of them.

pub mod index;
mod rows;
pub mod show;
