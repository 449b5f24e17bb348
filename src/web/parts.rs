//! The small pieces that templates share: fields, choices, facts, chips; see templates/parts.

use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::words;

/// A form field as typed, with what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Field {
    pub value: String,
    pub error: Option<String>,
}

/// One option of a select or a set of radio buttons.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    pub chosen: bool,
}

/// One line of the error summary: the control's id and what is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormError {
    pub id: String,
    pub text: String,
}

/// A label with its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// A label with its value, which may be a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkedFact {
    pub label: String,
    pub value: String,
    pub href: Option<String>,
}

/// A state in one word, with a sign of its own; see templates/parts/ui.html for the tones.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chip {
    pub tone: &'static str,
    pub text: String,
}

/// One line of a checklist.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Check {
    /// "ok", "" still to do, "ng".
    pub state: &'static str,
    pub text: String,
    pub more: String,
}

/// One line of a history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    pub when: String,
    pub text: String,
    pub more: String,
    pub open: bool,
}

/// One page number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PageLink {
    pub href: String,
    pub label: String,
    pub current: bool,
}

impl Fact {
    /// A label with its value.
    #[must_use]
    pub fn new(label: &str, value: impl Into<String>) -> Self {
        Self {
            label: label.to_owned(),
            value: value.into(),
        }
    }
}

impl LinkedFact {
    /// A label with its value and no link.
    #[must_use]
    pub fn plain(label: &str, value: impl Into<String>) -> Self {
        Self {
            label: label.to_owned(),
            value: value.into(),
            href: None,
        }
    }

    /// A label with its value as a link.
    #[must_use]
    pub fn link(label: &str, value: impl Into<String>, href: String) -> Self {
        Self {
            label: label.to_owned(),
            value: value.into(),
            href: Some(href),
        }
    }
}

/// The refusals of a form as its template shows them.
#[derive(Clone, Debug)]
pub struct Errors {
    language: Language,
    refusals: Vec<Refusal>,
}

impl Errors {
    /// What is wrong with a form; nothing, when it is shown for the first time.
    #[must_use]
    pub const fn of(language: Language, refusals: Vec<Refusal>) -> Self {
        Self { language, refusals }
    }

    /// The summary on top: one line per refusal, linked to its control (or to `main`).
    #[must_use]
    pub fn summary(&self) -> Vec<FormError> {
        let id = |refusal: &Refusal| refusal.field().map_or("main", Named::code).to_owned();
        let text = |refusal: &Refusal| words::refusal::say(self.language, refusal).in_one();
        self.refusals
            .iter()
            .map(|refusal| FormError {
                id: id(refusal),
                text: text(refusal),
            })
            .collect()
    }

    /// A field as typed, with what is wrong with it beside it.
    #[must_use]
    pub fn field(&self, field: Named, value: impl Into<String>) -> Field {
        let mine: Vec<String> = self
            .refusals
            .iter()
            .filter(|refusal| refusal.field() == Some(field))
            .map(|refusal| words::refusal::say(self.language, refusal).in_one())
            .collect();
        Field {
            value: value.into(),
            error: (!mine.is_empty()).then(|| mine.join(" ")),
        }
    }
}
