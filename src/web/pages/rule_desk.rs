//! The rules of an institution's units: in force, scheduled, being drafted; beginning a draft, recalling.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

use crate::acts;
use crate::acts::rule_draft::From;
use crate::domain::actor::Role;
use crate::domain::id::{FacilityId, InstitutionId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::draft::Touched;
use crate::domain::rule::draft::unit::{Unit, whole_name, whole_slug};
use crate::domain::rule::{Rule, in_force};
use crate::store;
use crate::store::rule::draft::keeper::{self, House};
use crate::web::answer::{self, Answer, Stop};
use crate::web::draft_frame::refused;
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Choice, Errors, FormError, PageLink};
use crate::web::tab;
use crate::web::visit::Visit;
use crate::words::booking::state::errors_heading;
use crate::words::desk as words;
use crate::words::tab::Part;
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "desk/rules.html")]
struct Page {
    frame: Frame,
    w: &'static words::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    tabs: Vec<PageLink>,
    tabs_label: String,
    csrf: String,
    action: String,
    done: Option<&'static str>,
    errors: Vec<FormError>,
    errors_heading: String,
    houses: Vec<(String, Vec<Shown>)>,
}

/// A unit with its rule.
struct Shown {
    name: String,
    slug: String,
    is_whole: bool,
    in_force: Option<Link>,
    scheduled: Vec<Scheduled>,
    /// Who saved the draft last, and where it goes on.
    draft: Option<(String, Link)>,
    /// What the plain button begins with, and what it says.
    main: (String, &'static str),
    choices: Vec<Choice>,
}

struct Scheduled {
    link: Link,
    version: String,
    recall: String,
}

/// What the page looks at: the institutions, their units with versions, their drafts.
struct Looked {
    houses: Vec<House>,
    units: Vec<(Unit, Vec<Rule>)>,
    drafts: Vec<(FacilityId, Touched)>,
}

fn institutions(visit: &Visit) -> Vec<InstitutionId> {
    let roles = visit.actor.person().map(|person| person.roles.as_slice());
    let roles = roles.unwrap_or_default().iter();
    roles
        .filter_map(|role| match role {
            Role::InstitutionOfficer(id) => Some(*id),
            _ => None,
        })
        .collect()
}

async fn look(visit: &Visit) -> Result<Looked, Stop> {
    let ids = institutions(visit);
    let look = visit.db().read(move |conn| {
        let units = keeper::of_institutions(conn, &ids)?;
        let places: Vec<_> = units
            .iter()
            .map(|unit| (unit.facility, unit.institution))
            .collect();
        let facilities: Vec<_> = units.iter().map(|unit| unit.facility).collect();
        let rules = store::rule::applying(conn, &places)?;
        let own = |unit: &Unit| {
            let mine = rules
                .iter()
                .filter(|(rule, _)| rule.facility == unit.facility);
            mine.map(|(rule, _)| rule.clone()).collect()
        };
        Ok(Looked {
            houses: keeper::houses(conn, &ids)?,
            drafts: store::rule::draft::touched(conn, &facilities)?,
            units: units
                .into_iter()
                .map(|unit| {
                    let rules = own(&unit);
                    (unit, rules)
                })
                .collect(),
        })
    });
    Ok(look.await?)
}

/// `GET /institution/rules?done=`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, Query(query): Query) -> Answer {
    let w = words::of(visit.language);
    let done = match query.raw("done") {
        "published" => Some(w.published),
        "recalled" => Some(w.recalled),
        "discarded" => Some(w.discarded),
        _ => None,
    };
    page(&visit, done, Vec::new()).await
}

/// `POST /institution/rules`: begins a draft.
///
/// # Errors
/// There is no such unit or version for this visitor, or a fault; refused it is the page itself.
pub async fn start(visit: Visit, form: Form) -> Answer {
    let slug = form.line("unit");
    let from = match form.raw("from").split_once(' ') {
        Some(("version", version)) => From::Version(version.to_owned()),
        _ if form.raw("from") == "nothing" => From::Nothing,
        _ => From::Model,
    };
    let by = visit.actor.clone();
    let deed = visit.db().act(by, move |tx, by| {
        acts::rule_draft::start(tx, by, &slug, &from)
    });
    match deed.await {
        Ok(slug) => answer::see(&visit.href(&links::draft(&slug))),
        Err(halt) => page(&visit, None, refused(halt)?).await,
    }
}

