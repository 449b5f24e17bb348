//! How things are said: every sentence in Japanese and English, one struct per page and language.
//!
//! A page's words are a struct with one constant per language in a file of its own, so that a
//! sentence missing in one language does not compile.

pub mod approval;
pub mod availability;
pub mod booking;
pub mod citation;
pub mod consent;
pub mod frame;
pub mod gate;
pub mod home;
pub mod institution;
pub mod letter;
pub mod mail;
pub mod name;
pub mod opening;
pub mod outside;
pub mod parameter;
pub mod password;
pub mod place;
pub mod problem;
pub mod prose;
pub mod refusal;
pub mod resource;
pub mod rule;
pub mod search;
pub mod service_request;
pub mod session;
pub mod slot;
pub mod tab;
pub mod user;
pub mod when;

use crate::domain::language::Language;

/// All words of one language.
pub struct Words {
    pub language: Language,
    pub approval: approval::Words,
    pub availability: availability::Words,
    pub booking: booking::Words,
    pub consent: consent::Words,
    pub frame: frame::Words,
    pub home: home::Words,
    pub institution: institution::Words,
    pub letter: letter::Words,
    pub outside: outside::Words,
    pub password: password::Words,
    pub problem: problem::Words,
    pub prose: prose::Words,
    pub resource: resource::Words,
    pub rule: rule::Words,
    pub search: search::Words,
    pub service_request: service_request::Words,
    pub session: session::Words,
    pub slot: slot::Words,
    pub user: user::Words,
}

static JA: Words = Words {
    language: Language::Ja,
    approval: approval::JA,
    availability: availability::JA,
    booking: booking::JA,
    consent: consent::JA,
    frame: frame::JA,
    home: home::JA,
    institution: institution::JA,
    letter: letter::JA,
    outside: outside::JA,
    password: password::JA,
    problem: problem::JA,
    prose: prose::JA,
    resource: resource::JA,
    rule: rule::JA,
    search: search::JA,
    service_request: service_request::ja::JA,
    session: session::JA,
    slot: slot::JA,
    user: user::JA,
};
static EN: Words = Words {
    language: Language::En,
    approval: approval::EN,
    availability: availability::EN,
    booking: booking::EN,
    consent: consent::EN,
    frame: frame::EN,
    home: home::EN,
    institution: institution::EN,
    letter: letter::EN,
    outside: outside::EN,
    password: password::EN,
    problem: problem::EN,
    prose: prose::EN,
    resource: resource::EN,
    rule: rule::EN,
    search: search::EN,
    service_request: service_request::en::EN,
    session: session::EN,
    slot: slot::EN,
    user: user::EN,
};

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}
