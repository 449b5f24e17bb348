//! Requests that want the same time, side by side: one is approved, and the others are told what is free near it.

use actix_web::web::Path;
use askama::Template;
use chrono::Days;

use crate::domain::booking::contest::{claimed, has_room, nearest, occupied, place};
use crate::domain::booking::{Standing, State};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, UserId};
use crate::domain::policy::case::Occupied;
use crate::domain::time::{Instant, Span, day_span};
use crate::store::booking::{contest, gather};
use crate::web::answer::{self, Answer};
use crate::web::booking_facts;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::LinkedFact;
use crate::web::strip::{Bar, bar, marks};
use crate::web::visit::Visit;
use crate::words::contest as said;
use crate::words::{endorse, name, when};

/// Most requests shown side by side.
const SHOWN: usize = 8;
/// How far back use is counted, in minutes.
const LATELY: i64 = 30 * 24 * 60;

#[derive(Template)]
#[template(path = "approval/conflict.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    a: &'static crate::words::approval::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    number: String,
    title: String,
    csrf: String,
    alone: bool,
    more: String,
    scale: Vec<(String, String)>,
    ticks: Vec<String>,
    columns: Vec<Column>,
}

struct Column {
    id: String,
    person: String,
    institution: String,
    when: String,
    bars: Vec<Bar>,
    facts: Vec<LinkedFact>,
    /// Free times for the case that another request is chosen.
    instead: Vec<String>,
    /// Where it is approved; none while something forbids it.
    choose: Option<String>,
    why_not: &'static str,
    look: Link,
}

/// What the page is made of: the request that was asked for first, and its rivals.
struct Found {
    all: Vec<Standing>,
    others: Vec<Occupied>,
    used: std::collections::BTreeMap<UserId, i64>,
}

/// `GET /manage/conflicts/{no}`
///
/// # Errors
/// Not of their facility, or a fault; what does not compete is shown as it stands.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let id: BookingId = no.parse().map_err(|_| Halt::Absent)?;
    let (by, at) = (visit.actor.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if !by.manages(standing.resource.facility) {
            return Err(Halt::Absent);
        }
        if standing.booking.state != State::Submitted {
            return Ok(None);
        }
        let rivals = contest::rivals(conn, &standing, &claimed(&standing).claim)?;
        let others = gather::others(conn, &standing, &standing.booking.span)?;
        let all: Vec<Standing> = std::iter::once(standing).chain(rivals).collect();
        let people: Vec<UserId> = all.iter().map(|one| one.booking.user).collect();
        let lately = Span::new(at.plus_minutes(-LATELY), at)
            .ok_or_else(|| Halt::broken("no time before now"))?;
        let of = all.first().map(|one| one.booking.resource);
        let used = match of {
            Some(of) => contest::minutes_used(conn, of, &people, &lately)?,
            None => Default::default(),
        };
        Ok(Some(Found { all, others, used }))
    });
    match look.await? {
        Some(found) => answer::page(&page(&visit, &found)),
        None => answer::see(&visit.href(&links::decision(id))),
    }
}

fn page(visit: &Visit, found: &Found) -> Page {
    let words = visit.words();
    let (w, a) = (&words.contest, &words.approval);
    let first = found.all.first();
    let number = first.map_or_else(String::new, |one| one.booking.id.to_string());
    let title = first.map_or("", |one| name::of(visit.language, &one.resource.name));
    let shown = found.all.iter().take(SHOWN);
    let hidden = found.all.len().saturating_sub(SHOWN);
    let axis = axis(&found.all);
    let (scale, ticks) = scale(axis.as_ref());
    let page = Body {
        crumbs: vec![
            Link::to(visit, "/", a.home),
            Link::to(visit, "/manage/requests", a.here),
        ],
        number,
        title: title.to_owned(),
        csrf: visit.csrf(),
        alone: found.all.len() < 2,
        more: match hidden {
            0 => String::new(),
            count => said::more(visit.language, count),
        },
        columns: shown
            .map(|one| column(visit, found, (one, axis.as_ref())))
            .collect(),
        scale,
        ticks,
    };
    let frame = Frame::of(visit);
    Page { frame, w, a, page }
}

