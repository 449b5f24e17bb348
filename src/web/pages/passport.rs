//! The passport: one's trainings, registrations and checks in one place, and where they are recognised.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use crate::domain::equivalence::{Line, recognitions};
use crate::domain::gate::Gate;
use crate::domain::id::{CourseId, FactId, InstitutionId};
use crate::domain::name::Name;
use crate::domain::passport::{Record, Standing};
use crate::domain::training::Course;
use crate::store::equivalence::Place;
use crate::store::{self, equivalence};
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Chip, Fact, PageLink};
use crate::web::record;
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::tab::Part;
use crate::words::{gate as gates, name, passport as said, when};

/// Most records of the past of one kind.
const PAST: usize = 20;

#[derive(Template)]
#[template(path = "passport/show.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    holder: Vec<Fact>,
    soon: Vec<String>,
    groups: Vec<Group>,
    table: Link,
}

/// The records of one kind.
struct Group {
    heading: String,
    cards: Vec<Card>,
    past: Vec<Gone>,
    actions: Vec<Link>,
}

struct Card {
    title: String,
    standing: Chip,
    facts: Vec<Fact>,
    recognised_heading: &'static str,
    recognised: Vec<String>,
}

struct Gone {
    text: String,
    standing: Chip,
}

/// What the page is made of.
struct Facts {
    records: Vec<Record>,
    lines: Vec<Line>,
    places: BTreeMap<InstitutionId, Place>,
    courses: Vec<Course>,
    home: Name,
    fresh: BTreeSet<FactId>,
}

/// `GET /my/passport`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit) -> Answer {
    let (user, today) = (visit.person()?.id, visit.actor.at.day());
    let look = visit.db().read(move |conn| {
        let records = store::passport::of_person(conn, user)?;
        let lines = equivalence::counting(conn, today)?;
        let ids: Vec<InstitutionId> = lines.iter().map(|line| line.institution).collect();
        Ok(Facts {
            fresh: record::fresh(&records),
            places: equivalence::institutions(conn, &ids)?,
            courses: store::course::given(conn)?,
            home: store::profile::of(conn, user)?.institution,
            records,
            lines,
        })
    });
    let facts = look.await?;
    let w = &visit.words().passport;
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Part::Mine),
        tabs_label: tab::label(&visit, Part::Mine),
        holder: holder(&visit, &facts),
        soon: soon(&visit, &facts),
        groups: Gate::ALL
            .iter()
            .filter(|gate| gate.is_portable())
            .map(|gate| group(&visit, &facts, *gate))
            .collect(),
        table: Link::to(&visit, "/equivalences", w.table),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

fn holder(visit: &Visit, facts: &Facts) -> Vec<Fact> {
    let (language, w) = (visit.language, &visit.words().passport);
    let called = visit.actor.person().map(|person| person.name.clone());
    vec![
        Fact::new(w.holder, called.unwrap_or_default()),
        Fact::new(w.institution, name::of(language, &facts.home)),
        Fact::new(w.as_of, when::moment_with_year(language, visit.actor.at)),
    ]
}

/// What ends soon, and nothing newer takes the place of.
fn soon(visit: &Visit, facts: &Facts) -> Vec<String> {
    let today = visit.actor.at.day();
    facts
        .records
        .iter()
        .filter(|one| facts.fresh.contains(&one.fact.id))
        .filter(|one| one.ends_within(record::ahead(), today))
        .filter_map(|one| {
            let last = one.last_day()?;
            let left = (last - today).num_days();
            Some(said::ends(visit.language, &title(visit, one), last, left))
        })
        .collect()
}

/// What a record is called: its course, or its kind.
fn title(visit: &Visit, one: &Record) -> String {
    match &one.course {
        Some(course) => name::of(visit.language, course).to_owned(),
        None => gates::gate(visit.language, one.fact.gate).to_owned(),
    }
}

fn group(visit: &Visit, facts: &Facts, gate: Gate) -> Group {
    let today = visit.actor.at.day();
    let counts = |one: &&Record| {
        let standing = one.standing(today);
        facts.fresh.contains(&one.fact.id)
            && matches!(standing, Standing::Confirmed | Standing::Waiting)
    };
    let of_gate = || facts.records.iter().filter(|one| one.fact.gate == gate);
    let cards: Vec<Card> = of_gate()
        .filter(counts)
        .map(|one| card(visit, facts, one))
        .collect();
    let past = of_gate().filter(|one| !counts(one)).take(PAST);
    Group {
        heading: gates::gate(visit.language, gate).to_owned(),
        past: past.map(|one| gone(visit, facts, one)).collect(),
        actions: actions(visit, gate, &cards),
        cards,
    }
}

/// Where a record of this kind comes from.
fn actions(visit: &Visit, gate: Gate, cards: &[Card]) -> Vec<Link> {
    let w = &visit.words().passport;
    let enter = format!("/my/facts/new?gate={}", gate.code());
    let label = if cards.is_empty() {
        w.enter
    } else {
        w.enter_newer
    };
    let enter = Link::to(visit, &enter, label);
    match gate {
        Gate::Training => vec![Link::to(visit, "/my/trainings", w.trainings), enter],
        _ => vec![enter],
    }
}

fn card(visit: &Visit, facts: &Facts, one: &Record) -> Card {
    let (language, w) = (visit.language, &visit.words().passport);
    let day = |day| when::day_with_year(language, day);
    let unknown = || w.unknown.to_owned();
    let issuer = one.issuer.as_ref();
    let number = Some(one.fact.number.clone()).filter(|number| !number.is_empty());
    Card {
        title: title(visit, one),
        standing: record::chip(visit, one, &facts.fresh),
        facts: vec![
            Fact::new(w.number, number.unwrap_or_else(unknown)),
            Fact::new(
                w.issuer,
                issuer.map_or_else(unknown, |issuer| name::of(language, issuer).to_owned()),
            ),
            Fact::new(w.issued_on, one.fact.issued_on.map_or_else(unknown, day)),
            Fact::new(
                w.valid_until,
                one.last_day().map_or(w.endless.to_owned(), day),
            ),
        ],
        recognised_heading: w.recognised,
        recognised: recognised(visit, facts, one),
    }
}

/// Who recognises a record today, and until when.
fn recognised(visit: &Visit, facts: &Facts, one: &Record) -> Vec<String> {
    let (language, w) = (visit.language, &visit.words().passport);
    let today = visit.actor.at.day();
    if one.standing(today) != Standing::Confirmed {
        return vec![w.waiting_first.to_owned()];
    }
    let course = |id: Option<CourseId>| {
        let known = facts.courses.iter().find(|course| Some(course.id) == id);
        known.map(|course| name::of(language, &course.name))
    };
    let found: Vec<String> = recognitions(&facts.lines, &one.fact, today)
        .into_iter()
        .filter_map(|place| {
            let known = facts.places.get(&place.institution)?;
            let known = name::of(language, &known.name);
            let course = course(place.course);
            Some(said::recognised_by(language, known, course, place.until))
        })
        .collect();
    if found.is_empty() {
        vec![w.recognised_nowhere.to_owned()]
    } else {
        found
    }
}

fn gone(visit: &Visit, facts: &Facts, one: &Record) -> Gone {
    let last = one.last_day();
    let until = last.map(|day| when::day_with_year(visit.language, day));
    let parts = [
        Some(title(visit, one)),
        Some(one.fact.number.clone()).filter(|number| !number.is_empty()),
        until.map(|day| format!("{} {day}", visit.words().passport.valid_until)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Gone {
        text: parts.join(" ・ "),
        standing: record::chip(visit, one, &facts.fresh),
    }
}
