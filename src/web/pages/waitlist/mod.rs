//! Getting in line for time on a resource.

pub mod mine;

use actix_web::http::StatusCode;
use askama::Template;

use crate::acts;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::WaitId;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::domain::time::{Span, day_span, parse_local, write_local};
use crate::domain::waitlist::Want;
use crate::domain::waitlist::join::{Wish, is_waited_for};
use crate::secret::chance;
use crate::store;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::lengths::lengths;
use crate::web::links::{self, Link};
use crate::web::parts::{Choice, Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::waitlist as said;
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "waitlist/new.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    errors: Vec<FormError>,
    errors_heading: String,
    facts: Vec<LinkedFact>,
    is_open: bool,
    action: String,
    hidden: Vec<(&'static str, String)>,
    when: Field,
    whens: Vec<Choice>,
    from: Field,
    until: Field,
    length: Field,
    lengths: Vec<Choice>,
    units: Field,
    has_units: bool,
    want: Field,
    wants: Vec<Choice>,
    back: String,
}

/// `GET /waitlist/new?resource=&start=&len=&units=`
///
/// # Errors
/// No such resource, or none that is booked by time here, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let resource = resource(&visit, &query.line("resource")).await?;
    answer::page(&page(&visit, &resource, &query, Vec::new()))
}

