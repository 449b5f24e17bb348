//! Recording what an outside call allocated.

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::OutsideId;
use crate::domain::outside::Told;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::outside::OutsideBar;
use crate::domain::refusal::outside_field::OutsideField;
use crate::secret::chance;
use crate::store::outside::list::{self, Allocated};
use crate::web::answer::{self, Answer, Stop};
use crate::web::deed_form::{Button, Control, DeedForm, Kind, Typed};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::outside_form;
use crate::web::parts::{Errors, FormError};
use crate::web::visit::Visit;
use crate::words::outside as said;
use crate::words::{booking, name};

#[derive(Template)]
#[template(path = "outside/new.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    errors: Vec<FormError>,
    errors_heading: String,
    form: DeedForm,
    hidden: Vec<(String, String)>,
}

/// `GET /manage/allocations/new?resource=`
///
/// # Errors
/// A fault; a manager without such resources is shown their list.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let resources = resources(&visit).await?;
    if resources.is_empty() {
        return answer::see(&visit.href("/manage/allocations"));
    }
    let id = OutsideId::new(chance::id(visit.actor.at));
    let errors = Errors::of(visit.language, Vec::new());
    let slug = query.line("resource");
    let sight = Sight {
        resources: &resources,
        chosen: &slug,
        id,
    };
    answer::page(&page(&visit, &sight, None, &errors))
}

/// `POST /manage/allocations/new`
///
/// # Errors
/// No such resource, not of their facility, or a fault; a refusal is answered with the form itself.
pub async fn create(visit: Visit, form: Form) -> Answer {
    let resources = resources(&visit).await?;
    let slug = form.line("resource");
    let id: OutsideId = form.parse("id").ok_or(Halt::Absent)?;
    let known = resources.iter().any(|one| one.slug == slug);
    let refusals = if slug.is_empty() || known {
        match enter(&visit, id, slug.clone(), outside_form::told(&form)).await {
            Ok(id) => return answer::see(&visit.href(&links::outside(id))),
            Err(Halt::Refused(refusals)) => refusals,
            Err(halt) => return Err(Stop(halt)),
        }
    } else {
        return Err(Stop(Halt::Absent));
    };
    if refusals.iter().any(is_known) && stands(&visit, id).await? {
        return answer::see(&visit.href(&links::outside(id)));
    }
    let errors = Errors::of(visit.language, refusals);
    let sight = Sight {
        resources: &resources,
        chosen: &slug,
        id,
    };
    let page = page(&visit, &sight, Some(&form), &errors);
    answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn enter(visit: &Visit, id: OutsideId, slug: String, told: Told) -> Result<OutsideId, Halt> {
    if slug.is_empty() {
        let field = Named::Outside(OutsideField::Resource);
        let missing = crate::domain::refusal::Wrong::Missing { field };
        return Err(Halt::because(Refusal::of(missing)));
    }
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outside::enter(tx, by, id, &slug, &told)
    });
    deed.await
}

/// Whether the proposal stands already: perhaps because of a second click.
fn is_known(refusal: &Refusal) -> bool {
    use crate::domain::refusal::Wrong;
    matches!(&refusal.wrong, Wrong::Outside(OutsideBar::Known))
}

/// Whether this very form was sent before.
async fn stands(visit: &Visit, id: OutsideId) -> Result<bool, Stop> {
    let (by, at) = (visit.actor.clone(), visit.actor.at);
    let look =
        visit.db().read(
            move |conn| match crate::store::outside::gather::view(conn, id, at) {
                Ok(standing) => Ok(by.manages(standing.resource.facility)),
                Err(Halt::Absent) => Ok(false),
                Err(halt) => Err(halt),
            },
        );
    Ok(look.await?)
}

async fn resources(visit: &Visit) -> Result<Vec<Allocated>, Stop> {
    let facilities = visit.actor.managed_facilities();
    let look = visit
        .db()
        .read(move |conn| list::resources(conn, &facilities));
    Ok(look.await?)
}

/// What can be chosen, what is, and the id that the allocation will have.
struct Sight<'a> {
    resources: &'a [Allocated],
    chosen: &'a str,
    id: OutsideId,
}

fn page(visit: &Visit, sight: &Sight<'_>, typed: Option<&Form>, errors: &Errors) -> Page {
    let w = &visit.words().outside;
    let typed = Typed {
        form: typed,
        errors,
        required: w.required,
    };
    let empty = Told {
        used: Some(0),
        ..Told::default()
    };
    let mut controls = vec![resource(visit, sight, typed)];
    controls.extend(outside_form::controls(visit, typed, &empty));
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/allocations", w.here),
        ],
        errors_heading: booking::state::errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        form: DeedForm {
            heading: w.new.to_owned(),
            text: String::new(),
            controls,
            buttons: vec![Button {
                action: visit.href("/manage/allocations/new"),
                label: w.save.to_owned(),
                look: "",
            }],
            folded: false,
        },
        hidden: vec![
            ("csrf".to_owned(), visit.csrf()),
            ("id".to_owned(), sight.id.to_string()),
        ],
    };
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}

/// The resource; the only one is chosen already.
fn resource(visit: &Visit, sight: &Sight<'_>, typed: Typed<'_>) -> Control {
    let w = &visit.words().outside;
    let only = sight.resources.len() == 1;
    let mut control = typed.control(
        Kind::Choice,
        Named::Outside(OutsideField::Resource),
        w.resource,
        String::new(),
    );
    control.choices = sight
        .resources
        .iter()
        .map(|one| crate::web::parts::Choice {
            value: one.slug.clone(),
            label: name::of(visit.language, &one.name).to_owned(),
            hint: None,
            chosen: only || one.slug == sight.chosen,
        })
        .collect();
    control
}
