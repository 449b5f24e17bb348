//! The shared resources of one's facilities, with how much each takes besides and goes with.

use askama::Template;

use crate::domain::catalogue::State;
use crate::store::together::list::{self, Line};
use crate::web::answer::{self, Answer};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::paging::{Pages, Turn};
use crate::web::parts::{Chip, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::tab::Part;
use crate::words::{name, together as said};

/// Resources on one page.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "together/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    rows: Vec<Row>,
    pages: Pages,
}

struct Row {
    link: Link,
    facility: String,
    state: Chip,
    components: i64,
    companions: i64,
    attendants: i64,
}

/// `GET /manage/resources?page=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let (mine, turn) = (visit.actor.managed_facilities(), Turn::of(&query, SHOWN));
    let look = visit
        .db()
        .read(move |conn| list::page(conn, &mine, turn.rows()));
    let mut lines = look.await?;
    let pages = turn.cut(&mut lines, |number| {
        visit.href(&format!("/manage/resources?page={number}"))
    });
    let w = &visit.words().together;
    let body = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Part::Manage),
        tabs_label: tab::label(&visit, Part::Manage),
        rows: lines.iter().map(|one| row(&visit, one)).collect(),
        pages,
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page: body,
    })
}

fn row(visit: &Visit, line: &Line) -> Row {
    let (language, w) = (visit.language, &visit.words().together);
    let (tone, text) = match line.state {
        State::InService => ("g", w.in_service),
        State::Down => ("y", w.down),
        State::Retired => ("", w.retired),
    };
    Row {
        link: Link::to(
            visit,
            &links::together(&line.slug),
            name::of(language, &line.name),
        ),
        facility: name::of(language, &line.facility).to_owned(),
        state: Chip {
            tone,
            text: text.to_owned(),
        },
        components: line.components,
        companions: line.companions,
        attendants: line.attendants,
    }
}
