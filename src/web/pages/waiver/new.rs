//! Asking for an exception from one condition, for oneself.

use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDate;

use crate::acts;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::waiver::WaiverBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{parse_day, parse_local};
use crate::domain::waiver::Wanted;
use crate::store;
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Errors, Field, FormError, LinkedFact};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::parameter::{origin, sentence};
use crate::words::{name, refusal, waiver as said};

#[derive(Template)]
#[template(path = "waiver/new.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    action: String,
    hidden: Vec<(&'static str, String)>,
    errors: Vec<FormError>,
    errors_heading: String,
    facts: Vec<LinkedFact>,
    /// Why there is no form.
    bar: String,
    done: bool,
    back: String,
    from: Field,
    until: Field,
    reason: Field,
}

/// What the form is about.
struct About {
    resource: Resource,
    parameter: Parameter,
    is_waiting: bool,
}

/// What stands in the form, and what is wrong with it.
#[derive(Default)]
struct Typed {
    from: String,
    until: String,
    reason: String,
    refusals: Vec<Refusal>,
    done: bool,
}

/// `GET /waivers/new?resource=&parameter=&start=&done=`
///
/// # Errors
/// No such resource in service, no such parameter, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let about = about(&visit, &query).await?;
    let day = parse_local(query.raw("start")).map(|start| start.day().to_string());
    let typed = Typed {
        from: day.clone().unwrap_or_default(),
        until: day.unwrap_or_default(),
        done: query.raw("done") == "1",
        ..Typed::default()
    };
    answer::page(&page(&visit, &about, typed))
}

/// `POST /waivers/new`
///
/// # Errors
/// As [`show`]; a refusal is answered with the page itself.
pub async fn ask(visit: Visit, form: Form) -> Answer {
    let about = about(&visit, &form).await?;
    let (slug, parameter) = (about.resource.slug.clone(), about.parameter);
    let wanted = Wanted {
        parameter: Some(parameter),
        from: parse_day(form.raw("from")),
        until: parse_day(form.raw("until")),
        reason: form.lines("reason"),
    };
    let back = format!("{}&done=1", links::waiver(&slug, parameter, None));
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::waiver::ask(tx, by, &slug, &wanted)
    });
    match deed.await {
        Ok(_) => answer::see(&visit.href(&back)),
        Err(Halt::Refused(refusals)) => {
            let typed = Typed {
                from: form.line("from"),
                until: form.line("until"),
                reason: form.lines("reason"),
                refusals,
                done: false,
            };
            let page = page(&visit, &about, typed);
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

async fn about(visit: &Visit, asked: &Form) -> Result<About, Stop> {
    let parameter = Parameter::from_code(asked.raw("parameter")).ok_or(Halt::Absent)?;
    let slug = asked.raw("resource").to_owned();
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| {
        let resource = store::catalogue::resource::by_slug(conn, &slug, at)?;
        let waiting = store::waiver::waiting(conn, resource.id, user)?;
        Ok((resource, waiting))
    });
    let (resource, waiting) = look.await?;
    if !resource.open {
        return Err(Stop(Halt::Absent));
    }
    Ok(About {
        resource,
        parameter,
        is_waiting: waiting.contains(&parameter),
    })
}

fn page(visit: &Visit, about: &About, typed: Typed) -> Page {
    let (language, w) = (visit.language, &visit.words().waiver);
    let resource = &about.resource;
    let errors = Errors::of(language, typed.refusals);
    let path = links::resource(&resource.slug);
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/resources", w.resources),
            Link::to(visit, &path, name::of(language, &resource.name)),
        ],
        action: visit.href("/waivers/new"),
        hidden: vec![
            ("csrf", visit.csrf()),
            ("resource", resource.slug.clone()),
            ("parameter", about.parameter.code().to_owned()),
        ],
        errors_heading: errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        facts: facts(visit, about, parse_day(&typed.from)),
        bar: bar(visit, about, typed.done),
        done: typed.done,
        back: visit.href(&path),
        from: errors.field(Named::FromDay, typed.from),
        until: errors.field(Named::UntilDay, typed.until),
        reason: errors.field(Named::Reason, typed.reason),
    };
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}

/// Why nothing can be asked now; empty if it can.
fn bar(visit: &Visit, about: &About, done: bool) -> String {
    let bar = match about.parameter.entry().waiver {
        Waiver::Nobody => WaiverBar::NeverWaived,
        _ if about.is_waiting && !done => WaiverBar::AskedAlready,
        _ => return String::new(),
    };
    refusal::say(visit.language, &Refusal::of(Wrong::Waiver(bar))).in_one()
}

/// What is asked of whom.
fn facts(visit: &Visit, about: &About, day: Option<NaiveDate>) -> Vec<LinkedFact> {
    let (language, w) = (visit.language, &visit.words().waiver);
    let (resource, parameter) = (&about.resource, about.parameter);
    let names = parameter.entry().waiver;
    let unit = match names {
        Waiver::InstitutionOfficer => &resource.institution_name,
        _ => &resource.facility_name,
    };
    let day = day.unwrap_or(visit.actor.at.day());
    let term = resource.on(day).terms.term(parameter);
    let rule = term.origin.citation.as_deref();
    let by = origin::say(language, &term.origin);
    vec![
        LinkedFact::plain(w.resource, name::of(language, &resource.name)),
        LinkedFact::plain(w.facility, name::of(language, &resource.facility_name)),
        LinkedFact::plain(w.condition, said::condition(language, parameter)),
        LinkedFact::plain(w.in_force, sentence(language, parameter, &term.value)),
        match rule {
            Some(rule) => LinkedFact::link(w.said_by, by, visit.href(&links::cited(rule))),
            None => LinkedFact::plain(w.said_by, by),
        },
        LinkedFact::plain(
            w.decided_by,
            said::decider(language, names, name::of(language, unit)),
        ),
    ]
}
