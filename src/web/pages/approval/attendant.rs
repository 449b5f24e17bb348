//! Naming who attends a booking, in place of whoever does now.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::attendant::Attendant;
use crate::domain::booking::Standing;
use crate::domain::booking::attending::can_name;
use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::store::booking::attendance;
use crate::web::answer::{self, Answer, Stop};
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::approval::show::managed;
use crate::web::parts::{Choice, Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::attend as said;
use crate::words::booking::state;
use crate::words::name as names;

#[derive(Template)]
#[template(path = "approval/attendant.html")]
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
    action: String,
    csrf: String,
    choices: Vec<Choice>,
    attendant: Field,
    back: Link,
}

/// `GET /manage/requests/{no}/attendant`
///
/// # Errors
/// Not of their facility, or a fault; one that nobody can be named for is shown as it stands.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, _) = managed(&visit, &no).await?;
    if !can_name(&standing, visit.actor.at) {
        return answer::see(&visit.href(&links::decision(standing.booking.id)));
    }
    answer::page(&page(&visit, &standing, None, Vec::new()).await?)
}

/// `POST /manage/requests/{no}/attendant`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn name(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let chosen: Option<ResourceId> = form.parse(UseField::Attendant.code());
    let done = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::attend::name(tx, by, id, chosen)
    });
    match done.await {
        Ok(id) => {
            let what = Kind::AttendantNamed.code();
            answer::see(&visit.href(&format!("/manage/requests?done={id}&what={what}")))
        }
        Err(Halt::Refused(refusals)) => {
            let (standing, _) = managed(&visit, &no).await?;
            if !can_name(&standing, visit.actor.at) {
                return Err(Stop(Halt::Refused(refusals)));
            }
            let page = page(&visit, &standing, chosen, refusals).await?;
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn page(
    visit: &Visit,
    standing: &Standing,
    chosen: Option<ResourceId>,
    refusals: Vec<Refusal>,
) -> Result<Page, Stop> {
    let (booking, at) = (&standing.booking, visit.actor.at);
    let (id, resource, span) = (booking.id, booking.resource, booking.span);
    let look = visit
        .db()
        .read(move |conn| attendance::of(conn, (resource, &span), Some(id), at));
    let all = look.await?;
    let (words, w) = (visit.words(), said::of(visit.language));
    let (number, path) = (id.to_string(), links::decision(id));
    let errors = Errors::of(visit.language, refusals);
    let applicant = &standing.applicant.name;
    let mut facts = booking_facts::place_and_time(visit, standing);
    facts.push(LinkedFact::plain(words.booking.applicant, applicant));
    let page = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/requests", words.approval.here),
            Link::to(visit, &path, &number),
        ],
        title: format!(
            "{} {number}",
            names::of(visit.language, &standing.resource.name)
        ),
        errors_heading: state::errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        facts,
        action: visit.href(&format!("{path}/attendant")),
        csrf: visit.csrf(),
        choices: all
            .iter()
            .map(|one| choice(visit, standing, one, chosen))
            .collect(),
        attendant: errors.field(Named::Use(UseField::Attendant), ""),
        back: Link::to(visit, &path, w.back),
        number,
    };
    let frame = Frame::of(visit);
    Ok(Page { frame, w, page })
}

/// One of those who attend the resource, with whether they can.
fn choice(
    visit: &Visit,
    standing: &Standing,
    one: &Attendant,
    chosen: Option<ResourceId>,
) -> Choice {
    let w = said::of(visit.language);
    let present = standing.attendant.as_ref().map(|one| one.id);
    let hint = match (present == Some(one.id), one.is_free(&standing.booking.span)) {
        (true, _) => w.now,
        (false, true) => w.free,
        (false, false) => w.busy,
    };
    Choice {
        value: one.id.to_string(),
        label: names::of(visit.language, &one.name).to_owned(),
        hint: Some(hint.to_owned()),
        chosen: chosen.or(present) == Some(one.id),
    }
}
