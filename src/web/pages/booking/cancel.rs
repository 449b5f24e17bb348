//! Cancelling one's own booking: what it costs is shown before it is done.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::booking::cancellation::{self, Cancellation, Step};
use crate::domain::booking::{Standing, State};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::Refusal;
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Errors, Fact, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::cancellation as said;
use crate::words::{citation, name};

#[derive(Template)]
#[template(path = "booking/cancel.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    number: String,
    errors: Vec<FormError>,
    errors_heading: String,
    tone: &'static str,
    costs: String,
    facts: Vec<LinkedFact>,
    steps: Vec<Fact>,
    basis: String,
    action: String,
    hidden: Vec<(&'static str, String)>,
    set: booking_facts::Set,
    back: String,
}

/// Whether the applicant can cancel it now.
#[must_use]
pub fn is_open(visit: &Visit, standing: &Standing) -> bool {
    let returns_to = standing.hold.as_ref().map(|hold| hold.return_to);
    let settled = match standing.booking.state {
        State::Confirmed => true,
        State::Held => returns_to == Some(State::Confirmed),
        _ => false,
    };
    settled && standing.booking.span.start() > visit.actor.at
}

/// `GET /requests/{no}/cancel`
///
/// # Errors
/// Not theirs, or a fault; one that can't be cancelled is shown as it stands.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, _) = booking_facts::mine(&visit, &no).await?;
    if !is_open(&visit, &standing) {
        return answer::see(&visit.href(&links::request(standing.booking.id)));
    }
    answer::page(&page(&visit, &standing, Vec::new()))
}

/// `POST /requests/{no}/cancel`
///
/// # Errors
/// Not theirs, or a fault; a refusal is answered with the page itself and what it costs by now.
pub async fn cancel(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let seen = form.parse::<u32>("percent").unwrap_or(0);
    let done = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::booking::cancel(tx, by, id, seen)
    });
    match done.await {
        Ok(id) => answer::see(&visit.href(&links::request(id))),
        Err(Halt::Refused(refusals)) => {
            let (standing, _) = booking_facts::mine(&visit, &no).await?;
            if !is_open(&visit, &standing) {
                return Err(Stop(Halt::Refused(refusals)));
            }
            let page = page(&visit, &standing, refusals);
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

fn page(visit: &Visit, standing: &Standing, refusals: Vec<Refusal>) -> Page {
    let words = visit.words();
    let (language, booking) = (visit.language, &standing.booking);
    let (resource, span) = (&standing.resource, &booking.span);
    let means = cancellation::of(standing, visit.actor.at);
    let (costs, steps) = costs(visit, standing, &means);
    let number = booking.id.to_string();
    let path = links::request(booking.id);
    let errors = Errors::of(language, refusals).summary();
    let in_force = resource.on(span.start().day());
    let origin = &in_force.terms.term(Parameter::CancelTiers).origin;
    let cited = origin.citation.as_deref();
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", words.cancellation.home),
            Link::to(visit, "/my/requests", words.booking.list_heading),
            Link::to(visit, &path, &number),
        ],
        title: format!("{} {number}", name::of(language, &resource.name)),
        errors_heading: state::errors_heading(language, errors.len()),
        errors,
        tone: if means.percent == 0 { "ok" } else { "wa" },
        costs,
        facts: booking_facts::place_and_time(visit, standing),
        set: booking_facts::set(visit, standing),
        steps,
        basis: cited.map_or_else(String::new, |cited| citation::of(language, cited)),
        action: visit.href(&format!("{path}/cancel")),
        hidden: vec![
            ("csrf", visit.csrf()),
            ("percent", means.percent.to_string()),
        ],
        back: visit.href(&path),
        number,
    };
    Page {
        frame: Frame::of(visit),
        w: &words.cancellation,
        page: body,
    }
}

/// What it costs now, and every step; none where the facility moved it.
fn costs(visit: &Visit, standing: &Standing, means: &Cancellation) -> (String, Vec<Fact>) {
    if standing.relocated {
        let free = visit.words().cancellation.after_move;
        return (free.to_owned(), Vec::new());
    }
    let rule = cancellation::steps(&standing.resource, &standing.booking.span);
    (said::costs(visit.language, means), steps(visit, &rule))
}

/// Every step with its fee; the one that holds now says so.
fn steps(visit: &Visit, steps: &[Step]) -> Vec<Fact> {
    let w = &visit.words().cancellation;
    let now = cancellation::step_at(steps, visit.actor.at);
    let mut before = None;
    let mut facts = Vec::new();
    for step in steps {
        let mut fee = said::percent(visit.language, step.percent);
        if now == Some(*step) {
            fee.push_str(w.now);
        }
        let when = said::step(visit.language, step, before);
        facts.push(Fact::new(&when, fee));
        before = step.until;
    }
    facts
}