/// `POST /waitlist/new`
///
/// # Errors
/// As [`show`]; a refusal is answered with the form itself.
pub async fn join(visit: Visit, form: Form) -> Answer {
    let slug = form.line("resource");
    let resource = resource(&visit, &slug).await?;
    let id: WaitId = form.parse("id").ok_or(Halt::Absent)?;
    let user = visit.person()?.id;
    let stands = visit
        .db()
        .read(move |conn| store::waitlist::stands(conn, id, user));
    let joined = visit.href("/my/waitlist?joined=1");
    if stands.await? {
        return answer::see(&joined);
    }
    let wish = wish(&form);
    let done = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::waitlist::join(tx, by, id, &slug, &wish)
    });
    match done.await {
        Ok(_) => answer::see(&joined),
        Err(Halt::Refused(refusals)) => {
            let page = page(&visit, &resource, &form, refusals);
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn resource(visit: &Visit, slug: &str) -> Result<Resource, Stop> {
    let (slug, at) = (slug.to_owned(), visit.actor.at);
    let look = visit
        .db()
        .read(move |conn| store::catalogue::resource::by_slug(conn, &slug, at));
    let resource = look.await?;
    match is_waited_for(&resource) {
        true => Ok(resource),
        false => Err(Stop(Halt::Absent)),
    }
}

/// The time that was refused, where there was one.
fn exact(form: &Form) -> Option<Span> {
    let start = parse_local(form.raw("start"))?;
    Span::of_minutes(start, form.parse("exact_len").or(form.parse("len"))?)
}

fn wish(form: &Form) -> Wish {
    let exact = exact(form).filter(|_| form.raw("wait_when") == "exact");
    let days = form.day("wait_from").zip(form.day("wait_until"));
    let days =
        days.and_then(|(from, until)| Span::new(day_span(from).start(), day_span(until).end()));
    Wish {
        want: Want::from_code(form.raw("want")),
        window: exact.or(days),
        minutes: exact.map(|span| span.minutes()).or(form.parse("len")),
        units: match form.raw("units") {
            "" => Some(1),
            _ => Some(form.count("units").unwrap_or(0)),
        },
    }
}

fn page(visit: &Visit, resource: &Resource, typed: &Form, wrong: Vec<Refusal>) -> Page {
    let w = &visit.words().waitlist;
    let errors = Errors::of(visit.language, wrong);
    let exact = exact(typed);
    let named = |field| Named::Use(field);
    let first = exact.map_or(visit.actor.at.day(), |span| span.start().day());
    let last = exact.map_or(first, |span| span.end().plus_seconds(-1).day());
    let or = |code: &str, day: chrono::NaiveDate| match typed.raw(code) {
        "" => day.to_string(),
        typed => typed.to_owned(),
    };
    let units = match typed.raw("units") {
        "" => "1".to_owned(),
        typed => typed.to_owned(),
    };
    let back = links::resource(&resource.slug);
    let mut body = Body {
        crumbs: crumbs(visit, resource),
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        facts: facts(visit, resource),
        is_open: resource.terms.flag(Parameter::AllowWaitlist),
        action: visit.href("/waitlist/new"),
        hidden: hidden(visit, resource, typed, exact.as_ref()),
        when: errors.field(named(UseField::WaitWhen), String::new()),
        whens: whens(visit, typed, exact.as_ref()),
        from: errors.field(named(UseField::WaitFrom), or("wait_from", first)),
        until: errors.field(named(UseField::WaitUntil), or("wait_until", last)),
        length: errors.field(Named::Length, String::new()),
        lengths: offered(visit, resource, typed),
        units: errors.field(named(UseField::Units), units),
        has_units: resource.capacity > 1,
        want: errors.field(named(UseField::Want), String::new()),
        wants: wants(visit, typed),
        back: visit.href(&back),
    };
    if exact.is_none() {
        body.whens.clear();
    }
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}

fn crumbs(visit: &Visit, resource: &Resource) -> Vec<Link> {
    let title = name::of(visit.language, &resource.name);
    vec![
        Link::to(visit, "/", visit.words().waitlist.home),
        Link::to(visit, &links::resource(&resource.slug), title),
    ]
}

fn facts(visit: &Visit, resource: &Resource) -> Vec<LinkedFact> {
    let w = &visit.words().waitlist;
    let said = |name| name::of(visit.language, name);
    let place = format!(
        "{} {}",
        said(&resource.institution_name),
        said(&resource.facility_name)
    );
    vec![
        LinkedFact {
            label: w.resource.to_owned(),
            value: said(&resource.name).to_owned(),
            href: Some(visit.href(&links::resource(&resource.slug))),
        },
        LinkedFact {
            label: w.facility.to_owned(),
            value: place,
            href: None,
        },
    ]
}

/// What the form carries unseen; the time that was refused among it.
fn hidden(
    visit: &Visit,
    resource: &Resource,
    typed: &Form,
    exact: Option<&Span>,
) -> Vec<(&'static str, String)> {
    let id = match typed.parse::<WaitId>("id") {
        Some(id) => id,
        None => WaitId::new(chance::id(visit.actor.at)),
    };
    let mut hidden = vec![
        ("csrf", visit.csrf()),
        ("id", id.to_string()),
        ("resource", resource.slug.clone()),
    ];
    if let Some(span) = exact {
        hidden.push(("start", write_local(span.start())));
        hidden.push(("exact_len", span.minutes().to_string()));
    }
    hidden
}

fn whens(visit: &Visit, typed: &Form, exact: Option<&Span>) -> Vec<Choice> {
    let w = &visit.words().waitlist;
    let is_days = typed.raw("wait_when") == "days";
    let time = exact.map(|span| when::span_with_year(visit.language, span));
    vec![
        Choice {
            value: "exact".to_owned(),
            label: w.exact.to_owned(),
            hint: time,
            chosen: !is_days,
        },
        Choice {
            value: "days".to_owned(),
            label: w.days.to_owned(),
            hint: Some(w.days_hint.to_owned()),
            chosen: is_days,
        },
    ]
}

fn wants(visit: &Visit, typed: &Form) -> Vec<Choice> {
    let w = &visit.words().waitlist;
    let tells = typed.raw("want") == Want::Tell.code();
    let choice = |want: Want, label: &str, hint: Option<&str>| Choice {
        value: want.code().to_owned(),
        label: label.to_owned(),
        hint: hint.map(str::to_owned),
        chosen: tells == (want == Want::Tell),
    };
    vec![
        choice(Want::Hold, w.hold, None),
        choice(Want::Tell, w.tell, Some(w.tell_hint)),
    ]
}

fn offered(visit: &Visit, resource: &Resource, typed: &Form) -> Vec<Choice> {
    let shortest = resource.parameters.shortest();
    let chosen = typed.parse("len").unwrap_or(shortest);
    let choice = |minutes: i64| Choice {
        value: minutes.to_string(),
        label: when::length(visit.language, minutes),
        hint: None,
        chosen: minutes == chosen,
    };
    let all = lengths(&resource.parameters, chosen);
    all.into_iter().map(choice).collect()
}
