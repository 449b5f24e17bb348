//! Usage rules as their units published them: all versions, one, two compared, attached files.

mod article;
mod condition;
pub mod diff;
pub mod file;
pub mod index;
pub mod show;
mod standing;
