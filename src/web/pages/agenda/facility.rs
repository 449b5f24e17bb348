//! The calendar of the facilities that somebody manages: every resource with applicants and states.

use crate::domain::agenda::MOST;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::store::agenda::booked::{self, Booked, First, Whose};
use crate::store::agenda::kept::{self, Kept};
use crate::store::agenda::outage::{self, Closed};
use crate::web::answer::{self, Answer, Stop};
use crate::web::booked_item::{self, Reader};
use crate::web::calendar_table;
use crate::web::calendar_table::asked::Asked;
use crate::web::calendar_table::scene::{Item, Scene};
use crate::web::form::{Query, encode};
use crate::web::links::{self, Link};
use crate::web::pages::agenda::mine::view_of;
use crate::web::pages::agenda::{Body, Page};
use crate::web::parts::Choice;
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::name;
use crate::words::tab::Part;

/// Its address.
const PATH: &str = "/manage/calendar";
/// Most resources that stand under each other.
const ROWS: i64 = 60;

/// What stands in it.
struct Facts {
    /// All resources of all facilities that this person manages.
    kept: Vec<Kept>,
    /// Those that are shown.
    shown: Vec<Kept>,
    booked: Vec<Booked>,
    closed: Vec<Closed>,
}

/// `GET /manage/calendar?facility=&view=&date=`
///
/// # Errors
/// Not their facility, or a fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let asked = Asked::of(&query, visit.actor.at.day());
    let wanted = query.raw("facility").trim().to_owned();
    let facts = gather(&visit, &asked, &wanted).await?;
    let w = &visit.words().agenda;
    let path = match wanted.as_str() {
        "" => PATH.to_owned(),
        facility => format!("{PATH}?facility={}", encode(facility)),
    };
    let rows = rows(&visit, &facts.shown);
    let items = items(&visit, &facts);
    let calendar = calendar_table::write(&Scene {
        visit: &visit,
        asked,
        heading: w.manage,
        path: &path,
        rows: &rows,
        items: &items,
        legend: &[("bk", w.settled), ("tn", w.held), ("mt", w.maintenance)],
        is_cut: is_all(facts.booked.len(), MOST) || is_all(facts.shown.len(), ROWS),
    });
    let has_rows = !facts.shown.is_empty();
    let body = Body {
        lead: w.manage_lead,
        tabs: tab::tabs(&visit, Part::Manage),
        tabs_label: tab::label(&visit, Part::Manage),
        action: visit.href(PATH),
        hidden: view_of(&asked),
        date: asked.day.to_string(),
        facilities: facilities(&visit, &facts.kept, &wanted),
        links: vec![Link::to(&visit, "/my/feeds", w.feeds)],
        none: if has_rows { "" } else { w.manage_none },
        calendar: has_rows.then_some(calendar),
        here: w.manage,
        ..Body::plain(&visit, w.manage.to_owned())
    };
    answer::page(&Page::of(&visit, body))
}

/// Reads it: one query for the resources, one for their bookings, one for their outages.
async fn gather(visit: &Visit, asked: &Asked, wanted: &str) -> Result<Facts, Stop> {
    let managed: Vec<FacilityId> = visit.actor.managed_facilities();
    let (span, wanted) = (asked.period().span(), wanted.to_owned());
    let look = visit.db().read(move |conn| {
        let kept = kept::of_facilities(conn, &managed, ROWS)?;
        let shown: Vec<Kept> = kept
            .iter()
            .filter(|one| wanted.is_empty() || one.facility_slug == wanted)
            .cloned()
            .collect();
        if shown.is_empty() && !wanted.is_empty() {
            return Err(Halt::Absent);
        }
        let ids: Vec<ResourceId> = shown.iter().map(|one| one.id).collect();
        let booked = booked::during(conn, Whose::On(&ids), &span, (First::Earliest, MOST))?;
        let closed = outage::during(conn, &ids, &span, MOST)?;
        Ok(Facts {
            kept,
            shown,
            booked,
            closed,
        })
    });
    Ok(look.await?)
}

/// Whether there may be more than were taken.
fn is_all(found: usize, most: i64) -> bool {
    i64::try_from(found).unwrap_or(most) >= most
}

fn rows(visit: &Visit, shown: &[Kept]) -> Vec<Link> {
    let row = |one: &Kept| {
        let path = links::calendar_of(&one.slug);
        Link::to(visit, &path, name::of(visit.language, &one.name))
    };
    shown.iter().map(row).collect()
}

fn items(visit: &Visit, facts: &Facts) -> Vec<Item> {
    let row = |id: ResourceId| facts.shown.iter().position(|one| one.id == id);
    let booked = facts.booked.iter().filter_map(|one| {
        let reader = Reader::Manager(row(one.resource)?);
        Some(booked_item::booking(visit, one, reader))
    });
    let closed = facts
        .closed
        .iter()
        .filter_map(|one| Some(booked_item::outage(visit, one, row(one.resource)?)));
    booked.chain(closed).collect()
}

/// The facilities to choose from.
fn facilities(visit: &Visit, kept: &[Kept], wanted: &str) -> Vec<Choice> {
    let mut choices: Vec<Choice> = kept
        .iter()
        .map(|one| Choice {
            value: one.facility_slug.clone(),
            label: name::of(visit.language, &one.facility_name).to_owned(),
            hint: None,
            chosen: one.facility_slug == wanted,
        })
        .collect();
    choices.dedup();
    choices
}
