//! One's feeds: those in use, and how to make and stop one.

pub mod show;

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::feed::{Feed, NewFeed, PREFIX, Subject};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, FeedId};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::secret::chance;
use crate::secret::token::Token;
use crate::store;
use crate::store::agenda::kept::{self, Kept};
use crate::web::answer::{self, Answer, Stop};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Chip, Choice, Errors, Field, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::feed as said;
use crate::words::tab::Part;
use crate::words::{name, when};

/// Most resources that can be chosen.
const CHOICES: i64 = 200;

#[derive(Template)]
#[template(path = "feed/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    csrf: String,
    closed: bool,
    opened: Option<String>,
    errors: Vec<FormError>,
    errors_heading: String,
    count: String,
    feeds: Vec<Line>,
    action: String,
    id: String,
    name: Field,
    about: Field,
    choices: Vec<(&'static str, Vec<Choice>)>,
}

struct Line {
    name: String,
    about: String,
    opened_at: String,
    used_at: String,
    note: Option<Chip>,
    close: String,
}

/// What the page shows besides the feeds.
#[derive(Default)]
struct Shown {
    closed: bool,
    /// The secret address of a feed that was just made.
    opened: Option<String>,
    /// What was typed, and what is wrong with it.
    typed: (String, String),
    refusals: Vec<Refusal>,
}

/// `GET /my/feeds?closed=`
///
/// # Errors
/// A fault.
pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let shown = Shown {
        closed: query.raw("closed") == "1",
        ..Shown::default()
    };
    page(&visit, shown).await
}

/// `POST /my/feeds`
///
/// The secret is born here and shown in this very answer: a redirect would have to carry it in an
/// address, and nothing but its hash is kept to show it from later. Whoever sends the form again gets no
/// second feed.
///
/// # Errors
/// A fault; what is wrong with the form is said by the page itself.
pub async fn open(visit: Visit, form: Form) -> Answer {
    let kept = resources(&visit).await?;
    let typed = (form.raw("about").to_owned(), form.line("feed_name"));
    let about = subject(&typed.0, &kept);
    let new = NewFeed {
        id: form.parse("id").ok_or(Stop(Halt::Absent))?,
        about,
        facility: None,
        name: match (typed.1.as_str(), about) {
            ("", Some(about)) => about_of(&visit, about, &kept).0,
            (typed, _) => typed.to_owned(),
        },
    };
    let token = Token::fresh().map_err(Halt::broken)?;
    let hash = token.hash();
    let by = visit.actor.clone();
    let deed = visit
        .db()
        .act(by, move |tx, by| acts::feed::open(tx, by, &new, &hash));
    let shown = match deed.await {
        Ok(_) => Shown {
            opened: Some(address(&visit, &token)),
            ..Shown::default()
        },
        Err(Halt::Refused(refusals)) => Shown {
            typed,
            refusals,
            ..Shown::default()
        },
        Err(halt) => return Err(Stop(halt)),
    };
    page(&visit, shown).await
}

/// `POST /my/feeds/{id}/close`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn close(visit: Visit, id: Path<String>, _: Form) -> Answer {
    let id: FeedId = id.parse().map_err(|_| Halt::Absent)?;
    let by = visit.actor.clone();
    visit
        .db()
        .act(by, move |tx, by| acts::feed::close(tx, by, id))
        .await?;
    answer::see(&visit.href("/my/feeds?closed=1"))
}

/// The address of a feed, whole, in the language of whoever makes it.
fn address(visit: &Visit, token: &Token) -> String {
    let path = format!("/feeds/{PREFIX}{}.ics", token.reveal());
    visit.whole(&path)
}

/// The resources that this person manages.
async fn resources(visit: &Visit) -> Result<Vec<Kept>, Stop> {
    let managed: Vec<FacilityId> = visit.actor.managed_facilities();
    let look = visit
        .db()
        .read(move |conn| kept::of_facilities(conn, &managed, CHOICES));
    Ok(look.await?)
}

