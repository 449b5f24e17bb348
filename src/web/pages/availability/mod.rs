//! Many instruments side by side on one day.

mod asked;
mod facts;
mod strip;

use actix_web::HttpRequest;
use askama::Template;
use chrono::NaiveDate;

use crate::domain::calendar::ClosedDays;
use crate::domain::id::UserId;
use crate::domain::time::{Span, write_local};
use crate::store;
use crate::web::answer::Answer;
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::availability::asked::{Asked, ROWS};
use crate::web::pages::availability::facts::Facts;
use crate::web::pages::availability::strip::Bar;
use crate::web::parts::{Choice, PageLink};
use crate::web::shared::{self, Found};
use crate::web::slot_table;
use crate::web::visit::Visit;
use crate::words::{availability, name, when};

/// How many free stretches a row links to.
const STRETCHES: usize = 6;

#[derive(Template)]
#[template(path = "availability.html")]
struct Page {
    frame: Frame,
    w: &'static availability::Words,
    page: Comparison,
}

struct Comparison {
    crumbs: Vec<Link>,
    action: String,
    date: String,
    institution: String,
    categories: Vec<Choice>,
    day: String,
    count: String,
    earlier: Option<Link>,
    later: Option<Link>,
    legend: Vec<(&'static str, &'static str)>,
    groups: Vec<Group>,
    pages: Vec<PageLink>,
    prev: Option<String>,
    next: Option<String>,
}

/// Rows that share a scale.
struct Group {
    heading: &'static str,
    scale: Vec<(String, String)>,
    ticks: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    name: String,
    place: String,
    bars: Vec<Bar>,
    frees: Vec<Link>,
    none: &'static str,
    then: Option<Link>,
}

/// `GET /availability`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, request: HttpRequest, Query(query): Query) -> Answer {
    let place = match shared::find(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(place) => place,
    };
    let office = ClosedDays {
        holidays: visit.db().read(store::holiday::kept).await?,
        ..ClosedDays::standard()
    };
    let asked = Asked::of(&query, visit.actor.at.day(), &office);
    let facts = facts::gather(&visit, &asked).await?;
    let page = Page {
        frame: Frame::of(&visit),
        w: &visit.words().availability,
        page: compose(&visit, &facts, &asked),
    };
    place.answer(&visit, &page)
}

fn compose(visit: &Visit, facts: &Facts, asked: &Asked) -> Comparison {
    let (language, w) = (visit.language, &visit.words().availability);
    let first = (facts.page - 1) * ROWS + 1;
    let (before, after) = asked.neighbours(visit.actor.at.day());
    let on = |day: NaiveDate, label| Link::to(visit, &asked.address(day, facts.page), label);
    let at = |page: usize| visit.href(&asked.address(asked.day, page));
    let pages = facts.all.div_ceil(ROWS);
    let mut legend = slot_table::legend(language, visit.actor.person().is_some());
    legend.retain(|(state, _)| *state != "on");
    Comparison {
        crumbs: vec![Link::to(visit, "/", w.home)],
        action: visit.href("/availability"),
        date: asked.day.to_string(),
        institution: asked.institution.clone(),
        categories: categories(visit, facts, asked),
        day: when::day_with_year(language, asked.day),
        count: availability::count(
            language,
            first,
            first + facts.rows.len().max(1) - 1,
            facts.all,
        ),
        earlier: before.map(|day| on(day, w.earlier)),
        later: after.map(|day| on(day, w.later)),
        legend,
        groups: groups(visit, facts, asked),
        pages: (1..=pages)
            .map(|page| PageLink {
                href: at(page),
                label: page.to_string(),
                current: page == facts.page,
            })
            .collect(),
        prev: (facts.page > 1).then(|| at(facts.page - 1)),
        next: (facts.page < pages).then(|| at(facts.page + 1)),
    }
}

fn categories(visit: &Visit, facts: &Facts, asked: &Asked) -> Vec<Choice> {
    let choice = |(code, said): &(String, crate::domain::name::Name)| Choice {
        value: code.clone(),
        label: name::of(visit.language, said).to_owned(),
        hint: None,
        chosen: *code == asked.category,
    };
    facts.categories.iter().map(choice).collect()
}

/// Instruments by the hour, then those by the day.
fn groups(visit: &Visit, facts: &Facts, asked: &Asked) -> Vec<Group> {
    let w = &visit.words().availability;
    let group = |heading, by_day| {
        let rows: Vec<Row> = facts
            .rows
            .iter()
            .filter(|row| row.by_day() == by_day)
            .map(|facts| row(visit, facts, asked.day))
            .collect();
        let scale = strip::scale(by_day, asked.day);
        (!rows.is_empty()).then(|| Group {
            heading,
            ticks: scale.iter().map(|(x, _)| x.clone()).collect(),
            scale,
            rows,
        })
    };
    [group(w.by_hours, false), group(w.by_days, true)]
        .into_iter()
        .flatten()
        .collect()
}

fn row(visit: &Visit, row: &facts::Row, day: NaiveDate) -> Row {
    let (language, w) = (visit.language, &visit.words().availability);
    let resource = &row.resource;
    let viewer: Option<UserId> = visit.actor.person().map(|person| person.id);
    let minutes = resource.parameters.shortest();
    let path = links::resource(&resource.slug);
    let chosen = |slot: &Span| {
        let start = write_local(slot.start());
        visit.href(&format!("{path}?start={start}&len={minutes}"))
    };
    let label = |time: &Span| {
        if row.by_day() {
            when::span(language, time)
        } else {
            when::hours(language, time)
        }
    };
    let frees = row.free.iter().take(STRETCHES).map(|time| Link {
        href: chosen(time),
        label: label(time),
    });
    let more = (row.free.len() > STRETCHES).then(|| Link::to(visit, &path, w.more));
    let none = match (row.free.is_empty(), row.by_day()) {
        (false, _) => "",
        (true, false) => w.none_that_day,
        (true, true) => w.none_those_days,
    };
    Row {
        href: visit.href(&path),
        name: name::of(language, &resource.name).to_owned(),
        place: name::of(language, &resource.institution_name).to_owned(),
        bars: strip::axis(row, day)
            .map(|axis| strip::bars(row, &axis, viewer, &visit.words().slot))
            .unwrap_or_default(),
        frees: frees.chain(more).collect(),
        none,
        then: row.next.as_ref().map(|slot| Link {
            href: chosen(slot),
            label: format!("{} {}", w.next, when::day(language, slot.start().day())),
        }),
    }
}
