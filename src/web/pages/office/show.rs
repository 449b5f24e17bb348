//! One fact before an office that answers on it: what was entered and declared, and the answer.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::acts::fact::{For, open_to};
use crate::domain::gate::ask::Ask;
use crate::domain::gate::fact::{Side, Verdict};
use crate::domain::gate::spoken::{Condition, Spoken, said, takes_condition, takes_number};
use crate::domain::halt::Halt;
use crate::domain::id::FactId;
use crate::domain::refusal::field::{FactField, Field as Named};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::support::SupportMode;
use crate::store::gate::file::File;
use crate::web::answer::{self, Answer, Stop};
use crate::web::fact_facts::{self, Reader};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Choice, Errors, Fact, Field, FormError, Mark};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::gate::{condition, gate, office};
use crate::words::office as words;
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "office/show.html")]
struct Page {
    frame: Frame,
    w: &'static words::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    heading: &'static str,
    status: Chip,
    errors: Vec<FormError>,
    errors_heading: String,
    who: Vec<Fact>,
    concerns: Vec<String>,
    declared: Vec<Fact>,
    entered: Vec<Fact>,
    answers: Vec<Mark>,
    /// Why there is nothing to answer; empty where there is.
    why_not: &'static str,
    forms: Vec<Office>,
}

/// The form of one office: its answer, or taking it back.
struct Office {
    name: String,
    hidden: Vec<(String, String)>,
    decision: Field,
    decision_required: &'static str,
    ruled_on: Field,
    conditions: Vec<Choice>,
    condition: Field,
    reason: Field,
    /// Addresses; none where the office has answered.
    confirm: Option<String>,
    refuse: String,
    /// None where there is nothing to take back.
    revoke: Option<String>,
}

/// `GET /office/facts/{id}`: each look leaves a line.
///
/// # Errors
/// None of the visitor's offices was asked, or a fault.
pub async fn show(visit: Visit, id: Path<String>) -> Answer {
    let file = read(&visit, &id).await?;
    answer::page(&page(&visit, &file, None, Vec::new()))
}

/// `POST /office/facts/{id}/confirm`
///
/// # Errors
/// As [`show`]; a refusal is answered with the page itself.
pub async fn confirm(visit: Visit, id: Path<String>, form: Form) -> Answer {
    speak(&visit, &id, &form, Verdict::Confirmed).await
}

/// `POST /office/facts/{id}/refuse`
///
/// # Errors
/// As [`confirm`].
pub async fn refuse(visit: Visit, id: Path<String>, form: Form) -> Answer {
    speak(&visit, &id, &form, Verdict::Refused).await
}

/// `POST /office/facts/{id}/revoke`
///
/// # Errors
/// As [`confirm`].
pub async fn revoke(visit: Visit, id: Path<String>, form: Form) -> Answer {
    speak(&visit, &id, &form, Verdict::Revoked).await
}

/// Reads the fact, and keeps that it was read.
async fn read(visit: &Visit, id: &str) -> Result<File, Stop> {
    let id: FactId = id.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    let deed = visit
        .db()
        .act(by, move |tx, by| acts::fact::read(tx, by, id));
    Ok(deed.await?)
}

async fn speak(visit: &Visit, id: &str, form: &Form, verdict: Verdict) -> Answer {
    let fact: FactId = id.parse().map_err(|_| Halt::Absent)?;
    let office = For {
        side: Side::from_code(form.raw("side")).ok_or(Halt::Absent)?,
        institution: form.parse("institution").ok_or(Halt::Absent)?,
    };
    let spoken = Spoken {
        verdict,
        number: form.line("decision"),
        ruled_on: form.line("ruled_on"),
        condition: Condition::read(form.raw("condition")),
        reason: form.lines("reason"),
    };
    let said = spoken.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::fact::rule(tx, by, (fact, office), &said)
    });
    match deed.await {
        Ok(user) => {
            acts::gate::follow(visit.db(), user, visit.actor.at).await?;
            answer::see(&visit.href("/office?done=1"))
        }
        Err(Halt::Refused(refusals)) => {
            let file = read(visit, id).await?;
            let status = match refusals.iter().any(is_settled) {
                true => StatusCode::CONFLICT,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let typed = Some((office, &spoken));
            answer::page_with(status, &page(visit, &file, typed, refusals))
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// Whether somebody else was quicker.
fn is_settled(refusal: &Refusal) -> bool {
    matches!(refusal.wrong, Wrong::AlreadyDecided { .. })
}

fn page(visit: &Visit, file: &File, typed: Option<(For, &Spoken)>, refusals: Vec<Refusal>) -> Page {
    let (language, w) = (visit.language, &visit.words().office);
    let errors = Errors::of(language, refusals);
    let why_not = why_not(visit, file);
    let asks = open_to(file, &visit.actor);
    let forms = match why_not.is_empty() {
        true => asks
            .iter()
            .filter_map(|ask| form(visit, file, ask, (typed, &errors)))
            .take(1)
            .collect(),
        false => Vec::new(),
    };
    // what the person took back is no office's business any more
    let stands = file.withdrawn.is_none();
    let shown = |facts: Vec<Fact>| match stands {
        true => facts,
        false => Vec::new(),
    };
    let page = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/office", w.heading),
        ],
        heading: gate(language, file.fact.gate),
        status: fact_facts::chip(visit, file),
        errors_heading: errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        who: who(visit, file),
        concerns: fact_facts::concerns(visit, file),
        declared: shown(fact_facts::declared(visit, &file.detail)),
        entered: shown(fact_facts::entered(visit, file)),
        answers: fact_facts::answers(visit, file, Reader::Office),
        why_not,
        forms,
    };
    Page {
        frame: Frame::of(visit),
        w,
        page,
    }
}

fn why_not(visit: &Visit, file: &File) -> &'static str {
    let w = &visit.words().office;
    let person = visit.actor.person().map(|person| person.id);
    if file.withdrawn.is_some() {
        w.withdrawn
    } else if person == Some(file.fact.user) {
        w.own
    } else {
        ""
    }
}

