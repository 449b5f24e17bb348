//! Names in the reader's language.

use crate::domain::language::Language;
use crate::domain::name::Name;

/// The name in this language; the Japanese one where no English one is known.
#[must_use]
pub fn of(language: Language, name: &Name) -> &str {
    match language {
        Language::En if !name.en.is_empty() => &name.en,
        _ => &name.ja,
    }
}
