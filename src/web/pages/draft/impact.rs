//! What a draft would mean: bookings that break it, people who must consent anew, the year replayed.

use actix_web::web::Path;
use askama::Template;

use crate::domain::catalogue::Resource;
use crate::domain::id::ResourceId;
use crate::domain::refusal::Refusal;
use crate::domain::rule::impact::Broken;
use crate::domain::rule::impact::facts::Asked;
use crate::domain::rule::impact::replay::{Cause, Replay};
use crate::store::rule::draft::impact::BOOKINGS_MOST;
use crate::web::answer::{self, Answer};
use crate::web::draft_frame::{Head, Step, standing};
use crate::web::form::Query;
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::pages::draft::look::{Meaning, asked, assumed, meaning};
use crate::web::parts::{Fact, Field};
use crate::web::visit::Visit;
use crate::words::draft::{self as frame_words, impact as words};
use crate::words::{name, parameter, refusal, when};

/// Most bookings that are listed.
const LISTED: usize = 100;

#[derive(Template)]
#[template(path = "draft/impact.html")]
struct Page {
    frame: Frame,
    w: &'static frame_words::edit::Words,
    i: &'static words::Words,
    head: Head,
    page: Body,
}

struct Body {
    action: String,
    on: Field,
    earliest: String,
    summary: String,
    cut: Option<String>,
    broken: Vec<Line>,
    listed: Option<String>,
    people: Vec<Fact>,
    replay: Vec<Fact>,
    causes: Vec<Shown>,
    next: Link,
}

/// A booking that breaks the draft.
struct Line {
    number: String,
    resource: Link,
    when: String,
    reasons: Vec<String>,
}

/// A parameter that would have refused bookings.
struct Shown {
    label: &'static str,
    count: String,
    examples: Vec<String>,
}

/// `GET /institution/rules/{facility}/draft/impact?on=`
///
/// # Errors
/// There is no such draft for this visitor, or a fault.
pub async fn show(visit: Visit, path: Path<String>, Query(query): Query) -> Answer {
    let standing = standing(&visit, &path).await?;
    let today = visit.actor.at.day();
    let kept = standing.amendment.effective_on;
    let day = asked(query.raw("on"), today).or(kept.filter(|day| *day > today));
    let day = day.unwrap_or_else(|| assumed(today));
    let meaning = meaning(&visit, &standing, day).await?;
    let (language, w) = (visit.language, frame_words::of(visit.language));
    let slug = &standing.amendment.unit.slug;
    let base = links::draft(slug);
    let i = words::of(language);
    let all = meaning.impact.broken.len();
    let body = Body {
        action: visit.href(&format!("{base}/impact")),
        on: Field {
            value: day.to_string(),
            error: None,
        },
        earliest: crate::domain::rule::draft::publication::earliest(today).to_string(),
        summary: summary(&visit, &meaning),
        cut: meaning
            .facts
            .is_cut
            .then(|| words::cut(language, BOOKINGS_MOST)),
        broken: meaning
            .impact
            .broken
            .iter()
            .take(LISTED)
            .map(|one| line(&visit, &meaning.facts.resources, one))
            .collect(),
        listed: (all > LISTED).then(|| words::listed(language, LISTED, all)),
        people: people(&visit, &meaning),
        replay: replay(&visit, &meaning.impact.replay),
        causes: causes(&visit, &meaning),
        next: Link::to(&visit, &format!("{base}/publish?on={day}"), i.next),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        i,
        head: Head::of(&visit, &standing, Step::Impact, w.tab_impact),
        page: body,
    })
}

/// One line of what it means, for this page and the next.
pub(super) fn summary(visit: &Visit, meaning: &Meaning) -> String {
    let reconsent = meaning.impact.reconsent;
    let due = reconsent
        .first_due
        .map(|at| when::moment_with_year(visit.language, at));
    words::summary(
        visit.language,
        meaning.impact.broken.len(),
        reconsent.people,
        due.as_deref(),
    )
}

fn resource_name(visit: &Visit, resources: &[Resource], id: ResourceId) -> String {
    let found = resources.iter().find(|one| one.id == id);
    found.map_or_else(String::new, |one| {
        name::of(visit.language, &one.name).to_owned()
    })
}

fn line(visit: &Visit, resources: &[Resource], broken: &Broken) -> Line {
    let language = visit.language;
    let asked = &broken.asked;
    let found = resources.iter().find(|one| one.id == asked.resource);
    let day = asked.span.start().day();
    let path = match found {
        Some(one) if visit.actor.manages(one.facility) => links::decision(asked.booking),
        Some(one) => format!("{}?week={day}", links::resource(&one.slug)),
        None => "/resources".to_owned(),
    };
    Line {
        number: asked.booking.to_string(),
        resource: Link::to(
            visit,
            &path,
            resource_name(visit, resources, asked.resource),
        ),
        when: when::span_with_year(language, &asked.span),
        reasons: broken
            .reasons
            .iter()
            .map(|one| reason(visit, one))
            .collect(),
    }
}

/// What is wrong, with the article that says so.
fn reason(visit: &Visit, one: &Refusal) -> String {
    let said = refusal::say(visit.language, one);
    match said.rule {
        Some(rule) => format!("{} {rule}", said.what),
        None => said.what,
    }
}

fn people(visit: &Visit, meaning: &Meaning) -> Vec<Fact> {
    let (language, i) = (visit.language, words::of(visit.language));
    let reconsent = meaning.impact.reconsent;
    let mut facts = vec![
        Fact::new(i.people, words::people(language, reconsent.people)),
        Fact::new(i.bookings, words::bookings(language, reconsent.bookings)),
    ];
    let due = reconsent.first_due;
    facts.extend(due.map(|at| Fact::new(i.first_due, when::moment_with_year(language, at))));
    facts.push(Fact::new(i.told, words::people(language, meaning.told)));
    facts
}

fn replay(visit: &Visit, replay: &Replay) -> Vec<Fact> {
    let (language, i) = (visit.language, words::of(visit.language));
    if replay.looked_at == 0 {
        return Vec::new();
    }
    vec![
        Fact::new(i.looked_at, words::bookings(language, replay.looked_at)),
        Fact::new(
            i.refused,
            words::share(language, replay.refused, replay.looked_at),
        ),
        Fact::new(
            i.refused_today,
            words::bookings(language, replay.refused_today),
        ),
    ]
}

fn causes(visit: &Visit, meaning: &Meaning) -> Vec<Shown> {
    let language = visit.language;
    let resources = &meaning.facts.resources;
    let example = |(asked, refusal): &(Asked, Refusal)| {
        let resource = resource_name(visit, resources, asked.resource);
        let span = when::span_with_year(language, &asked.span);
        format!(
            "{} {resource} {span}: {}",
            asked.booking,
            reason(visit, refusal)
        )
    };
    let shown = |cause: &Cause| Shown {
        label: parameter::label(language, cause.parameter),
        count: words::bookings(language, cause.bookings),
        examples: cause.examples.iter().map(example).collect(),
    };
    meaning.impact.replay.causes.iter().map(shown).collect()
}
