//! The form of a request without a slot as one page: empty, a draft, refused with everything kept, or to be mended.

use askama::Template;

use crate::domain::booking::request::to_agree;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::check::ITEMS_MOST;
use crate::domain::service_request::desk::Desk;
use crate::domain::service_request::ethics::EthicsNeed;
use crate::domain::service_request::state::State;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Choice, Errors, Fact, Field, FormError, Mark};
use crate::web::request_form::consent::{self, Consent};
use crate::web::service_form::part::{self, Ethics, Line};
use crate::web::service_form::read::lines;
use crate::web::visit::Visit;
use crate::words::service_request::{self as said, state};
use crate::words::{booking, mail, name};

/// What the form is about.
pub struct About<'a> {
    pub desk: &'a Desk,
    pub typed: &'a Form,
    pub refusals: Vec<Refusal>,
    /// The id that the request has or will have.
    pub id: String,
    /// A request that stands: what to do with it, and the facility's words about it.
    pub stands: Option<Stands>,
    /// Whether the draft was just kept.
    pub kept: Kept,
}

/// What is done with a request that stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stands {
    /// It was returned, for this reason.
    Returned(String),
    /// It was a question, answered like this.
    Answered(String),
}

/// Whether the page says that a draft was kept.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Kept {
    JustNow,
    Unsaid,
}

/// The page.
#[derive(Template)]
#[template(path = "service_request/new.html")]
pub struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    heading: String,
    crumbs: Vec<Link>,
    name: String,
    place: String,
    kept: bool,
    quote: Option<(String, String)>,
    action: String,
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: String,
    items: Field,
    lines: Vec<Line>,
    can_grow: bool,
    purpose: Field,
    project_number: Field,
    responsible: Field,
    wanted_on: Field,
    today: String,
    safety: Field,
    safeties: Vec<Choice>,
    ethics: Option<Ethics>,
    agree: Field,
    consent: Consent,
    send: &'static str,
    is_new: bool,
    summary: Vec<Fact>,
    steps: Vec<Mark>,
}

/// The page for this visit.
#[must_use]
pub fn page(visit: &Visit, about: About<'_>) -> Page {
    let w = &visit.words().service_request;
    let (language, desk, typed) = (visit.language, about.desk, about.typed);
    let (scene, today) = (&desk.scene, visit.actor.at.day());
    let errors = Errors::of(language, about.refusals.clone());
    let field = |named: Named| errors.field(named, typed.raw(named.code()));
    let resource = &scene.resource;
    let resource_name = name::of(language, &resource.name).to_owned();
    let terms = resource.on(today).terms;
    let chain = Chain::of(terms, &[]);
    let body = Body {
        heading: heading(w, about.stands.as_ref()).to_owned(),
        crumbs: crumbs(visit, resource.slug.as_str(), &resource_name),
        place: place(visit, desk),
        kept: about.kept == Kept::JustNow,
        quote: quote(w, about.stands.as_ref()),
        action: visit.href(&action(&about)),
        hidden: hidden(visit, desk, typed, &about.id),
        errors_heading: booking::state::errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        items: errors.field(Named::Service(ServiceField::Items), ""),
        lines: part::lines(visit, typed),
        can_grow: lines(typed) < ITEMS_MOST,
        purpose: field(Named::Purpose),
        project_number: field(Named::ProjectNumber),
        responsible: field(Named::Service(ServiceField::Responsible)),
        wanted_on: field(Named::Service(ServiceField::WantedOn)),
        today: today.to_string(),
        safety: field(Named::Safety),
        safeties: part::safeties(visit, typed),
        ethics: part::ethics(visit, typed, &errors, EthicsNeed::of(terms, &chain)),
        agree: field(Named::Agree),
        consent: consent::to(visit, scene, &to_agree(scene, today)),
        send: button(w, about.stands.as_ref()),
        is_new: about.stands.is_none(),
        summary: summary(visit, desk),
        steps: steps(visit, &chain),
        name: resource_name,
    };
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}

/// Where the form is sent.
fn action(about: &About<'_>) -> String {
    match about.stands {
        Some(_) => format!("/service/{}/edit", about.id),
        None => "/service".to_owned(),
    }
}

const fn button(w: &'static said::Words, stands: Option<&Stands>) -> &'static str {
    match stands {
        Some(Stands::Returned(_)) => w.resend,
        _ => w.send,
    }
}

const fn heading(w: &'static said::Words, stands: Option<&Stands>) -> &'static str {
    match stands {
        None => w.form_heading,
        Some(Stands::Returned(_)) => w.edit_heading,
        Some(Stands::Answered(_)) => w.complete_heading,
    }
}

fn quote(w: &said::Words, stands: Option<&Stands>) -> Option<(String, String)> {
    match stands? {
        Stands::Returned(reason) => Some((w.returned_heading.to_owned(), reason.clone())),
        Stands::Answered(words) => Some((w.answered_heading.to_owned(), words.clone())),
    }
}

fn crumbs(visit: &Visit, slug: &str, resource: &str) -> Vec<Link> {
    let home = visit.words().service_request.home;
    vec![
        Link::to(visit, "/", home),
        Link::to(visit, &links::resource(slug), resource),
    ]
}

fn place(visit: &Visit, desk: &Desk) -> String {
    let resource = &desk.scene.resource;
    let institution = name::of(visit.language, &resource.institution_name);
    let facility = name::of(visit.language, &resource.facility_name);
    format!("{institution} {facility}")
}

fn hidden(visit: &Visit, desk: &Desk, typed: &Form, id: &str) -> Vec<(String, String)> {
    [
        ("csrf", visit.csrf()),
        ("id", id.to_owned()),
        ("resource", desk.scene.resource.slug.clone()),
        ("lines", lines(typed).to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

fn summary(visit: &Visit, desk: &Desk) -> Vec<Fact> {
    let w = &visit.words().service_request;
    let language = visit.language;
    let resource = &desk.scene.resource;
    let mut facts = vec![
        Fact::new(w.resource, name::of(language, &resource.name)),
        Fact::new(w.facility, place(visit, desk)),
        Fact::new(w.answer, said::answer_within(language, desk.response_days)),
    ];
    if let Some(person) = visit.actor.person() {
        let home = name::of(language, &desk.scene.applicant_institution);
        facts.push(Fact::new(
            w.applicant,
            mail::person(language, &person.name, home),
        ));
    }
    facts
}

/// The way that a request goes, step by step.
fn steps(visit: &Visit, chain: &Chain) -> Vec<Mark> {
    let steps = chain.steps().iter();
    steps.map(|step| mark(visit, *step)).collect()
}

fn mark(visit: &Visit, step: State) -> Mark {
    Mark {
        when: String::new(),
        text: state::step(visit.language, step).to_owned(),
        more: String::new(),
        open: true,
    }
}
