//! 読替え表: who recognises whose records, for everybody to read.

mod choices;
mod line;
pub mod officer;

use askama::Template;

use crate::domain::id::InstitutionId;
use crate::store::catalogue::institution::{self, Institution};
use crate::store::equivalence;
use crate::web::answer::{self, Answer};
use crate::web::form::{Query, encode};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::equivalence::line::{Row, row};
use crate::web::paging::{Pages, Turn};
use crate::web::parts::{Choice, Field};
use crate::web::visit::Visit;
use crate::words::{equivalence as said, name};

/// Lines on one page.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "equivalence/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    action: String,
    filter: Field,
    institutions: Vec<Choice>,
    none: &'static str,
    rows: Vec<Row>,
    pages: Pages,
}

/// `GET /equivalences?institution=&page=`
///
/// # Errors
/// A fault of the database.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let (turn, today) = (Turn::of(&query, SHOWN), visit.actor.at.day());
    let slug = query.line("institution");
    let wanted = slug.clone();
    let look = visit.db().read(move |conn| {
        let all = institution::all(conn)?;
        let chosen: Vec<InstitutionId> = all
            .iter()
            .filter(|one| one.slug == wanted)
            .map(|one| InstitutionId::new(one.id))
            .collect();
        let lines = if chosen.is_empty() && !wanted.is_empty() {
            Vec::new()
        } else {
            equivalence::listed(conn, &chosen, Some(today), turn.rows())?
        };
        Ok((all, lines))
    });
    let (all, mut lines) = look.await?;
    let narrowed = match slug.as_str() {
        "" => String::new(),
        slug => format!("&institution={}", encode(slug)),
    };
    let address = |number| visit.href(&format!("/equivalences?page={number}{narrowed}"));
    let pages = turn.cut(&mut lines, address);
    let w = &visit.words().equivalence;
    let body = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        action: visit.href("/equivalences"),
        filter: Field::default(),
        institutions: institutions(&visit, &all, &slug),
        none: if slug.is_empty() {
            w.none
        } else {
            w.none_of_this
        },
        rows: lines.iter().map(|one| row(&visit, one)).collect(),
        pages,
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page: body,
    })
}

/// The institutions to choose from.
fn institutions(visit: &Visit, all: &[Institution], slug: &str) -> Vec<Choice> {
    all.iter()
        .map(|one| Choice {
            value: one.slug.clone(),
            label: name::of(visit.language, &one.name).to_owned(),
            hint: None,
            chosen: one.slug == slug,
        })
        .collect()
}
