//! How things are remembered: the only home of diesel; one file per noun, free functions.

pub mod booking;
pub mod catalogue;
pub mod claim;
pub mod consent;
pub mod course;
pub mod db;
pub mod desk;
pub mod engine;
pub mod equivalence;
pub mod gate;
pub mod health;
pub mod ledger;
pub mod mail_token;
pub mod outbox;
pub mod queue;
pub mod reconsent;
pub mod reminder;
pub mod role;
pub mod rule;
pub mod schema;
pub mod session;
pub mod sign_in_try;
pub mod training;
pub mod tx;
pub mod user;
pub mod world;
