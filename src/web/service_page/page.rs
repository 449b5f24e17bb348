//! One request without a slot: where it stands, what was decided, and what its reader can do now.

use actix_web::http::StatusCode;
use askama::Template;

use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::Standing;
use crate::domain::service_request::change::Report;
use crate::domain::service_request::ethics::{Approval, approval};
use crate::domain::service_request::state::State;
use crate::domain::time::Instant;
use crate::store::ledger::Line;
use crate::web::answer::{self, Answer};
use crate::web::deed_form::{DeedForm, Typed};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Errors, Fact, FormError, LinkedFact, Mark};
use crate::web::service_page::fact::{self, Row, Told};
use crate::web::service_page::{applicant, facility};
use crate::web::visit::Visit;
use crate::words::service_request::{self as said, state};
use crate::words::{booking, name};

/// Whose page it is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Whose {
    Applicant,
    Manager,
}

/// What the page is made from.
pub struct Sight {
    pub standing: Standing,
    pub history: Vec<Line>,
    pub reports: Vec<(Instant, Report)>,
    pub whose: Whose,
}

#[derive(Template)]
#[template(path = "service_request/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    number: String,
    name: String,
    status: Chip,
    sentence: String,
    tone: &'static str,
    quote: String,
    conditions: String,
    warning: String,
    own: bool,
    edit: Option<Link>,
    errors: Vec<FormError>,
    errors_heading: String,
    deeds: Vec<DeedForm>,
    csrf: String,
    facts: Vec<LinkedFact>,
    who: Vec<LinkedFact>,
    rows: Vec<Row>,
    content: Vec<Fact>,
    records: Vec<Fact>,
    reports: Vec<Told>,
    marks: Vec<Mark>,
}

/// The page, or the same after a deed that was refused, with what was typed.
///
/// # Errors
/// The template could not be written out.
pub fn answer(
    visit: &Visit,
    sight: &Sight,
    typed: Option<&Form>,
    refusals: Vec<Refusal>,
) -> Answer {
    let status = status(&refusals);
    let page = page(visit, sight, typed, refusals);
    answer::page_with(status, &page)
}

/// 409 where the request has moved on, 422 where something is to be corrected.
fn status(refusals: &[Refusal]) -> StatusCode {
    let moved = |refusal: &Refusal| {
        matches!(
            refusal.wrong,
            Wrong::WrongState | Wrong::AlreadyDecided { .. }
        )
    };
    match refusals {
        [] => StatusCode::OK,
        all if all.iter().any(moved) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn page(visit: &Visit, sight: &Sight, typed: Option<&Form>, refusals: Vec<Refusal>) -> Page {
    let w = &visit.words().service_request;
    let (language, standing) = (visit.language, &sight.standing);
    let request = &standing.request;
    let errors = Errors::of(language, refusals);
    let user = visit.actor.person().map(|person| person.id);
    let own = user == Some(request.user) && sight.whose == Whose::Manager;
    let typed = Typed {
        form: typed,
        errors: &errors,
        required: w.required,
    };
    let resource = name::of(language, &standing.resource.name).to_owned();
    let number = request.id.to_string();
    let body = Body {
        crumbs: crumbs(visit, sight.whose),
        title: format!("{resource} {number}"),
        status: fact::chip(visit, request),
        sentence: sentence(visit, standing),
        tone: tone(request.state),
        quote: quote(standing),
        conditions: match request.state {
            State::Conditional => request.decision.conditions.clone(),
            _ => String::new(),
        },
        warning: warning(visit, standing),
        own: own && !request.state.is_over(),
        edit: edit(visit, sight),
        errors_heading: booking::state::errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        deeds: deeds(visit, sight, typed),
        csrf: visit.csrf(),
        facts: fact::facts(visit, standing),
        who: who(visit, sight),
        rows: fact::rows(visit, request),
        content: fact::content(visit, request),
        records: fact::records(visit, request),
        reports: fact::reports(visit, &sight.reports),
        marks: fact::marks(visit, request, &sight.history),
        name: resource,
        number,
    };
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}

/// Where it stands, who acts next, and until when.
fn sentence(visit: &Visit, standing: &Standing) -> String {
    let names: Vec<&str> = standing
        .managers
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    let (language, request) = (visit.language, &standing.request);
    state::sentence(language, request.state, &names, request.due)
}

/// Who asks: applicants need not be told.
fn who(visit: &Visit, sight: &Sight) -> Vec<LinkedFact> {
    match sight.whose {
        Whose::Applicant => Vec::new(),
        Whose::Manager => fact::who(visit, &sight.standing),
    }
}

fn crumbs(visit: &Visit, whose: Whose) -> Vec<Link> {
    let w = &visit.words().service_request;
    let list = match whose {
        Whose::Applicant => Link::to(visit, "/my/requests", w.mine),
        Whose::Manager => Link::to(visit, "/manage/service", w.manage_here),
    };
    vec![Link::to(visit, "/", w.home), list]
}

/// Nobody decides on their own: then there is nothing to do here.
fn deeds(visit: &Visit, sight: &Sight, typed: Typed<'_>) -> Vec<DeedForm> {
    let user = visit.actor.person().map(|person| person.id);
    match sight.whose {
        Whose::Applicant => applicant::deeds(visit, &sight.standing, typed),
        Whose::Manager if user == Some(sight.standing.request.user) => Vec::new(),
        Whose::Manager => facility::deeds(visit, &sight.standing, typed),
    }
}

const fn tone(state: State) -> &'static str {
    match state {
        State::InUse | State::Delivered | State::Granted => "ok",
        State::Application | State::Returned | State::Conditional | State::ProgressReport => "wa",
        State::Rejected | State::CalledOff => "ng",
        _ => "",
    }
}

/// The facility's last words, where they are about the present state.
fn quote(standing: &Standing) -> String {
    let request = &standing.request;
    let said = matches!(
        request.state,
        State::Application | State::Returned | State::Rejected | State::CalledOff | State::Finished
    );
    if said {
        request.words.clone()
    } else {
        String::new()
    }
}

/// That the ethics approval ends too early, or is missing, while that can still be mended.
fn warning(visit: &Visit, standing: &Standing) -> String {
    let request = &standing.request;
    let is_open =
        request.asked_on.is_some() && !request.state.is_provided() && !request.state.is_over();
    let Some(planned) = request.planned_on().filter(|_| is_open) else {
        return String::new();
    };
    match approval(
        request.ethics_need,
        &request.about,
        &standing.facts,
        planned,
    ) {
        Approval::Ends { until } => state::ethics_warning(visit.language, Some(until)),
        Approval::Missing => state::ethics_warning(visit.language, None),
        Approval::NotAsked | Approval::Stands { .. } => String::new(),
    }
}

fn edit(visit: &Visit, sight: &Sight) -> Option<Link> {
    let w = &visit.words().service_request;
    let request = &sight.standing.request;
    let label = match (sight.whose, request.state) {
        (Whose::Applicant, State::Returned) => w.fix,
        (Whose::Applicant, State::Application) => w.complete,
        _ => return None,
    };
    Some(Link::to(
        visit,
        &format!("{}/edit", links::service(request.id)),
        label,
    ))
}
