//! The words of cooperation types that are proposed.

use crate::domain::cooperation::CooperationType;
use crate::domain::language::Language;

/// A label, and what is proposed because of what a provider gave; it counts once the coordinators set it.
#[must_use]
pub fn proposed(
    language: Language,
    proposed: CooperationType,
    provider: &str,
) -> (&'static str, String) {
    match (language, proposed) {
        (Language::Ja, CooperationType::One) => (
            "連携の類型",
            format!(
                "類型1の候補（{provider}の基盤→AMED課題）。機関の担当者が確認するまで、集計には入りません。"
            ),
        ),
        (Language::En, CooperationType::One) => (
            "Type of cooperation",
            format!(
                "Type 1 proposed ({provider}\u{2019}s basis used in an AMED project). It counts once the institution\u{2019}s coordinator confirms it."
            ),
        ),
    }
}
