//! The words of letters about requests without a slot.

mod en;
mod ja;
mod labels;

use crate::domain::language::Language;
use crate::domain::letter::service::ServiceNews;
use crate::words::mail::occasion::Reader;
use crate::words::mail::service::labels::Words;

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &ja::JA,
        Language::En => &en::EN,
    }
}

/// What a letter is called where letters are listed by kind.
#[must_use]
pub(super) fn status(language: Language, code: &str) -> Option<&'static str> {
    let news = ServiceNews::ALL.iter().find(|news| news.code() == code)?;
    Some(of(language).letter(*news, Reader::Applicant).status)
}
