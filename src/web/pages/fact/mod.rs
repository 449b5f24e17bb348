//! 必要な確認: what somebody entered for gates, how it stands, and what their bookings wait for.

mod control;
pub mod new;
pub mod show;

use askama::Template;

use crate::domain::gate::Gate;
use crate::domain::gate::entry::field::{At, fields};
use crate::domain::gate::fact::Fact;
use crate::domain::gate::life::{Life, Owed, life};
use crate::store::gate::ask::Kept;
use crate::store::gate::mine::{self, Mine, Waiting};
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::fact::{self as words, said};
use crate::words::gate::{gate, office, short};
use crate::words::tab::Part;
use crate::words::{name, when};

/// Most facts that are listed.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "fact/index.html")]
struct Page {
    frame: Frame,
    w: &'static words::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    held: Vec<Held>,
    mine: Vec<Row>,
    kinds: Vec<Link>,
}

struct Held {
    booking: Link,
    gates: Vec<Step>,
}

struct Step {
    name: String,
    standing: Chip,
    enter: Option<Link>,
}

struct Row {
    link: Link,
    more: String,
    standing: Chip,
    next: String,
    until: String,
}

/// `GET /my/facts`
///
/// # Errors
/// A fault.
pub async fn index(visit: Visit) -> Answer {
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| mine::of(conn, user, at, SHOWN));
    let mine = look.await?;
    let w = &visit.words().fact;
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        tabs: tab::tabs(&visit, Part::Mine),
        tabs_label: tab::label(&visit, Part::Mine),
        held: mine
            .held
            .iter()
            .map(|one| held(&visit, &mine, one))
            .collect(),
        mine: mine
            .facts
            .iter()
            .map(|fact| row(&visit, &mine, fact))
            .collect(),
        kinds: kinds(&visit),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// What can be entered without a booking or a facility.
fn kinds(visit: &Visit) -> Vec<Link> {
    let anywhere = |gate: &&Gate| fields(**gate).is_some_and(|fields| fields.at == At::Anywhere);
    let link = |one: &Gate| {
        let path = links::enter(*one, "", None);
        Link::to(visit, &path, gate(visit.language, *one))
    };
    Gate::ALL.iter().filter(anywhere).map(link).collect()
}

fn owed<'a>(mine: &'a Mine, fact: &Fact) -> Vec<&'a Kept> {
    let asks = mine.asks.iter();
    asks.filter(|kept| kept.fact == fact.id && kept.answered_at.is_none())
        .collect()
}

fn stands(visit: &Visit, mine: &Mine, fact: &Fact) -> Life {
    let owed = Owed(owed(mine, fact).len());
    life(fact, owed, None, visit.actor.at.day())
}

fn held(visit: &Visit, mine: &Mine, one: &Waiting) -> Held {
    let language = visit.language;
    let resource = name::of(language, &one.resource);
    let label = format!("{resource} {}", when::span_with_year(language, &one.span));
    Held {
        booking: Link::to(visit, &links::request(one.booking), label),
        gates: one
            .gates
            .iter()
            .map(|gate| step(visit, mine, one, *gate))
            .collect(),
    }
}

/// One gate that a booking waits for: what was entered for it, or a button.
fn step(visit: &Visit, mine: &Mine, one: &Waiting, wanted: Gate) -> Step {
    let w = &visit.words().fact;
    let own = |fact: &&Fact| {
        fact.gate == wanted && fact.booking.is_none_or(|booking| booking == one.booking)
    };
    let last = mine.facts.iter().find(own);
    let standing = last.map(|fact| stands(visit, mine, fact));
    let (tone, text) = standing.map_or(("o", ""), |life| said::life(visit.language, life));
    let enter = match (wanted, standing) {
        (Gate::RuleConsent, _) => Some(("/my/consents".to_owned(), w.see)),
        (Gate::Training, _) => Some(("/my/trainings".to_owned(), w.train)),
        (_, Some(Life::Waiting)) => None,
        (_, None) => Some((links::enter(wanted, &one.slug, Some(one.booking)), w.enter)),
        (_, Some(_)) => Some((
            links::enter(wanted, &one.slug, Some(one.booking)),
            w.enter_newer,
        )),
    };
    Step {
        name: gate(visit.language, wanted).to_owned(),
        standing: Chip {
            tone,
            text: text.to_owned(),
        },
        enter: enter.map(|(path, label)| Link::to(visit, &path, label)),
    }
}

fn row(visit: &Visit, mine: &Mine, fact: &Fact) -> Row {
    let language = visit.language;
    let (tone, text) = said::life(language, stands(visit, mine, fact));
    let next: Vec<String> = owed(mine, fact)
        .into_iter()
        .map(|kept| {
            let known = mine
                .offices
                .iter()
                .find(|(id, _)| *id == kept.ask.institution);
            let institution = known.map_or("", |(_, one)| name::of(language, one));
            let office =
                said::office_of(language, institution, office(language, fact.gate.office()));
            let due = when::day(language, kept.ask.due_on);
            format!("{office} {}", said::owed(language, &due))
        })
        .collect();
    let label = match fact.number.is_empty() {
        true => gate(language, fact.gate).to_owned(),
        false => format!("{} {}", short(language, fact.gate), fact.number),
    };
    Row {
        link: Link::to(visit, &links::fact(fact.id), label),
        more: when::day_with_year(language, fact.entered_at.day()),
        standing: Chip {
            tone,
            text: text.to_owned(),
        },
        next: next.join(" / "),
        until: fact
            .valid_until
            .map(|day| when::day_with_year(language, day))
            .unwrap_or_default(),
    }
}
