//! Sentences of the pages of a draft that hold numbers, names and dates.

use crate::domain::language::Language;
use crate::domain::time::Instant;
use crate::words::when;

/// The heading of all pages of a draft.
#[must_use]
pub fn heading(language: Language, unit: &str) -> String {
    match language {
        Language::Ja => format!("{unit} 利用規則の改正案"),
        Language::En => format!("Draft of the usage rules of {unit}"),
    }
}

/// Who saved it last, and when.
#[must_use]
pub fn touched(language: Language, by: &str, at: Instant) -> String {
    let at = when::moment(language, at);
    match (language, by.is_empty()) {
        (Language::Ja, false) => format!("最終更新：{at} {by}"),
        (Language::Ja, true) => format!("最終更新：{at}"),
        (Language::En, false) => format!("Last saved {at} by {by}"),
        (Language::En, true) => format!("Last saved {at}"),
    }
}

/// How many conditions stand on an article, for a chip.
#[must_use]
pub fn conditions(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("条件{count}"),
        (Language::En, 1) => "1 condition".to_owned(),
        (Language::En, _) => format!("{count} conditions"),
    }
}

/// How many contradictions there are.
#[must_use]
pub fn contradictions(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("条件の矛盾が{count}件あります。"),
        (Language::En, 1) => "Some conditions contradict each other.".to_owned(),
        (Language::En, _) => format!("There are {count} contradictions between conditions."),
    }
}

/// What was saved contradicts itself: the heading of the list.
#[must_use]
pub const fn saved_but(language: Language) -> &'static str {
    match language {
        Language::Ja => "保存しましたが、このままでは公開できません",
        Language::En => "Saved, but it can't be published like this",
    }
}

/// The version that the difference is shown from.
#[must_use]
pub fn compared(language: Language, version: &str) -> String {
    match language {
        Language::Ja => format!("第{version}版と改正案の違い"),
        Language::En => format!("Changes from version {version}"),
    }
}
