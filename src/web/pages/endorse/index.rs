//! The requests that wait for the visitor's agreement, soonest first.

use askama::Template;

use crate::store::booking::{home, list};
use crate::web::answer::{self, Answer};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::{endorse as said, name, when};

/// Most requests shown at once.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "endorse/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    done: bool,
    rows: Vec<Row>,
}

struct Row {
    number: String,
    href: String,
    person: String,
    sent: String,
    resource: String,
    provider: String,
    when: String,
}

/// `GET /endorse?done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let person = visit.person()?;
    let (id, institution) = (person.id, person.institution);
    let look = visit.db().read(move |conn| {
        let ids = home::waiting(conn, id, institution, SHOWN)?;
        list::some(conn, &ids)
    });
    let lines = look.await?;
    let w = said::of(visit.language);
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        done: query.raw("done") == "1",
        rows: lines.iter().map(|line| row(&visit, line)).collect(),
    };
    let frame = Frame::of(&visit);
    answer::page(&Page { frame, w, page })
}

fn row(visit: &Visit, line: &list::Line) -> Row {
    let language = visit.language;
    Row {
        number: line.id.to_string(),
        href: visit.href(&links::endorse(line.id)),
        person: line.applicant.clone(),
        sent: said::sent(language, line.created_at),
        resource: name::of(language, &line.resource).to_owned(),
        provider: name::of(language, &line.provider).to_owned(),
        when: when::span_with_year(language, &line.span),
    }
}