/// Whole days that hold all of them.
fn axis(all: &[Standing]) -> Option<Span> {
    let start = all.iter().map(|one| one.booking.span.start()).min()?;
    let end = all.iter().map(|one| one.booking.span.end()).max()?;
    let last = end.plus_seconds(-1).day();
    Span::new(day_span(start.day()).start(), day_span(last).end())
}

/// Hours of a single day, days of several.
fn scale(axis: Option<&Span>) -> (Vec<(String, String)>, Vec<String>) {
    let Some(axis) = axis else {
        return Default::default();
    };
    let (first, minutes) = (axis.start().day(), axis.minutes());
    let scale = match u64::try_from(minutes / (24 * 60)).unwrap_or(1) {
        0 | 1 => marks(24, |at| when::clock(i64::try_from(at).unwrap_or(0) * 60)),
        days => {
            let day = |ahead| first.checked_add_days(Days::new(ahead)).unwrap_or(first);
            match days {
                // every second mark gets a label, so that each day has one
                0..=6 => marks(days * 2, |at| when::on_scale(day(at / 2))),
                _ => marks(days, |at| when::on_scale(day(at))),
            }
        }
    };
    let ticks = scale.iter().map(|(x, _)| x.clone()).collect();
    (scale, ticks)
}

fn column(visit: &Visit, found: &Found, (one, axis): (&Standing, Option<&Span>)) -> Column {
    let words = visit.words();
    let (language, w) = (visit.language, &words.contest);
    let booking = &one.booking;
    let path = links::decision(booking.id);
    let why_not = why_not(visit, found, one);
    let mut facts = vec![
        LinkedFact::plain(w.place, order(visit, &found.all, one)),
        LinkedFact::plain(
            w.used,
            when::length(
                language,
                found.used.get(&booking.user).copied().unwrap_or(0),
            ),
        ),
    ];
    facts.extend(booking_facts::units_of(visit, one));
    facts.extend(booking_facts::content(visit, one));
    Column {
        id: booking.id.to_string(),
        person: one.applicant.name.clone(),
        institution: name::of(language, &one.applicant_institution).to_owned(),
        when: when::span_with_year(language, &booking.span),
        bars: axis
            .and_then(|axis| bar(axis, &booking.span, "s", ""))
            .into_iter()
            .collect(),
        facts,
        instead: instead(found, one, visit.actor.at)
            .iter()
            .map(|span| when::span(language, span))
            .collect(),
        choose: why_not
            .is_empty()
            .then(|| visit.href(&format!("{path}/approve"))),
        why_not,
        look: Link::to(visit, &path, w.look),
    }
}

fn order(visit: &Visit, all: &[Standing], one: &Standing) -> String {
    let place = said::place(visit.language, place(all, one), all.len());
    said::sent(visit.language, one.booking.created_at, &place)
}

/// Why this one can't be approved here.
fn why_not(visit: &Visit, found: &Found, one: &Standing) -> &'static str {
    let (words, at) = (visit.words(), visit.actor.at);
    let person = visit.actor.person().map(|person| person.id);
    if person == Some(one.booking.user) {
        words.approval.own_request
    } else if one.booking.state == State::UserSide {
        endorse::of(visit.language).waits
    } else if one.booking.span.start() <= at {
        words.approval.started
    } else if !has_room(one, &found.others, at) {
        words.contest.lost
    } else {
        ""
    }
}

/// Free times near it, as if every rival had been granted.
fn instead(found: &Found, one: &Standing, at: Instant) -> Vec<Span> {
    let rivals = found
        .all
        .iter()
        .filter(|other| other.booking.id != one.booking.id);
    let granted = rivals.map(occupied);
    let taken: Vec<Occupied> = found.others.iter().copied().chain(granted).collect();
    nearest(one, &taken, at)
}
