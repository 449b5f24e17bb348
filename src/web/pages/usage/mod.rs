//! A use: beginning and ending it, and reporting on it; for its user and the facility's managers.

pub mod appeal;
pub mod board;
mod body;
pub mod desk;
pub mod door;
mod missed;
pub mod no_show;
pub mod sheet;

use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::usage::Report;
use crate::domain::usage::log::TypedLog;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::pages::usage::body::shown;
use crate::web::visit::Visit;

/// `GET /requests/{no}/use`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let facts = shown(&visit, &no).await?;
    answer::page(&facts.page(&visit, None, Vec::new()))
}

/// `POST /requests/{no}/check-in`
///
/// # Errors
/// Not theirs, or a fault; a refusal is answered with the page itself.
pub async fn check_in(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(visit, &no, &form, Deed::CheckIn).await
}

/// `POST /requests/{no}/check-out`
///
/// # Errors
/// As [`check_in`].
pub async fn check_out(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(visit, &no, &form, Deed::CheckOut).await
}

/// `POST /requests/{no}/use`: the log.
///
/// # Errors
/// As [`check_in`].
pub async fn log(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let typed = TypedLog {
        from: form.line("used_from"),
        until: form.line("used_until"),
        samples: form.line("samples"),
        note: form.lines("note"),
        incident: form.lines("incident"),
    };
    deed(visit, &no, &form, Deed::Log(typed)).await
}

/// `POST /requests/{no}/result`: the result report.
///
/// # Errors
/// As [`check_in`].
pub async fn report(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let typed = Report {
        title: form.line("title"),
        summary: form.lines("summary"),
        doi: form.line("doi"),
    };
    deed(visit, &no, &form, Deed::Report(typed)).await
}

/// What the page's buttons do.
enum Deed {
    CheckIn,
    CheckOut,
    Log(TypedLog),
    Report(Report),
}

/// Does it, and leads back to the page; a refusal shows the page with every reason and what was typed.
async fn deed(visit: Visit, no: &str, form: &Form, deed: Deed) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    let done = visit.db().act(by, move |tx, by| match &deed {
        Deed::CheckIn => acts::usage::check_in(tx, by, id),
        Deed::CheckOut => acts::usage::check_out(tx, by, id),
        Deed::Log(typed) => acts::usage::log(tx, by, id, typed),
        Deed::Report(typed) => acts::usage::report(tx, by, id, typed),
    });
    match done.await {
        Ok(id) => answer::see(&visit.href(&body::path(id))),
        Err(Halt::Refused(refusals)) => {
            let facts = shown(&visit, no).await?;
            let page = facts.page(&visit, Some(form), refusals);
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}
