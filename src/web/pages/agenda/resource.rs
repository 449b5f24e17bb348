//! The public calendar of a resource: what is free and what is not, and never who.

use actix_web::{HttpRequest, web};

use crate::domain::agenda::MOST;
use crate::domain::booking::State;
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::grid::cell::Claim;
use crate::domain::halt::Halt;
use crate::domain::id::UserId;
use crate::domain::policy::case::{Occupied, full};
use crate::domain::policy::room::Room;
use crate::domain::rule::Rule;
use crate::domain::time::{Span, day_span, write_local};
use crate::store::catalogue::resource;
use crate::store::{claim, rule};
use crate::web::answer::Answer;
use crate::web::calendar_table;
use crate::web::calendar_table::asked::Asked;
use crate::web::calendar_table::scene::{Item, Scene};
use crate::web::form::Query;
use crate::web::links::{self, Link};
use crate::web::pages::agenda::mine::view_of;
use crate::web::pages::agenda::{Body, Page};
use crate::web::parts::Chip;
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::{agenda, name, slot};

/// What stands in it.
struct Facts {
    resource: Resource,
    rules: Vec<Rule>,
    claims: Vec<Claim>,
}

/// `GET /resources/{slug}/calendar?view=&date=`
///
/// # Errors
/// There is no such resource, or a fault.
pub async fn show(
    visit: Visit,
    request: HttpRequest,
    slug: web::Path<String>,
    Query(query): Query,
) -> Answer {
    let place = match shared::find_of(&visit, &request, &slug).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(place) => place,
    };
    let asked = Asked::of(&query, visit.actor.at.day());
    let facts = gather(&visit, &slug, &asked).await?;
    place.answer(&visit, &Page::of(&visit, body(&visit, &facts, asked)))
}

fn body(visit: &Visit, facts: &Facts, asked: Asked) -> Body {
    let (language, w) = (visit.language, &visit.words().agenda);
    let resource = &facts.resource;
    let said = name::of(language, &resource.name);
    let (page, path) = (
        links::resource(&resource.slug),
        links::calendar_of(&resource.slug),
    );
    let heading = agenda::of_resource(language, said);
    let has_slots = has_slots(resource);
    let items = items(visit, facts, &asked);
    let mut legend = vec![
        ("fr", w.free),
        ("tn", w.held),
        ("bk", w.settled),
        ("mt", w.maintenance),
        ("no", w.closed),
    ];
    legend.extend(visit.actor.person().map(|_| ("me", w.own)));
    let calendar = calendar_table::write(&Scene {
        visit,
        asked,
        heading: &heading,
        path: &path,
        rows: &[],
        items: &items,
        legend: &legend,
        is_cut: false,
    });
    Body {
        crumbs: vec![Link::to(visit, "/", w.home), Link::to(visit, &page, said)],
        lead: w.resource_lead,
        description: w.description,
        action: visit.href(&path),
        hidden: view_of(&asked),
        date: asked.day.to_string(),
        links: vec![Link::to(visit, &page, w.choose)],
        none: if has_slots { "" } else { w.resource_none },
        calendar: has_slots.then_some(calendar),
        here: w.resource,
        ..Body::plain(visit, heading)
    }
}

fn has_slots(resource: &Resource) -> bool {
    access(resource.mode, resource.allocation) == Access::Slot
}

async fn gather(visit: &Visit, slug: &str, asked: &Asked) -> Result<Facts, Halt> {
    let (slug, now) = (slug.to_owned(), visit.actor.at);
    // a use that begins within the period may end after it
    let span = asked.period().span().widen(24 * 60, 62 * 24 * 60);
    visit
        .db()
        .read(move |conn| {
            let resource = resource::by_slug(conn, &slug, now)?;
            let rules = rule::versions(conn, resource.facility)?;
            let claims = claim::shown(conn, &[resource.id], &span, None)?;
            Ok(Facts {
                resource,
                rules,
                claims: claims.into_iter().map(|(_, claim)| claim).collect(),
            })
        })
        .await
}

