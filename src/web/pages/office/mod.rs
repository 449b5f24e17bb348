//! 窓口の確認: what waits for the offices at which the visitor answers.

pub mod show;

use askama::Template;

use crate::domain::actor::Role;
use crate::store::office::{self as store, Line, Part};
use crate::web::answer::{self, Answer};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, PageLink};
use crate::web::visit::Visit;
use crate::words::gate::{gate, office};
use crate::words::office as said;
use crate::words::{name, when};

/// What one page shows.
const SHOWN: i64 = 50;
/// The last page that may be asked for.
const LAST_PAGE: i64 = 1_000;
/// Answers of late that are shown below.
const LATELY: i64 = 20;

#[derive(Template)]
#[template(path = "office/index.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    done: bool,
    count: String,
    waiting: Vec<Row>,
    answered: Vec<Row>,
    pages: Vec<PageLink>,
    prev: Option<String>,
    next: Option<String>,
}

struct Row {
    href: String,
    what: String,
    office: String,
    person: String,
    institution: String,
    aim: String,
    when: String,
    due: Chip,
    answered: String,
}

/// `GET /office?page=&done=`
///
/// # Errors
/// A fault.
pub async fn index(visit: Visit, Query(query): Query) -> Answer {
    let (roles, at) = (visit.person()?.roles.clone(), visit.actor.at);
    let number = query.parse::<i64>("page").unwrap_or(1).clamp(1, LAST_PAGE);
    let look = visit.db().read(move |conn| {
        let part = ((number - 1) * SHOWN, SHOWN + 1);
        Ok((
            store::queue(conn, &roles, Part::Waiting, at, part)?,
            store::queue(conn, &roles, Part::Answered, at, (0, LATELY))?,
        ))
    });
    let (mut waiting, answered) = look.await?;
    let taken = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let is_more = waiting.len() > taken;
    waiting.truncate(taken);
    let w = &visit.words().office;
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        done: query.raw("done") == "1",
        count: said::count(visit.language, visit.owed.unwrap_or_default()),
        waiting: waiting.iter().map(|line| row(&visit, line)).collect(),
        answered: answered.iter().map(|line| row(&visit, line)).collect(),
        pages: pages(&visit, number, is_more),
        prev: (number > 1).then(|| address(&visit, number - 1)),
        next: is_more.then(|| address(&visit, number + 1)),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

fn address(visit: &Visit, number: i64) -> String {
    visit.href(&format!("/office?page={number}"))
}

/// This page and its neighbours.
fn pages(visit: &Visit, number: i64, is_more: bool) -> Vec<PageLink> {
    let last = match is_more {
        true => number + 1,
        false => number,
    };
    ((number - 1).max(1)..=last)
        .map(|one| PageLink {
            href: address(visit, one),
            label: one.to_string(),
            current: one == number,
        })
        .collect()
}

fn row(visit: &Visit, line: &Line) -> Row {
    let language = visit.language;
    let days = (line.due_on - visit.actor.at.day()).num_days();
    let (tone, text) = said::due(language, &when::day(language, line.due_on), days);
    let (aim, when) = match &line.aim {
        Some((resource, span)) => (
            name::of(language, resource).to_owned(),
            when::span(language, span),
        ),
        None => (line.number.clone(), line.project_number.clone()),
    };
    let institution = name::of(language, &line.office);
    let office = office(language, line.gate.office());
    Row {
        href: visit.href(&links::office_fact(line.fact)),
        what: gate(language, line.gate).to_owned(),
        office: match line.door {
            Role::FacilityManager(_) => office.to_owned(),
            _ => said::answers_for(language, institution, office),
        },
        person: line.holder.clone(),
        institution: name::of(language, &line.holder_institution).to_owned(),
        aim,
        when,
        due: Chip { tone, text },
        answered: line
            .answered_at
            .map(|at| when::moment(language, at))
            .unwrap_or_default(),
    }
}
