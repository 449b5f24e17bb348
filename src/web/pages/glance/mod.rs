//! The terms at a glance: provider by kind of institution, then resource by resource.

mod choice;
mod row;

use actix_web::HttpRequest;
use askama::Template;

use crate::domain::catalogue::Resource;
use crate::domain::glance::{Home, providers};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId};
use crate::domain::name::Name;
use crate::domain::training::Course;
use crate::store;
use crate::store::catalogue::comparable::Choice as Narrowed;
use crate::store::catalogue::glance::{self, From};
use crate::store::catalogue::vocabulary;
use crate::web::answer::Answer;
use crate::web::form::{Form, Query, encode};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::pages::glance::choice::{
    choices, class_name, classes, mine_choices, named_providers,
};
use crate::web::pages::glance::row::{Group, groups};
use crate::web::parts::{Choice, PageLink};
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::words::{glance as said, name};

/// Most resources that are counted and listed.
const MOST: usize = 1_000;
/// Resources on one page.
const PER_PAGE: usize = 25;
/// Most institutions to choose from.
const HOMES: i64 = 500;

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

/// What was asked for.
struct Asked {
    /// Code of a class, address of an institution, "any", or nothing.
    mine: String,
    narrowed: Narrowed,
    page: usize,
}

/// What was found.
struct Facts {
    /// By institution, facility and name.
    resources: Vec<Resource>,
    /// The courses of the facilities on this page.
    courses: Vec<Course>,
    homes: Vec<From>,
    categories: Vec<(String, Name)>,
    /// All providers, whatever the filters are: with address and name.
    providers: Vec<(InstitutionId, String, Name)>,
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

impl Asked {
    fn read(query: &Form) -> Self {
        Self {
            mine: query.line("as"),
            narrowed: Narrowed {
                category: query.line("cat"),
                institution: query.line("org"),
            },
            page: query.parse("page").unwrap_or(1).max(1),
        }
    }

    fn path(&self, page: usize) -> String {
        let pairs = [
            ("as", &self.mine),
            ("cat", &self.narrowed.category),
            ("org", &self.narrowed.institution),
        ];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let said: String = said
            .map(|(name, value)| format!("{name}={}&", encode(value)))
            .collect();
        format!("/terms-at-a-glance?{said}page={page}#terms")
    }
}

async fn look(visit: &Visit, asked: &Asked) -> Result<Facts, Halt> {
    let (at, narrowed, page) = (visit.actor.at, asked.narrowed.clone(), asked.page);
    let look = visit.db().read(move |conn| {
        let today = at.day();
        let ids = glance::ids(conn, &narrowed, MOST, today)?;
        let mut resources = store::catalogue::resource::several(conn, &ids, at)?;
        resources.sort_by_key(|one| ids.iter().position(|id| *id == one.id));
        let (first, last) = bounds(resources.len(), page);
        let mut facilities: Vec<FacilityId> = resources
            .iter()
            .skip(first)
            .take(last - first)
            .map(|one| one.facility)
            .collect();
        facilities.dedup();
        let words = vocabulary::all(conn)?;
        Ok(Facts {
            courses: store::course::of_facilities(conn, &facilities)?,
            homes: glance::homes(conn, HOMES, today)?,
            categories: words.categories().to_vec(),
            providers: glance::providers(conn, today)?,
            resources,
        })
    });
    look.await
}

/// The places of the resources on a page: the first, and the one after the last.
fn bounds(total: usize, page: usize) -> (usize, usize) {
    let page = page.min(total.div_ceil(PER_PAGE).max(1));
    let first = (page - 1) * PER_PAGE;
    (first, total.min(first + PER_PAGE))
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