fn items(visit: &Visit, facts: &Facts, asked: &Asked) -> Vec<Item> {
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let time = asked.period().span();
    let mut items: Vec<Item> = taken(visit, facts)
        .into_iter()
        .chain(free(visit, facts, &time))
        .chain(closed(visit, facts, asked))
        .filter(|item| item.span.overlaps(&time))
        .collect();
    items.truncate(most);
    items
}

/// What is taken: each claim by its state; of a shared capacity only when nothing is left, and one's
/// own.
fn taken(visit: &Visit, facts: &Facts) -> Vec<Item> {
    let viewer = visit.actor.person().map(|person| person.id);
    let w = &visit.words().agenda;
    let is_shared = facts.resource.capacity > 1;
    let shown = facts.claims.iter().filter_map(|claim| {
        let own = own(claim, viewer);
        let (look, tone, text) = match (claim.occupied.booking, claim.by, own) {
            (_, _, Some(state)) => {
                let (tone, text) = state::chip(visit.language, state);
                ("me", tone, text)
            }
            (None, ..) => ("mt", "", w.maintenance),
            _ if is_shared => return None,
            (_, Some((_, state)), _) if !state.is_settled() => ("tn", "y", w.held),
            _ => ("bk", "", w.settled),
        };
        let item = plain(claim.occupied.used, (look, tone, text));
        Some(match (own, claim.occupied.booking) {
            (Some(_), Some(booking)) => Item {
                title: w.own.to_owned(),
                href: Some(visit.href(&links::request(booking))),
                ..item
            },
            _ => item,
        })
    });
    let all: Vec<Occupied> = facts.claims.iter().map(|claim| claim.occupied).collect();
    let nothing_left = full(&all, facts.resource.capacity)
        .into_iter()
        .filter(|_| is_shared)
        .map(|span| plain(span, ("bk", "", w.settled)));
    shown.chain(nothing_left).collect()
}

fn own(claim: &Claim, viewer: Option<UserId>) -> Option<State> {
    claim
        .by
        .filter(|(user, _)| viewer == Some(*user))
        .map(|(_, state)| state)
}

/// Where a use may begin and go on, as far as it may be asked for now.
fn free(visit: &Visit, facts: &Facts, time: &Span) -> Vec<Item> {
    let (resource, w) = (&facts.resource, &visit.words().agenda);
    if !resource.open {
        return Vec::new();
    }
    let taken: Vec<Occupied> = facts.claims.iter().map(|claim| claim.occupied).collect();
    let room = Room {
        resource,
        full: &full(&taken, resource.capacity),
        now: visit.actor.at,
        from: time.start(),
        until: time.end(),
    };
    let minutes = resource.parameters.shortest();
    let ruled = |slot: &Span| {
        let day = slot.start().day();
        facts.rules.iter().any(|rule| rule.effective_on <= day)
    };
    let page = links::resource(&resource.slug);
    room.stretches(minutes)
        .into_iter()
        .filter(ruled)
        .map(|slot| {
            let start = write_local(slot.start());
            Item {
                href: Some(visit.href(&format!("{page}?start={start}&len={minutes}"))),
                ..plain(slot, ("fr", "g", w.free))
            }
        })
        .collect()
}

/// The closed days, each with its reason.
fn closed(visit: &Visit, facts: &Facts, asked: &Asked) -> Vec<Item> {
    let w = &visit.words().agenda;
    let item = |day: chrono::NaiveDate| {
        let parameters = facts.resource.on(day).parameters;
        let closing = parameters.closed.closing(day)?;
        let why = slot::closing(visit.language, &closing, &visit.words().slot);
        Some(Item {
            title: if why == w.closed { String::new() } else { why },
            ..plain(day_span(day), ("no", "", w.closed))
        })
    };
    asked.period().days().into_iter().filter_map(item).collect()
}

fn plain(span: Span, (look, tone, text): (&'static str, &'static str, &str)) -> Item {
    Item {
        span,
        is_due: false,
        row: 0,
        look,
        title: String::new(),
        more: String::new(),
        state: Chip {
            tone,
            text: text.to_owned(),
        },
        href: None,
    }
}
