//! One version of a usage rule: its documents with their articles, and what the machine checks.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use actix_web::web::Path;
use askama::Template;

use crate::domain::name::Name;
use crate::domain::parameter::setting::Target;
use crate::domain::rule::{self, Rule};
use crate::store;
use crate::store::rule::RuleText;
use crate::web::answer::Answer;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::rule::article::{DocumentPart, documents};
use crate::web::pages::rule::condition::{GroupPart, conditions};
use crate::web::pages::rule::standing::{Standing, before, chip, numbered, standing, titled};
use crate::web::parts::{Chip, Fact};
use crate::web::shared::{self, Found};
use crate::web::visit::Visit;
use crate::words::rule::Words;
use crate::words::{name, when};

/// Most other versions that are named beside a version; its unit's page has all of them.
const VERSIONS_BESIDE: usize = 8;
/// Most articles that are listed at once; a longer list of contents must be opened.
const CONTENTS_OPEN: usize = 40;

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
    title_lang: Option<&'static str>,
    place: String,
    standing: Chip,
    model: bool,
    notes: Vec<&'static str>,
    newest: Option<Link>,
    changes: Option<Link>,
    set: Link,
    facts: Vec<Fact>,
    contents_open: bool,
    documents: Vec<DocumentPart>,
    conditions: Vec<GroupPart>,
    versions: Vec<Version>,
}

struct Version {
    link: Link,
    when: String,
    standing: Chip,
    current: bool,
}

/// `GET /rules/{facility}/{version}`
///
/// # Errors
/// There is no such version, or a fault.
pub async fn show(visit: Visit, path: Path<(String, String)>, request: HttpRequest) -> Answer {
    let kept = match shared::find_rules(&visit, &request).await? {
        Found::Ready(answer) => return Ok(answer),
        Found::Make(kept) => kept,
    };
    let (facility, version) = path.into_inner();
    let look = visit.db().read(move |conn| {
        let text = store::rule::at(conn, &facility, &version)?;
        let names = store::rule::target::names(conn, &[&text.text.sheet])?;
        Ok((text, names))
    });
    let (text, names) = look.await?;
    let template = Show {
        frame: Frame::of(&visit),
        w: &visit.words().rule,
        page: page(&visit, &text, &names),
    };
    kept.answer(&visit, &template)
}

fn page(visit: &Visit, text: &RuleText, names: &BTreeMap<Target, Name>) -> Page {
    let (language, w) = (visit.language, &visit.words().rule);
    let today = visit.actor.at.day();
    let standing = standing(&text.rule, &text.versions, today);
    let institution = name::of(language, &text.institution);
    let conditions = conditions(visit, &text.rule, &text.text, names);
    let unit = (text.facility_slug.as_str(), &text.rule);
    let documents = documents(visit, unit, &text.text, &conditions.by_article);
    let articles: usize = documents.iter().map(|one| one.articles.len()).sum();
    Page {
        crumbs: vec![
            Link::to(visit, "/institutions", w.institutions),
            Link::to(
                visit,
                &links::institution(&text.institution_slug),
                institution,
            ),
            Link::to(visit, &links::rule_set(&text.facility_slug), w.rule_set),
        ],
        title: titled(visit, &text.rule),
        title_lang: name::lang(language, &text.rule.title),
        place: place(visit, text),
        standing: chip(w, standing),
        model: text.rule.is_model(),
        notes: notes(w, text, standing),
        newest: newest(visit, text),
        changes: before(&text.rule, &text.versions).map(|old| {
            let path = links::rule_changes(&text.facility_slug, &text.rule.version, &old.version);
            Link::to(visit, &path, w.changes.replace("{}", &old.version))
        }),
        set: Link::to(visit, &links::rule_set(&text.facility_slug), w.all_versions),
        facts: facts(visit, text),
        contents_open: articles <= CONTENTS_OPEN,
        documents,
        conditions: conditions.groups,
        versions: versions(visit, text),
    }
}

/// The institution with the unit, once if the unit is the institution as a whole.
fn place(visit: &Visit, text: &RuleText) -> String {
    let institution = name::of(visit.language, &text.institution);
    let unit = name::of(visit.language, &text.facility);
    if unit.contains(institution) {
        return unit.to_owned();
    }
    format!("{institution} {unit}")
}

fn notes(w: &Words, text: &RuleText, standing: Standing) -> Vec<&'static str> {
    let note = match standing {
        Standing::InForce => None,
        Standing::NotYet => Some(w.not_yet_note),
        Standing::Replaced => Some(w.replaced_note),
    };
    let whole = text.rule.is_whole.then_some(w.whole_note);
    note.into_iter().chain(whole).collect()
}

fn newest(visit: &Visit, text: &RuleText) -> Option<Link> {
    let w = &visit.words().rule;
    let newest = rule::in_force(&text.versions, visit.actor.at.day())?;
    let path = links::rule(&text.facility_slug, &newest.version);
    (newest.id != text.rule.id).then(|| Link::to(visit, &path, w.newest_link))
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

/// The versions around this one.
fn versions(visit: &Visit, text: &RuleText) -> Vec<Version> {
    let w = &visit.words().rule;
    let today = visit.actor.at.day();
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
    let mut versions = text.versions.iter();
    let here = versions.position(|known| known.id == text.rule.id);
    let first = here.unwrap_or_default().saturating_sub(VERSIONS_BESIDE / 2);
    let around = text.versions.iter().skip(first).take(VERSIONS_BESIDE);
    around.map(one).collect()
}
