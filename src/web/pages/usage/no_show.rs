//! 無断不使用, for a facility's managers: recording it, and answering an appeal.

use actix_web::web::Path;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::Refusal;
use crate::domain::usage::no_show::{Record, can_mark};
use crate::store::booking::missed;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::links::{self, Link};
use crate::web::pages::usage::missed::{self as body, Asked, Button, Page};
use crate::web::visit::Visit;

/// `GET /manage/requests/{no}/no-show`
///
/// # Errors
/// Not of their facility, or a fault; where there is nothing to record, the request is shown.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let record = managed(&visit, &no).await?;
    let id = record.standing.booking.id;
    let concerns = record.kept.is_some() || record.was_used;
    if !concerns && !can_mark(&record, visit.actor.at) {
        return answer::see(&visit.href(&links::decision(id)));
    }
    answer::page(&page(&visit, &record, "", Vec::new()))
}

/// What a manager's buttons do.
#[derive(Copy, Clone)]
enum Verb {
    Mark,
    Excuse,
    Uphold,
}

/// `POST /manage/requests/{no}/no-show`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn mark(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(visit, &no, &form, Verb::Mark).await
}

/// `POST /manage/requests/{no}/excuse`
///
/// # Errors
/// As [`mark`].
pub async fn excuse(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(visit, &no, &form, Verb::Excuse).await
}

/// `POST /manage/requests/{no}/uphold`
///
/// # Errors
/// As [`mark`].
pub async fn uphold(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(visit, &no, &form, Verb::Uphold).await
}

async fn deed(visit: Visit, no: &str, form: &Form, verb: Verb) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let reason = form.lines("reason");
    let said = reason.clone();
    let done = visit
        .db()
        .act(visit.actor.clone(), move |tx, by| match verb {
            Verb::Mark => acts::no_show::mark(tx, by, id, &said),
            Verb::Excuse => acts::no_show::excuse(tx, by, id, &said),
            Verb::Uphold => acts::no_show::uphold(tx, by, id, &said),
        });
    match done.await {
        Ok(id) => answer::see(&visit.href(&links::decision(id))),
        Err(Halt::Refused(refusals)) => {
            let record = managed(&visit, no).await?;
            body::refused(&page(&visit, &record, &reason, refusals))
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn managed(visit: &Visit, no: &str) -> Result<Record, Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let actor = visit.actor.clone();
    let look = visit.db().read(move |conn| {
        let record = missed::view(conn, id, actor.at)?;
        match actor.manages(record.standing.resource.facility) {
            true => Ok(record),
            false => Err(Halt::Absent),
        }
    });
    Ok(look.await?)
}

fn page(visit: &Visit, record: &Record, typed: &str, wrong: Vec<Refusal>) -> Page {
    let booking = &record.standing.booking;
    let path = links::decision(booking.id);
    let person = visit.actor.person().map(|person| person.id);
    let (note, asked) = match person == Some(booking.user) {
        true => (visit.words().no_show.own, None),
        false => asked(visit, record, &path),
    };
    let number = booking.id.to_string();
    let made = body::Frame {
        heading: visit.words().no_show.heading,
        crumbs: vec![
            Link::to(visit, "/manage/requests", visit.words().approval.here),
            Link::to(visit, &path, &number),
        ],
        note,
        asked,
        back: visit.href(&path),
    };
    body::page(visit, record, made, (typed, wrong))
}

/// What a manager can do now, and what it means; or why nothing.
fn asked(visit: &Visit, record: &Record, path: &str) -> (&'static str, Option<Asked>) {
    let w = &visit.words().no_show;
    let button = |class, verb: &str, label| Button {
        class,
        action: visit.href(&format!("{path}/{verb}")),
        label,
    };
    match &record.kept {
        None if record.was_used => (w.was_used, None),
        None => {
            let asked = Asked {
                label: w.mark_reason,
                hint: w.mark_hint,
                buttons: vec![button("d", "no-show", w.mark)],
            };
            (w.mark_means, Some(asked))
        }
        Some(kept) if kept.mark.excused => ("", None),
        Some(kept) => {
            let mut buttons = vec![button("", "excuse", w.excuse)];
            if kept.appeal.is_some() && kept.answer.is_none() {
                buttons.push(button("q", "uphold", w.uphold));
            }
            let asked = Asked {
                label: w.answer_reason,
                hint: w.answer_hint,
                buttons,
            };
            (w.excuse_means, Some(asked))
        }
    }
}
