//! The request form: filled in, sent, put aside, gone on with.

use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::acts;
use crate::domain::booking::request::request;
use crate::domain::booking::series::Repeat;
use crate::domain::booking::{Scene, Wish};
use crate::domain::draft::Draft;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, DraftId, ResourceId};
use crate::domain::refusal::{Refusal, Wrong};
use crate::secret::chance;
use crate::store;
use crate::store::booking::gather;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::gates;
use crate::web::links;
use crate::web::request_form::about::{self, About, Kept};
use crate::web::request_form::{draft, page, series};
use crate::web::training_offer;
use crate::web::visit::Visit;

/// `GET /requests/new?resource=&start=&len=&units=` or `?draft=&kept=`
///
/// # Errors
/// No such resource, no draft of theirs, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    if let Some(id) = query.parse::<DraftId>("draft") {
        return gone_on_with(&visit, id, &query).await;
    }
    let wish = about::wish(&query);
    let slug = query.line("resource");
    if wish.span().is_none() {
        return answer::see(&visit.href(&if slug.is_empty() {
            "/resources".to_owned()
        } else {
            links::resource(&slug)
        }));
    }
    let scene = scene(&visit, slug, (&wish, None)).await?;
    let training = training_offer::offer(&visit, &scene, &wish, None).await?;
    let about = About {
        scene: &scene,
        wish: &wish,
        refusals: Vec::new(),
        id: BookingId::new(chance::id(visit.actor.at)).to_string(),
        returned: None,
        kept: None,
        repeat: None,
        training,
    };
    answer::page(&page::page(&visit, about))
}

/// The form as it was put aside, with other times where its own can't be had any more.
async fn gone_on_with(visit: &Visit, id: DraftId, query: &Form) -> Answer {
    let person = visit.person()?.clone();
    let look = visit
        .db()
        .read(move |conn| store::draft::own(conn, id, person.id));
    let (slug, fields) = look.await?;
    let form = Form::holding(fields);
    let (wish, repeat) = (about::wish(&form), series::repeat(&form));
    let scene = scene(visit, slug, (&wish, repeat.as_ref())).await?;
    let chosen = training_offer::chosen(&form);
    let about = About {
        scene: &scene,
        wish: &wish,
        refusals: ways(visit, &scene, &wish)?,
        id: id.to_string(),
        returned: None,
        kept: Some(match query.raw("kept") {
            "1" => Kept::JustNow,
            _ => Kept::Before,
        }),
        training: training_offer::offer(visit, &scene, &wish, chosen).await?,
        repeat,
    };
    answer::page(&page::page(visit, about))
}

/// What stands in the way of the time, where something else is offered instead.
fn ways(visit: &Visit, scene: &Scene, wish: &Wish) -> Result<Vec<Refusal>, Stop> {
    let id = BookingId::new(0);
    let judged = request(id, wish.clone(), scene, visit.person()?, visit.actor.at);
    let mut refusals = judged.err().unwrap_or_default();
    refusals.retain(|refusal| refusal.is_lost_slot() || !refusal.remedies.is_empty());
    Ok(refusals)
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
    let done = match form.raw("keep") {
        "yes" => keep(&visit, &form, id).await,
        _ => send(&visit, &form, id).await,
    };
    let refusals = match done {
        Ok(address) => return answer::see(&visit.href(&address)),
        Err(Halt::Refused(refusals)) => refusals,
        Err(halt) => return Err(Stop(halt)),
    };
    let (repeat, chosen) = (series::repeat(&form), training_offer::chosen(&form));
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
        kept: None,
        repeat,
        training: training_offer::offer(&visit, &scene, &wish, chosen).await?,
    };
    answer::page_with(status, &page::page(&visit, about))
}

/// Sends the request; where it leads.
async fn send(visit: &Visit, form: &Form, id: BookingId) -> Result<String, Halt> {
    let (wish, repeat) = (about::wish(form), series::repeat(form));
    let is_series = repeat.is_some();
    let (slug, chosen) = (form.line("resource"), training_offer::chosen(form));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::asking::request(tx, by, (id, &slug), (&wish, repeat.as_ref()), chosen)
    });
    let id = match deed.await {
        Ok(id) | Err(Halt::Already(id)) => id,
        Err(halt) => return Err(halt),
    };
    // offices that have to answer for what was entered before are asked at once
    let settled = match is_series {
        true => gates::settle_series(visit, id).await,
        false => gates::settle(visit, id).await,
    };
    settled.map_err(|Stop(halt)| halt)?;
    Ok(format!("{}/done", links::request(id)))
}

/// Puts the form aside; where it leads. One that was sent meanwhile leads to its request.
async fn keep(visit: &Visit, form: &Form, id: BookingId) -> Result<String, Halt> {
    let slug = form.line("resource");
    let draft = Draft {
        id: DraftId::new(id.number()),
        user: visit.person().map_err(|Stop(halt)| halt)?.id,
        // the deed finds the resource by its address
        resource: ResourceId::new(0),
        fields: draft::fields(form),
    };
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::draft::keep(tx, by, &slug, &draft)
    });
    match deed.await {
        Ok(id) => Ok(format!("/requests/new?draft={id}&kept=1")),
        Err(Halt::Already(id)) => Ok(links::request(id)),
        Err(halt) => Err(halt),
    }
}

/// `POST /requests/{no}/drop`: a draft is deleted.
///
/// # Errors
/// Not theirs, or a fault.
pub async fn drop(visit: Visit, no: Path<String>, _: Form) -> Answer {
    let id: DraftId = no.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    let deed = visit
        .db()
        .act(by, move |tx, by| acts::draft::discard(tx, by, id));
    deed.await?;
    answer::see(&visit.href("/my/requests"))
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
        Some(over) => gather::preview_over(conn, &slug, (over, &wish.with), &person, at),
        None => gather::preview(conn, &slug, &wish, &person, at),
    });
    Ok(look.await?)
}
