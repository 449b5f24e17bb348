//! Answers: pages, redirects after a deed, and stops that the guard turns into pages.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use askama::Template;

use crate::domain::halt::{Fault, Halt};

/// The referrer policy of pages whose address holds a secret: nobody is told the path. It is not
/// `no-referrer`, with which browsers hide the origin of our own forms from us.
pub const TOKEN_PAGE: &str = "strict-origin";

/// What a page returns.
pub type Answer = Result<HttpResponse, Stop>;

/// A halt on its way out; the guard says it as a page in the reader's language.
#[derive(Debug)]
pub struct Stop(pub Halt);

impl From<Halt> for Stop {
    fn from(halt: Halt) -> Self {
        Self(halt)
    }
}

impl std::fmt::Display for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl ResponseError for Stop {
    fn status_code(&self) -> StatusCode {
        match &self.0 {
            Halt::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Halt::Already(_) => StatusCode::SEE_OTHER,
            Halt::Absent => StatusCode::NOT_FOUND,
            Halt::NotAllowed => StatusCode::FORBIDDEN,
            Halt::Fault(Fault::Busy | Fault::Again) => StatusCode::SERVICE_UNAVAILABLE,
            Halt::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

/// A page.
///
/// # Errors
/// The template could not be written out.
pub fn page(template: &impl Template) -> Answer {
    page_with(StatusCode::OK, template)
}

/// A page that is not plainly well: a refused form, a lost slot.
///
/// # Errors
/// The template could not be written out.
pub fn page_with(status: StatusCode, template: &impl Template) -> Answer {
    let html = template.render().map_err(Halt::broken)?;
    Ok(HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .body(html))
}

/// 303: the deed is done, look there.
///
/// # Errors
/// Never; it is an answer like the others.
pub fn see(address: &str) -> Answer {
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .finish())
}

/// A page with a form of its own: a new visitor's browser is given the secret that the form's
/// hidden value follows from.
///
/// # Errors
/// The template could not be written out.
pub fn form_page(status: StatusCode, template: &impl Template) -> Answer {
    let mut response = page_with(status, template)?;
    response.extensions_mut().insert(KeepCookie);
    Ok(response)
}

/// Marks an answer that holds a form, so that a new visitor's browser is given the cookie that the
/// form's token follows from. Pages without forms set no cookie.
#[derive(Copy, Clone, Debug)]
pub struct KeepCookie;
