//! The checklist beside the form: what stands, and what is still open before sending.

use crate::domain::booking::home;
use crate::domain::name::Name;
use crate::domain::rule::Rule;
use crate::domain::time::Span;
use crate::web::gates::Line;
use crate::web::parts::Check;
use crate::web::request_form::about::About;
use crate::web::request_form::consent::open;
use crate::web::request_form::offer;
use crate::web::visit::Visit;
use crate::words::{endorse, name, when};

/// What stands and what is still open before sending.
pub(super) fn checks(visit: &Visit, about: &About<'_>, rule: Option<&Rule>) -> Vec<Check> {
    let w = &visit.words().booking;
    let mut checks = Vec::new();
    if about.returned.is_none()
        && let Some(span) = about.wish.span()
    {
        checks.push(slot_check(visit, about, span));
    }
    if let Some(rule) = rule {
        let given = open(about).is_empty();
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
    checks.extend(about.training.check.clone());
    checks.extend(home_check(visit, about));
    checks
}

/// Whether somebody at home is named who can agree, where the rule wants that.
fn home_check(visit: &Visit, about: &About<'_>) -> Option<Check> {
    let span = about.wish.span()?;
    let w = endorse::of(visit.language);
    let responsible = about.scene.responsible.as_ref();
    let (state, text) = match responsible {
        Some(_) => ("ok", w.named),
        None => ("ng", w.missing),
    };
    home::asks_for(about.scene, &span).then(|| Check {
        state,
        text: text.to_owned(),
        more: responsible.map_or_else(String::new, |named| named.name.clone()),
    })
}

/// Tone and heading over the list: all stands, something is open, or it can be sent and gates follow.
pub(super) fn standing(
    visit: &Visit,
    checks: &[Check],
    gates: &[Line],
) -> (&'static str, &'static str) {
    let w = &visit.words().booking;
    let stands = checks.iter().all(|check| check.state == "ok");
    match (stands, gates.iter().all(|gate| gate.state == "ok")) {
        (true, true) => ("ok", w.checks_heading),
        (true, false) => ("ok", w.checks_later_heading),
        (false, _) => ("wa", w.checks_open_heading),
    }
}

fn label(visit: &Visit, title: &Name, version: &str) -> String {
    format!("{} {version}", name::of(visit.language, title))
}

/// The time; why it can't be had stands above the form, with ways forward.
fn slot_check(visit: &Visit, about: &About<'_>, span: Span) -> Check {
    let w = &visit.words().booking;
    let fits = offer::wrong(about, span, visit.actor.at).is_empty();
    Check {
        state: if fits { "ok" } else { "ng" },
        text: if fits { w.slot_fits } else { w.slot_wrong }.to_owned(),
        more: when::span(visit.language, &span),
    }
}
