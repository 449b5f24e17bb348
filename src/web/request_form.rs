//! The request form as one page: shown empty, refused with everything kept, lost its slot, or to be mended.

use askama::Template;

use crate::domain::booking::{Content, Safety, Scene, SupportMode, Wish};
use crate::domain::catalogue::Name;
use crate::domain::policy::{self, Case};
use crate::domain::refusal::{Field as Named, Refusal, Wrong};
use crate::domain::rule::{Rule, in_force};
use crate::domain::time::{Instant, Span, write_local};
use crate::web::form::{Form, encode};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Check, Choice, Errors, Fact, Field, FormError};
use crate::web::visit::Visit;
use crate::words::{self, booking as said, name, when};

/// The page.
#[derive(Template)]
#[template(path = "booking/new.html")]
pub struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    heading: &'static str,
    send: &'static str,
    returned: Option<String>,
    crumbs: Vec<Link>,
    action: String,
    hidden: Vec<(String, String)>,
    errors: Vec<FormError>,
    errors_heading: String,
    lost: Option<Lost>,
    purpose: Field,
    sample: Field,
    project_number: Field,
    safety: Field,
    support_mode: Field,
    safeties: Vec<Choice>,
    supports: Vec<Choice>,
    agree: Field,
    agree_label: String,
    agree_value: String,
    rule: Option<Link>,
    summary: Vec<Fact>,
    change_href: String,
    checks_tone: &'static str,
    checks_heading: String,
    checks: Vec<Check>,
}

struct Lost {
    heading: String,
    text: String,
    field: Field,
    starts: Vec<Choice>,
}

/// What the form is about.
pub struct About<'a> {
    pub scene: &'a Scene,
    pub wish: &'a Wish,
    pub refusals: Vec<Refusal>,
    /// The id that the form carries, so that a second click makes no second booking.
    pub id: String,
    /// The reason why the request came back, when this mends one.
    pub returned: Option<String>,
}

/// Reads the wish that a form posted.
#[must_use]
pub fn wish(form: &Form) -> Wish {
    Wish {
        start: crate::domain::time::parse_local(form.raw("start")),
        minutes: form
            .parse::<i64>("len")
            .filter(|minutes| (1..=44_640).contains(minutes)),
        content: content(form),
        agree: form.parse("agree"),
    }
}

/// Reads what a form says about the use.
#[must_use]
pub fn content(form: &Form) -> Content {
    Content {
        purpose: form.lines("purpose"),
        sample: form.line("sample"),
        safety: Safety::from_code(form.raw("safety")),
        support_mode: SupportMode::from_code(form.raw("support_mode")),
        project_number: form.line("project_number"),
    }
}

/// The page for this visit.
#[must_use]
pub fn page(visit: &Visit, about: About<'_>) -> Page {
    let w = &visit.words().booking;
    let language = visit.language;
    let resource = &about.scene.resource;
    let span = about.wish.span();
    let rule = span.and_then(|span| in_force(&about.scene.rules, span.start().day()));
    let open_rule =
        rule.filter(|rule| !about.scene.consents.contains(&rule.id) && about.returned.is_none());
    let lost = lost(visit, &about.refusals, span);
    let checks = checks(visit, &about, rule);
    let errors = Errors::of(language, about.refusals);
    let content = &about.wish.content;
    let mending = about.returned.is_some();
    let path = links::resource(&resource.slug);
    let body = Body {
        heading: if mending {
            w.correct_heading
        } else {
            w.request_heading
        },
        send: if mending { w.resend } else { w.send },
        crumbs: vec![
            Link::to(visit, "/", w.home),
            Link::to(visit, &path, name::of(language, &resource.name)),
        ],
        action: visit.href(&if mending {
            format!("/requests/{}/edit", about.id)
        } else {
            "/requests".to_owned()
        }),
        hidden: hidden(visit, about.wish, &resource.slug, &about.id, lost.is_some()),
        errors_heading: said::errors_heading(language, errors.summary().len()),
        errors: errors.summary(),
        lost,
        purpose: errors.field(Named::Purpose, content.purpose.clone()),
        sample: errors.field(Named::Sample, content.sample.clone()),
        project_number: errors.field(Named::ProjectNumber, content.project_number.clone()),
        safety: errors.field(Named::Safety, ""),
        support_mode: errors.field(Named::SupportMode, ""),
        safeties: Safety::ALL
            .iter()
            .map(|&one| {
                choice(
                    one.code(),
                    said::safety(language, one),
                    content.safety == Some(one),
                )
            })
            .collect(),
        supports: SupportMode::ALL
            .iter()
            .map(|&one| {
                choice(
                    one.code(),
                    said::support_mode(language, one),
                    content.support_mode == Some(one),
                )
            })
            .collect(),
        agree: errors.field(
            Named::Agree,
            about
                .wish
                .agree
                .map(|id| id.to_string())
                .unwrap_or_default(),
        ),
        agree_label: open_rule
            .map(|rule| said::agree_label(language, name::of(language, &rule.title), &rule.version))
            .unwrap_or_default(),
        agree_value: open_rule
            .map(|rule| rule.id.to_string())
            .unwrap_or_default(),
        rule: open_rule.map(|rule| rule_link(visit, rule, &resource.facility_slug)),
        summary: summary(visit, about.scene, span),
        change_href: visit.href(&change(&path, about.wish)),
        checks_tone: if checks.iter().all(|check| check.state == "ok") {
            "ok"
        } else {
            "wa"
        },
        checks_heading: if checks.iter().all(|check| check.state == "ok") {
            w.checks_heading
        } else {
            w.checks_open_heading
        }
        .to_owned(),
        checks,
        returned: about.returned,
    };
    Page {
        frame: Frame::of(visit),
        w,
        page: body,
    }
}

