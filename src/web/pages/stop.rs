//! Pages that say something did not work: what, why, and what to do.

use actix_web::HttpResponse;
use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::{StatusCode, header};
use askama::Template;

use crate::domain::halt::{Fault, Halt};
use crate::domain::language::Language;
use crate::secret::chance;
use crate::web::address;
use crate::web::answer::Stop;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::{self, problem};

#[derive(Template)]
#[template(path = "problem.html")]
struct Page {
    frame: Frame,
    w: &'static problem::Words,
    page: Problem,
}

struct Problem {
    heading: String,
    text: String,
    remedy: String,
    incident: Option<String>,
    links: Vec<Link>,
    search_action: Option<String>,
}

/// Turns a stop that a page returned, or an empty error of the framework, into a page.
#[must_use]
pub fn dress(response: ServiceResponse<BoxBody>, visit: &Visit) -> ServiceResponse<BoxBody> {
    let stopped = response
        .response()
        .error()
        .and_then(|error| error.as_error::<Stop>())
        .map(|Stop(halt)| say(visit, halt));
    let status = response.status();
    let bare = status.is_client_error() && !response.headers().contains_key(header::CONTENT_TYPE);
    match stopped {
        Some(answer) => response.into_response(answer),
        None if bare => {
            let answer = show(visit, status);
            response.into_response(answer)
        }
        None => response,
    }
}

/// The page for a halt.
#[must_use]
pub fn say(visit: &Visit, halt: &Halt) -> HttpResponse {
    match halt {
        Halt::Already(id) => {
            let address = visit.href(&links::request(*id));
            HttpResponse::SeeOther()
                .insert_header((header::LOCATION, address))
                .finish()
        }
        Halt::Absent => show(visit, StatusCode::NOT_FOUND),
        Halt::NotAllowed => show(visit, StatusCode::FORBIDDEN),
        Halt::Fault(Fault::Busy | Fault::Again) => {
            let mut answer = show(visit, StatusCode::SERVICE_UNAVAILABLE);
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, header::HeaderValue::from_static("5"));
            answer
        }
        Halt::Refused(refusals) => {
            let w = &visit.words().problem;
            let text = refusals
                .iter()
                .map(|refusal| words::refusal::say(visit.language, refusal).in_one())
                .collect::<Vec<_>>()
                .join("\n");
            write(
                visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                (w.refused.0.to_owned(), text, w.refused.2.to_owned()),
                None,
            )
        }
        Halt::Fault(fault) => broken(visit, fault),
    }
}

/// The page for a status.
#[must_use]
pub fn show(visit: &Visit, status: StatusCode) -> HttpResponse {
    let w = &visit.words().problem;
    let (heading, text, remedy) = match status {
        StatusCode::NOT_FOUND => w.absent,
        StatusCode::FORBIDDEN => w.not_allowed,
        StatusCode::METHOD_NOT_ALLOWED => w.wrong_method,
        StatusCode::PAYLOAD_TOO_LARGE => w.too_large,
        StatusCode::REQUEST_TIMEOUT => w.too_slow,
        StatusCode::SERVICE_UNAVAILABLE => w.busy,
        _ => w.unreadable,
    };
    write(
        visit,
        status,
        (heading.to_owned(), text.to_owned(), remedy.to_owned()),
        None,
    )
}

/// A file that is too large, by what was announced or by what came.
#[must_use]
pub fn file_too_large(visit: &Visit) -> HttpResponse {
    let (heading, text, remedy) = visit.words().problem.file_too_large;
    write(
        visit,
        StatusCode::PAYLOAD_TOO_LARGE,
        (heading.to_owned(), text.to_owned(), remedy.to_owned()),
        None,
    )
}

/// A form that did not come from one of our pages, or from one that is too old.
#[must_use]
pub fn forged(visit: &Visit) -> HttpResponse {
    let path = address::told(&visit.path);
    tracing::warn!(path, "a form without our token was refused");
    let (heading, text, remedy) = visit.words().problem.forged;
    write(
        visit,
        StatusCode::FORBIDDEN,
        (heading.to_owned(), text.to_owned(), remedy.to_owned()),
        None,
    )
}

/// Our own fault: an incident number for the reader, the cause for the log.
fn broken(visit: &Visit, fault: &Fault) -> HttpResponse {
    let incident = crate::domain::id::EventId::new(chance::id(visit.actor.at)).to_string();
    let path = address::told(&visit.path);
    tracing::error!(incident, path, ?fault, "a visit ended in a fault");
    let (heading, text, remedy) = visit.words().problem.fault;
    write(
        visit,
        StatusCode::INTERNAL_SERVER_ERROR,
        (heading.to_owned(), text.to_owned(), remedy.to_owned()),
        Some(incident),
    )
}

fn write(
    visit: &Visit,
    status: StatusCode,
    (heading, text, remedy): (String, String, String),
    incident: Option<String>,
) -> HttpResponse {
    let w = &visit.words().problem;
    let page = Problem {
        heading,
        text,
        remedy,
        incident,
        links: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/resources", w.find),
            Link::to(visit, "/contact", w.contact),
        ],
        search_action: (status == StatusCode::NOT_FOUND).then(|| visit.href("/resources")),
    };
    let page = Page {
        frame: Frame::of(visit),
        w,
        page,
    };
    match page.render() {
        Ok(html) => HttpResponse::build(status)
            .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
            .body(html),
        Err(_) => HttpResponse::new(status),
    }
}

/// A page without a frame, for when not even the visitor could be looked up.
#[must_use]
pub fn bare(halt: &Halt, language: Language) -> HttpResponse {
    let w = &words::of(language).problem;
    let (status, (heading, _, remedy)) = match halt {
        Halt::Fault(Fault::Busy | Fault::Again) => (StatusCode::SERVICE_UNAVAILABLE, w.busy),
        _ => (StatusCode::INTERNAL_SERVER_ERROR, w.fault),
    };
    tracing::error!(?halt, "a visitor could not be looked up");
    HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((header::RETRY_AFTER, "5"))
        .body(format!("{heading}\n{remedy}\n"))
}
