//! Pages: one struct, one template, one way of rendering each.

pub mod approval;
pub mod availability;
pub mod booking;
pub mod consent;
pub mod course;
pub mod dev;
pub mod equivalence;
pub mod fact;
pub mod glance;
pub mod health;
pub mod home;
pub mod institution;
pub mod letter;
pub mod office;
pub mod passport;
pub mod password;
pub mod people;
pub mod profile;
pub mod prose;
pub mod resource;
pub mod rule;
pub mod session;
pub mod stop;
pub mod training;
pub mod user;
pub mod waiver;
