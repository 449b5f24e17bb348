//! What an applicant writes about the use, and its limits.

use crate::domain::booking::{Content, Safety};
use crate::domain::policy::applicant::Manner;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};

impl Content {
    /// How the use is meant, as rules ask about it.
    #[must_use]
    pub fn manner(&self) -> Manner {
        Manner {
            support: self.support_mode,
            safety: self.safety.map(Safety::code),
            project_number: self.project_number.clone(),
        }
    }
}

/// Longest purpose, sample and reason, in characters.
pub const TEXT_LONGEST: usize = 2_000;
/// Longest project number, in characters.
pub const NUMBER_LONGEST: usize = 40;

/// What was written about the use: complete and within its limits.
pub(super) fn check_content(content: &Content) -> Vec<Refusal> {
    let mut wrong: Vec<Refusal> = check_text(&content.purpose, Field::Purpose, TEXT_LONGEST)
        .into_iter()
        .collect();
    wrong.extend(check_text(&content.sample, Field::Sample, TEXT_LONGEST));
    if content.safety.is_none() {
        wrong.push(Refusal::of(Wrong::Missing {
            field: Field::Safety,
        }));
    }
    if content.support_mode.is_none() {
        wrong.push(Refusal::of(Wrong::Missing {
            field: Field::SupportMode,
        }));
    }
    if content.project_number.chars().count() > NUMBER_LONGEST {
        wrong.push(Refusal::of(Wrong::TooLongText {
            field: Field::ProjectNumber,
            longest: NUMBER_LONGEST,
        }));
    }
    wrong
}

/// A text that is required and limited.
pub(in crate::domain) fn check_text(value: &str, field: Field, longest: usize) -> Option<Refusal> {
    if value.trim().is_empty() {
        return Some(Refusal::of(Wrong::Missing { field }));
    }
    (value.chars().count() > longest).then(|| Refusal::of(Wrong::TooLongText { field, longest }))
}
