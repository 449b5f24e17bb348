//! Moving a confirmed booking to other free time, for the facility's own reasons.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::booking::Standing;
use crate::domain::booking::amend::relocate::can_relocate;
use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::time::parse_local;
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::gates;
use crate::web::links::{self, Link};
use crate::web::pages::approval::show::managed;
use crate::web::parts::{Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::cancellation as said;
use crate::words::name;

#[derive(Template)]
#[template(path = "approval/move.html")]
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
    facts: Vec<LinkedFact>,
    free: Link,
    action: String,
    csrf: String,
    start: Field,
    reason: Field,
    required: &'static str,
    back: Link,
}

/// `GET /manage/requests/{no}/move`
///
/// # Errors
/// Not of their facility, or a fault; one that can't be moved is shown as it stands.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, _) = managed(&visit, &no).await?;
    if !can_relocate(&standing, visit.actor.at) {
        return answer::see(&visit.href(&links::decision(standing.booking.id)));
    }
    answer::page(&page(&visit, &standing, &Form::default(), Vec::new()))
}

/// `POST /manage/requests/{no}/move`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn relocate(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let start = parse_local(form.raw(Named::Start.code()));
    let reason = form.lines(Named::Reason.code());
    let done = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::amend::relocate(tx, by, id, (start, &reason))
    });
    match done.await {
        Ok(id) => {
            // another day may need other gates
            gates::settle(&visit, id).await?;
            let what = Kind::BookingMoved.code();
            answer::see(&visit.href(&format!("/manage/requests?done={id}&what={what}")))
        }
        Err(Halt::Refused(refusals)) => {
            let (standing, _) = managed(&visit, &no).await?;
            if !can_relocate(&standing, visit.actor.at) {
                return Err(Stop(Halt::Refused(refusals)));
            }
            let status = match refusals.iter().any(Refusal::is_lost_slot) {
                true => StatusCode::CONFLICT,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            answer::page_with(status, &page(&visit, &standing, &form, refusals))
        }
        Err(halt) => Err(Stop(halt)),
    }
}

fn page(visit: &Visit, standing: &Standing, typed: &Form, refusals: Vec<Refusal>) -> Page {
    let words = visit.words();
    let (language, booking) = (visit.language, &standing.booking);
    let number = booking.id.to_string();
    let path = links::decision(booking.id);
    let errors = Errors::of(language, refusals);
    let resource = &standing.resource;
    let mut facts = booking_facts::place_and_time(visit, standing);
    let applicant = &standing.applicant.name;
    facts.push(LinkedFact::plain(words.booking.applicant, applicant));
    let free = format!("{}/calendar", links::resource(&resource.slug));
    let page = Body {
        crumbs: vec![
            Link::to(visit, "/", words.cancellation.home),
            Link::to(visit, "/manage/requests", words.approval.here),
            Link::to(visit, &path, &number),
        ],
        title: format!("{} {number}", name::of(language, &resource.name)),
        errors_heading: state::errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        facts,
        free: Link::to(visit, &free, words.cancellation.move_free),
        action: visit.href(&format!("{path}/move")),
        csrf: visit.csrf(),
        start: errors.field(Named::Start, typed.raw(Named::Start.code())),
        reason: errors.field(Named::Reason, typed.lines(Named::Reason.code())),
        required: words.booking.required,
        back: Link::to(visit, &path, words.change.back),
        number,
    };
    let (frame, w) = (Frame::of(visit), &words.cancellation);
    Page { frame, w, page }
}
