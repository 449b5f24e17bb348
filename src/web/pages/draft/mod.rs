//! The pages on which an officer edits a draft of rules, sees what it means, and publishes it.

pub mod article;
pub mod diff;
pub mod document;
pub mod file;
pub mod group;
pub mod impact;
mod look;
pub mod publish;
pub mod show;
pub mod terms;
