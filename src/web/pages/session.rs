//! Signing in and out.

use actix_web::HttpResponse;

use crate::domain::halt::Halt;
use crate::web::answer::{Answer, Stop};
use crate::web::form::Form;
use crate::web::visit::Visit;

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn new(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn create(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// To come.
///
/// # Errors
/// Always, until it is written.
pub async fn end(visit: Visit) -> Answer {
    Err(Stop(Halt::broken(visit.path)))
}

/// A deed by somebody whose session ended: the sign-in form, which keeps what was posted to `here`
/// and offers to send it again once they signed in.
#[must_use]
pub fn resume(_visit: &Visit, _here: &str, _posted: &Form) -> HttpResponse {
    HttpResponse::Forbidden().finish()
}
