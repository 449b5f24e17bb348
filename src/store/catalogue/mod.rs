//! The catalogue as it is kept: institutions, facilities, resources.

mod entry;
pub mod loading;
pub mod publishing;
pub mod resource;
mod row;
pub mod tally;
