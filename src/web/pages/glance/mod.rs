//! The terms at a glance: provider by kind of institution, then resource by resource.

mod choice;
mod look;
mod row;

use actix_web::HttpRequest;
use askama::Template;

use crate::domain::glance::{Home, providers};
use crate::domain::id::InstitutionId;
use crate::store::catalogue::comparable::Choice as Narrowed;
use crate::store::catalogue::glance::From;
use crate::web::answer::Answer;
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::glance::choice::{
    choices, class_name, classes, mine_choices, named_providers,
};
use crate::web::pages::glance::look::{Asked, Facts, PER_PAGE, bounds, look};
use crate::web::pages::glance::row::{Group, groups};
use crate::web::parts::{Choice, PageLink};
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::words::{glance as said, name};

#[derive(Template)]
#[template(path = "glance.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    action: String,
    any_chosen: bool,
    mine: Vec<(&'static str, Vec<Choice>)>,
    categories: Vec<Choice>,
    providers: Vec<Choice>,
    classes: Vec<&'static str>,
    matrix: Vec<Line>,
    count: String,
    groups: Vec<Group>,
    pages: Vec<PageLink>,
    prev: Option<String>,
    next: Option<String>,
}

/// One provider: a cell for each class, with where it leads.
struct Line {
    name: String,
    cells: Vec<(String, Option<String>)>,
}

/// `GET /terms-at-a-glance?as=&cat=&org=&page=`
///
/// # Errors
/// A fault of the database.
pub async fn show(visit: Visit, Query(query): Query, request: HttpRequest) -> Answer {
    let place = match shared::find(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(place) => place,
    };
    let asked = Asked::read(&query);
    let facts = look(&visit, &asked).await?;
    let page = Page {
        frame: Frame::of(&visit),
        w: &visit.words().glance,
        page: body(&visit, &asked, &facts),
    };
    place.answer(&visit, &page)
}

/// Where the reader comes from: what they chose, or the institution of whoever signed in.
fn home(visit: &Visit, asked: &Asked, homes: &[From]) -> Option<(String, Home)> {
    let named = |one: &From| (one.slug.clone(), one.home.clone());
    let chosen = asked.mine.as_str();
    if chosen.is_empty() {
        let theirs: InstitutionId = visit.actor.person()?.institution;
        let mut homes = homes.iter();
        return homes
            .find(|one| one.home.institution == Some(theirs))
            .map(named);
    }
    let class = classes().iter().find(|code| **code == chosen);
    let of_class = class.map(|code| {
        let home = Home {
            institution: None,
            class: (*code).to_owned(),
        };
        ((*code).to_owned(), home)
    });
    of_class.or_else(|| homes.iter().find(|one| one.slug == chosen).map(named))
}

fn body(visit: &Visit, asked: &Asked, facts: &Facts) -> Body {
    let (language, w) = (visit.language, &visit.words().glance);
    let mine = home(visit, asked, &facts.homes);
    let chosen = mine.as_ref().map(|(code, _)| code.as_str());
    let total = facts.resources.len();
    let (first, last) = bounds(total, asked.page);
    let shown = facts.resources.get(first..last).unwrap_or_default();
    let number = first / PER_PAGE + 1;
    let pages = total.div_ceil(PER_PAGE).max(1);
    let turn = |page: usize| visit.href(&asked.path(page));
    Body {
        crumbs: vec![Link::to(visit, "/", w.home)],
        action: visit.href("/terms-at-a-glance"),
        any_chosen: chosen.is_none(),
        mine: mine_choices(visit, facts, chosen),
        categories: choices(visit, &facts.categories, &asked.narrowed.category),
        providers: choices(visit, &named_providers(facts), &asked.narrowed.institution),
        classes: classes().iter().map(|one| class_name(visit, one)).collect(),
        matrix: matrix(visit, asked, facts),
        count: said::count(language, total, (first + 1, last)),
        groups: groups(visit, shown, (&facts.courses, mine.as_ref())),
        pages: (1..=pages)
            .map(|page| PageLink {
                href: turn(page),
                label: page.to_string(),
                current: page == number,
            })
            .collect(),
        prev: (number > 1).then(|| turn(number - 1)),
        next: (number < pages).then(|| turn(number + 1)),
    }
}

/// Provider by class: how much of what is listed is open to whom.
fn matrix(visit: &Visit, asked: &Asked, facts: &Facts) -> Vec<Line> {
    let slug = |id: InstitutionId| {
        let mut known = facts.providers.iter();
        known
            .find(|(known, ..)| *known == id)
            .map(|(_, slug, _)| slug.clone())
    };
    providers(&facts.resources)
        .into_iter()
        .map(|provider| {
            let slug = slug(provider.institution);
            let cell = |class: &&'static str| {
                let share = provider.share(class);
                let narrowed = Narrowed {
                    institution: slug.clone().unwrap_or_default(),
                    ..asked.narrowed.clone()
                };
                let there = Asked {
                    mine: (*class).to_owned(),
                    narrowed,
                    page: 1,
                };
                let leads = share.admitted > 0;
                let href = leads.then(|| visit.href(&there.path(1)));
                (said::share(visit.language, share), href)
            };
            Line {
                name: name::of(visit.language, provider.name).to_owned(),
                cells: classes().iter().map(cell).collect(),
            }
        })
        .collect()
}
