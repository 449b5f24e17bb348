//! Home: search, categories, first steps.

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use askama::Template;
use chrono::NaiveDate;

use crate::domain::search::{Hit, Wish};
use crate::store::catalogue::search;
use crate::web::answer::Answer;
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::shared::{self, Found};
use crate::web::vacancy::Asked;
use crate::web::visit::Visit;
use crate::web::wish;
use crate::words::endorse;
use crate::words::home as said;

#[derive(Template)]
#[template(path = "home.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    lead: String,
    search_action: String,
    todo: Vec<Todo>,
    categories: Vec<Category>,
    guide_href: String,
    news: Vec<News>,
}

struct Todo {
    tone: &'static str,
    heading: &'static str,
    text: String,
    link: Link,
}

struct Category {
    href: String,
    name: &'static str,
    examples: &'static str,
    count: String,
}

struct News {
    day: String,
    iso: String,
    href: String,
    title: String,
}

/// `GET /`
///
/// # Errors
/// A fault of the database.
pub async fn show(visit: Visit, request: HttpRequest) -> Answer {
    let place = match shared::find(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(place) => place,
    };
    let at = visit.actor.at;
    let mut hits = visit
        .db()
        .read(move |conn| search::hits(conn, &[], at))
        .await?;
    let asked = Asked {
        now: at,
        from: None,
        minutes: None,
    };
    visit.vacancies.fill(visit.db(), &mut hits, asked).await?;
    let institutions: BTreeSet<&str> = hits.iter().map(|hit| hit.institution.as_str()).collect();
    let page = Page {
        frame: Frame::of(&visit),
        w: &visit.words().home,
        page: Body {
            lead: said::lead(visit.language, institutions.len(), hits.len()),
            search_action: visit.href("/resources"),
            todo: todo(&visit),
            categories: categories(&visit, &hits),
            guide_href: visit.href("/guide"),
            news: Vec::new(),
        },
    };
    place.answer(&visit, &page)
}

/// What waits for the person who signed in.
fn todo(visit: &Visit) -> Vec<Todo> {
    let w = &visit.words().home;
    let waiting = visit.waiting.filter(|requests| *requests > 0);
    let agree = endorse::of(visit.language);
    let endorsing = (visit.endorsing > 0).then(|| Todo {
        tone: "wa",
        heading: agree.todo,
        text: endorse::count(visit.language, visit.endorsing),
        link: Link::to(visit, "/endorse", agree.todo_link),
    });
    waiting
        .map(|requests| Todo {
            tone: "wa",
            heading: w.waiting_heading,
            text: said::waiting(visit.language, requests),
            link: Link::to(visit, "/manage/requests", w.waiting_link),
        })
        .into_iter()
        .chain(endorsing)
        .collect()
}

/// One card per group of categories that has resources, and one for all categories in no group.
fn categories(visit: &Visit, hits: &[Hit]) -> Vec<Category> {
    let w = &visit.words().home;
    let grouped: BTreeSet<&str> = said::GROUPS.iter().copied().flatten().copied().collect();
    let others: BTreeSet<&str> = hits
        .iter()
        .map(|hit| hit.category.as_str())
        .filter(|code| !grouped.contains(code))
        .collect();
    let others: Vec<&str> = others.into_iter().collect();
    let named = said::GROUPS.into_iter().zip(w.groups);
    named
        .chain(std::iter::once((others.as_slice(), w.other)))
        .filter_map(|(codes, words)| category(visit, hits, codes, words))
        .collect()
}

fn category(
    visit: &Visit,
    hits: &[Hit],
    codes: &[&str],
    (name, examples): (&'static str, &'static str),
) -> Option<Category> {
    let mine = || {
        hits.iter()
            .filter(|hit| codes.contains(&hit.category.as_str()))
    };
    let resources = mine().count();
    let first: Option<NaiveDate> = mine()
        .filter_map(|hit| hit.slots.first())
        .map(|slot| slot.start().day())
        .min();
    let wish = Wish {
        categories: codes.iter().map(|code| (*code).to_owned()).collect(),
        ..Wish::default()
    };
    (resources > 0).then(|| Category {
        href: visit.href(&wish::path(&wish)),
        name,
        examples,
        count: said::count(visit.language, resources, first),
    })
}
