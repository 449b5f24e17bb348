//! How things are said: every sentence in Japanese and English, one struct per page and language.
//!
//! A page's words are a struct with one constant per language in a file of its own, so that a
//! sentence missing in one language does not compile.

pub mod frame;
pub mod problem;
pub mod refusal;
pub mod when;

use crate::domain::language::Language;

/// All words of one language.
pub struct Words {
    pub language: Language,
    pub frame: frame::Words,
    pub problem: problem::Words,
}

static JA: Words = Words {
    language: Language::Ja,
    frame: frame::JA,
    problem: problem::JA,
};
static EN: Words = Words {
    language: Language::En,
    frame: frame::EN,
    problem: problem::EN,
};

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}
