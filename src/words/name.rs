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

/// The language that a name is shown in, where it is not the reader's: there is no English one.
#[must_use]
pub const fn lang(language: Language, name: &Name) -> Option<&'static str> {
    match language {
        Language::En if name.en.is_empty() && !name.ja.is_empty() => Some("ja"),
        _ => None,
    }
}
