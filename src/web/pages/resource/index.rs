//! Search results with facets and the next free slots.

use actix_web::HttpRequest;
use askama::Template;

use crate::domain::name::Name;
use crate::domain::search::{self, Facet, Hit, Order, Page as Cut, Wish};
use crate::domain::text;
use crate::store::catalogue::search as store;
use crate::store::catalogue::vocabulary::{self, Vocabulary};
use crate::web::answer::Answer;
use crate::web::form::encode;
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::narrowing::{self, Choices, FacetGroup};
use crate::web::parts::{Choice, PageLink};
use crate::web::result::Item;
use crate::web::shared::{self, Found};
use crate::web::vacancy::Asked;
use crate::web::visit::Visit;
use crate::web::wish;
use crate::words::{name, search as said, when};

/// The lengths of use that the form offers, in minutes.
const LENGTHS: [i64; 9] = [30, 60, 120, 180, 240, 480, 720, 1440, 2880];
/// Page numbers shown on each side of the current one.
const NEIGHBOURS: usize = 2;

#[derive(Template)]
#[template(path = "resource/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    heading: String,
    title: String,
    crumbs: Vec<Link>,
    action: String,
    q: String,
    date: String,
    sort: &'static str,
    lens: Vec<Choice>,
    facets: Vec<FacetGroup>,
    chosen: Vec<Link>,
    sorts: Vec<Sort>,
    compare_href: String,
    find_time_href: String,
    items: Vec<Item>,
    nearby: Vec<Link>,
    pages: Vec<PageLink>,
    prev: Option<String>,
    next: Option<String>,
    contact_href: String,
}

struct Sort {
    label: &'static str,
    href: String,
    current: bool,
}

/// What a search is shown from.
struct Results {
    /// Everything that holds the words, before the facets.
    all: Vec<Hit>,
    cut: Cut,
    words: Vocabulary,
    /// All names, if nothing was found.
    names: Vec<(String, Name)>,
}

/// `GET /resources`
///
/// # Errors
/// A fault of the database.
pub async fn show(visit: Visit, request: HttpRequest) -> Answer {
    let place = match shared::find(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(place) => place,
    };
    let wish = wish::read(&visit.query);
    let results = look(&visit, &wish).await?;
    let page = Page {
        frame: Frame::of(&visit),
        w: &visit.words().search,
        page: body(&visit, &wish, &results),
    };
    place.answer(&visit, &page)
}

async fn look(visit: &Visit, wish: &Wish) -> Result<Results, crate::domain::halt::Halt> {
    let (terms, at) = (text::terms(&wish.query), visit.actor.at);
    let (all, words) = visit
        .db()
        .read(move |conn| Ok((store::hits(conn, &terms, at)?, vocabulary::all(conn)?)))
        .await?;
    let mut hits = search::narrow(all.clone(), wish);
    let asked = Asked {
        now: at,
        from: wish.date,
        minutes: wish.minutes,
    };
    visit.vacancies.fill(visit.db(), &mut hits, asked).await?;
    let mut hits = search::on_date(hits, wish.date);
    search::order(&mut hits, wish.order, visit.language);
    let names = if hits.is_empty() {
        visit.db().read(store::names).await?
    } else {
        Vec::new()
    };
    Ok(Results {
        all,
        cut: search::page(hits, wish.page),
        words,
        names,
    })
}

fn body(visit: &Visit, wish: &Wish, results: &Results) -> Body {
    let (language, w) = (visit.language, &visit.words().search);
    let heading = said::heading(language, &wish.query, results.cut.total);
    let number = results.cut.number;
    let choices = Choices {
        hits: &results.all,
        words: &results.words,
    };
    let turn = |number: usize| visit.href(&wish::path(&at_page(wish, number)));
    Body {
        title: heading.clone(),
        heading,
        crumbs: vec![Link::to(visit, "/", w.home)],
        action: visit.href("/resources"),
        q: wish.query.clone(),
        date: wish.date.map_or_else(String::new, |day| day.to_string()),
        sort: wish::code(wish.order),
        lens: lengths(visit, wish),
        facets: Facet::ALL
            .into_iter()
            .map(|facet| narrowing::group(visit, wish, choices, facet))
            .filter(|group| !group.options.is_empty())
            .collect(),
        chosen: narrowing::chosen(visit, wish, choices),
        sorts: sorts(visit, wish),
        compare_href: visit.href(&compare(wish)),
        find_time_href: visit.href(&find_time(wish)),
        items: results
            .cut
            .hits
            .iter()
            .map(|hit| Item::of(visit, hit, wish, &results.words))
            .collect(),
        nearby: nearby(visit, wish, results),
        pages: pages(visit, wish, &results.cut),
        prev: (number > 1).then(|| turn(number - 1)),
        next: (number < results.cut.pages).then(|| turn(number + 1)),
        contact_href: visit.href("/contact"),
    }
}

