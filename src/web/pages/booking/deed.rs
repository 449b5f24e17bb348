//! What an applicant does with a request by one button, and its calendar file.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;

use crate::acts;
use crate::domain::booking::news::as_it_stands;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::notice;
use crate::web::answer::{self, Answer};
use crate::web::booking_facts;
use crate::web::form::Form;
use crate::web::gates;
use crate::web::links;
use crate::web::visit::Visit;

/// `GET /requests/{no}/booking.ics`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn calendar(visit: Visit, no: Path<String>) -> Answer {
    let (standing, history) = booking_facts::mine(&visit, &no).await?;
    let (facts, status) = as_it_stands(&standing);
    let changed_at = history
        .last()
        .map_or(standing.booking.created_at, |line| line.at);
    let text = notice::ics::calendar(
        &visit.house.config,
        visit.language,
        (&facts, status),
        (changed_at, visit.actor.at),
    );
    let name = format!("attachment; filename=\"{}.ics\"", standing.booking.id);
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(text))
}

/// `POST /requests/{no}/withdraw`
///
/// # Errors
/// Not theirs, decided already, or a fault.
pub async fn withdraw(visit: Visit, no: Path<String>, _: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    visit
        .db()
        .act(by, move |tx, by| acts::booking::withdraw(tx, by, id))
        .await?;
    answer::see(&visit.href(&links::request(id)))
}

/// `POST /requests/{no}/accept`
///
/// # Errors
/// Not theirs, no conditions to accept, or a fault.
pub async fn accept(visit: Visit, no: Path<String>, _: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    visit
        .db()
        .act(by, move |tx, by| acts::booking::accept(tx, by, id))
        .await?;
    gates::settle(&visit, id).await?;
    answer::see(&visit.href(&links::request(id)))
}
