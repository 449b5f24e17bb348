//! Tokens: 256 random bits that people carry, and the hash that the database keeps of them.

use sha2::{Digest, Sha256};

use crate::secret::chance::{self, NoChance};

/// A secret that is shown once, to its owner, and never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A fresh token.
    ///
    /// # Errors
    /// The operating system gave no random bytes.
    pub fn fresh() -> Result<Self, NoChance> {
        chance::bytes::<32>().map(|bytes| Self(hex(&bytes)))
    }

    /// Reads what somebody sent back; anything that can't be a token is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let whole = text.len() == 64
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        whole.then(|| Self(text.to_owned()))
    }

    /// The token itself, for its owner only.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the database keeps: useless to whoever steals it.
    #[must_use]
    pub fn hash(&self) -> String {
        hash(&self.0)
    }

    /// A second secret that follows from this one, for another purpose: the form token of a session.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> String {
        hash(&format!("{purpose}:{}", self.0))
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// SHA-256 as 64 hexadecimal digits.
#[must_use]
pub fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// SHA-256 of a file's content, as 64 hexadecimal digits.
#[must_use]
pub fn fingerprint(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}

/// Compares two texts in a time that does not depend on where they differ.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    a.len() == b.len()
        && a.bytes()
            .zip(b.bytes())
            .fold(0, |differs, (x, y)| differs | (x ^ y))
            == 0
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b03_the_stored_hash_is_no_token() {
        let token = Token::fresh().unwrap();
        assert_eq!(Token::read(token.reveal()), Some(token.clone()));
        assert_ne!(token.hash(), token.reveal());
        assert_ne!(Token::read(&token.hash()).unwrap().hash(), token.hash());
        assert_ne!(token.derive("form"), token.hash());
        assert_eq!(format!("{token:?}"), "Token(…)");
    }

    #[test]
    fn other_texts_are_no_tokens() {
        for text in [
            "",
            "abc",
            &"A".repeat(64),
            &"0".repeat(65),
            &"あ".repeat(64),
        ] {
            assert_eq!(Token::read(text), None);
        }
        assert!(same("abc", "abc") && !same("abc", "abd") && !same("abc", "ab"));
    }
}
