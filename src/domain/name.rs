//! A name in both languages, Japanese first.

/// A name in both languages.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Name {
    pub ja: String,
    pub en: String,
}
