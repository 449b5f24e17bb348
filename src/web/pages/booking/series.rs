//! Giving several dates of a series up.

use actix_web::web::Path;

use crate::acts::series::{Extent, give_up as end};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::web::answer::{self, Answer};
use crate::web::form::Form;
use crate::web::links;
use crate::web::visit::Visit;

/// `POST /requests/{no}/series`
///
/// # Errors
/// Not theirs, no series, nothing to give up, dearer by now than shown, or a fault.
pub async fn give_up(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let extent = match form.raw("extent") {
        "all" => Extent::All,
        _ => Extent::Following,
    };
    let seen = form.parse::<u32>("percent").unwrap_or(0);
    let by = visit.actor.clone();
    let done = visit
        .db()
        .act(by, move |tx, by| end(tx, by, (id, extent), seen));
    done.await?;
    answer::see(&visit.href(&links::request(id)))
}