/// `POST /institution/rules/{facility}/recall`
///
/// # Errors
/// As [`start`].
pub async fn recall(visit: Visit, path: Path<String>, form: Form) -> Answer {
    let (slug, version) = (path.into_inner(), form.line("version"));
    let by = visit.actor.clone();
    let deed = visit.db().act(by, move |tx, by| {
        acts::rule_draft::recall(tx, by, &slug, &version)
    });
    match deed.await {
        Ok(_) => answer::see(&visit.href("/institution/rules?done=recalled")),
        Err(halt) => page(&visit, None, refused(halt)?).await,
    }
}

async fn page(visit: &Visit, done: Option<&'static str>, refusals: Vec<Refusal>) -> Answer {
    let looked = look(visit).await?;
    let (language, w) = (visit.language, words::of(visit.language));
    let status = if refusals.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let errors = Errors::of(language, refusals).summary();
    let house = |house: &House| {
        let label = name::of(language, &house.name).to_owned();
        (label, of_house(visit, &looked, house))
    };
    let body = Body {
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, "/institution", w.heading),
        ],
        tabs: tab::tabs(visit, Part::Institution),
        tabs_label: tab::label(visit, Part::Institution),
        csrf: visit.csrf(),
        action: visit.href("/institution/rules"),
        done,
        errors_heading: errors_heading(language, errors.len()),
        errors,
        houses: looked.houses.iter().map(house).collect(),
    };
    let template = Page {
        frame: Frame::of(visit),
        w,
        page: body,
    };
    answer::page_with(status, &template)
}

/// The units of an institution: the whole, which may have no rule yet, and its facilities.
fn of_house(visit: &Visit, looked: &Looked, house: &House) -> Vec<Shown> {
    let mine = looked
        .units
        .iter()
        .filter(|(unit, _)| unit.institution == house.id);
    let mut shown: Vec<Shown> = mine
        .map(|(unit, rules)| {
            let touched = looked.drafts.iter().find(|(id, _)| *id == unit.facility);
            let at = (
                name::of(visit.language, &unit.name),
                unit.slug.as_str(),
                unit.is_whole,
            );
            of_unit(visit, at, rules, touched.map(|(_, touched)| touched))
        })
        .collect();
    if !shown.iter().any(|one| one.is_whole) {
        let (called, slug) = (whole_name(), whole_slug(&house.slug));
        let at = (name::of(visit.language, &called), slug.as_str(), true);
        shown.insert(0, of_unit(visit, at, &[], None));
    }
    shown
}

fn of_unit(
    visit: &Visit,
    (called, slug, is_whole): (&str, &str, bool),
    rules: &[Rule],
    touched: Option<&Touched>,
) -> Shown {
    let (language, w) = (visit.language, words::of(visit.language));
    let today = visit.actor.at.day();
    let link = |rule: &Rule| {
        let day = when::day_with_year(language, rule.effective_on);
        let label = words::version(language, &rule.version, &day);
        Link::to(visit, &links::rule(slug, &rule.version), label)
    };
    let now = in_force(rules, today);
    let scheduled = rules.iter().filter(|rule| rule.effective_on > today);
    Shown {
        name: called.to_owned(),
        slug: slug.to_owned(),
        is_whole,
        in_force: now.map(link),
        scheduled: scheduled
            .map(|rule| Scheduled {
                link: link(rule),
                version: rule.version.clone(),
                recall: visit.href(&format!("/institution/rules/{slug}/recall")),
            })
            .collect(),
        draft: touched.map(|touched| {
            let said = words::touched(language, &touched.by, touched.at);
            (said, Link::to(visit, &links::draft(slug), w.go_on))
        }),
        main: newest(rules, today).map_or_else(
            || ("model".to_owned(), w.begin_model),
            |rule| (format!("version {}", rule.version), w.amend),
        ),
        choices: choices(visit, rules, today),
    }
}

/// What a draft is a copy of: the version in force, or one to come where none is.
fn newest(rules: &[Rule], today: NaiveDate) -> Option<&Rule> {
    in_force(rules, today).or(rules.first())
}

fn choices(visit: &Visit, rules: &[Rule], today: NaiveDate) -> Vec<Choice> {
    let (language, w) = (visit.language, words::of(visit.language));
    let newest = newest(rules, today).map(|rule| rule.id);
    let choice = |value: String, label: String, chosen| Choice {
        value,
        label,
        hint: None,
        chosen,
    };
    let copies = rules.iter().map(|rule| {
        let label = words::copy_of(language, &rule.version);
        choice(
            format!("version {}", rule.version),
            label,
            newest == Some(rule.id),
        )
    });
    let model = choice(
        "model".to_owned(),
        w.from_model.to_owned(),
        newest.is_none(),
    );
    let nothing = choice("nothing".to_owned(), w.from_nothing.to_owned(), false);
    copies.chain([model, nothing]).collect()
}
