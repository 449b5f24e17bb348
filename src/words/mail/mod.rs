//! The words of letters: what each occasion says to its reader, in Japanese and English.

mod attend;
mod contest;
mod en;
mod home;
mod ja;
pub mod later;
pub mod occasion;
pub mod office;
pub mod personal;
pub mod rule;
pub mod service;
mod set;
pub mod slot;
pub mod together;
pub mod waiver;

use crate::domain::language::Language;
use crate::domain::letter::BookingNews;
use crate::domain::letter::account::AccountNews;
use crate::words::cancellation;
use crate::words::mail::occasion::{Reader, Words};

/// The letters of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &ja::JA,
        Language::En => &en::EN,
    }
}

/// How the reader is addressed.
#[must_use]
pub fn greeting(language: Language, name: &str) -> String {
    match language {
        Language::Ja => format!("{name} 様"),
        Language::En => format!("Dear {name},"),
    }
}

/// A person with their institution.
#[must_use]
pub fn person(language: Language, name: &str, institution: &str) -> String {
    match language {
        Language::Ja => format!("{name}（{institution}）"),
        Language::En => format!("{name} ({institution})"),
    }
}

/// How long a link works.
#[must_use]
pub fn link_works(language: Language, length: &str) -> String {
    match language {
        Language::Ja => format!("リンクは、このメールの送信から{length}使えます。"),
        Language::En => format!("The link works for {length} after this letter was sent."),
    }
}

/// What separates a label from its value.
#[must_use]
pub const fn colon(language: Language) -> &'static str {
    match language {
        Language::Ja => "：",
        Language::En => ": ",
    }
}

/// What an account's letter is called where letters are listed by kind.
#[must_use]
pub fn status(language: Language, code: &str) -> &'static str {
    let words = of(language);
    let news = BookingNews::ALL
        .iter()
        .find(|news| news.code() == code)
        .map(|news| words.booking(*news, Reader::Applicant));
    let account = AccountNews::ALL
        .iter()
        .find(|news| news.code() == code)
        .map(|news| words.account(*news));
    news.or(account)
        .map(|occasion| occasion.status)
        .or_else(|| personal::status(language, code))
        .or_else(|| service::status(language, code))
        .or_else(|| office::status(language, code))
        .or_else(|| rule::status(language, code))
        .or_else(|| waiver::status(language, code))
        .or_else(|| slot::status(language, code))
        .unwrap_or_default()
}

/// 取消料 of the charge for the use.
#[must_use]
pub fn fee(language: Language, percent: u32) -> String {
    cancellation::percent(language, percent)
}
