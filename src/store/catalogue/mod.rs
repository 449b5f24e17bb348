//! The catalogue as it is kept: institutions, facilities, resources.

pub mod comparable;
pub mod copying;
mod entry;
pub mod glance;
pub mod institution;
pub mod loading;
pub mod lowered;
pub mod page;
pub mod publishing;
pub mod record;
pub mod resource;
mod row;
pub mod search;
pub mod stamp;
pub mod tally;
pub mod unlisted;
pub mod vocabulary;
