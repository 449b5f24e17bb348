//! The uses of a manager's facilities: what goes on, what has no log yet, what was reported.

use askama::Template;

use crate::domain::booking::State;
use crate::domain::name::Name;
use crate::store;
use crate::store::booking::list::{self, Line as Kept};
use crate::web::answer::{self, Answer};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::usage::body::path;
use crate::web::parts::{Chip, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::tab::Part;
use crate::words::{name, usage as said, when};

/// Most uses shown of what goes on, and of what has no log.
const MOST: i64 = 100;
/// Uses on one page of what was reported.
const ON_A_PAGE: i64 = 20;
/// The last page that may be asked for.
const LAST_PAGE: i64 = 1_000;

#[derive(Template)]
#[template(path = "usage/desk.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    parts: Vec<Listed>,
    boards: Vec<Link>,
    pages: Vec<PageLink>,
    prev: Option<String>,
    next: Option<String>,
}

struct Listed {
    heading: &'static str,
    nothing: &'static str,
    lines: Vec<Line>,
}

struct Line {
    when: String,
    link: Link,
    who: String,
    status: Chip,
}

/// What the page is made of.
struct Found {
    running: Vec<Kept>,
    missing: Vec<Kept>,
    /// Whose appeal against a no-show waits for an answer.
    appealed: Vec<Kept>,
    /// One more than fits on a page, if there are more.
    reported: Vec<Kept>,
    boards: Vec<(String, Name)>,
}

/// `GET /manage/usage?page=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let number = query.parse::<i64>("page").unwrap_or(1).clamp(1, LAST_PAGE);
    let mine = visit.actor.managed_facilities();
    let over = [State::Reported, State::Closed];
    let some = ((number - 1) * ON_A_PAGE, ON_A_PAGE + 1);
    let look = visit.db().read(move |conn| {
        Ok(Found {
            running: list::standing(conn, &mine, &[State::InUse], (0, MOST))?,
            missing: list::standing(conn, &mine, &[State::Used], (0, MOST))?,
            reported: list::standing(conn, &mine, &over, some)?,
            appealed: {
                let ids = store::no_show::appealed(conn, &mine, MOST)?;
                list::some(conn, &ids)?
            },
            boards: store::board::boards(conn, &mine)?,
        })
    });
    let found = look.await?;
    answer::page(&Page {
        frame: Frame::of(&visit),
        w: &visit.words().usage,
        page: body(&visit, found, number),
    })
}

fn body(visit: &Visit, mut found: Found, number: i64) -> Body {
    let taken = usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    let is_more = found.reported.len() > taken;
    found.reported.truncate(taken);
    let w = &visit.words().usage;
    let part = |heading, nothing, kept: &[Kept]| Listed {
        heading,
        nothing,
        lines: kept.iter().map(|one| line(visit, one)).collect(),
    };
    let at = |page: i64| visit.href(&format!("/manage/usage?page={page}"));
    let last = if is_more { number + 1 } else { number };
    let page = |one: i64| PageLink {
        href: at(one),
        label: one.to_string(),
        current: one == number,
    };
    let board = |(slug, one): &(String, Name)| {
        let label = name::of(visit.language, one);
        Link::to(visit, &format!("/board/{slug}"), label)
    };
    Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        tabs: tab::tabs(visit, Part::Manage),
        tabs_label: tab::label(visit, Part::Manage),
        parts: vec![
            Listed {
                heading: visit.words().no_show.waiting,
                nothing: visit.words().no_show.waiting_none,
                lines: found
                    .appealed
                    .iter()
                    .map(|one| appealed(visit, one))
                    .collect(),
            },
            part(w.running, w.running_none, &found.running),
            part(w.missing, w.missing_none, &found.missing),
            part(w.reported, w.reported_none, &found.reported),
        ],
        boards: found.boards.iter().map(board).collect(),
        pages: ((number - 1).max(1)..=last).map(page).collect(),
        prev: (number > 1).then(|| at(number - 1)),
        next: is_more.then(|| at(number + 1)),
    }
}

/// One whose appeal waits, with the page where it is answered.
fn appealed(visit: &Visit, kept: &Kept) -> Line {
    let path = format!("{}/no-show", links::decision(kept.id));
    let label = name::of(visit.language, &kept.resource);
    Line {
        link: Link::to(visit, &path, label),
        ..line(visit, kept)
    }
}

fn line(visit: &Visit, kept: &Kept) -> Line {
    let (tone, text) = state::chip(visit.language, kept.state);
    let home = name::of(visit.language, &kept.applicant_institution);
    Line {
        when: when::span_with_year(visit.language, &kept.span),
        link: Link::to(
            visit,
            &path(kept.id),
            name::of(visit.language, &kept.resource),
        ),
        who: format!("{} {home}", kept.applicant),
        status: Chip {
            tone,
            text: text.to_owned(),
        },
    }
}
