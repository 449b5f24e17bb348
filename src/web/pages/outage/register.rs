//! Entering an outage: first what it touches, then the deed.

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::halt::Halt;
use crate::domain::id::OutageId;
use crate::domain::outage::Sort;
use crate::domain::outage::start::{Wish, time};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::domain::time::{Span, parse_local, write_local};
use crate::secret::chance;
use crate::store;
use crate::store::agenda::kept::{self, Kept};
use crate::store::outage::scene;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Choice, Errors, Field, FormError};
use crate::web::touched::{Preview, preview};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::name;
use crate::words::outage as said;

/// Most resources that can be chosen.
const CHOICES: i64 = 200;

#[derive(Template)]
#[template(path = "outage/register.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    errors: Vec<FormError>,
    errors_heading: String,
    action: String,
    resource: Field,
    resources: Vec<Choice>,
    sort: Field,
    sorts: Vec<Choice>,
    from: Field,
    until: Field,
    note: Field,
    confirm: Option<Confirm>,
}

/// What is touched, and the form that enters it.
struct Confirm {
    preview: Preview,
    hidden: Vec<(&'static str, String)>,
}

/// `GET /manage/outages/register?resource=&sort=&stop_from=&stop_until=&reason=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let resources = resources(&visit).await?;
    let is_asked = query.given("stop_from").is_some();
    let (refusals, confirm) = match is_asked {
        true => looked(&visit, &resources, &query).await?,
        false => (Vec::new(), None),
    };
    answer::page(&page(&visit, &resources, (&query, refusals), confirm))
}

/// `POST /manage/outages/register`
///
/// # Errors
/// No such resource, not of their facility, or a fault; a refusal is answered with the form itself.
pub async fn save(visit: Visit, form: Form) -> Answer {
    let resources = resources(&visit).await?;
    let slug = form.line("resource");
    if !resources.iter().any(|one| one.slug == slug) {
        return Err(Stop(Halt::Absent));
    }
    let id: OutageId = form.parse("id").ok_or(Halt::Absent)?;
    let to = visit.href(&format!("/manage/outages/{id}"));
    let known = visit
        .db()
        .read(move |conn| match store::outage::of(conn, id) {
            Ok(_) => Ok(true),
            Err(Halt::Absent) => Ok(false),
            Err(halt) => Err(halt),
        });
    if known.await? {
        return answer::see(&to);
    }
    let wish = wish(&form);
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outage::begin(tx, by, id, &slug, &wish)
    });
    match deed.await {
        Ok(_) => answer::see(&to),
        Err(Halt::Refused(refusals)) => {
            let (_, confirm) = looked(&visit, &resources, &form).await?;
            let page = page(&visit, &resources, (&form, refusals), confirm);
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

fn wish(form: &Form) -> Wish {
    Wish {
        sort: Sort::from_code(form.raw("sort")),
        from: parse_local(form.raw("stop_from")),
        until: parse_local(form.raw("stop_until")),
        note: form.lines("reason"),
        seen: form.raw("seen").to_owned(),
    }
}

async fn resources(visit: &Visit) -> Result<Vec<Kept>, Stop> {
    let facilities = visit.actor.managed_facilities();
    let look = visit
        .db()
        .read(move |conn| kept::of_facilities(conn, &facilities, CHOICES));
    Ok(look.await?)
}

/// What is wrong with what was entered, or what it would touch.
async fn looked(
    visit: &Visit,
    resources: &[Kept],
    form: &Form,
) -> Result<(Vec<Refusal>, Option<Confirm>), Stop> {
    let at = visit.actor.at;
    let missing = |field| {
        Refusal::of(crate::domain::refusal::Wrong::Missing {
            field: Named::Use(field),
        })
    };
    let wish = wish(form);
    let chosen = resources
        .iter()
        .find(|one| one.slug == form.raw("resource"));
    let mut wrong = Vec::new();
    if chosen.is_none() {
        wrong.push(missing(UseField::StopResource));
    }
    if wish.sort.is_none() {
        wrong.push(missing(UseField::StopSort));
    }
    let span = time(wish.from, wish.until, at);
    wrong.extend(span.as_ref().err().cloned().unwrap_or_default());
    let (Some(chosen), Ok(span)) = (chosen, span) else {
        return Ok((wrong, None));
    };
    if !wrong.is_empty() {
        return Ok((wrong, None));
    }
    let slug = chosen.slug.clone();
    let look = visit.db().read(move |conn| {
        let resource = store::catalogue::resource::by_slug(conn, &slug, at)?;
        scene::view(conn, resource, Some(span), at)
    });
    let scene = look.await?;
    let preview = preview(visit, &scene.bookings, &span);
    let hidden = hidden(visit, form, &preview, &span);
    Ok((wrong, Some(Confirm { preview, hidden })))
}

/// What the form that enters it carries: just what was looked at.
fn hidden(
    visit: &Visit,
    form: &Form,
    preview: &Preview,
    span: &Span,
) -> Vec<(&'static str, String)> {
    let id = match form.parse::<OutageId>("id") {
        Some(id) => id,
        None => OutageId::new(chance::id(visit.actor.at)),
    };
    vec![
        ("csrf", visit.csrf()),
        ("id", id.to_string()),
        ("seen", preview.seen.clone()),
        ("resource", form.line("resource")),
        ("sort", form.raw("sort").to_owned()),
        ("stop_from", write_local(span.start())),
        ("stop_until", write_local(span.end())),
        ("reason", form.lines("reason")),
    ]
}

fn page(
    visit: &Visit,
    resources: &[Kept],
    (typed, refusals): (&Form, Vec<Refusal>),
    confirm: Option<Confirm>,
) -> Page {
    let w = &visit.words().outage;
    let errors = Errors::of(visit.language, refusals);
    let field = |named, value: &str| errors.field(Named::Use(named), value);
    let from = match typed.raw("stop_from") {
        "" => write_local(visit.actor.at),
        typed => typed.to_owned(),
    };
    let choice = |one: &Kept| Choice {
        value: one.slug.clone(),
        label: name::of(visit.language, &one.name).to_owned(),
        hint: None,
        chosen: one.slug == typed.raw("resource"),
    };
    let sort = |one: Sort| Choice {
        value: one.code().to_owned(),
        label: said::sort(visit.language, one).to_owned(),
        hint: None,
        chosen: one.code() == typed.raw("sort"),
    };
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/outages", w.here),
        ],
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        action: visit.href("/manage/outages/register"),
        resource: field(UseField::StopResource, ""),
        resources: resources.iter().map(choice).collect(),
        sort: field(UseField::StopSort, ""),
        sorts: Sort::ALL.into_iter().map(sort).collect(),
        from: field(UseField::StopFrom, &from),
        until: field(UseField::StopUntil, typed.raw("stop_until")),
        note: errors.field(Named::Reason, typed.raw("reason")),
        confirm,
    };
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}
