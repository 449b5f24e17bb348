//! Refusals about drafts of rules: what was changed meanwhile, what can't be kept or published, files.

mod en;
mod ja;

use crate::domain::language::Language;
use crate::domain::refusal::drafting::Drafting;

pub(super) fn barred(language: Language, bar: &Drafting) -> (String, String) {
    match language {
        Language::Ja => ja::of(bar),
        Language::En => en::of(bar),
    }
}
