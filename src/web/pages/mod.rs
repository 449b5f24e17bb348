//! Pages: one struct, one template, one way of rendering each.

pub mod agenda;
pub mod approval;
pub mod availability;
pub mod booking;
pub mod consent;
pub mod dev;
pub mod feed;
pub mod find_time;
pub mod health;
pub mod home;
pub mod institution;
pub mod letter;
pub mod password;
pub mod prose;
pub mod resource;
pub mod rule;
pub mod session;
pub mod stop;
pub mod user;
