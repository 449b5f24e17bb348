//! The catalogue as it is kept: institutions, facilities, resources.

pub mod copying;
mod entry;
pub mod loading;
pub mod publishing;
pub mod resource;
mod row;
pub mod tally;
