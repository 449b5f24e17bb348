//! What is said of one parameter in one language.

use crate::domain::language::Language;

/// The words of a parameter.
pub(super) struct Line {
    /// What it is called.
    pub label: &'static str,
    /// For the officer who sets it.
    pub hint: &'static str,
    /// For the people whom it concerns.
    pub says: Says,
}

/// The sentence of a value; the value stands where `{}` is.
pub(super) enum Says {
    /// One where there is something to say; another for 0, "no", and nothing chosen or written.
    Either(&'static str, &'static str),
    /// One for each code of the kind.
    ByCode(&'static [(&'static str, &'static str)]),
}

pub(super) const fn line(label: &'static str, hint: &'static str, says: Says) -> Line {
    Line { label, hint, says }
}

pub(super) const fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