fn who(visit: &Visit, file: &File) -> Vec<Fact> {
    let (language, w) = (visit.language, &visit.words().office);
    let subject = &file.subject;
    let mut facts = vec![
        Fact::new(w.name, &subject.holder.name),
        Fact::new(
            w.institution,
            name::of(language, &subject.holder_institution),
        ),
    ];
    facts.extend(subject.aim.as_ref().map(|aim| {
        let resource = name::of(language, &aim.resource);
        let span = when::span_with_year(language, &aim.span);
        Fact::new(w.booking, format!("{resource} {span} {}", aim.booking))
    }));
    facts
}

/// The form of an office that owes an answer, or that can take its answer back.
fn form(
    visit: &Visit,
    file: &File,
    ask: &Ask,
    (typed, errors): (Option<(For, &Spoken)>, &Errors),
) -> Option<Office> {
    let w = &visit.words().office;
    let last = said(&file.fact, ask).map(|ruling| ruling.verdict);
    let address = |verb: &str| visit.href(&format!("{}/{verb}", links::office_fact(file.fact.id)));
    let (confirm, revoke) = match last {
        None => (Some(address("confirm")), None),
        Some(Verdict::Confirmed) => (None, Some(address("revoke"))),
        Some(Verdict::Refused | Verdict::Revoked) => return None,
    };
    let mine = typed.filter(|(of, _)| (of.side, of.institution) == (ask.side, ask.institution));
    let spoken = mine.map(|(_, spoken)| spoken);
    let today = visit.actor.at.day().to_string();
    let needs_number = takes_number(file.fact.gate) && confirm.is_some();
    Some(Office {
        name: called(visit, file, ask),
        hidden: vec![
            ("csrf".to_owned(), visit.csrf()),
            ("side".to_owned(), ask.side.code().to_owned()),
            ("institution".to_owned(), ask.institution.to_string()),
        ],
        decision: errors.field(
            Named::Fact(FactField::Decision),
            spoken.map_or("", |one| &one.number),
        ),
        decision_required: match needs_number {
            true => w.required,
            false => "",
        },
        ruled_on: errors.field(
            Named::Fact(FactField::RuledOn),
            spoken.map_or(&*today, |one| &one.ruled_on),
        ),
        conditions: match takes_condition(file.fact.gate) && confirm.is_some() {
            true => conditions(visit, spoken),
            false => Vec::new(),
        },
        condition: errors.field(Named::Fact(FactField::Condition), ""),
        reason: errors.field(Named::Reason, spoken.map_or("", |one| &one.reason)),
        refuse: address("refuse"),
        confirm,
        revoke,
    })
}

/// The office with its institution.
fn called(visit: &Visit, file: &File, ask: &Ask) -> String {
    let language = visit.language;
    let institution = file.office(ask.institution);
    let office = office(language, file.fact.gate.office());
    words::answers_for(language, name::of(language, &institution), office)
}

fn conditions(visit: &Visit, spoken: Option<&Spoken>) -> Vec<Choice> {
    let chosen = spoken.map_or(Condition::None, |spoken| spoken.condition);
    let choice = |value: &str, label: &str, of: Condition| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen: chosen == of,
    };
    let only = [SupportMode::Assisted, SupportMode::Proxy];
    let none = choice("none", visit.words().office.no_condition, Condition::None);
    let limited = only.map(|one| {
        let label = condition(visit.language, one);
        choice(one.code(), label, Condition::Only(one))
    });
    std::iter::once(none).chain(limited).collect()
}
