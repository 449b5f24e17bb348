//! One outage: what it did, and what becomes of it.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::booking::Standing;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::OutageId;
use crate::domain::outage::change::with_end;
use crate::domain::outage::{Effect, Outage};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::use_field::UseField;
use crate::domain::time::{Instant, Span, parse_local, write_local};
use crate::store;
use crate::store::booking::gather;
use crate::store::outage::{effect, scene};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::outage::status;
use crate::web::parts::{Chip, Errors, Field, FormError, LinkedFact};
use crate::web::touched::{self, Preview, preview};
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::outage as said;
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "outage/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    name: String,
    status: Chip,
    errors: Vec<FormError>,
    errors_heading: String,
    facts: Vec<LinkedFact>,
    effects: Vec<touched::Row>,
    csrf: String,
    path: String,
    /// Nothing can be done with its time once it has ended.
    open: Option<Open>,
    can_blame: bool,
    damage: Field,
}

/// The forms about its time.
struct Open {
    /// One that has not begun is dropped.
    has_begun: bool,
    ended_at: Field,
    until: Field,
    preview: Option<Preview>,
    /// The end that is previewed, if it is an earlier one: it touches nothing.
    shorter: Option<String>,
}

/// What the page is made of.
struct Found {
    outage: Outage,
    resource: Resource,
    effects: Vec<(Standing, Effect)>,
    /// The time by which it would be longer, with the bookings that it would touch besides; or shorter.
    more: Option<(Span, Vec<Standing>)>,
}

impl Found {
    fn shorter(&self, visit: &Visit) -> Option<String> {
        let more = self.more.as_ref();
        let (less, _) = more.filter(|(span, _)| span.end() == self.outage.span.end())?;
        Some(when::moment_with_year(visit.language, less.start()))
    }
}

/// What was typed into which form, and what is wrong with it.
#[derive(Default)]
struct Typed {
    ended_at: String,
    until: String,
    damage: String,
    refusals: Vec<Refusal>,
}

/// `GET /manage/outages/{id}?stop_until=`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn show(visit: Visit, id: Path<String>, Query(query): Query) -> Answer {
    let until = parse_local(query.raw("stop_until"));
    let found = managed(&visit, &id, until).await?;
    let is_asked = query.given("stop_until").is_some() && !found.outage.is_ended;
    let wrong = is_asked.then(|| with_end(&found.outage, until, visit.actor.at).err());
    let typed = Typed {
        until: query.raw("stop_until").to_owned(),
        refusals: wrong.flatten().unwrap_or_default(),
        ..Typed::default()
    };
    answer::page(&page(&visit, &found, typed))
}

/// `POST /manage/outages/{id}/end`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn end(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: OutageId = no.parse().map_err(|_| Halt::Absent)?;
    let typed = form.raw("ended_at").to_owned();
    let at = parse_local(&typed);
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outage::end(tx, by, id, at)
    });
    let done = deed.await;
    let typed = |refusals| Typed {
        ended_at: typed,
        refusals,
        ..Typed::default()
    };
    answered(&visit, (&no, None), done, typed).await
}

/// `POST /manage/outages/{id}/postpone`
///
/// # Errors
/// As [`end`].
pub async fn postpone(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: OutageId = no.parse().map_err(|_| Halt::Absent)?;
    let (typed, seen) = (
        form.raw("stop_until").to_owned(),
        form.raw("seen").to_owned(),
    );
    let until = parse_local(&typed);
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outage::postpone(tx, by, id, (until, &seen))
    });
    let done = deed.await;
    let typed = |refusals| Typed {
        until: typed,
        refusals,
        ..Typed::default()
    };
    answered(&visit, (&no, until), done, typed).await
}

/// `POST /manage/outages/{id}/blame`
///
/// # Errors
/// As [`end`].
pub async fn blame(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let id: OutageId = no.parse().map_err(|_| Halt::Absent)?;
    let damage = form.lines("reason");
    let said = damage.clone();
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::outage::blame(tx, by, id, &said)
    });
    let done = deed.await;
    let typed = |refusals| Typed {
        damage,
        refusals,
        ..Typed::default()
    };
    answered(&visit, (&no, None), done, typed).await
}

