//! The applicant's own requests.

use askama::Template;

use crate::domain::booking::State;
use crate::store::booking::list::{self, Line as Kept, Part as Lie};
use crate::store::mine;
use crate::web::answer::{self, Answer};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::mine::Mine;
use crate::web::parts::{Chip, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::{self as said, state};
use crate::words::tab::Part;
use crate::words::{name, when};

/// Most requests shown of what is coming: people hold few at once.
const COMING: i64 = 100;
/// Requests on one page of what is over.
const PAST: i64 = 20;
/// The last page of what is over that may be asked for.
const LAST_PAGE: i64 = 1_000;

#[derive(Template)]
#[template(path = "booking/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    search_href: String,
    todo: Vec<Todo>,
    coming: Vec<Line>,
    past: Vec<Line>,
    pages: Vec<PageLink>,
    prev: Option<String>,
    next: Option<String>,
    mine: Mine,
}

struct Todo {
    tone: &'static str,
    heading: String,
    quote: String,
    text: String,
    link: Link,
}

struct Line {
    when: String,
    href: String,
    name: String,
    number: String,
    status: Chip,
    more: String,
    actions: Vec<Link>,
}

/// States of bookings ahead in which their applicant has something to do, or to know.
const TO_DO: [State; 3] = [State::Returned, State::Held, State::ApprovedWithConditions];

/// `GET /my`
///
/// # Errors
/// Never; it leads on.
pub async fn my(visit: Visit) -> Answer {
    answer::see(&visit.href("/my/requests"))
}

/// `GET /my/requests?page=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let (person, at) = (visit.person()?.clone(), visit.actor.at);
    let user = person.id;
    let number = query.parse::<i64>("page").unwrap_or(1).clamp(1, LAST_PAGE);
    let look = visit.db().read(move |conn| {
        Ok((
            list::own(conn, user, Lie::Ahead, at, (0, COMING))?,
            list::own(conn, user, Lie::Behind, at, ((number - 1) * PAST, PAST + 1))?,
            mine::of_person(conn, &person)?,
        ))
    });
    let (ahead, mut behind, found) = look.await?;
    let taken = usize::try_from(PAST).unwrap_or(usize::MAX);
    let is_more = behind.len() > taken;
    behind.truncate(taken);
    let w = &visit.words().booking;
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Part::Mine),
        tabs_label: tab::label(&visit, Part::Mine),
        search_href: visit.href("/resources"),
        todo: ahead
            .iter()
            .filter(|line| TO_DO.contains(&line.state))
            .chain(behind.iter().filter(|line| line.state == State::Used))
            .map(|line| todo(&visit, line))
            .collect(),
        coming: ahead
            .iter()
            .map(|kept| line(&visit, kept, Vec::new()))
            .collect(),
        past: behind
            .iter()
            .map(|kept| line(&visit, kept, vec![again(&visit, kept)]))
            .collect(),
        pages: pages(&visit, number, is_more),
        prev: (number > 1).then(|| address(&visit, number - 1)),
        next: is_more.then(|| address(&visit, number + 1)),
        mine: Mine::of(&visit, &found),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// The page of what is over with this number.
fn address(visit: &Visit, number: i64) -> String {
    visit.href(&format!("/my/requests?page={number}"))
}

/// This page and its neighbours.
fn pages(visit: &Visit, number: i64, is_more: bool) -> Vec<PageLink> {
    let last = if is_more { number + 1 } else { number };
    ((number - 1).max(1)..=last)
        .map(|one| PageLink {
            href: address(visit, one),
            label: one.to_string(),
            current: one == number,
        })
        .collect()
}

fn todo(visit: &Visit, kept: &Kept) -> Todo {
    match kept.state {
        State::Held => return waiting(visit, kept),
        State::Used => return unreported(visit, kept),
        State::ApprovedWithConditions => return conditional(visit, kept),
        _ => {}
    }
    let path = format!("{}/edit", links::request(kept.id));
    Todo {
        tone: "wa",
        heading: state::returned(visit.language, name::of(visit.language, &kept.resource)),
        quote: kept.reason.clone().unwrap_or_default(),
        text: when::span(visit.language, &kept.span),
        link: Link::to(visit, &path, visit.words().booking.fix),
    }
}

/// What waits for gates.
fn waiting(visit: &Visit, kept: &Kept) -> Todo {
    let w = &visit.words().booking;
    let resource = name::of(visit.language, &kept.resource);
    Todo {
        tone: "wa",
        heading: state::held(visit.language, resource),
        quote: String::new(),
        text: when::span(visit.language, &kept.span),
        link: Link::to(visit, &links::request(kept.id), w.held_link),
    }
}

/// What was approved with conditions to accept.
fn conditional(visit: &Visit, kept: &Kept) -> Todo {
    let (_, status) = state::chip(visit.language, kept.state);
    let resource = name::of(visit.language, &kept.resource);
    Todo {
        tone: "wa",
        heading: format!("{status} {resource}"),
        quote: kept.reason.clone().unwrap_or_default(),
        text: when::span(visit.language, &kept.span),
        link: Link::to(
            visit,
            &links::request(kept.id),
            visit.words().booking.accept,
        ),
    }
}

/// What has no use log yet.
fn unreported(visit: &Visit, kept: &Kept) -> Todo {
    let resource = name::of(visit.language, &kept.resource);
    let path = format!("{}/use", links::request(kept.id));
    Todo {
        tone: "wa",
        heading: state::unreported(visit.language, resource),
        quote: String::new(),
        text: when::span(visit.language, &kept.span),
        link: Link::to(visit, &path, visit.words().usage.log_button),
    }
}

fn again(visit: &Visit, kept: &Kept) -> Link {
    Link::to(
        visit,
        &links::resource(&kept.slug),
        visit.words().booking.again,
    )
}

fn line(visit: &Visit, kept: &Kept, actions: Vec<Link>) -> Line {
    let (tone, text) = state::chip(visit.language, kept.state);
    Line {
        when: when::span_with_year(visit.language, &kept.span),
        href: visit.href(&links::request(kept.id)),
        name: name::of(visit.language, &kept.resource).to_owned(),
        number: kept.id.to_string(),
        status: Chip {
            tone,
            text: text.to_owned(),
        },
        more: name::of(visit.language, &kept.provider).to_owned(),
        actions,
    }
}
