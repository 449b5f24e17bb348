//! A letter in its reader's language before it is laid out: what others compose, and the page shows.

use crate::words::mail::occasion::Occasion;

/// What a letter says.
pub struct Told {
    pub occasion: &'static Occasion,
    pub facts: Vec<(&'static str, String)>,
    /// The reason given, word for word.
    pub reason: Option<String>,
    /// Where the link leads: a path without language.
    pub path: String,
}
