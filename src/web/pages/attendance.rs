//! 立会いの予定: what the visitor attends, for staff who are attendants.

use askama::Template;

use crate::store::booking::attended::{self, Attended};
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::Chip;
use crate::web::visit::Visit;
use crate::words::attend as said;
use crate::words::booking::state;
use crate::words::{mail, name, when};

#[derive(Template)]
#[template(path = "attendance/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    rows: Vec<Row>,
}

struct Row {
    when: String,
    resource: String,
    place: String,
    who: String,
    how: String,
    status: Chip,
}

/// `GET /my/attendances`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit) -> Answer {
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit
        .db()
        .read(move |conn| attended::of_person(conn, user, at));
    let rows = look.await?;
    let w = said::of(visit.language);
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        rows: rows.iter().map(|one| row(&visit, one)).collect(),
    };
    let frame = Frame::of(&visit);
    answer::page(&Page { frame, w, page })
}

fn row(visit: &Visit, one: &Attended) -> Row {
    let language = visit.language;
    let (tone, text) = state::chip(language, one.state);
    let mode = one.support.map(|mode| state::support_mode(language, mode));
    Row {
        when: when::span_with_year(language, &one.span),
        resource: name::of(language, &one.resource).to_owned(),
        place: name::of(language, &one.facility).to_owned(),
        who: mail::person(
            language,
            &one.applicant,
            name::of(language, &one.institution),
        ),
        how: mode.unwrap_or_default().to_owned(),
        status: Chip {
            tone,
            text: text.to_owned(),
        },
    }
}
