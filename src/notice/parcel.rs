//! A letter ready to be carried, and the addresses it holds.

use crate::config::Config;
use crate::domain::id::LetterId;
use crate::domain::language::Language;
use crate::domain::time::Instant;

/// An entry for a calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// What the calendar should do: `REQUEST` or `CANCEL`.
    pub method: &'static str,
    pub text: String,
}

/// A letter in words, in its reader's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Composed {
    /// The name beside the sender's address.
    pub sender: &'static str,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub entry: Option<Entry>,
}

/// A letter with its number and its one reader's address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parcel {
    /// Fixed for all tries, and so is the Message-ID that follows from it.
    pub id: LetterId,
    pub to: String,
    pub at: Instant,
    pub composed: Composed,
}

/// A page of the house, as a letter links to it.
#[must_use]
pub(super) fn href(config: &Config, language: Language, path: &str) -> String {
    match language {
        Language::Ja => format!("{}{path}", config.base_url),
        Language::En => format!("{}/en{path}", config.base_url),
    }
}

/// The house's name in ids that must stay the same: its host without port.
#[must_use]
pub(super) fn host(config: &Config) -> &str {
    let host = config.host();
    host.rsplit_once(':').map_or(host, |(name, _)| name)
}

/// The address in `Name <name@example.jp>`, or the whole text if it is only that.
#[must_use]
pub(super) fn address(mailbox: &str) -> &str {
    mailbox
        .rsplit_once('<')
        .map_or(mailbox, |(_, rest)| rest.trim_end_matches('>'))
        .trim()
}
