//! What a person can do: gather, decide, write, in one transaction.

pub mod amend;
pub mod asking;
pub mod booking;
pub mod catalogue;
pub mod closed_day;
pub mod desk;
pub mod equivalence;
pub mod fact;
pub mod feed;
pub mod gate;
pub mod holiday;
pub mod no_show;
pub mod outside;
pub mod profile;
pub mod reconsent;
pub mod rule;
pub mod rule_draft;
pub mod rule_file;
pub mod series;
pub mod service_request;
pub mod session;
pub mod training;
pub mod usage;
pub mod user;
pub mod waiver;
pub mod world;
