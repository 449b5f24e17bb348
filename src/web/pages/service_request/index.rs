//! The facility's list of requests without a slot: what waits for it, what is with applicants, what is over.

use askama::Template;

use crate::domain::service_request::ServiceRequest;
use crate::store::service_request::list::{self, Entry, Part};
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, PageLink};
use crate::web::service_page::fact;
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::service_request::{self as said, state};
use crate::words::tab::Part as Tab;
use crate::words::{name, when};

/// Most requests shown of one part.
const SHOWN: i64 = 100;
/// Most requests shown of what is over.
const OVER: i64 = 50;

#[derive(Template)]
#[template(path = "service_request/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    sections: Vec<Section>,
}

struct Section {
    id: &'static str,
    heading: &'static str,
    none: &'static str,
    rows: Vec<Row>,
}

struct Row {
    number: String,
    href: String,
    person: String,
    institution: String,
    resource: String,
    amounts: String,
    chips: Vec<Chip>,
    due: String,
    look: Link,
}

/// `GET /manage/service`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit) -> Answer {
    let facilities = visit.actor.managed_facilities();
    let look = visit.db().read(move |conn| {
        Ok((
            list::of_facilities(conn, &facilities, Part::Waiting, SHOWN)?,
            list::of_facilities(conn, &facilities, Part::WithApplicants, SHOWN)?,
            list::of_facilities(conn, &facilities, Part::Over, OVER)?,
        ))
    });
    let (waiting, with_applicants, over) = look.await?;
    let w = &visit.words().service_request;
    let section = |id, heading, none, entries: &[Entry]| Section {
        id,
        heading,
        none,
        rows: entries.iter().map(|entry| row(&visit, entry)).collect(),
    };
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Tab::Manage),
        tabs_label: tab::label(&visit, Tab::Manage),
        sections: vec![
            section("waiting", w.queue_waiting, w.queue_waiting_none, &waiting),
            section("others", w.queue_others, "", &with_applicants),
            section("over", w.queue_over, "", &over),
        ],
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

fn row(visit: &Visit, entry: &Entry) -> Row {
    let w = &visit.words().service_request;
    let (language, request) = (visit.language, &entry.request);
    let asked = fact::amounts(request, |line| line.item.quantity);
    let path = links::service_desk(request.id);
    Row {
        number: request.id.to_string(),
        href: visit.href(&path),
        person: entry.applicant.clone(),
        institution: name::of(language, &entry.applicant_institution).to_owned(),
        resource: name::of(language, &entry.resource).to_owned(),
        amounts: state::amounts(language, &asked),
        chips: chips(visit, request),
        due: request
            .due
            .filter(|_| !request.state.is_over())
            .map(|due| when::day_with_year(language, due))
            .unwrap_or_default(),
        look: Link::to(visit, &path, w.look),
    }
}

fn chips(visit: &Visit, request: &ServiceRequest) -> Vec<Chip> {
    let w = &visit.words().service_request;
    let today = visit.actor.at.day();
    let mut chips = vec![fact::chip(visit, request)];
    let late = request.due.is_some_and(|due| due < today) && !request.state.is_over();
    if late {
        chips.push(Chip {
            tone: "r",
            text: state::overdue(visit.language).to_owned(),
        });
    }
    let own = visit
        .actor
        .person()
        .is_some_and(|person| person.id == request.user);
    if own && !request.state.is_over() {
        chips.push(Chip {
            tone: "o",
            text: w.own.to_owned(),
        });
    }
    chips
}
