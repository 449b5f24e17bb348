//! The request form.

use actix_web::http::StatusCode;

use crate::acts;
use crate::domain::booking::series::Repeat;
use crate::domain::booking::{Scene, Wish};
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::refusal::{Refusal, Wrong};
use crate::secret::chance;
use crate::store::booking::gather;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::gates;
use crate::web::links;
use crate::web::request_form::about::{self, About};
use crate::web::request_form::{page, series};
use crate::web::training_offer;
use crate::web::visit::Visit;

/// `GET /requests/new?resource=&start=&len=&units=`
///
/// # Errors
/// No such resource, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let person = visit.person()?.clone();
    let wish = about::wish(&query);
    let slug = query.line("resource");
    let (asked, at, look) = (wish.clone(), visit.actor.at, slug.clone());
    if wish.span().is_none() {
        return answer::see(&visit.href(&if slug.is_empty() {
            "/resources".to_owned()
        } else {
            links::resource(&slug)
        }));
    }
    let scene = visit
        .db()
        .read(move |conn| gather::preview(conn, &look, &asked, &person, at))
        .await?;
    let id = BookingId::new(chance::id(at)).to_string();
    let training = training_offer::offer(&visit, &scene, &wish, None).await?;
    answer::page(&page::page(
        &visit,
        About {
            scene: &scene,
            wish: &wish,
            refusals: Vec::new(),
            id,
            returned: None,
            repeat: None,
            training,
        },
    ))
}

/// `POST /requests`
///
/// # Errors
/// No such resource, or a fault; a refused wish is answered with the form itself.
pub async fn create(visit: Visit, form: Form) -> Answer {
    let wish = about::wish(&form);
    let slug = form.line("resource");
    let id: BookingId = form
        .parse("id")
        .ok_or_else(|| Halt::because(Refusal::of(Wrong::WrongState)))?;
    let (asked, at_slug, repeat) = (wish.clone(), slug.clone(), series::repeat(&form));
    let again = repeat.clone();
    let chosen = training_offer::chosen(&form);
    let done = visit
        .db()
        .act(visit.actor.clone(), move |tx, by| {
            acts::asking::request(tx, by, (id, &at_slug), (&asked, again.as_ref()), chosen)
        })
        .await;
    let refusals = match done {
        Ok(id) | Err(Halt::Already(id)) => {
            // offices that have to answer for what was entered before are asked at once
            gates::settle(&visit, id).await?;
            return answer::see(&visit.href(&format!("{}/done", links::request(id))));
        }
        Err(Halt::Refused(refusals)) => refusals,
        Err(halt) => return Err(Stop(halt)),
    };
    let scene = scene(&visit, slug, (&wish, repeat.as_ref())).await?;
    let status = if refusals.iter().any(Refusal::is_lost_slot) {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let about = About {
        scene: &scene,
        wish: &wish,
        refusals,
        id: id.to_string(),
        returned: None,
        repeat,
        training: training_offer::offer(&visit, &scene, &wish, chosen).await?,
    };
    answer::page_with(status, &page::page(&visit, about))
}

/// What a refused form shows: of a series everything from its first date to its last.
async fn scene(
    visit: &Visit,
    slug: String,
    (wish, repeat): (&Wish, Option<&Repeat>),
) -> Result<Scene, Stop> {
    let (person, wish, at) = (visit.person()?.clone(), wish.clone(), visit.actor.at);
    let reach = repeat.and_then(|repeat| series::reach(&wish, repeat));
    let look = visit.db().read(move |conn| match reach {
        Some(over) => gather::preview_over(conn, &slug, over, &person, at),
        None => gather::preview(conn, &slug, &wish, &person, at),
    });
    Ok(look.await?)
}
