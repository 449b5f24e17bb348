//! What can be chosen of a use: the safety of its samples, and how the resource is used.

use crate::domain::attendant::is_needed;
use crate::domain::booking::Safety;
use crate::domain::booking::part::Part;
use crate::domain::policy::case::Case;
use crate::domain::policy::person::{Modes, Supervision, modes};
use crate::domain::support::SupportMode;
use crate::web::parts::Choice;
use crate::web::request_form::about::About;
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::{attend, beside, name, training};

pub(in crate::web) fn safeties(visit: &Visit, chosen: Option<Safety>) -> Vec<Choice> {
    let words = |one| state::safety(visit.language, one);
    Safety::ALL
        .iter()
        .map(|&one| choice(one.code(), words(one), chosen == Some(one)))
        .collect()
}

/// The ways of use that this person can choose at the wished time.
pub(in crate::web) fn modes_of(visit: &Visit, about: &About<'_>) -> Modes {
    let Some(span) = about.wish.span() else {
        return Modes {
            open: SupportMode::ALL.to_vec(),
            supervision: None,
        };
    };
    let scene = about.scene;
    modes(&Case {
        by: Some(&scene.applicant),
        ..Case::of_time(visit.actor.at, &scene.resource, span, &[], None)
    })
}

pub(in crate::web) fn supports(
    visit: &Visit,
    about: &About<'_>,
    open: &[SupportMode],
) -> Vec<Choice> {
    let words = |one| state::support_mode(visit.language, one);
    let chosen = about.wish.content.support_mode;
    open.iter()
        .map(|&one| Choice {
            hint: attended(visit, about, one).map(str::to_owned),
            ..choice(one.code(), words(one), chosen == Some(one))
        })
        .collect()
}

/// What a way of use means for an attendant, where it takes the time of one.
fn attended(visit: &Visit, about: &About<'_>, mode: SupportMode) -> Option<&'static str> {
    let (scene, w) = (about.scene, attend::of(visit.language));
    let span = about.wish.span()?;
    let terms = scene.resource.on(span.start().day()).terms;
    let asks = about.returned.is_none() && is_needed(terms, Some(mode));
    let free = || scene.attendants.iter().any(|one| one.is_free(&span));
    asks.then(|| if free() { w.reserved } else { w.nobody })
}

/// What can be used together with the resource.
pub(in crate::web) fn companions(visit: &Visit, about: &About<'_>) -> Vec<Choice> {
    let with = &about.wish.with;
    let offered = about.scene.offered.iter();
    let offered = offered.filter(|_| about.returned.is_none());
    let ours = about.scene.resource.facility;
    let label = |part: &Part| match (name::of(visit.language, &part.name), &part.place) {
        (own, _) if part.facility == ours => own.to_owned(),
        (own, of) => beside::of_other(visit.language, own, name::of(visit.language, of)),
    };
    offered
        .map(|part| choice(&part.slug, &label(part), with.contains(&part.slug)))
        .collect()
}

/// Why self operation is not among them, where the rule offers it to others.
pub(in crate::web) fn support_hint(visit: &Visit, needed: Option<Supervision>) -> String {
    needed.map_or_else(String::new, |needed| {
        training::not_alone_yet(visit.language, needed.sessions, needed.done)
    })
}

fn choice(value: &str, label: &str, chosen: bool) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        chosen,
    }
}
