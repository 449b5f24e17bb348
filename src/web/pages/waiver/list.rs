//! What waits for an answer, and what was granted, one by one.

use std::fmt::Display;

use crate::domain::id::UserId;
use crate::domain::name::Name;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::waiver::grant::{Asked, Granted};
use crate::domain::waiver::{Exception, decides};
use crate::web::links::{self, Link};
use crate::web::pages::waiver::refused::Refused;
use crate::web::parts::{Chip, Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::{mail, name, waiver as said, when};

/// What the page is made of.
pub(super) struct Facts {
    pub(super) asked: Vec<Asked>,
    pub(super) granted: Vec<Granted>,
    /// The institutions of the people.
    pub(super) homes: Vec<(UserId, Name)>,
    /// What exceptions can be granted on: address and name.
    pub(super) resources: Vec<(String, Name)>,
}

/// One question.
pub(super) struct Question {
    pub(super) heading: String,
    pub(super) facts: Vec<LinkedFact>,
    pub(super) reason: String,
    /// Why it can't be granted; empty if it can.
    pub(super) bar: &'static str,
    pub(super) field_id: String,
    pub(super) answer: Field,
    /// None for one's own question.
    pub(super) decline: Option<String>,
    pub(super) grant: Option<String>,
}

/// One exception that was granted.
pub(super) struct Held {
    pub(super) person: String,
    pub(super) home: String,
    pub(super) resource: Link,
    pub(super) condition: &'static str,
    pub(super) days: String,
    pub(super) by: String,
    pub(super) reason: String,
    pub(super) state: Chip,
    pub(super) field_id: String,
    pub(super) why: Field,
    pub(super) open: &'static str,
    pub(super) revoke: Option<String>,
}

/// The id and name of the field for the reason of one of several forms.
pub(super) fn reason_id(id: impl Display) -> String {
    format!("{}-{id}", Named::Reason.code())
}

/// What waits, and what is wrong with an answer that came back.
pub(super) fn questions(
    visit: &Visit,
    facts: &Facts,
    refused: &Refused,
) -> (Vec<Question>, Vec<FormError>) {
    let mut wrong = Vec::new();
    let questions = facts
        .asked
        .iter()
        .map(|asked| {
            let field_id = reason_id(asked.id);
            let (answer, errors) = typed(visit, &field_id, refused);
            wrong.extend(errors);
            question(visit, facts, asked, (field_id, answer))
        })
        .collect();
    if let Refused::Reason(id, _, refusals) = refused
        && let known = facts.asked.iter().map(|asked| reason_id(asked.id))
        && let held = facts.granted.iter().map(|granted| reason_id(granted.id))
        && known.chain(held).all(|known| known != *id)
    {
        // somebody else was quicker, and the page shows it no more
        wrong.extend(Errors::of(visit.language, refusals.clone()).summary());
    }
    (questions, wrong)
}

fn question(
    visit: &Visit,
    facts: &Facts,
    asked: &Asked,
    (field_id, answer): (String, Field),
) -> Question {
    let (language, w) = (visit.language, &visit.words().waiver);
    let exception = &asked.exception;
    let resource = name::of(language, &exception.place.name);
    let is_own = is_own(visit, exception);
    let is_over = exception.until < visit.actor.at.day();
    let address = |verb: &str| visit.href(&format!("/waivers/{}/{verb}", asked.id));
    let person = mail::person(
        language,
        &exception.who.name,
        &home(visit, facts, exception),
    );
    let condition = said::condition(language, exception.parameter);
    let page = visit.href(&links::resource(&exception.place.slug));
    Question {
        heading: said::question(language, &exception.who.name, resource),
        facts: vec![
            LinkedFact::plain(w.applicant, person),
            LinkedFact::link(w.resource, resource, page),
            LinkedFact::plain(w.condition, condition),
            LinkedFact::plain(
                w.days,
                when::days(language, exception.from, exception.until),
            ),
            LinkedFact::plain(w.asked_at, when::moment_with_year(language, asked.at)),
        ],
        reason: exception.reason.clone(),
        bar: match (is_own, is_over) {
            (true, _) => w.own,
            (false, true) => w.over,
            (false, false) => "",
        },
        field_id,
        answer,
        decline: (!is_own).then(|| address("decline")),
        grant: (!is_own && !is_over).then(|| address("grant")),
    }
}

/// What was granted, and what is wrong with a revocation that came back.
pub(super) fn held(visit: &Visit, facts: &Facts, refused: &Refused) -> (Vec<Held>, Vec<FormError>) {
    let mut wrong = Vec::new();
    let held = facts
        .granted
        .iter()
        .map(|granted| {
            let field_id = reason_id(granted.id);
            let (why, errors) = typed(visit, &field_id, refused);
            wrong.extend(errors);
            one(visit, facts, granted, (field_id, why))
        })
        .collect();
    (held, wrong)
}

fn one(visit: &Visit, facts: &Facts, granted: &Granted, (field_id, why): (String, Field)) -> Held {
    let (language, w) = (visit.language, &visit.words().waiver);
    let exception = &granted.exception;
    let (place, today) = (&exception.place, visit.actor.at.day());
    let (tone, text) = match granted.revoked_at {
        Some(_) => ("r", w.revoked),
        None if exception.until < today => ("", w.ended),
        None if exception.from > today => ("b", w.coming),
        None => ("g", w.in_effect),
    };
    let can_be_revoked = granted.revoked_at.is_none() && exception.until >= today;
    let is_theirs = decides(&visit.actor, exception.parameter, exception.owners());
    let resource = name::of(language, &place.name);
    Held {
        person: exception.who.name.clone(),
        home: home(visit, facts, exception),
        resource: Link::to(visit, &links::resource(&place.slug), resource),
        condition: said::condition(language, exception.parameter),
        days: when::days(language, exception.from, exception.until),
        by: granted.by.clone(),
        reason: exception.reason.clone(),
        state: Chip {
            tone,
            text: text.to_owned(),
        },
        field_id,
        open: match why.error {
            Some(_) => "open",
            None => "",
        },
        why,
        revoke: (can_be_revoked && is_theirs)
            .then(|| visit.href(&format!("/waivers/{}/revoke", granted.id))),
    }
}

fn is_own(visit: &Visit, exception: &Exception) -> bool {
    let person = visit.actor.person();
    person.is_some_and(|person| person.id == exception.who.user)
}

/// The institution of whom it is for.
fn home(visit: &Visit, facts: &Facts, exception: &Exception) -> String {
    let mut homes = facts.homes.iter();
    let home = homes.find(|(user, _)| *user == exception.who.user);
    home.map(|(_, home)| name::of(visit.language, home).to_owned())
        .unwrap_or_default()
}

/// The field of one of the forms as it was typed, with what is wrong.
fn typed(visit: &Visit, id: &str, refused: &Refused) -> (Field, Vec<FormError>) {
    let (value, refusals): (&str, &[Refusal]) = match refused {
        Refused::Reason(known, value, refusals) if known == id => (value, refusals),
        _ => ("", &[]),
    };
    let errors = Errors::of(visit.language, refusals.to_vec());
    let summary = errors.summary().into_iter().map(|error| FormError {
        id: match error.id == Named::Reason.code() {
            true => id.to_owned(),
            false => error.id,
        },
        text: error.text,
    });
    (errors.field(Named::Reason, value), summary.collect())
}
