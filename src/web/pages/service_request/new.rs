//! The form of a request without a slot: sent, asked as a question, or put aside.

use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::acts;
use crate::domain::catalogue::{Access, access};
use crate::domain::draft::Draft;
use crate::domain::halt::Halt;
use crate::domain::id::{DraftId, ResourceId, ServiceId, UserId};
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::in_force;
use crate::domain::service_request::desk::{Desk, Manner};
use crate::domain::service_request::ethics;
use crate::secret::chance;
use crate::store::draft;
use crate::store::service_request::gather;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::links;
use crate::web::service_form::page::{self, About, Kept};
use crate::web::service_form::read;
use crate::web::visit::Visit;

/// `GET /service/new?resource=` or `?draft=&kept=`
///
/// # Errors
/// No such resource, no draft of theirs, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let person = visit.person()?.clone();
    if let Some(id) = query.parse::<ServiceId>("draft") {
        let kept = if query.raw("kept") == "1" {
            Kept::JustNow
        } else {
            Kept::Unsaid
        };
        let number = DraftId::new(id.number());
        let look = visit
            .db()
            .read(move |conn| draft::own(conn, number, person.id));
        let (slug, fields) = look.await?;
        let desk = desk(&visit, slug).await?;
        return open(&visit, &desk, &Form::holding(fields), id, kept);
    }
    let slug = query.line("resource");
    if slug.is_empty() {
        return answer::see(&visit.href("/resources"));
    }
    let desk = desk(&visit, slug).await?;
    let id = ServiceId::new(chance::id(visit.actor.at));
    open(&visit, &desk, &entered(&desk), id, Kept::Unsaid)
}

/// The form, where such requests are taken; elsewhere the page that says what can be done.
fn open(visit: &Visit, desk: &Desk, typed: &Form, id: ServiceId, kept: Kept) -> Answer {
    let resource = &desk.scene.resource;
    let is_taken = access(resource.mode, resource.allocation) == Access::Request
        && resource.open
        && in_force(&desk.scene.rules, visit.actor.at.day()).is_some();
    if !is_taken {
        return answer::see(&visit.href(&links::resource(&resource.slug)));
    }
    answer::page(&page::page(
        visit,
        About {
            desk,
            typed,
            refusals: Vec::new(),
            id: id.to_string(),
            stands: None,
            kept,
        },
    ))
}

/// What the person entered before fills the form in: the ethics approval that counts longest.
fn entered(desk: &Desk) -> Form {
    let Some(fact) = ethics::current(&desk.scene.applicant.facts, "") else {
        return Form::default();
    };
    let until = fact.valid_until.map(|day| day.to_string());
    Form::holding(
        [
            ("ethics_number", fact.number.clone()),
            ("ethics_until", until.unwrap_or_default()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into(),
    )
}

async fn desk(visit: &Visit, slug: String) -> Result<Desk, Stop> {
    let (person, at) = (visit.person()?.clone(), visit.actor.at);
    let look = visit
        .db()
        .read(move |conn| gather::desk(conn, &slug, &person, at));
    Ok(look.await?)
}

/// `POST /service`
///
/// # Errors
/// No such resource, or a fault; what is refused is answered with the form itself.
pub async fn create(visit: Visit, form: Form) -> Answer {
    let user = visit.person()?.id;
    let slug = form.line("resource");
    let id: ServiceId = form
        .parse("id")
        .ok_or_else(|| Halt::because(Refusal::of(Wrong::WrongState)))?;
    if form.raw("more") == "yes" {
        let desk = desk(&visit, slug).await?;
        return open(&visit, &desk, &read::longer(&form), id, Kept::Unsaid);
    }
    let done = if form.raw("keep") == "yes" {
        keep(&visit, &form, (id, user)).await
    } else {
        send(&visit, &form, id).await
    };
    let refusals = match done {
        Ok(address) => return answer::see(&visit.href(&address)),
        Err(Halt::Refused(refusals)) => refusals,
        Err(halt) => return Err(Stop(halt)),
    };
    let sent = Wrong::Service(ServiceBar::AlreadySent);
    if refusals.iter().any(|refusal| refusal.wrong == sent) {
        return answer::see(&visit.href(&links::service(id)));
    }
    let desk = desk(&visit, slug).await?;
    let about = About {
        desk: &desk,
        typed: &form,
        refusals,
        id: id.to_string(),
        stands: None,
        kept: Kept::Unsaid,
    };
    answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page::page(&visit, about))
}

async fn keep(visit: &Visit, form: &Form, (id, user): (ServiceId, UserId)) -> Result<String, Halt> {
    let slug = form.line("resource");
    let draft = Draft {
        id: DraftId::new(id.number()),
        user,
        // the deed finds the resource by its address
        resource: ResourceId::new(0),
        fields: read::fields(form),
    };
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::draft::keep(tx, by, &slug, &draft)
    });
    deed.await
        .map(|id| format!("/service/new?draft={id}&kept=1"))
}

async fn send(visit: &Visit, form: &Form, id: ServiceId) -> Result<String, Halt> {
    let manner = match form.raw("ask") {
        "yes" => Manner::Question,
        _ => Manner::Application,
    };
    let (slug, wish) = (form.line("resource"), read::wish(form, manner));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::service_request::send(tx, by, id, &slug, &wish)
    });
    deed.await.map(links::service)
}

/// `POST /service/{no}/drop`: a draft is deleted.
///
/// # Errors
/// Not theirs, or a fault.
pub async fn drop(visit: Visit, no: Path<String>, _: Form) -> Answer {
    let id: DraftId = no.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::draft::discard(tx, by, id)
    });
    deed.await?;
    answer::see(&visit.href("/my/requests"))
}
