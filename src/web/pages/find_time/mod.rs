//! 空き時間の検索: the earliest time of a length on any instrument of a field, as its rules would answer.

mod asked;
mod facts;

use actix_web::HttpRequest;
use askama::Template;

use crate::domain::language::Language;
use crate::domain::support::SupportMode;
use crate::domain::time::write_local;
use crate::web::answer::Answer;
use crate::web::form::{Query, encode};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::find_time::asked::Asked;
use crate::web::pages::find_time::facts::{Barred, Facts, Found};
use crate::web::parts::{Chip, Choice};
use crate::web::shared;
use crate::web::visit::Visit;
use crate::words::gate::list;
use crate::words::resource::said::{place, time};
use crate::words::{find_time as said, name, refusal, when};

/// Most times that are shown.
const SHOWN: usize = 20;
/// Most instruments that are named among those left out.
const NAMED: usize = 20;

#[derive(Template)]
#[template(path = "find_time.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    heading: String,
    action: String,
    resource: String,
    alike: &'static str,
    categories: Vec<Choice>,
    lengths: Vec<Choice>,
    from: String,
    supports: Vec<Choice>,
    searched: String,
    stranger: Option<Link>,
    found: Vec<Line>,
    barred_heading: String,
    barred: Vec<Out>,
    empty: &'static str,
    others: Vec<Link>,
}

struct Line {
    when: String,
    length: String,
    name: String,
    place: String,
    state: Option<Chip>,
    note: &'static str,
    request: String,
    see: String,
}

struct Out {
    name: Link,
    place: String,
    reason: String,
}

/// `GET /find-time?cat=&resource=&hours=&from=&support=`
///
/// # Errors
/// There is no such resource, or a fault.
pub async fn show(visit: Visit, request: HttpRequest, Query(query): Query) -> Answer {
    let kept = match shared::find(&visit, &request).await? {
        shared::Found::Ready(answer) => return Ok(answer),
        shared::Found::Make(kept) => kept,
    };
    let asked = Asked::of(&query, visit.actor.at.day());
    let facts = facts::gather(&visit, &asked).await?;
    let page = Page {
        frame: Frame::of(&visit),
        w: &visit.words().find_time,
        page: compose(&visit, &asked, &facts),
    };
    kept.answer(&visit, &page)
}

fn compose(visit: &Visit, asked: &Asked, facts: &Facts) -> Body {
    let (language, w) = (visit.language, &visit.words().find_time);
    let heading = facts.about.as_ref().map_or_else(
        || w.heading.to_owned(),
        |about| said::like(language, name::of(language, about)),
    );
    Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        heading,
        action: visit.href("/find-time"),
        resource: asked.resource.clone(),
        alike: if facts.about.is_some() {
            w.all_alike
        } else {
            ""
        },
        categories: categories(language, facts, asked),
        lengths: lengths(language, asked),
        from: asked.from.to_string(),
        supports: supports(visit, asked),
        searched: searched(language, facts),
        stranger: sign_in(visit),
        found: facts
            .found
            .iter()
            .take(SHOWN)
            .map(|found| line(visit, found))
            .collect(),
        barred_heading: said::barred(language, facts.barred.len()),
        barred: facts
            .barred
            .iter()
            .take(NAMED)
            .map(|barred| out(visit, barred))
            .collect(),
        empty: if facts.all == 0 {
            w.no_candidates
        } else {
            w.nothing_text
        },
        others: others(visit, asked),
    }
}

/// Where a stranger signs in and comes back.
fn sign_in(visit: &Visit) -> Option<Link> {
    if visit.actor.person().is_some() {
        return None;
    }
    let here = format!("{}?{}", visit.path, visit.query);
    let path = format!("/signin?next={}", encode(&visit.href(&here)));
    Some(Link::to(visit, &path, visit.words().find_time.sign_in))
}

/// Where else to look.
fn others(visit: &Visit, asked: &Asked) -> Vec<Link> {
    let w = &visit.words().find_time;
    let compare = match asked.category.as_str() {
        "" => "/availability".to_owned(),
        category => format!("/availability?cat={}", encode(category)),
    };
    vec![
        Link::to(visit, &compare, w.compare),
        Link::to(visit, "/contact", w.contact),
    ]
}

fn searched(language: Language, facts: &Facts) -> String {
    let all = said::searched(language, facts.all, facts.full, facts.until.day());
    let shown = said::shown(language, SHOWN, facts.found.len());
    format!("{all} {shown}")
}

fn line(visit: &Visit, found: &Found) -> Line {
    let (language, w) = (visit.language, &visit.words().find_time);
    let resource = &found.resource;
    let (start, minutes) = (write_local(found.slot.start()), found.slot.minutes());
    let request = format!(
        "/requests/new?resource={}&start={start}&len={minutes}",
        resource.slug
    );
    let see = format!(
        "{}?start={start}&len={minutes}",
        links::resource(&resource.slug)
    );
    let state = visit.actor.person().map(|_| match found.missing.len() {
        0 => Chip {
            tone: "g",
            text: w.ready.to_owned(),
        },
        count => Chip {
            tone: "o",
            text: said::missing(language, count, &list(language, &found.missing)),
        },
    });
    Line {
        when: time(language, &found.slot, visit.actor.at),
        length: when::length(language, minutes),
        name: name::of(language, &resource.name).to_owned(),
        place: place(
            language,
            &resource.institution_name,
            &resource.facility_name,
        ),
        state,
        note: if found.missing.is_empty() {
            ""
        } else {
            w.later_note
        },
        request: visit.href(&request),
        see: visit.href(&see),
    }
}

/// An instrument that was left out, with the first reason.
fn out(visit: &Visit, barred: &Barred) -> Out {
    let language = visit.language;
    let resource = &barred.resource;
    let path = links::resource(&resource.slug);
    Out {
        name: Link::to(visit, &path, name::of(language, &resource.name)),
        place: place(
            language,
            &resource.institution_name,
            &resource.facility_name,
        ),
        reason: barred
            .reasons
            .first()
            .map(|reason| refusal::say(language, reason).what)
            .unwrap_or_default(),
    }
}

fn categories(language: Language, facts: &Facts, asked: &Asked) -> Vec<Choice> {
    let choice = |(code, said): &(String, crate::domain::name::Name)| Choice {
        value: code.clone(),
        label: name::of(language, said).to_owned(),
        hint: None,
        chosen: *code == asked.category,
    };
    facts.categories.iter().map(choice).collect()
}

fn lengths(language: Language, asked: &Asked) -> Vec<Choice> {
    let choice = |hours: i64| Choice {
        value: hours.to_string(),
        label: said::hours(language, hours),
        hint: None,
        chosen: hours == asked.hours,
    };
    asked.lengths().into_iter().map(choice).collect()
}

fn supports(visit: &Visit, asked: &Asked) -> Vec<Choice> {
    let w = &visit.words().find_time;
    SupportMode::ALL
        .iter()
        .map(|mode| Choice {
            value: mode.code().to_owned(),
            label: match mode {
                SupportMode::SelfOperation => w.self_operation,
                SupportMode::Assisted => w.assisted,
                SupportMode::Proxy => w.proxy,
            }
            .to_owned(),
            hint: None,
            chosen: asked.support == Some(*mode),
        })
        .collect()
}
