//! How things are said: every sentence in Japanese and English, one struct per page and language.
//!
//! A page's words are a struct with one constant per language in a file of its own, so that a
//! sentence missing in one language does not compile.

pub mod agenda;
pub mod approval;
pub mod attend;
pub mod attendant;
pub mod availability;
pub mod beside;
pub mod booking;
pub mod cancellation;
pub mod change;
pub mod citation;
pub mod closed_day;
pub mod consent;
pub mod contest;
pub mod cooperation;
pub mod counted;
pub mod course;
pub mod desk;
pub mod door;
pub mod draft;
pub mod endorse;
pub mod equivalence;
pub mod fact;
pub mod feed;
pub mod find_time;
pub mod frame;
pub mod gate;
pub mod glance;
pub mod holiday;
pub mod home;
pub mod institution;
pub mod judged;
pub mod letter;
pub mod mail;
pub mod name;
pub mod no_show;
pub mod office;
pub mod opening;
pub mod outage;
pub mod outside;
pub mod parameter;
pub mod passport;
pub mod password;
pub mod people;
pub mod place;
pub mod preflight;
pub mod problem;
pub mod profile;
pub mod prose;
pub mod refusal;
pub mod resource;
pub mod rule;
pub mod search;
pub mod series;
pub mod service_request;
pub mod session;
pub mod slot;
pub mod tab;

pub mod together;
pub mod training;
pub mod usage;
pub mod user;
pub mod waitlist;
pub mod waiver;
pub mod way;
pub mod when;

use crate::domain::language::Language;

/// All words of one language.
pub struct Words {
    pub language: Language,
    pub agenda: agenda::Words,
    pub approval: approval::Words,
    pub attendant: attendant::Words,
    pub availability: availability::Words,
    pub booking: booking::Words,
    pub cancellation: cancellation::Words,
    pub closed_day: closed_day::Words,
    pub consent: consent::Words,
    pub contest: contest::Words,
    pub course: course::Words,
    pub equivalence: equivalence::Words,
    pub fact: fact::Words,
    pub feed: feed::Words,
    pub find_time: find_time::Words,
    pub frame: frame::Words,
    pub holiday: holiday::Words,
    pub glance: glance::Words,
    pub home: home::Words,
    pub institution: institution::Words,
    pub judged: judged::Words,
    pub letter: letter::Words,
    pub outage: outage::Words,
    pub outside: outside::Words,
    pub passport: passport::Words,
    pub office: office::Words,
    pub password: password::Words,
    pub people: people::Words,
    pub preflight: preflight::Words,
    pub problem: problem::Words,
    pub profile: profile::Words,
    pub prose: prose::Words,
    pub resource: resource::Words,
    pub rule: rule::Words,
    pub search: search::Words,
    pub service_request: service_request::Words,
    pub session: session::Words,
    pub slot: slot::Words,
    pub together: together::Words,
    pub training: training::Words,
    pub user: user::Words,
    pub usage: usage::Words,
    pub no_show: no_show::Words,
    pub change: change::Words,
    pub waitlist: waitlist::Words,
    pub waiver: waiver::Words,
}

static JA: Words = Words {
    language: Language::Ja,
    agenda: agenda::JA,
    approval: approval::JA,
    attendant: attendant::JA,
    availability: availability::JA,
    booking: booking::JA,
    cancellation: cancellation::JA,
    closed_day: closed_day::JA,
    consent: consent::JA,
    contest: contest::JA,
    course: course::JA,
    equivalence: equivalence::JA,
    fact: fact::JA,
    feed: feed::JA,
    find_time: find_time::JA,
    frame: frame::JA,
    holiday: holiday::JA,
    glance: glance::JA,
    home: home::JA,
    institution: institution::JA,
    judged: judged::JA,
    letter: letter::JA,
    outage: outage::JA,
    outside: outside::JA,
    passport: passport::JA,
    office: office::JA,
    password: password::JA,
    people: people::JA,
    preflight: preflight::JA,
    problem: problem::JA,
    profile: profile::JA,
    prose: prose::JA,
    resource: resource::JA,
    rule: rule::JA,
    search: search::JA,
    service_request: service_request::ja::JA,
    session: session::JA,
    slot: slot::JA,
    together: together::JA,
    training: training::JA,
    user: user::JA,
    usage: usage::JA,
    no_show: no_show::JA,
    change: change::JA,
    waitlist: waitlist::JA,
    waiver: waiver::JA,
};
static EN: Words = Words {
    language: Language::En,
    agenda: agenda::EN,
    approval: approval::EN,
    attendant: attendant::EN,
    availability: availability::EN,
    booking: booking::EN,
    cancellation: cancellation::EN,
    closed_day: closed_day::EN,
    consent: consent::EN,
    contest: contest::EN,
    course: course::EN,
    equivalence: equivalence::EN,
    fact: fact::EN,
    feed: feed::EN,
    find_time: find_time::EN,
    frame: frame::EN,
    holiday: holiday::EN,
    glance: glance::EN,
    home: home::EN,
    institution: institution::EN,
    judged: judged::EN,
    letter: letter::EN,
    outage: outage::EN,
    outside: outside::EN,
    passport: passport::EN,
    office: office::EN,
    password: password::EN,
    people: people::EN,
    preflight: preflight::EN,
    problem: problem::EN,
    profile: profile::EN,
    prose: prose::EN,
    resource: resource::EN,
    rule: rule::EN,
    search: search::EN,
    service_request: service_request::en::EN,
    session: session::EN,
    slot: slot::EN,
    together: together::EN,
    training: training::EN,
    user: user::EN,
    usage: usage::EN,
    no_show: no_show::EN,
    change: change::EN,
    waitlist: waitlist::EN,
    waiver: waiver::EN,
};

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}
