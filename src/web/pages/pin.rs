//! 暗証番号: set and deleted by the person who is signed in; never shown again.

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts::door;
use crate::domain::halt::Halt;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::store;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Errors, Field, FormError};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::door as said;
use crate::words::when;

#[derive(Template)]
#[template(path = "pin/edit.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    done: Option<&'static str>,
    errors: Vec<FormError>,
    errors_heading: String,
    csrf: String,
    action: String,
    remove: String,
    set_at: Option<String>,
    pin: Field,
}

/// `GET /my/pin?done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let w = said::of(visit.language);
    let done = match query.raw("done") {
        "set" => Some(w.pin_kept),
        "removed" => Some(w.pin_gone),
        _ => None,
    };
    answer::form_page(StatusCode::OK, &page(&visit, done, Vec::new()).await?)
}

/// `POST /my/pin`
///
/// # Errors
/// A fault; a refusal is answered with the page itself.
pub async fn set(visit: Visit, form: Form) -> Answer {
    let typed = form.raw(UseField::Pin.code());
    match door::set_pin(visit.db(), &visit.house.hasher, &visit.actor, typed).await {
        Ok(()) => answer::see(&visit.href("/my/pin?done=set")),
        Err(Halt::Refused(refusals)) => {
            let page = page(&visit, None, refusals).await?;
            answer::form_page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// `POST /my/pin/remove`
///
/// # Errors
/// A fault.
pub async fn remove(visit: Visit, _: Form) -> Answer {
    let by = visit.actor.clone();
    visit.db().act(by, door::remove_pin).await?;
    answer::see(&visit.href("/my/pin?done=removed"))
}

async fn page(
    visit: &Visit,
    done: Option<&'static str>,
    refusals: Vec<Refusal>,
) -> Result<Page, Stop> {
    let user = visit.person()?.id;
    let look = visit.db().read(move |conn| store::door::since(conn, user));
    let set_at = look.await?;
    let w = said::of(visit.language);
    let errors = Errors::of(visit.language, refusals);
    let page = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/my/profile", w.profile),
        ],
        done,
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        csrf: visit.csrf(),
        action: visit.href("/my/pin"),
        remove: visit.href("/my/pin/remove"),
        set_at: set_at.map(|at| when::moment_with_year(visit.language, at)),
        pin: errors.field(Named::Use(UseField::Pin), ""),
    };
    let frame = Frame::of(visit);
    Ok(Page { frame, w, page })
}
