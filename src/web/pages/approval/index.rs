//! The manager's queue: what waits, what competes first, then the oldest.

use std::collections::BTreeSet;

use askama::Template;

use crate::domain::booking::State;
use crate::domain::event::Kind;
use crate::domain::id::BookingId;
use crate::store::booking::list::{self, Line};
use crate::store::booking::{contest, proposal};
use crate::store::outage::effect;
use crate::web::answer::{self, Answer};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::{happened, state};
use crate::words::tab::Part;
use crate::words::{approval as said, name, when};

/// Most requests shown at once.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "approval/index.html")]
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
    say: String,
    done: Vec<String>,
    count: String,
    rows: Vec<Row>,
    changes_heading: &'static str,
    changes: Vec<Link>,
}

/// What somebody else must do something about first.
const NOT_YET: [State; 2] = [State::Held, State::UserSide];

/// What is known of the requests besides.
struct Marks {
    /// 振替: their applicants come first.
    replacing: Vec<BookingId>,
    /// 競合: others want the same time.
    contested: BTreeSet<BookingId>,
}

struct Row {
    contested: bool,
    id: String,
    number: String,
    href: String,
    person: String,
    institution: String,
    resource: String,
    when: String,
    chips: Vec<Chip>,
    note: String,
    approve: Option<String>,
    /// 比べて決める
    compare: Option<Link>,
    back: Option<Link>,
}

/// `GET /manage`
///
/// # Errors
/// Never; it leads on.
pub async fn manage(visit: Visit) -> Answer {
    answer::see(&visit.href("/manage/requests"))
}

/// `GET /manage/requests?done=&what=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let facilities = visit.actor.managed_facilities();
    let at = visit.actor.at;
    let look = visit.db().read(move |conn| {
        let changing = proposal::waiting(conn, &facilities, SHOWN)?;
        let waiting = list::waiting(conn, &facilities, SHOWN)?;
        let ids: Vec<BookingId> = waiting.iter().map(|line| line.id).collect();
        let marks = Marks {
            replacing: effect::replacing(conn, &ids, at)?,
            contested: contest::contested(conn, &ids)?,
        };
        Ok((waiting, list::some(conn, &changing)?, marks))
    });
    let (mut waiting, changing, marks) = look.await?;
    waiting.sort_by_key(|line| !marks.contested.contains(&line.id));
    let w = &visit.words().approval;
    let done: Vec<String> = done(&visit, &query).into_iter().collect();
    let undecided = waiting.iter().filter(|line| !NOT_YET.contains(&line.state));
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Part::Manage),
        tabs_label: tab::label(&visit, Part::Manage),
        csrf: visit.csrf(),
        say: done.first().cloned().unwrap_or_default(),
        done,
        count: said::count(
            visit.language,
            undecided.count(),
            !marks.contested.is_empty(),
        ),
        rows: waiting
            .iter()
            .map(|line| row(&visit, line, &marks))
            .collect(),
        changes_heading: visit.words().change.waiting_list,
        changes: changing
            .iter()
            .map(|line| changing_to(&visit, line))
            .collect(),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// What was just decided, if the address says so.
fn done(visit: &Visit, query: &crate::web::form::Form) -> Option<String> {
    let id: BookingId = query.parse("done")?;
    let kind = Kind::from_code(query.raw("what"))?;
    Some(said::decided(
        visit.language,
        &id.to_string(),
        happened::happened(visit.language, kind),
    ))
}

/// A confirmed booking that somebody wants to change.
fn changing_to(visit: &Visit, line: &Line) -> Link {
    let resource = name::of(visit.language, &line.resource);
    let when = when::span(visit.language, &line.span);
    let label = format!("{} {} {resource} {when}", line.id, line.applicant);
    Link::to(
        visit,
        &format!("{}/change", links::decision(line.id)),
        label,
    )
}

fn row(visit: &Visit, line: &Line, marks: &Marks) -> Row {
    let language = visit.language;
    let look = match line.state {
        State::Submitted => visit.words().contest.look,
        _ => visit.words().approval.look,
    };
    let own = visit
        .actor
        .person()
        .is_some_and(|person| person.id == line.user);
    let contested = marks.contested.contains(&line.id);
    let path = links::decision(line.id);
    let open =
        !own && !NOT_YET.contains(&line.state) && !contested && line.span.start() > visit.actor.at;
    Row {
        contested,
        id: line.id.to_string(),
        number: line.id.to_string(),
        href: visit.href(&path),
        person: line.applicant.clone(),
        institution: name::of(language, &line.applicant_institution).to_owned(),
        resource: name::of(language, &line.resource).to_owned(),
        when: when::span(language, &line.span),
        chips: chips(visit, line, (own, marks)),
        note: String::new(),
        approve: open.then(|| visit.href(&format!("{path}/approve"))),
        compare: contested
            .then(|| Link::to(visit, &links::conflict(line.id), visit.words().contest.link)),
        back: Some(Link::to(visit, &path, look)),
    }
}

/// What a manager should know before opening it.
fn chips(visit: &Visit, line: &Line, (own, marks): (bool, &Marks)) -> Vec<Chip> {
    let words = visit.words();
    let chip = |tone, text: &str| Chip {
        tone,
        text: text.to_owned(),
    };
    let days = (visit.actor.at.day() - line.created_at.day()).num_days();
    let (tone, text) = said::waited(visit.language, days);
    let mut chips = Vec::new();
    if marks.contested.contains(&line.id) {
        chips.push(chip("r", words.contest.chip));
    }
    chips.push(Chip { tone, text });
    if own {
        chips.push(chip("o", words.approval.own));
    }
    if marks.replacing.contains(&line.id) {
        chips.push(chip("b", words.outage.priority));
    }
    if line.state != State::FacilityReview {
        let (tone, text) = state::chip(visit.language, line.state);
        chips.push(chip(tone, text));
    }
    chips
}
