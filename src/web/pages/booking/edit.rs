//! Correcting a returned request.

use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::acts;
use crate::domain::booking::{Scene, Standing, State, Wish};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::Refusal;
use crate::store::booking::{applicant, gather};
use crate::store::rule;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::gates;
use crate::web::links;
use crate::web::request_form::about::{self, About};
use crate::web::request_form::page;
use crate::web::training_offer::Offer;
use crate::web::visit::Visit;

/// `GET /requests/{no}/edit`
///
/// # Errors
/// Not theirs, or a fault; one that was not returned is shown as it stands.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, scene) = mine(&visit, &no).await?;
    if standing.booking.state != State::Returned {
        return answer::see(&visit.href(&links::request(standing.booking.id)));
    }
    let wish = wish(&standing);
    answer::page(&page::page(
        &visit,
        form_of(&standing, &scene, &wish, Vec::new()),
    ))
}

/// `POST /requests/{no}/edit`
///
/// # Errors
/// Not theirs, not returned, or a fault; refused content is answered with the form itself.
pub async fn resend(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let (standing, scene) = mine(&visit, &no).await?;
    let (id, content) = (standing.booking.id, about::content(&form));
    let corrected = content.clone();
    let done = visit
        .db()
        .act(visit.actor.clone(), move |tx, by| {
            acts::booking::resend(tx, by, id, &corrected)
        })
        .await;
    match done {
        Ok(id) => {
            // another way of use may need other gates
            gates::settle(&visit, id).await?;
            answer::see(&visit.href(&links::request(id)))
        }
        Err(Halt::Refused(refusals)) => {
            let wish = Wish {
                content,
                ..wish(&standing)
            };
            let page = page::page(&visit, form_of(&standing, &scene, &wish, refusals));
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

fn form_of<'a>(
    standing: &Standing,
    scene: &'a Scene,
    wish: &'a Wish,
    refusals: Vec<Refusal>,
) -> About<'a> {
    let reason = standing
        .decided
        .as_ref()
        .and_then(|decided| decided.reason.clone());
    About {
        scene,
        wish,
        refusals,
        id: standing.booking.id.to_string(),
        returned: Some(reason.unwrap_or_default()),
        kept: None,
        repeat: None,
        training: Offer::default(),
    }
}

fn wish(standing: &Standing) -> Wish {
    let booking = &standing.booking;
    Wish {
        with: Vec::new(),
        start: Some(booking.span.start()),
        minutes: Some(booking.span.minutes()),
        units: Some(standing.booking.units),
        content: booking.content.clone(),
        agree: Vec::new(),
    }
}

/// The visitor's own request, with what its form shows.
async fn mine(visit: &Visit, no: &str) -> Result<(Standing, Scene), Stop> {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (person, at) = (visit.person()?.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if standing.booking.user != person.id {
            return Err(Halt::Absent);
        }
        let scene = Scene {
            beside: Vec::new(),
            offered: Vec::new(),
            fellows: Vec::new(),
            attendants: Vec::new(),
            taken: Vec::new(),
            rules: rule::versions(conn, standing.resource.facility)?,
            whole_slug: None,
            consents: vec![standing.booking.rule],
            applicant: applicant::of(conn, &standing.resource, &person, at)?,
            applicant_institution: standing.applicant_institution.clone(),
            managers: standing.managers.clone(),
            elsewhere: Vec::new(),
            kept: Vec::new(),
            responsible: None,
            resource: standing.resource.clone(),
        };
        Ok((standing, scene))
    });
    Ok(look.await?)
}
