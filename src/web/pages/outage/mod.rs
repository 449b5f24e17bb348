//! The facilities' outages: those that go on, those that are planned, those that are over.

pub mod register;
pub mod show;

use askama::Template;

use crate::domain::name::Name;
use crate::domain::outage::Outage;
use crate::store;
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Chip, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::outage as said;
use crate::words::tab::Part;
use crate::words::{name, when};

/// Most outages shown.
const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "outage/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    new: Link,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    resource: String,
    sort: &'static str,
    when: String,
    note: String,
    status: Chip,
}

/// `GET /manage/outages`
///
/// # Errors
/// A fault.
pub async fn index(visit: Visit) -> Answer {
    let facilities = visit.actor.managed_facilities();
    let look = visit
        .db()
        .read(move |conn| store::outage::of_facilities(conn, &facilities, SHOWN));
    let found = look.await?;
    let w = &visit.words().outage;
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Part::Manage),
        tabs_label: tab::label(&visit, Part::Manage),
        new: Link::to(&visit, "/manage/outages/register", w.new),
        rows: found
            .iter()
            .map(|(outage, resource, _)| row(&visit, outage, resource))
            .collect(),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

fn row(visit: &Visit, outage: &Outage, resource: &Name) -> Row {
    Row {
        href: visit.href(&format!("/manage/outages/{}", outage.id)),
        resource: name::of(visit.language, resource).to_owned(),
        sort: said::sort(visit.language, outage.sort),
        when: when::span_with_year(visit.language, &outage.span),
        note: outage.note.clone(),
        status: status(visit, outage),
    }
}

/// Where it stands, in a word.
pub(super) fn status(visit: &Visit, outage: &Outage) -> Chip {
    let w = &visit.words().outage;
    let at = visit.actor.at;
    let (tone, text) = if outage.is_dropped {
        ("", w.dropped)
    } else if outage.is_ended {
        ("", w.ended)
    } else if outage.is_on(at) {
        ("r", w.on)
    } else if outage.is_overdue(at) {
        ("o", w.overdue)
    } else {
        ("b", w.planned)
    };
    Chip {
        tone,
        text: text.to_owned(),
    }
}
