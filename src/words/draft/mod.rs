//! The words of the pages on which an officer edits and publishes a draft of rules.

pub mod edit;
mod en;
pub mod impact;
mod ja;
pub mod publish;
pub mod said;

use crate::domain::language::Language;
use crate::words::draft::edit::Words;

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &ja::JA,
        Language::En => &en::EN,
    }
}