fn choice(value: &str, label: &str, chosen: bool) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen,
    }
}

fn rule_link(visit: &Visit, rule: &Rule, facility_slug: &str) -> Link {
    let path = format!("/rules/{facility_slug}/{}", encode(&rule.version));
    Link::to(visit, &path, name::of(visit.language, &rule.title))
}

/// Where another time is chosen: the resource's page at the wished one.
fn change(path: &str, wish: &Wish) -> String {
    match (wish.start, wish.minutes) {
        (Some(start), Some(minutes)) => {
            format!("{path}?start={}&len={minutes}", encode(&write_local(start)))
        }
        _ => path.to_owned(),
    }
}

fn hidden(
    visit: &Visit,
    wish: &Wish,
    slug: &str,
    id: &str,
    start_is_open: bool,
) -> Vec<(String, String)> {
    let mut hidden = vec![
        ("csrf", visit.csrf()),
        ("id", id.to_owned()),
        ("resource", slug.to_owned()),
        (
            "len",
            wish.minutes
                .map(|minutes| minutes.to_string())
                .unwrap_or_default(),
        ),
    ];
    if !start_is_open {
        hidden.push(("start", wish.start.map(write_local).unwrap_or_default()));
    }
    hidden
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// The nearest free slots, when the wished one was taken in the meantime.
fn lost(visit: &Visit, refusals: &[Refusal], span: Option<Span>) -> Option<Lost> {
    let w = &visit.words().booking;
    let nearest = refusals.iter().find_map(|refusal| match &refusal.wrong {
        Wrong::Taken { nearest, .. } => Some(nearest),
        _ => None,
    })?;
    span?;
    if nearest.is_empty() {
        return None;
    }
    let starts = nearest
        .iter()
        .map(|slot| {
            choice(
                &write_local(slot.start()),
                &when::span(visit.language, slot),
                false,
            )
        })
        .collect();
    let field = Field::default();
    Some(Lost {
        heading: w.lost_heading.to_owned(),
        text: w.lost_text.to_owned(),
        field,
        starts,
    })
}

fn summary(visit: &Visit, scene: &Scene, span: Option<Span>) -> Vec<Fact> {
    let w = &visit.words().booking;
    let language = visit.language;
    let resource = &scene.resource;
    let place = format!(
        "{} {}",
        name::of(language, &resource.institution_name),
        name::of(language, &resource.facility_name)
    );
    let mut facts = vec![
        Fact::new(w.resource, name::of(language, &resource.name)),
        Fact::new(w.facility, place),
    ];
    facts.extend(span.map(|span| Fact::new(w.when, when::span_with_year(language, &span))));
    if let Some(person) = visit.actor.person() {
        let home = name::of(language, &scene.applicant_institution);
        facts.push(Fact::new(w.applicant, format!("{}（{home}）", person.name)));
    }
    facts
}

/// What stands and what is still open before sending.
fn checks(visit: &Visit, about: &About<'_>, rule: Option<&Rule>) -> Vec<Check> {
    let w = &visit.words().booking;
    let mut checks = Vec::new();
    if about.returned.is_none()
        && let Some(span) = about.wish.span()
    {
        checks.push(slot_check(visit, about.scene, span, rule, visit.actor.at));
    }
    if let Some(rule) = rule {
        let given = about.returned.is_some() || about.scene.consents.contains(&rule.id);
        let (state, text) = if given {
            ("ok", w.consent_given)
        } else {
            ("", w.consent_open)
        };
        checks.push(Check {
            state,
            text: text.to_owned(),
            more: label(visit, &rule.title, &rule.version),
        });
    }
    checks
}

fn label(visit: &Visit, title: &Name, version: &str) -> String {
    format!("{} {version}", name::of(visit.language, title))
}

fn slot_check(
    visit: &Visit,
    scene: &Scene,
    span: Span,
    rule: Option<&Rule>,
    now: Instant,
) -> Check {
    let w = &visit.words().booking;
    let citation = rule.map(|rule| rule.citation(&scene.resource.facility_slug));
    let case = Case {
        now,
        resource: &scene.resource,
        wish: span,
        taken: &scene.taken,
        rule: citation.as_ref(),
    };
    let wrong = policy::check(&case);
    if wrong.is_empty() {
        return Check {
            state: "ok",
            text: w.slot_fits.to_owned(),
            more: when::span(visit.language, &span),
        };
    }
    let more = wrong
        .iter()
        .map(|refusal| words::refusal::say(visit.language, refusal).in_one())
        .collect::<Vec<_>>()
        .join(" ");
    Check {
        state: "ng",
        text: w.slot_wrong.to_owned(),
        more,
    }
}
