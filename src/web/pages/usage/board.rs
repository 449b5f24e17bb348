//! The board of a facility, for a screen on its wall.

use actix_web::http::header::HeaderValue;
use actix_web::web::Path;
use askama::Template;

use crate::domain::booking::State;
use crate::domain::catalogue;
use crate::domain::time::{Instant, Span};
use crate::store;
use crate::store::board::Shown;
use crate::web::answer::{self, Answer};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::Chip;
use crate::web::visit::Visit;
use crate::words::{door, mail, name, usage as said, when};

/// How far ahead a board looks, in minutes.
const AHEAD_MINUTES: i64 = 24 * 60;

#[derive(Template)]
#[template(path = "usage/board.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    title: String,
    at: String,
    rows: Vec<Row>,
    refresh: Link,
}

struct Row {
    link: Link,
    now: Chip,
    next: String,
    /// The sheet for its door, for who manages it.
    sheet: Option<Link>,
}

/// `GET /board/{facility}?refresh=`
///
/// # Errors
/// No such facility, or a fault.
pub async fn show(visit: Visit, slug: Path<String>, Query(query): Query) -> Answer {
    let at = visit.actor.at;
    let during = Span::of_minutes(at, AHEAD_MINUTES);
    let facility = slug.into_inner();
    let of = facility.clone();
    let look = visit.db().read(move |conn| match &during {
        Some(during) => store::board::board(conn, &of, during),
        None => Err(crate::domain::halt::Halt::Absent),
    });
    let (of, named, rows) = look.await?;
    let manages = visit.actor.manages(of);
    let w = &visit.words().usage;
    let renews = query.raw("refresh") == "1";
    let here = format!("/board/{facility}");
    let refresh = match renews {
        true => Link::to(&visit, &here, w.no_refresh),
        false => Link::to(&visit, &format!("{here}?refresh=1"), w.refresh),
    };
    let (colon, of) = (
        mail::colon(visit.language),
        name::of(visit.language, &named),
    );
    let body = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        title: format!("{}{colon}{of}", w.board_heading),
        at: when::moment_with_year(visit.language, at),
        rows: rows
            .iter()
            .map(|one| row(&visit, (one, manages), at))
            .collect(),
        refresh,
    };
    let mut answer = answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page: body,
    })?;
    if renews {
        let headers = answer.headers_mut();
        headers.insert(
            actix_web::http::header::REFRESH,
            HeaderValue::from_static("60"),
        );
    }
    Ok(answer)
}

fn row(visit: &Visit, (shown, manages): (&Shown, bool), at: Instant) -> Row {
    let (l, w) = (visit.language, &visit.words().usage);
    let now = shown
        .bookings
        .iter()
        .find(|(span, state)| *state == State::InUse || span.contains(at));
    let next = shown.bookings.iter().find(|(span, _)| span.start() > at);
    let down = catalogue::State::from_code(&shown.state) == Some(catalogue::State::Down);
    let (tone, text) = match now {
        _ if down => ("r", visit.words().search.down.to_owned()),
        Some((span, State::InUse)) if span.end() <= at => {
            ("o", said::overdue(l, &when::moment(l, span.end())))
        }
        Some((span, state)) => ("b", said::taken(l, *state, &when::moment(l, span.end()))),
        None => ("g", w.free.to_owned()),
    };
    Row {
        link: Link::to(
            visit,
            &links::resource(&shown.slug),
            name::of(l, &shown.name),
        ),
        sheet: manages.then(|| {
            let path = format!("/manage/door/{}", shown.slug);
            Link::to(visit, &path, door::of(l).sheet)
        }),
        now: Chip { tone, text },
        next: next.map_or_else(
            || w.nothing_next.to_owned(),
            |(span, _)| when::span(l, span),
        ),
    }
}
