//! What a person can do: gather, decide, write, in one transaction.

pub mod booking;
pub mod catalogue;
pub mod gate;
pub mod outside;
pub mod reconsent;
pub mod rule;
pub mod service_request;
pub mod session;
pub mod training;
pub mod user;
pub mod world;