fn at_page(wish: &Wish, number: usize) -> Wish {
    Wish {
        page: i64::try_from(number).unwrap_or(i64::MAX),
        ..wish.clone()
    }
}

fn lengths(visit: &Visit, wish: &Wish) -> Vec<Choice> {
    let none = Choice {
        label: visit.words().search.any_len.to_owned(),
        ..Choice::default()
    };
    let offered = LENGTHS.into_iter().map(|minutes| Choice {
        value: minutes.to_string(),
        label: when::length(visit.language, minutes),
        hint: None,
        chosen: wish.minutes == Some(minutes),
    });
    std::iter::once(none).chain(offered).collect()
}

fn sorts(visit: &Visit, wish: &Wish) -> Vec<Sort> {
    let w = &visit.words().search;
    [
        (Order::Soonest, w.soonest),
        (Order::Name, w.by_name),
        (Order::Institution, w.by_institution),
    ]
    .into_iter()
    .map(|(order, label)| {
        let other = Wish {
            order,
            page: 1,
            ..wish.clone()
        };
        Sort {
            label,
            href: visit.href(&wish::path(&other)),
            current: order == wish.order,
        }
    })
    .collect()
}

/// The comparison of free times takes one category and a day.
fn compare(wish: &Wish) -> String {
    let mut pairs = Vec::new();
    if let [category] = wish.categories.as_slice() {
        pairs.push(format!("cat={}", encode(category)));
    }
    pairs.extend(wish.date.map(|day| format!("date={day}")));
    if pairs.is_empty() {
        "/availability".to_owned()
    } else {
        format!("/availability?{}", pairs.join("&"))
    }
}

/// The search for the earliest time takes one category, a first day and a length.
fn find_time(wish: &Wish) -> String {
    let mut pairs = Vec::new();
    if let [category] = wish.categories.as_slice() {
        pairs.push(format!("cat={}", encode(category)));
    }
    pairs.extend(wish.date.map(|day| format!("from={day}")));
    pairs.extend(
        wish.minutes
            .map(|minutes| format!("hours={}", (minutes + 59) / 60)),
    );
    if pairs.is_empty() {
        "/find-time".to_owned()
    } else {
        format!("/find-time?{}", pairs.join("&"))
    }
}

/// What to try when nothing was found: the same words without filters, each word alone where it
/// finds something, and the names that are nearest.
fn nearby(visit: &Visit, wish: &Wish, results: &Results) -> Vec<Link> {
    if results.cut.total > 0 {
        return Vec::new();
    }
    let w = &visit.words().search;
    let search = |query: &str| {
        wish::path(&Wish {
            query: query.to_owned(),
            ..Wish::default()
        })
    };
    if !results.all.is_empty() {
        return vec![Link::to(visit, &search(&wish.query), w.without_filters)];
    }
    let single = wish.query.split_whitespace().filter(|word| {
        let key = text::fold(word);
        !key.is_empty()
            && results
                .names
                .iter()
                .any(|(name, _)| text::matches(name, &key))
    });
    let mut queries: Vec<String> = single.map(str::to_owned).collect();
    let nearest = search::nearest_names(&text::terms(&wish.query), &results.names);
    queries.extend(
        nearest
            .into_iter()
            .map(|found| name::of(visit.language, found).to_owned()),
    );
    queries.dedup();
    let words = queries
        .iter()
        .map(|query| Link::to(visit, &search(query), query.as_str()));
    let categories = results
        .words
        .categories()
        .iter()
        .filter(|_| queries.is_empty());
    let categories = categories.map(|(code, named)| {
        let path = format!("/resources?cat={}", encode(code));
        Link::to(visit, &path, name::of(visit.language, named))
    });
    words.chain(categories).collect()
}

/// The first and the last page, the current one and its neighbours.
fn pages(visit: &Visit, wish: &Wish, cut: &Cut) -> Vec<PageLink> {
    (1..=cut.pages)
        .filter(|number| {
            *number == 1 || *number == cut.pages || number.abs_diff(cut.number) <= NEIGHBOURS
        })
        .map(|number| PageLink {
            href: visit.href(&wish::path(&at_page(wish, number))),
            label: number.to_string(),
            current: number == cut.number,
        })
        .collect()
}
