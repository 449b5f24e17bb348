//! Calling a booking off for the facility's own reasons.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::booking::Standing;
use crate::domain::booking::decision::can_call_off;
use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::approval::show::managed;
use crate::web::parts::{Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::cancellation as said;
use crate::words::name;

#[derive(Template)]
#[template(path = "approval/call_off.html")]
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
    why_not: String,
    action: String,
    csrf: String,
    reason: Field,
    required: &'static str,
    back: String,
}

/// `GET /manage/requests/{no}/call-off`
///
/// # Errors
/// Not of their facility, or a fault; one that can't be called off is shown as it stands.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, _) = managed(&visit, &no).await?;
    if !can_call_off(&standing, visit.actor.at) {
        return answer::see(&visit.href(&links::decision(standing.booking.id)));
    }
    answer::page(&page(&visit, &standing, "", Vec::new()))
}

/// `POST /manage/requests/{no}/call-off`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn call_off(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let reason = form.lines(Named::Reason.code());
    let said = reason.clone();
    let done = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::booking::call_off(tx, by, id, &said)
    });
    match done.await {
        Ok(id) => answer::see(&visit.href(&format!(
            "/manage/requests?done={id}&what={}",
            Kind::BookingCalledOff.code()
        ))),
        Err(Halt::Refused(refusals)) => {
            let (standing, _) = managed(&visit, &no).await?;
            if !can_call_off(&standing, visit.actor.at) {
                return Err(Stop(Halt::Refused(refusals)));
            }
            let page = page(&visit, &standing, &reason, refusals);
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

fn page(visit: &Visit, standing: &Standing, reason: &str, refusals: Vec<Refusal>) -> Page {
    let words = visit.words();
    let (language, booking) = (visit.language, &standing.booking);
    let number = booking.id.to_string();
    let path = links::decision(booking.id);
    let errors = Errors::of(language, refusals);
    let person = visit.actor.person().map(|person| person.id);
    let why_not = if person == Some(booking.user) {
        words.cancellation.off_own
    } else {
        ""
    };
    let applicant = LinkedFact::plain(words.booking.applicant, &standing.applicant.name);
    let mut facts = booking_facts::place_and_time(visit, standing);
    facts.push(applicant);
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", words.cancellation.home),
            Link::to(visit, "/manage/requests", words.approval.here),
            Link::to(visit, &path, &number),
        ],
        title: format!("{} {number}", name::of(language, &standing.resource.name)),
        errors_heading: state::errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        facts,
        why_not: why_not.to_owned(),
        action: visit.href(&format!("{path}/call-off")),
        csrf: visit.csrf(),
        reason: errors.field(Named::Reason, reason),
        required: words.booking.required,
        back: visit.href(&path),
        number,
    };
    Page {
        frame: Frame::of(visit),
        w: &words.cancellation,
        page: body,
    }
}
