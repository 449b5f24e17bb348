//! Correcting a returned request, or completing one that began as a question.

use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::ServiceId;
use crate::domain::refusal::Refusal;
use crate::domain::service_request::Standing;
use crate::domain::service_request::desk::{Desk, Manner};
use crate::domain::service_request::state::State;
use crate::store::service_request::gather;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::Form;
use crate::web::links;
use crate::web::service_form::page::{self, About, Kept, Page, Stands};
use crate::web::service_form::read;
use crate::web::visit::Visit;

/// `GET /service/{no}/edit`
///
/// # Errors
/// Not theirs, or a fault; one that waits for nothing of theirs is shown as it stands.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let (standing, desk) = mine(&visit, &no).await?;
    if !is_open(&standing) {
        return answer::see(&visit.href(&links::service(standing.request.id)));
    }
    let typed = read::typed(&standing.request.content());
    answer::page(&form_of(&visit, &standing, &desk, (&typed, Vec::new())))
}

/// `POST /service/{no}/edit`
///
/// # Errors
/// Not theirs, or a fault; refused content is answered with the form itself.
pub async fn resend(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let (standing, desk) = mine(&visit, &no).await?;
    let id = standing.request.id;
    if form.raw("more") == "yes" {
        let typed = read::longer(&form);
        return answer::page(&form_of(&visit, &standing, &desk, (&typed, Vec::new())));
    }
    let wish = read::wish(&form, Manner::Application);
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::service_request::resend(tx, by, id, &wish)
    });
    match deed.await {
        Ok(id) => answer::see(&visit.href(&links::service(id))),
        Err(Halt::Refused(_)) if !is_open(&standing) => {
            answer::see(&visit.href(&links::service(id)))
        }
        Err(Halt::Refused(refusals)) => answer::page_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            &form_of(&visit, &standing, &desk, (&form, refusals)),
        ),
        Err(halt) => Err(Stop(halt)),
    }
}

/// Whether the applicant can change it now.
const fn is_open(standing: &Standing) -> bool {
    matches!(
        standing.request.state,
        State::Returned | State::Inquiry | State::Application
    )
}

fn form_of(
    visit: &Visit,
    standing: &Standing,
    desk: &Desk,
    (typed, refusals): (&Form, Vec<Refusal>),
) -> Page {
    let words = standing.request.words.clone();
    let about = About {
        desk,
        typed,
        refusals,
        id: standing.request.id.to_string(),
        stands: Some(match standing.request.state {
            State::Returned => Stands::Returned(words),
            _ => Stands::Answered(words),
        }),
        kept: Kept::Unsaid,
    };
    page::page(visit, about)
}

/// The visitor's own request, with what its form is judged by.
async fn mine(visit: &Visit, no: &str) -> Result<(Standing, Desk), Stop> {
    let id: ServiceId = no.parse().map_err(|_| Halt::Absent)?;
    let (person, at) = (visit.person()?.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if standing.request.user != person.id {
            return Err(Halt::Absent);
        }
        let slug = standing.resource.slug.clone();
        let desk = gather::desk(conn, &slug, &person, at)?;
        Ok((standing, desk))
    });
    Ok(look.await?)
}
