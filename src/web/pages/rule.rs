//! A usage rule as its facility published it.

use actix_web::web::Path;
use askama::Template;
use chrono::NaiveDate;

use crate::domain::rule::{self, Rule};
use crate::store;
use crate::store::rule::RuleText;
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::markdown::{Author, Prose, render};
use crate::web::parts::{Chip, Fact};
use crate::web::visit::Visit;
use crate::words::rule::Words;
use crate::words::{name, when};

#[derive(Template)]
#[template(path = "rule/show.html")]
struct Show {
    frame: Frame,
    w: &'static Words,
    page: Page,
}

struct Page {
    crumbs: Vec<Link>,
    title: String,
    place: String,
    standing: Chip,
    model: bool,
    notes: Vec<&'static str>,
    newest: Option<Link>,
    facts: Vec<Fact>,
    body: Prose,
    versions: Vec<Version>,
}

struct Version {
    link: Link,
    when: String,
    standing: Chip,
    current: bool,
}

/// Where a version stands on a day.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Standing {
    InForce,
    NotYet,
    Replaced,
}

/// `GET /rules/{facility}/{version}`
///
/// # Errors
/// There is no such version, or a fault.
pub async fn show(visit: Visit, path: Path<(String, String)>) -> Answer {
    let (facility, version) = path.into_inner();
    let text = visit
        .db()
        .read(move |conn| store::rule::at(conn, &facility, &version))
        .await?;
    answer::page(&Show {
        frame: Frame::of(&visit),
        w: &visit.words().rule,
        page: page(&visit, &text),
    })
}

fn page(visit: &Visit, text: &RuleText) -> Page {
    let w = &visit.words().rule;
    let today = visit.actor.at.day();
    let standing = standing(&text.rule, &text.versions, today);
    let institution = name::of(visit.language, &text.institution);
    let newest = rule::in_force(&text.versions, today)
        .filter(|newest| newest.id != text.rule.id)
        .map(|newest| {
            Link::to(
                visit,
                &links::rule(&text.facility_slug, &newest.version),
                w.newest_link,
            )
        });
    let articles = text.text.documents.iter().flat_map(|one| &one.articles);
    let body: Vec<&str> = articles
        .map(|article| name::of(visit.language, &article.body))
        .collect();
    Page {
        crumbs: vec![
            Link::to(visit, "/institutions", w.institutions),
            Link::to(
                visit,
                &links::institution(&text.institution_slug),
                institution,
            ),
        ],
        title: format!(
            "{} {}",
            name::of(visit.language, &text.rule.title),
            numbered(w, &text.rule)
        ),
        place: format!("{institution} {}", name::of(visit.language, &text.facility)),
        standing: chip(w, standing),
        model: text.rule.is_model(),
        notes: match standing {
            Standing::InForce => Vec::new(),
            Standing::NotYet => vec![w.not_yet_note],
            Standing::Replaced => vec![w.replaced_note],
        },
        newest,
        facts: facts(visit, text),
        body: render(&body.join("\n\n"), Author::Facility),
        versions: versions(visit, text, today),
    }
}

fn facts(visit: &Visit, text: &RuleText) -> Vec<Fact> {
    let w = &visit.words().rule;
    let day = |day| when::day_with_year(visit.language, day);
    vec![
        Fact::new(w.facility, name::of(visit.language, &text.facility)),
        Fact::new(w.version, numbered(w, &text.rule)),
        Fact::new(w.effective_on, day(text.rule.effective_on)),
        Fact::new(w.published_on, day(text.published_at.day())),
    ]
}

fn versions(visit: &Visit, text: &RuleText, today: NaiveDate) -> Vec<Version> {
    let w = &visit.words().rule;
    let one = |version: &Rule| Version {
        link: Link::to(
            visit,
            &links::rule(&text.facility_slug, &version.version),
            numbered(w, version),
        ),
        when: when::day_with_year(visit.language, version.effective_on),
        standing: chip(w, standing(version, &text.versions, today)),
        current: version.id == text.rule.id,
    };
    text.versions.iter().map(one).collect()
}

fn standing(rule: &Rule, versions: &[Rule], today: NaiveDate) -> Standing {
    match rule::in_force(versions, today) {
        Some(newest) if newest.id == rule.id => Standing::InForce,
        _ if rule.effective_on > today => Standing::NotYet,
        _ => Standing::Replaced,
    }
}

fn chip(w: &Words, standing: Standing) -> Chip {
    let (tone, text) = match standing {
        Standing::InForce => ("g", w.in_force),
        Standing::NotYet => ("b", w.not_yet),
        Standing::Replaced => ("", w.replaced),
    };
    Chip {
        tone,
        text: text.to_owned(),
    }
}

fn numbered(w: &Words, rule: &Rule) -> String {
    w.title_version.replace("{}", &rule.version)
}
