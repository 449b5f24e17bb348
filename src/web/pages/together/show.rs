//! One resource: the components that each use takes, and what can be asked for with it.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::name::Name;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::together::need::Entry;
use crate::store::together::companion;
use crate::store::together::list;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::together::rows::{Facts, Row, joinable, offered, other, taken};
use crate::web::parts::{Choice, Errors, Field, FormError};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::{name, together as said};

#[derive(Template)]
#[template(path = "together/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    name: String,
    done: &'static str,
    csrf: String,
    path: String,
    errors: Vec<FormError>,
    errors_heading: String,
    components: Vec<Row>,
    needed: Field,
    offered: Vec<Choice>,
    component_ja: Field,
    component_en: Field,
    capacity: Field,
    units: Field,
    companions: Vec<Row>,
    companion: Field,
    joinable: Vec<Choice>,
    other_companion: Field,
    offering: Vec<Row>,
}

/// `GET /manage/resources/{slug}/together?done=`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn show(visit: Visit, slug: Path<String>, Query(query): Query) -> Answer {
    page(&visit, &slug, &query, Vec::new()).await
}

/// `POST /manage/resources/{slug}/together/needs`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn add_need(visit: Visit, slug: Path<String>, form: Form) -> Answer {
    let slug = slug.into_inner();
    let number = |field: KeepingField| {
        let typed = form.line(field.code());
        (!typed.is_empty()).then(|| form.count(field.code()).unwrap_or_default())
    };
    let entry = Entry {
        known: form.parse(KeepingField::Needed.code()),
        name: Name {
            ja: form.line(KeepingField::ComponentJa.code()),
            en: form.line(KeepingField::ComponentEn.code()),
        },
        capacity: number(KeepingField::Capacity),
        units: number(KeepingField::Units),
    };
    let of = slug.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::together::add_need(tx, by, &of, &entry)
    });
    settled(&visit, (&slug, "need_added"), deed.await, &form).await
}

/// `POST /manage/resources/{slug}/together/needs/{id}/remove`
///
/// # Errors
/// As [`add_need`], or it is no component.
pub async fn remove_need(visit: Visit, path: Path<(String, String)>, form: Form) -> Answer {
    let (slug, id) = read(path)?;
    let of = slug.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::together::remove_need(tx, by, &of, id)
    });
    settled(&visit, (&slug, "need_removed"), deed.await, &form).await
}

/// `POST /manage/resources/{slug}/together/companions`
///
/// # Errors
/// As [`add_need`].
pub async fn add_companion(visit: Visit, slug: Path<String>, form: Form) -> Answer {
    let slug = slug.into_inner();
    let (of, chosen) = (slug.clone(), form.parse(KeepingField::Companion.code()));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::together::add_companion(tx, by, &of, chosen)
    });
    settled(&visit, (&slug, "companion_added"), deed.await, &form).await
}

/// `POST /manage/resources/{slug}/together/companions/{id}/remove`
///
/// # Errors
/// As [`add_need`], or it doesn't go with it.
pub async fn remove_companion(visit: Visit, path: Path<(String, String)>, form: Form) -> Answer {
    let (slug, id) = read(path)?;
    let of = slug.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::together::remove_companion(tx, by, &of, id)
    });
    settled(&visit, (&slug, "companion_removed"), deed.await, &form).await
}

/// `POST /manage/resources/{slug}/together/others`
///
/// # Errors
/// As [`add_need`].
pub async fn add_other(visit: Visit, slug: Path<String>, form: Form) -> Answer {
    let slug = slug.into_inner();
    let typed = form.line(KeepingField::OtherCompanion.code());
    let of = slug.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::together::add_other(tx, by, &of, &typed)
    });
    settled(&visit, (&slug, "companion_added"), deed.await, &form).await
}

/// `POST /manage/resources/{slug}/together/offering/{id}/leave`
///
/// # Errors
/// As [`add_need`], or it isn't offered there.
pub async fn leave(visit: Visit, path: Path<(String, String)>, form: Form) -> Answer {
    let (slug, id) = read(path)?;
    let of = slug.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::together::leave(tx, by, &of, id)
    });
    settled(&visit, (&slug, "companion_removed"), deed.await, &form).await
}

fn read(path: Path<(String, String)>) -> Result<(String, ResourceId), Stop> {
    let (slug, id) = path.into_inner();
    Ok((slug, id.parse().map_err(|_| Halt::Absent)?))
}

async fn settled(
    visit: &Visit,
    (slug, what): (&str, &str),
    done: Result<ResourceId, Halt>,
    form: &Form,
) -> Answer {
    match done {
        Ok(_) => answer::see(&visit.href(&format!("{}?done={what}", links::together(slug)))),
        Err(Halt::Refused(refusals)) => page(visit, slug, form, refusals).await,
        Err(halt) => Err(Stop(halt)),
    }
}

/// Resources of others' facilities do not exist for a manager.
async fn gather(visit: &Visit, slug: &str) -> Result<Facts, Stop> {
    let (by, slug) = (visit.actor.clone(), slug.to_owned());
    let look = visit.db().read(move |conn| {
        let (subject, name) = list::subject(conn, &slug)?;
        if !by.manages(subject.facility) {
            return Err(Halt::Absent);
        }
        Ok(Facts {
            name,
            components: list::components(conn, subject.id)?,
            offered: list::offered(conn, &subject)?,
            companions: companion::companions(conn, subject.id)?,
            joinable: companion::joinable(conn, &subject)?,
            offering: companion::offering(conn, &subject)?,
        })
    });
    Ok(look.await?)
}

async fn page(visit: &Visit, slug: &str, form: &Form, refusals: Vec<Refusal>) -> Answer {
    let facts = gather(visit, slug).await?;
    let status = match refusals.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let (language, w) = (visit.language, &visit.words().together);
    let told = Errors::of(language, refusals);
    let errors = told.summary();
    let typed = |field: KeepingField| told.field(Named::Keeping(field), form.raw(field.code()));
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/resources", w.heading),
        ],
        name: name::of(language, &facts.name).to_owned(),
        done: said::done(language, form.raw("done")),
        csrf: visit.csrf(),
        path: visit.href(&links::together(slug)),
        errors_heading: errors_heading(language, errors.len()),
        errors,
        components: facts
            .components
            .iter()
            .map(|one| taken(visit, one))
            .collect(),
        needed: typed(KeepingField::Needed),
        offered: offered(visit, &facts, form.raw(KeepingField::Needed.code())),
        component_ja: typed(KeepingField::ComponentJa),
        component_en: typed(KeepingField::ComponentEn),
        capacity: typed(KeepingField::Capacity),
        units: typed(KeepingField::Units),
        companions: facts
            .companions
            .iter()
            .map(|one| other(visit, one))
            .collect(),
        companion: typed(KeepingField::Companion),
        joinable: joinable(visit, &facts, form.raw(KeepingField::Companion.code())),
        other_companion: typed(KeepingField::OtherCompanion),
        offering: facts.offering.iter().map(|one| other(visit, one)).collect(),
    };
    let template = Page {
        frame: Frame::of(visit),
        w,
        page: body,
    };
    answer::page_with(status, &template)
}
