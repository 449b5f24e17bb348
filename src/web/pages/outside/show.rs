//! One outside allocation: what is recorded, the use so far, and the time that it occupies.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::{OutsideId, OutsideSpanId};
use crate::domain::outside::Standing;
use crate::domain::outside::time::is_timed;
use crate::domain::refusal::Refusal;
use crate::store::outside::gather;
use crate::web::answer::{self, Answer, Stop};
use crate::web::deed_form::{Button, DeedForm, Typed};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::outside_form;
use crate::web::outside_page::{Time, facts, time};
use crate::web::parts::{Chip, Errors, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::outside as said;
use crate::words::{booking, name};

#[derive(Template)]
#[template(path = "outside/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    proposal: String,
    name: String,
    status: Chip,
    errors: Vec<FormError>,
    errors_heading: String,
    facts: Vec<LinkedFact>,
    is_timed: bool,
    times: Vec<Time>,
    deeds: Vec<DeedForm>,
    csrf: String,
}

/// Which form was sent, so that what was typed is shown in it again.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Sent {
    Nothing,
    Correction,
    Time,
}

/// `GET /manage/allocations/{id}`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn show(visit: Visit, id: Path<String>) -> Answer {
    let standing = managed(&visit, read(&id)?).await?;
    answer::page(&page(&visit, &standing, (Sent::Nothing, None), Vec::new()))
}

/// `POST /manage/allocations/{id}`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn correct(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let (id, told) = (read(&id)?, outside_form::told(&form));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outside::correct(tx, by, id, &told)
    });
    answered(&visit, id, (Sent::Correction, &form), deed.await).await
}

/// `POST /manage/allocations/{id}/end`
///
/// # Errors
/// As [`correct`].
pub async fn end(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id = read(&id)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outside::end(tx, by, id)
    });
    answered(&visit, id, (Sent::Nothing, &form), deed.await).await
}

/// `POST /manage/allocations/{id}/time`
///
/// # Errors
/// As [`correct`].
pub async fn take(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let (id, wish) = (read(&id)?, outside_form::wish(&form));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outside::take(tx, by, id, &wish)
    });
    answered(&visit, id, (Sent::Time, &form), deed.await).await
}

/// `POST /manage/allocations/{id}/time/{span}/free`
///
/// # Errors
/// As [`correct`], or it is no time of this allocation.
pub async fn free(visit: Visit, path: Path<(String, String)>, form: Form) -> Answer {
    let (id, span) = path.into_inner();
    let id = read(&id)?;
    let span: OutsideSpanId = span.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outside::free(tx, by, id, span)
    });
    answered(&visit, id, (Sent::Nothing, &form), deed.await).await
}

fn read(id: &str) -> Result<OutsideId, Stop> {
    Ok(id.parse().map_err(|_| Halt::Absent)?)
}

async fn answered(
    visit: &Visit,
    id: OutsideId,
    (sent, form): (Sent, &Form),
    done: Result<OutsideId, Halt>,
) -> Answer {
    match done {
        Ok(id) => answer::see(&visit.href(&links::outside(id))),
        Err(Halt::Refused(refusals)) => {
            let standing = managed(visit, id).await?;
            let page = page(visit, &standing, (sent, Some(form)), refusals);
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// An allocation of a facility that the visitor manages; others do not exist for them.
async fn managed(visit: &Visit, id: OutsideId) -> Result<Standing, Stop> {
    let (by, at) = (visit.actor.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if by.manages(standing.resource.facility) {
            Ok(standing)
        } else {
            Err(Halt::Absent)
        }
    });
    Ok(look.await?)
}

fn page(
    visit: &Visit,
    standing: &Standing,
    (sent, form): (Sent, Option<&Form>),
    refusals: Vec<Refusal>,
) -> Page {
    let w = &visit.words().outside;
    let (language, outside) = (visit.language, &standing.outside);
    let errors = Errors::of(language, refusals);
    let fresh = Errors::of(language, Vec::new());
    // what was typed into one form says nothing about the other
    let typed = |mine: Sent| Typed {
        form: form.filter(|_| sent == mine),
        errors: if sent == mine { &errors } else { &fresh },
        required: w.required,
    };
    let (tone, text) = if outside.is_ended {
        ("", w.ended)
    } else {
        ("g", w.active)
    };
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/allocations", w.here),
        ],
        proposal: outside.proposal.clone(),
        name: name::of(language, &standing.resource.name).to_owned(),
        status: Chip {
            tone,
            text: text.to_owned(),
        },
        errors_heading: booking::state::errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        facts: facts(visit, standing),
        is_timed: is_timed(&standing.resource),
        times: standing
            .occupied
            .iter()
            .map(|one| time(visit, standing, one))
            .collect(),
        deeds: deeds(visit, standing, typed(Sent::Time), typed(Sent::Correction)),
        csrf: visit.csrf(),
    };
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}

/// What can be done with it: nothing once it has ended.
fn deeds(
    visit: &Visit,
    standing: &Standing,
    time: Typed<'_>,
    correction: Typed<'_>,
) -> Vec<DeedForm> {
    let w = &visit.words().outside;
    if standing.outside.is_ended {
        return Vec::new();
    }
    let path = links::outside(standing.outside.id);
    let form =
        |heading: &str, text: &str, controls, (address, label, look): (String, &str, _)| DeedForm {
            heading: heading.to_owned(),
            text: text.to_owned(),
            controls,
            buttons: vec![Button {
                action: visit.href(&address),
                label: label.to_owned(),
                look,
            }],
            folded: true,
        };
    let add = is_timed(&standing.resource).then(|| DeedForm {
        folded: false,
        ..form(
            w.add_heading,
            w.time_hint,
            outside_form::time_controls(visit, time),
            (format!("{path}/time"), w.add, ""),
        )
    });
    let told = standing.outside.told();
    let controls = outside_form::controls(visit, correction, &told);
    let correct = form(
        w.correct_heading,
        "",
        controls,
        (path.clone(), w.correct, ""),
    );
    let end = form(
        w.end_heading,
        w.end_text,
        Vec::new(),
        (format!("{path}/end"), w.end, "d"),
    );
    add.into_iter().chain([correct, end]).collect()
}
