//! The facility's outside allocations: proposal, user, amount, days.

use askama::Template;

use crate::store::outside::list::{self, Entry};
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::mine::{amounts, period};
use crate::web::parts::{Chip, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::outside as said;
use crate::words::tab::Part;
use crate::words::{name, when};

/// Most allocations shown.
const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "outside/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    new: Option<Link>,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    proposal: String,
    resource: String,
    holder: String,
    amount: String,
    period: String,
    year: String,
    status: Chip,
}

/// `GET /manage/allocations`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit) -> Answer {
    let facilities = visit.actor.managed_facilities();
    let look = visit.db().read(move |conn| {
        Ok((
            list::of_facilities(conn, &facilities, SHOWN)?,
            list::resources(conn, &facilities)?,
        ))
    });
    let (entries, resources) = look.await?;
    let w = &visit.words().outside;
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Part::Manage),
        tabs_label: tab::label(&visit, Part::Manage),
        new: (!resources.is_empty()).then(|| Link::to(&visit, "/manage/allocations/new", w.new)),
        rows: entries.iter().map(|entry| row(&visit, entry)).collect(),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

fn row(visit: &Visit, entry: &Entry) -> Row {
    let w = &visit.words().outside;
    let (language, outside) = (visit.language, &entry.outside);
    let year = crate::domain::time::fiscal_year(outside.starts_on);
    let named = [
        &outside.holder_name,
        &outside.holder_institution,
        &outside.holder_email,
    ];
    let named: Vec<&str> = named
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(String::as_str)
        .collect();
    let (tone, text) = if outside.is_ended {
        ("", w.ended)
    } else {
        ("g", w.active)
    };
    Row {
        href: visit.href(&links::outside(outside.id)),
        proposal: outside.proposal.clone(),
        resource: name::of(language, &entry.resource).to_owned(),
        holder: named.join(" "),
        amount: amounts(visit, outside),
        period: period(visit, outside),
        year: when::fiscal_year(language, year),
        status: Chip {
            tone,
            text: text.to_owned(),
        },
    }
}