async fn answered(
    visit: &Visit,
    (no, until): (&str, Option<Instant>),
    done: Result<OutageId, Halt>,
    typed: impl FnOnce(Vec<Refusal>) -> Typed,
) -> Answer {
    match done {
        Ok(id) => answer::see(&visit.href(&format!("/manage/outages/{id}"))),
        Err(Halt::Refused(refusals)) => {
            let found = managed(visit, no, until).await?;
            let page = page(visit, &found, typed(refusals));
            answer::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// An outage of a facility that the visitor manages; others do not exist for them.
async fn managed(visit: &Visit, no: &str, until: Option<Instant>) -> Result<Found, Stop> {
    let id: OutageId = no.parse().map_err(|_| Halt::Absent)?;
    let (by, at) = (visit.actor.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let outage = store::outage::of(conn, id)?;
        let resource = store::catalogue::resource::by_id(conn, outage.resource, at)?;
        if !by.manages(resource.facility) {
            return Err(Halt::Absent);
        }
        let mut effects = Vec::new();
        for effect in effect::of_outage(conn, id)? {
            effects.push((gather::view(conn, effect.booking, at)?, effect));
        }
        let is_end = |until: &Instant| with_end(&outage, Some(*until), at).is_ok();
        let until = until.filter(|until| !outage.is_ended && is_end(until));
        let longer = until.and_then(|until| Span::new(outage.span.end(), until));
        let shorter = until.and_then(|until| Span::new(until, outage.span.end()));
        let more = match (longer, shorter) {
            (Some(span), _) => {
                let scene = scene::view(conn, resource.clone(), Some(span), at)?;
                Some((span, scene.bookings))
            }
            (None, shorter) => shorter.map(|span| (span, Vec::new())),
        };
        Ok(Found {
            outage,
            resource,
            effects,
            more,
        })
    });
    Ok(look.await?)
}

fn page(visit: &Visit, found: &Found, typed: Typed) -> Page {
    let w = &visit.words().outage;
    let outage = &found.outage;
    let errors = Errors::of(visit.language, typed.refusals);
    let or = |typed: String, or: Instant| match typed.is_empty() {
        true => write_local(or),
        false => typed,
    };
    let until = Named::Use(UseField::StopUntil);
    let open = (!outage.is_ended).then(|| Open {
        has_begun: outage.span.start() <= visit.actor.at,
        ended_at: errors.field(
            Named::Use(UseField::EndedAt),
            or(typed.ended_at, visit.actor.at),
        ),
        until: errors.field(until, or(typed.until, outage.span.end())),
        preview: found
            .more
            .as_ref()
            .map(|(span, bookings)| preview(visit, bookings, span)),
        shorter: found.shorter(visit),
    });
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/manage/outages", w.here),
        ],
        name: name::of(visit.language, &found.resource.name).to_owned(),
        status: status(visit, outage),
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        facts: facts(visit, found),
        effects: found
            .effects
            .iter()
            .map(|(standing, effect)| touched::row(visit, standing, effect))
            .collect(),
        csrf: visit.csrf(),
        path: visit.href(&format!("/manage/outages/{}", outage.id)),
        open,
        can_blame: !outage.by_user && !outage.is_dropped,
        damage: errors.field(Named::Reason, typed.damage),
    };
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}

fn facts(visit: &Visit, found: &Found) -> Vec<LinkedFact> {
    let w = &visit.words().outage;
    let (language, outage) = (visit.language, &found.outage);
    let resource = name::of(language, &found.resource.name);
    let href = visit.href(&links::resource(&found.resource.slug));
    let mut facts = vec![
        LinkedFact::link(w.resource, resource, href),
        LinkedFact::plain(w.sort, said::sort(language, outage.sort)),
        LinkedFact::plain(w.time, when::span_with_year(language, &outage.span)),
        LinkedFact::plain(w.note, &outage.note),
    ];
    if outage.by_user {
        facts.push(LinkedFact::plain(w.state, w.by_user));
        facts.push(LinkedFact::plain(w.damage, &outage.damage));
    }
    facts
}
