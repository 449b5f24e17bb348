//! The page behind the code on an instrument's door: the visitor's own use, or six digits instead of signing in.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Path;
use askama::Template;

use crate::acts::door::{self, Entered};
use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::name::Name;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;
use crate::domain::usage::begin::EARLY_MINUTES;
use crate::store;
use crate::store::catalogue::resource::by_slug;
use crate::store::door::AtDoor;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query, encode};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::usage::body::path;
use crate::web::parts::{Choice, Errors, Field, FormError};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::door as said;
use crate::words::{name, when};

/// How far from a booking its door still leads to it, in minutes.
const AROUND_MINUTES: i64 = 60;
/// So many letters at the end of a number tell two bookings of one time apart.
const ENDING: usize = 4;

#[derive(Template)]
#[template(path = "usage/door.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    done: Option<&'static str>,
    errors: Vec<FormError>,
    errors_heading: String,
    action: String,
    csrf: String,
    bookings: Vec<Choice>,
    booking: Field,
    pin: Field,
    links: Vec<Link>,
}

/// `GET /door/{slug}?done=`
///
/// # Errors
/// No such resource, or a fault.
pub async fn show(visit: Visit, slug: Path<String>, Query(query): Query) -> Answer {
    let slug = slug.into_inner();
    if let Some(person) = visit.actor.person() {
        return own(&visit, slug, person.id).await;
    }
    let done = match query.raw("done") {
        "begun" => Some(Entered::Begun),
        "ended" => Some(Entered::Ended),
        _ => None,
    };
    answer::form_page(
        StatusCode::OK,
        &page(&visit, &slug, (done, None), Vec::new()).await?,
    )
}

/// To the visitor's own use here, or else to the resource.
async fn own(visit: &Visit, slug: String, user: crate::domain::id::UserId) -> Answer {
    let at = visit.actor.at;
    let around = Span::of_minutes(at.plus_minutes(-AROUND_MINUTES), 2 * AROUND_MINUTES);
    let of = slug.clone();
    let look = visit.db().read(move |conn| match &around {
        Some(around) => store::board::at_the_door(conn, &of, user, around),
        None => Ok(None),
    });
    match look.await? {
        Some(id) => answer::see(&visit.href(&path(id))),
        None => answer::see(&visit.href(&links::resource(&slug))),
    }
}

/// `POST /door/{slug}`
///
/// # Errors
/// No such resource, or a fault; what is refused is answered with the page itself.
pub async fn enter(visit: Visit, slug: Path<String>, form: Form) -> Answer {
    let slug = slug.into_inner();
    let chosen: Option<BookingId> = form.parse(UseField::AtDoor.code());
    let typed = (&*slug, chosen, form.raw(UseField::Pin.code()));
    let done = door::enter(visit.db(), &visit.house.hasher, &visit.actor, typed).await;
    let refusals = match done {
        Ok(entered) => {
            let done = match entered {
                Entered::Begun => "begun",
                Entered::Ended => "ended",
            };
            return answer::see(&visit.href(&format!("/door/{slug}?done={done}")));
        }
        Err(Halt::Refused(refusals)) => refusals,
        Err(halt) => return Err(Stop(halt)),
    };
    let wait = refusals.iter().find_map(|refusal| match refusal.wrong {
        Wrong::TooManyTries { again_in_seconds } => Some(again_in_seconds),
        _ => None,
    });
    let status = match wait {
        Some(_) => StatusCode::TOO_MANY_REQUESTS,
        None => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = page(&visit, &slug, (None, chosen), refusals).await?;
    let mut response = answer::form_page(status, &page)?;
    if let Some(wait) = wait {
        let wait = HeaderValue::from(wait);
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    Ok(response)
}

async fn page(
    visit: &Visit,
    slug: &str,
    (done, chosen): (Option<Entered>, Option<BookingId>),
    refusals: Vec<Refusal>,
) -> Result<Page, Stop> {
    let (named, here) = found(visit, slug.to_owned()).await?;
    let w = said::of(visit.language);
    let errors = Errors::of(visit.language, refusals);
    let only = here.len() == 1;
    let back = format!("/door/{slug}");
    let page = Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        title: name::of(visit.language, &named).to_owned(),
        done: done.map(|done| match done {
            Entered::Begun => w.begun,
            Entered::Ended => w.ended,
        }),
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        action: visit.href(&back),
        csrf: visit.csrf(),
        bookings: here
            .iter()
            .map(|one| choice(visit, one, only || chosen == Some(one.id)))
            .collect(),
        booking: errors.field(Named::Use(UseField::AtDoor), ""),
        pin: errors.field(Named::Use(UseField::Pin), ""),
        links: vec![
            Link::to(
                visit,
                &format!("/signin?next={}", encode(&visit.href(&back))),
                w.sign_in,
            ),
            Link::to(visit, &links::resource(slug), w.resource),
        ],
    };
    let frame = Frame::of(visit);
    Ok(Page { frame, w, page })
}

async fn found(visit: &Visit, slug: String) -> Result<(Name, Vec<AtDoor>), Halt> {
    let at = visit.actor.at;
    let look = visit.db().read(move |conn| {
        let resource = by_slug(conn, &slug, at)?;
        let here = store::door::now(conn, &slug, at, at.plus_minutes(EARLY_MINUTES))?;
        Ok((resource.name, here))
    });
    look.await
}

/// Nobody's name: the time, and the end of the number.
fn choice(visit: &Visit, one: &AtDoor, chosen: bool) -> Choice {
    let number = one.id.to_string();
    let ending: String = number
        .chars()
        .skip(number.len().saturating_sub(ENDING))
        .collect();
    let time = when::span(visit.language, &one.span);
    let in_use = one.state == State::InUse;
    Choice {
        value: number,
        label: said::choice(visit.language, &time, &ending, in_use),
        hint: None,
        chosen,
    }
}
