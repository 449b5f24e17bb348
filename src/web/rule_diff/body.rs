//! The compared body of an article: what stays is shown only around what changes.

use crate::domain::language::Language;
use crate::domain::rule::diff::document::ArticleChange;
use crate::domain::rule::diff::piece::{Mark, Piece};

/// How much of what stays is shown beside a change, in characters.
const AROUND: usize = 80;

/// A stretch of a body as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bit {
    /// "" stays, "-" goes, "+" comes, "…" something that stays is left out here.
    pub sign: &'static str,
    pub text: String,
}

/// The body in the reader's language, or in the other one where only that differs.
pub(super) struct Body {
    pub(super) bits: Vec<Bit>,
    pub(super) lang: Option<&'static str>,
    pub(super) is_other_language: bool,
}

impl Body {
    pub(super) fn of(language: Language, change: &ArticleChange) -> Self {
        let (mine, other, other_language) = match language {
            Language::Ja => (&change.ja, &change.en, Language::En),
            Language::En => (&change.en, &change.ja, Language::Ja),
        };
        let is_other_language = mine.is_empty() && !other.is_empty();
        Self {
            bits: bits(if is_other_language { other } else { mine }),
            lang: is_other_language.then(|| other_language.code()),
            is_other_language,
        }
    }
}

fn bits(pieces: &[Piece]) -> Vec<Bit> {
    let last = pieces.len().saturating_sub(1);
    let mut bits = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece.mark {
            Mark::Gone => bits.push(bit("-", &piece.text)),
            Mark::New => bits.push(bit("+", &piece.text)),
            Mark::Same => {
                let after = if at == 0 { 0 } else { AROUND };
                let before = if at == last { 0 } else { AROUND };
                bits.extend(around(&piece.text, after, before));
            }
        }
    }
    bits
}

fn bit(sign: &'static str, text: &str) -> Bit {
    Bit {
        sign,
        text: text.to_owned(),
    }
}

/// The beginning and the end of what stays, or all of it if it is short.
fn around(text: &str, after: usize, before: usize) -> Vec<Bit> {
    let long = text.chars().count();
    if long <= after + before + AROUND {
        return vec![bit("", text)];
    }
    let start: String = text.chars().take(after).collect();
    let end: String = text.chars().skip(long - before).collect();
    let mut bits = vec![bit("", &start), bit("…", ""), bit("", &end)];
    bits.retain(|bit| !bit.sign.is_empty() || !bit.text.is_empty());
    bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::name::Name;
    use crate::domain::rule::diff::pair::Fate;

    fn piece(mark: Mark, text: &str) -> Piece {
        Piece {
            mark,
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_stays_is_shown_only_around_what_changes() {
        let long = "あ".repeat(1_000);
        let near = "あ".repeat(AROUND);
        let found = bits(&[
            piece(Mark::Same, &long),
            piece(Mark::Gone, "10"),
            piece(Mark::New, "8"),
            piece(Mark::Same, &long),
            piece(Mark::New, "x"),
            piece(Mark::Same, "。"),
        ]);
        let said: Vec<(&str, &str)> = found
            .iter()
            .map(|bit| (bit.sign, bit.text.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                ("…", ""),
                ("", &near),
                ("-", "10"),
                ("+", "8"),
                ("", &near),
                ("…", ""),
                ("", &near),
                ("+", "x"),
                ("", "。"),
            ]
        );
    }

    #[test]
    fn a_body_that_differs_in_the_other_language_only_is_shown_in_it() {
        let change = ArticleChange {
            number: "1".into(),
            fate: Fate::Changed,
            heading: Name::default(),
            heading_before: None,
            ja: vec![piece(Mark::New, "あ")],
            en: Vec::new(),
        };
        let body = Body::of(Language::En, &change);
        assert_eq!((body.lang, body.is_other_language), (Some("ja"), true));
        let own = Body::of(Language::Ja, &change);
        assert_eq!((own.lang, own.is_other_language), (None, false));
        assert_eq!(own.bits, body.bits);
    }
}
