//! One request before whoever is responsible for its applicant: they agree, or hand it back.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::acts::home::Answer as Said;
use crate::domain::booking::{Standing, State};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::store::booking::{bundle, gather, home};
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::gates;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::{endorse as said, name, when};

#[derive(Template)]
#[template(path = "endorse/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    number: String,
    heading: String,
    status: Chip,
    errors: Vec<FormError>,
    errors_heading: String,
    /// Whether it waits for this person's answer.
    waits: bool,
    who: Vec<LinkedFact>,
    what: Vec<LinkedFact>,
    /// The dates of its series, where it has more than one that waits.
    dates: Vec<String>,
    csrf: String,
    reason: Field,
    agree: String,
    give_back: String,
}

/// A request with the times that are answered for together.
struct Found {
    standing: Standing,
    dates: Vec<crate::domain::time::Span>,
}

/// `GET /endorse/{no}`
///
/// # Errors
/// Somebody else is responsible, or a fault.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let found = theirs(&visit, &no).await?;
    answer::page(&page(&visit, &found, "", Vec::new()))
}

/// `POST /endorse/{no}/agree`
///
/// # Errors
/// Somebody else is responsible, or a fault; a refusal is answered with the page itself.
pub async fn agree(visit: Visit, no: Path<String>, form: Form) -> Answer {
    say(&visit, &no, &form, Said::Agree).await
}

/// `POST /endorse/{no}/return`
///
/// # Errors
/// As [`agree`].
pub async fn hand_back(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let reason = form.lines(Named::Reason.code());
    say(&visit, &no, &form, Said::HandBack(reason)).await
}

async fn say(visit: &Visit, no: &str, form: &Form, said: Said) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::home::answer(tx, by, id, &said)
    });
    match deed.await {
        Ok(id) => {
            // what waits for gates goes on hold now
            gates::settle_series(visit, id).await?;
            answer::see(&visit.href("/endorse?done=1"))
        }
        Err(Halt::Refused(refusals)) => {
            let found = theirs(visit, no).await?;
            let status = match found.standing.booking.state {
                State::UserSide => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::CONFLICT,
            };
            let reason = form.lines(Named::Reason.code());
            answer::page_with(status, &page(visit, &found, &reason, refusals))
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// A request of somebody whom the visitor is responsible for; others' do not exist for them.
async fn theirs(visit: &Visit, no: &str) -> Result<Found, Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (person, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        let booking = &standing.booking;
        let named = home::responsible(conn, booking.user, booking.institution)?;
        if named.is_none_or(|named| named.user != person) {
            return Err(Halt::Absent);
        }
        let dates = bundle::dates(conn, id)?;
        let waits = dates.iter().filter(|date| date.state == State::UserSide);
        Ok(Found {
            dates: waits.map(|date| date.span).collect(),
            standing,
        })
    });
    Ok(look.await?)
}

fn page(visit: &Visit, found: &Found, reason: &str, refusals: Vec<Refusal>) -> Page {
    let w = said::of(visit.language);
    let (language, standing) = (visit.language, &found.standing);
    let booking = &standing.booking;
    let path = links::endorse(booking.id);
    let errors = Errors::of(language, refusals);
    let mut what = booking_facts::place_and_time(visit, standing);
    what.extend(booking_facts::content(visit, standing));
    let resource = name::of(language, &standing.resource.name);
    let page = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/endorse", w.heading),
        ],
        number: booking.id.to_string(),
        heading: format!("{resource} {}", when::span(language, &booking.span)),
        status: booking_facts::chip(visit, standing),
        errors_heading: state::errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        waits: booking.state == State::UserSide && booking.span.start() > visit.actor.at,
        who: vec![
            LinkedFact::plain(visit.words().approval.name, &standing.applicant.name),
            LinkedFact::plain(
                visit.words().approval.institution,
                name::of(language, &standing.applicant_institution),
            ),
        ],
        what,
        dates: match found.dates.len() {
            0 | 1 => Vec::new(),
            _ => found
                .dates
                .iter()
                .map(|span| when::span_with_year(language, span))
                .collect(),
        },
        csrf: visit.csrf(),
        reason: errors.field(Named::Reason, reason),
        agree: visit.href(&format!("{path}/agree")),
        give_back: visit.href(&format!("{path}/return")),
    };
    let frame = Frame::of(visit);
    Page { frame, w, page }
}
