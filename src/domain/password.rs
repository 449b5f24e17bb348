//! Passwords: what a new one must be. No rules of composition, no expiry (SP 800-63B-4).

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::text;

/// Shortest password when it is the only factor, in characters after NFKC.
pub const SHORTEST: usize = 15;
/// Longest password, in characters after NFKC.
pub const LONGEST: usize = 128;
/// Longest text that is looked at at all, in bytes.
pub const LONGEST_BYTES: usize = 1_024;
/// Fewest different characters.
const FEWEST_KINDS: usize = 5;
/// Characters that must stand beside words anybody could guess.
const BESIDE_WORDS: usize = 8;
/// Shortest text that counts as such a word, in characters.
const SHORTEST_WORD: usize = 4;
/// Words anybody could guess here.
const OBVIOUS: [&str; 8] = [
    "madoguchi",
    "共用機器窓口",
    "共用機器",
    "password",
    "passw0rd",
    "パスワード",
    "qwertyuiop",
    "1234567890",
];

/// The form in which a password is counted and hashed: NFKC, so that half and full width and the
/// two ways of writing が are one. Nothing is trimmed or cut.
#[must_use]
pub fn normal(typed: &str) -> String {
    typed.nfkc().collect()
}

/// Checks a new password: length, not a repetition, not built around an obvious word or one of the
/// person's own.
#[must_use]
pub fn check(typed: &str, own_words: &[&str]) -> Option<Refusal> {
    let too_long = Some(Refusal::of(Wrong::PasswordLong { longest: LONGEST }));
    if typed.len() > LONGEST_BYTES {
        return too_long;
    }
    let password = normal(typed);
    let length = password.chars().count();
    if length > LONGEST {
        return too_long;
    }
    if length < SHORTEST {
        return Some(Refusal::of(Wrong::PasswordShort { shortest: SHORTEST }));
    }
    is_guessable(&password, own_words).then(|| Refusal::of(Wrong::PasswordGuessable))
}

fn is_guessable(password: &str, own_words: &[&str]) -> bool {
    let kinds: BTreeSet<char> = password.to_lowercase().chars().collect();
    if kinds.len() < FEWEST_KINDS {
        return true;
    }
    let mut words: Vec<String> = own_words.iter().flat_map(|words| parts(words)).collect();
    words.extend(OBVIOUS.iter().map(|word| text::fold(word)));
    words.retain(|word| word.chars().count() >= SHORTEST_WORD);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let folded = text::fold(password);
    let rest = words
        .iter()
        .fold(folded.clone(), |rest, word| rest.replace(word, ""));
    rest != folded && rest.chars().count() < BESIDE_WORDS
}

/// A text of the person's own, whole and in its parts: the name, the words of a mail address.
fn parts(words: &str) -> Vec<String> {
    let split = words.split(['@', '.', ' ', '\u{3000}', '-', '_', '+']);
    split.chain([words]).map(text::fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn verdict(password: &str) -> Option<Wrong> {
        check(password, &["sato.megumi@example.jp", "佐藤 恵"]).map(|refusal| refusal.wrong)
    }

    #[test]
    fn b13_passwords_are_long_and_not_guessable() {
        let short = Some(Wrong::PasswordShort { shortest: 15 });
        let long = Some(Wrong::PasswordLong { longest: 128 });
        assert_eq!(verdict("fourteen chars"), short);
        assert_eq!(verdict("fifteen chars o"), None);
        assert_eq!(verdict(&"abcdefgh".repeat(16)), None);
        assert_eq!(verdict(&format!("{}x", "abcdefgh".repeat(16))), long);
        for guessable in [
            "aaaaaaaaaaaaaaaaaaaa",
            "ababababababababab",
            "sato.megumi@example.jp",
            "megumi-megumi-2026",
            "madoguchi2026!!",
            "ＭＡＤＯＧＵＣＨＩ２０２６！！",
            "共用機器窓口のパスワード",
            "password1234567890",
        ] {
            let verdict = verdict(guessable);
            let short = matches!(verdict, Some(Wrong::PasswordShort { .. }));
            assert!(
                short || verdict == Some(Wrong::PasswordGuessable),
                "{guessable}: {verdict:?}"
            );
        }
        assert_eq!(verdict("crab\0pepper harbour 🦀 lantern"), None);
    }

    #[test]
    fn b13_length_counts_characters_as_they_are_hashed() {
        // Fifteen half-width kana with seven voicing marks are fewer than fifteen characters.
        assert_eq!(
            verdict("ｶﾞｷﾞｸﾞｹﾞｺﾞｻﾞｼﾞｽ"),
            Some(Wrong::PasswordShort { shortest: 15 })
        );
        assert_eq!(normal("ｶﾞＡ①"), "ガA1");
        assert_eq!(normal("  two  "), "  two  ");
    }

    proptest! {
        #[test]
        fn any_text_is_judged(typed in "\\PC{0,200}") {
            let length = normal(&typed).chars().count();
            match verdict(&typed) {
                None => prop_assert!((SHORTEST..=LONGEST).contains(&length)),
                Some(Wrong::PasswordShort { .. }) => prop_assert!(length < SHORTEST),
                Some(Wrong::PasswordLong { .. }) => {
                    prop_assert!(length > LONGEST || typed.len() > LONGEST_BYTES);
                }
                other => prop_assert_eq!(other, Some(Wrong::PasswordGuessable)),
            }
        }
    }
}
