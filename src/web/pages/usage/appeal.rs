//! 異議, for the applicant: what was recorded of a booking that they did not come for, and their appeal.

use actix_web::web::Path;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::Refusal;
use crate::domain::usage::no_show::{Record, appeal_until};
use crate::store::booking::missed;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::links::{self, Link};
use crate::web::pages::usage::missed::{self as body, Asked, Button, Page};
use crate::web::visit::Visit;

/// `GET /requests/{no}/appeal`
///
/// # Errors
/// Not theirs, or a fault; where nothing was recorded, the request is shown.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let record = mine(&visit, &no).await?;
    if record.kept.is_none() {
        return answer::see(&visit.href(&links::request(record.standing.booking.id)));
    }
    answer::page(&page(&visit, &record, "", Vec::new()))
}

/// `POST /requests/{no}/appeal`
///
/// # Errors
/// Not theirs, or a fault; a refusal is answered with the page itself.
pub async fn appeal(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let text = form.lines("reason");
    let said = text.clone();
    let done = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::no_show::appeal(tx, by, id, &said)
    });
    match done.await {
        Ok(id) => answer::see(&visit.href(&format!("{}/appeal", links::request(id)))),
        Err(Halt::Refused(refusals)) => {
            let record = mine(&visit, &no).await?;
            body::refused(&page(&visit, &record, &text, refusals))
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn mine(visit: &Visit, no: &str) -> Result<Record, Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| {
        let record = missed::view(conn, id, at)?;
        match record.standing.booking.user == user {
            true => Ok(record),
            false => Err(Halt::Absent),
        }
    });
    Ok(look.await?)
}

fn page(visit: &Visit, record: &Record, typed: &str, wrong: Vec<Refusal>) -> Page {
    let w = &visit.words().no_show;
    let id = record.standing.booking.id;
    let path = links::request(id);
    let asked = Asked {
        label: w.appeal_reason,
        hint: w.appeal_hint,
        buttons: vec![Button {
            class: "",
            action: visit.href(&format!("{path}/appeal")),
            label: w.send_appeal,
        }],
    };
    let (note, asked) = match &record.kept {
        Some(kept) if kept.mark.excused || kept.answer.is_some() => ("", None),
        Some(kept) if kept.appeal.is_some() => (w.appealed, None),
        Some(kept) if appeal_until(kept) < visit.actor.at => (w.too_late, None),
        Some(_) => (w.appeal_means, Some(asked)),
        None => ("", None),
    };
    let list = visit.words().booking.list_heading;
    let made = body::Frame {
        heading: w.appeal_heading,
        crumbs: vec![
            Link::to(visit, "/my/requests", list),
            Link::to(visit, &path, id.to_string()),
        ],
        note,
        asked,
        back: visit.href(&path),
    };
    body::page(visit, record, made, (typed, wrong))
}