async fn page(visit: &Visit, shown: Shown) -> Answer {
    let user = visit.person()?.id;
    let kept = resources(visit).await?;
    let feeds = visit
        .db()
        .read(move |conn| store::feed::of_person(conn, user))
        .await?;
    let status = match shown.refusals.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let errors = Errors::of(visit.language, shown.refusals);
    let (about, typed_name) = shown.typed;
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", visit.words().feed.home),
            Link::to(visit, "/my/calendar", visit.words().agenda.mine),
        ],
        tabs: tab::tabs(visit, Part::Mine),
        tabs_label: tab::label(visit, Part::Mine),
        csrf: visit.csrf(),
        closed: shown.closed,
        opened: shown.opened,
        errors_heading: errors_heading(visit.language, errors.summary().len()),
        errors: errors.summary(),
        count: said::count(visit.language, feeds.len()),
        feeds: feeds.iter().map(|feed| line(visit, feed, &kept)).collect(),
        action: visit.href("/my/feeds"),
        id: FeedId::new(chance::id(visit.actor.at)).to_string(),
        name: errors.field(Named::FeedName, typed_name),
        about: errors.field(Named::FeedSubject, ""),
        choices: choices(visit, &kept, &about),
    };
    let template = Page {
        frame: Frame::of(visit),
        w: &visit.words().feed,
        page: body,
    };
    answer::page_with(status, &template)
}

fn line(visit: &Visit, feed: &Feed, kept: &[Kept]) -> Line {
    let (language, w) = (visit.language, &visit.words().feed);
    let (about, has_right) = about_of(visit, feed.about, kept);
    Line {
        name: feed.name.clone(),
        about,
        opened_at: when::moment_with_year(language, feed.opened_at),
        used_at: feed.used_at.map_or_else(
            || w.never_used.to_owned(),
            |at| when::moment_with_year(language, at),
        ),
        note: (!has_right).then(|| Chip {
            tone: "o",
            text: w.no_right.to_owned(),
        }),
        close: visit.href(&format!("/my/feeds/{}/close", feed.id)),
    }
}

/// What a feed shows, in words, and whether this person may see it now.
fn about_of(visit: &Visit, about: Subject, kept: &[Kept]) -> (String, bool) {
    let found = match about {
        Subject::Mine => return (visit.words().feed.mine.to_owned(), true),
        Subject::Facility(id) => kept
            .iter()
            .find(|one| one.facility == id)
            .map(|one| &one.facility_name),
        Subject::Resource(id) => kept.iter().find(|one| one.id == id).map(|one| &one.name),
    };
    let name = found.map_or("", |found| name::of(visit.language, found));
    let may = match about {
        Subject::Facility(id) => visit.actor.manages(id),
        _ => found.is_some(),
    };
    (said::about(visit.language, about, name), may)
}

/// Reads a choice back; what is none of theirs is none.
fn subject(value: &str, kept: &[Kept]) -> Option<Subject> {
    match value.split_once('/') {
        None if value == "mine" => Some(Subject::Mine),
        Some(("facility", slug)) => kept
            .iter()
            .find(|one| one.facility_slug == slug)
            .map(|one| Subject::Facility(one.facility)),
        Some(("resource", slug)) => kept
            .iter()
            .find(|one| one.slug == slug)
            .map(|one| Subject::Resource(one.id)),
        _ => None,
    }
}

fn choices(visit: &Visit, kept: &[Kept], chosen: &str) -> Vec<(&'static str, Vec<Choice>)> {
    let w = &visit.words().feed;
    let choice = |value: String, label: &str| Choice {
        chosen: value == chosen,
        value,
        label: label.to_owned(),
        hint: None,
    };
    let said = |name| name::of(visit.language, name);
    let mut facilities: Vec<Choice> = kept
        .iter()
        .map(|one| {
            let value = format!("facility/{}", one.facility_slug);
            choice(value, said(&one.facility_name))
        })
        .collect();
    facilities.dedup();
    let resources = kept
        .iter()
        .map(|one| choice(format!("resource/{}", one.slug), said(&one.name)));
    let mut groups = vec![
        (w.own, vec![choice("mine".to_owned(), w.mine)]),
        (w.facilities, facilities),
        (w.resources, resources.collect()),
    ];
    groups.retain(|(_, choices)| !choices.is_empty());
    groups
}
