//! Pages: one struct, one template, one way of rendering each.

pub mod approval;
pub mod availability;
pub mod booking;
pub mod consent;
pub mod dev;
pub mod health;
pub mod home;
pub mod institution;
pub mod letter;
pub mod outside;
pub mod password;
pub mod prose;
pub mod resource;
pub mod rule;
pub mod service_request;
pub mod session;
pub mod stop;
pub mod user;
