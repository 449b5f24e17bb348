//! One's places in lines, and what is kept for one.

use std::collections::BTreeMap;

use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, OfferId, ResourceId, WaitId};
use crate::domain::time::write_local;
use crate::domain::waitlist::{Cause, Entry, Offer, Want};
use crate::secret::chance;
use crate::store;
use crate::store::booking::gather;
use crate::store::waitlist::offer;
use crate::web::answer::{self, Answer};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::gates;
use crate::web::links::{self, Link};
use crate::web::parts::PageLink;
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::tab::Part;
use crate::words::waitlist as said;
use crate::words::{name, outage, when};

#[derive(Template)]
#[template(path = "waitlist/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    o: &'static outage::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    joined: bool,
    csrf: String,
    offers: Vec<Kept>,
    rows: Vec<Row>,
    search: Link,
}

/// Something that is kept.
struct Kept {
    resource: Link,
    when: String,
    until: String,
    ask: String,
    /// Taking the time of a called-off booking back: the id that the new booking will have.
    back: Option<Back>,
    decline: String,
}

/// A booking that can be made anew.
struct Back {
    action: String,
    id: String,
}

/// A place in a line.
struct Row {
    resource: Link,
    when: String,
    want: &'static str,
    place: String,
    leave: String,
}

/// What the page shows.
struct Found {
    offers: Vec<Offer>,
    entries: Vec<Entry>,
    lines: BTreeMap<ResourceId, Vec<Entry>>,
    resources: Vec<Resource>,
}

/// `GET /my/waitlist?joined=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| {
        let offers = offer::of_person(conn, user)?;
        let entries = store::waitlist::of_person(conn, user)?;
        let mut ids: Vec<ResourceId> = entries.iter().map(|entry| entry.resource).collect();
        let lines = store::waitlist::lines(conn, &ids, at)?;
        ids.extend(offers.iter().map(|offer| offer.resource));
        ids.sort_unstable();
        ids.dedup();
        Ok(Found {
            resources: store::catalogue::resource::several(conn, &ids, at)?,
            offers,
            entries,
            lines,
        })
    });
    let found = look.await?;
    let w = &visit.words().waitlist;
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Part::Mine),
        tabs_label: tab::label(&visit, Part::Mine),
        joined: query.raw("joined") == "1",
        csrf: visit.csrf(),
        offers: found
            .offers
            .iter()
            .filter(|offer| offer.until > at)
            .filter_map(|offer| kept(&visit, &found, offer))
            .collect(),
        rows: found
            .entries
            .iter()
            .filter_map(|entry| row(&visit, &found, entry))
            .collect(),
        search: Link::to(&visit, "/resources", w.search),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        o: &visit.words().outage,
        page,
    })
}

/// `POST /my/waitlist/{id}/leave`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn leave(visit: Visit, id: Path<String>, _: Form) -> Answer {
    let id: WaitId = id.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    let deed = visit
        .db()
        .act(by, move |tx, by| acts::waitlist::leave(tx, by, id));
    deed.await?;
    answer::see(&visit.href("/my/waitlist"))
}

/// `POST /my/offers/{id}/take`
///
/// # Errors
/// Not theirs, kept no longer, or a fault.
pub async fn take_back(visit: Visit, id: Path<String>, form: Form) -> Answer {
    let id: OfferId = id.parse().map_err(|_| Halt::Absent)?;
    let new: BookingId = form.parse("id").ok_or(Halt::Absent)?;
    let (by, user) = (visit.actor.clone(), visit.person()?.id);
    let made = visit.db().read(move |conn| gather::made(conn, new));
    if made.await?.is_some_and(|made| made.user == user) {
        // the button pressed twice
        return answer::see(&visit.href(&links::request(new)));
    }
    let deed = visit
        .db()
        .act(by, move |tx, by| acts::outage::take_back(tx, by, new, id));
    deed.await?;
    gates::settle(&visit, new).await?;
    answer::see(&visit.href(&links::request(new)))
}

/// `POST /my/offers/{id}/decline`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn decline(visit: Visit, id: Path<String>, _: Form) -> Answer {
    let id: OfferId = id.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    let deed = visit
        .db()
        .act(by, move |tx, by| acts::waitlist::decline(tx, by, id));
    deed.await?;
    answer::see(&visit.href("/my/waitlist"))
}

fn resource_of(found: &Found, id: ResourceId) -> Option<&Resource> {
    found.resources.iter().find(|resource| resource.id == id)
}

fn link(visit: &Visit, resource: &Resource) -> Link {
    let title = name::of(visit.language, &resource.name);
    Link::to(visit, &links::resource(&resource.slug), title)
}

fn kept(visit: &Visit, found: &Found, offer: &Offer) -> Option<Kept> {
    let resource = resource_of(found, offer.resource)?;
    let form = format!(
        "/requests/new?resource={}&start={}&len={}&units={}",
        resource.slug,
        write_local(offer.span.start()),
        offer.span.minutes(),
        offer.units
    );
    Some(Kept {
        resource: link(visit, resource),
        when: when::span_with_year(visit.language, &offer.span),
        until: when::moment_with_year(visit.language, offer.until),
        ask: visit.href(&form),
        back: matches!(offer.cause, Cause::CalledOff(_)).then(|| Back {
            action: visit.href(&format!("/my/offers/{}/take", offer.id)),
            id: BookingId::new(chance::id(visit.actor.at)).to_string(),
        }),
        decline: visit.href(&format!("/my/offers/{}/decline", offer.id)),
    })
}

fn row(visit: &Visit, found: &Found, entry: &Entry) -> Option<Row> {
    let w = &visit.words().waitlist;
    let language = visit.language;
    let line = found.lines.get(&entry.resource)?;
    let place = line.iter().position(|one| one.id == entry.id)? + 1;
    let time = when::span_with_year(language, &entry.window);
    let time = match entry.window.minutes() == entry.minutes {
        true => time,
        false => said::within(language, &when::length(language, entry.minutes), &time),
    };
    Some(Row {
        resource: link(visit, resource_of(found, entry.resource)?),
        when: time,
        want: match entry.want {
            Want::Hold => w.hold,
            Want::Tell => w.tell,
        },
        place: said::place(language, place),
        leave: visit.href(&format!("/my/waitlist/{}/leave", entry.id)),
    })
}
