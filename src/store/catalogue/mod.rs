//! The catalogue as it is kept: institutions, facilities, resources.

pub mod resource;
