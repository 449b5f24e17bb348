//! Institutions: everyone that shares, and who came before.

pub mod show;

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use askama::Template;

use crate::domain::search::Hit;
use crate::store::catalogue::institution::{self, Institution};
use crate::store::catalogue::search;
use crate::web::answer::Answer;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::words::{institution as said, name, place};

#[derive(Template)]
#[template(path = "institution/index.html")]
struct Index {
    frame: Frame,
    w: &'static said::Words,
    page: IndexBody,
}

struct IndexBody {
    crumbs: Vec<Link>,
    rows: Vec<Row>,
    former: Vec<Former>,
}

struct Row {
    href: String,
    name: String,
    short: String,
    place: String,
    resources: usize,
    bookable: usize,
}

struct Former {
    href: String,
    name: String,
    text: String,
}

/// `GET /institutions`
///
/// # Errors
/// A fault of the database.
pub async fn index(visit: Visit, request: HttpRequest) -> Answer {
    let kept = match shared::find(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(kept) => kept,
    };
    let at = visit.actor.at;
    let (all, hits) = visit
        .db()
        .read(move |conn| Ok((institution::all(conn)?, search::hits(conn, &[], at)?)))
        .await?;
    let (past, present): (Vec<Institution>, Vec<Institution>) = all
        .into_iter()
        .partition(|one| one.valid_to.is_some_and(|last| last < at.day()));
    let w = &visit.words().institution;
    let page = Index {
        frame: Frame::of(&visit),
        w,
        page: IndexBody {
            crumbs: vec![Link::to(&visit, "/", w.home)],
            rows: rows(&visit, &present, &hits),
            former: past
                .iter()
                .map(|one| former(&visit, one, &present))
                .collect(),
        },
    };
    kept.answer(&visit, &page)
}

fn rows(visit: &Visit, institutions: &[Institution], hits: &[Hit]) -> Vec<Row> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for hit in hits {
        let (resources, bookable) = counts.entry(hit.institution.as_str()).or_default();
        *resources += 1;
        *bookable += usize::from(hit.is_bookable());
    }
    let row = |one: &Institution| {
        let (resources, bookable) = counts.get(one.slug.as_str()).copied().unwrap_or_default();
        Row {
            href: visit.href(&links::institution(&one.slug)),
            name: name::of(visit.language, &one.name).to_owned(),
            short: name::of(visit.language, &one.short).to_owned(),
            place: place::of(visit.language, &one.prefecture).to_owned(),
            resources,
            bookable,
        }
    };
    institutions.iter().map(row).collect()
}

fn former(visit: &Visit, one: &Institution, present: &[Institution]) -> Former {
    let language = visit.language;
    let heir = present
        .iter()
        .find(|heir| Some(heir.id) == one.successor_id);
    let until = said::valid(language, one.valid_from, one.valid_to);
    Former {
        href: visit.href(&links::institution(&one.slug)),
        name: name::of(visit.language, &one.name).to_owned(),
        text: heir.map_or(until.clone(), |heir| {
            said::until_and_heir(language, &until, name::of(language, &heir.name))
        }),
    }
}
