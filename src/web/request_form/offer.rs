//! What the form offers instead of a time that can't be had: reasons with ways forward, times, lengths.

use crate::domain::policy;
use crate::domain::policy::case::Case;
use crate::domain::policy::elsewhere;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::ground::{Part, Remedy};
use crate::domain::rule::in_force;
use crate::domain::time::{Instant, Span, write_local};
use crate::web::parts::Choice;
use crate::web::request_form::about::About;
use crate::web::visit::Visit;
use crate::web::way::{Place, Reason, Wished, reason};
use crate::words::{counted, when};

/// What can be chosen in the form itself, so that what was typed stays.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Offer {
    #[default]
    Nothing,
    /// Other starts, all of one length.
    Starts(Vec<Span>),
    /// Other lengths from the same start, in minutes.
    Lengths(Vec<i64>),
    /// Fewer units, or the units at other times.
    Parts(Vec<Part>),
}

impl Offer {
    /// What these refusals offer.
    #[must_use]
    pub fn of(refusals: &[Refusal]) -> Self {
        let remedies = || refusals.iter().flat_map(|refusal| &refusal.remedies);
        let slots = remedies().find_map(|remedy| match remedy {
            Remedy::Slots(slots) => Some(slots.clone()),
            _ => None,
        });
        let lengths: Vec<i64> = remedies()
            .filter_map(|remedy| match remedy {
                Remedy::Length { minutes } => Some(*minutes),
                _ => None,
            })
            .collect();
        let parts: Vec<Part> = remedies()
            .filter_map(|remedy| match remedy {
                Remedy::Part(part) => Some(part.clone()),
                _ => None,
            })
            .collect();
        if !parts.is_empty() {
            return Self::Parts(parts);
        }
        match (slots, lengths.is_empty()) {
            (Some(slots), _) => Self::Starts(slots),
            (None, false) => Self::Lengths(lengths),
            (None, true) => Self::Nothing,
        }
    }

    /// The times or lengths to choose from.
    #[must_use]
    pub fn choices(&self, visit: &Visit) -> Vec<Choice> {
        let choice = |value, label| Choice {
            value,
            label,
            hint: None,
            chosen: false,
        };
        let language = visit.language;
        match self {
            Self::Nothing => Vec::new(),
            Self::Starts(slots) => slots
                .iter()
                .map(|slot| choice(write_local(slot.start()), when::span(language, slot)))
                .collect(),
            Self::Parts(parts) => {
                let as_asked = visit.words().booking.as_asked.to_owned();
                let label = |part| counted::part(language, part);
                let parts = parts.iter().map(|part| choice(code(part), label(part)));
                parts.chain([choice(String::new(), as_asked)]).collect()
            }
            Self::Lengths(lengths) => lengths
                .iter()
                .map(|minutes| choice(minutes.to_string(), when::length(language, *minutes)))
                .collect(),
        }
    }
}

/// A part as its choice posts it: start, length and units.
fn code(part: &Part) -> String {
    let start = write_local(part.span.start());
    format!("{start},{},{}", part.span.minutes(), part.units)
}

/// Why the wished time can't be had, as it is known before sending.
#[must_use]
pub fn wrong(about: &About<'_>, span: Span, now: Instant) -> Vec<Refusal> {
    let (scene, units) = (about.scene, about.scene.units(about.wish));
    let rule = in_force(&scene.rules, span.start().day());
    let citation = rule.map(|rule| rule.citation(scene.unit_slug(rule)));
    let asked = elsewhere::Asked {
        now,
        wish: span,
        units,
        manner: None,
    };
    policy::check(&Case {
        by: Some(&scene.applicant),
        units,
        beside: &scene.beside,
        elsewhere: &elsewhere::cases(&scene.elsewhere, &asked),
        ..Case::of_time(now, &scene.resource, span, &scene.taken, citation.as_ref())
    })
}

/// The reasons that a form shows above its fields: those of a refused one that have ways forward, or
/// those that are known before anything was typed.
#[must_use]
pub fn reasons(visit: &Visit, about: &About<'_>) -> Vec<Reason> {
    let span = about.wish.span();
    let wished = |place| Wished {
        slug: &about.scene.resource.slug,
        span,
        units: about.scene.units(about.wish),
        place,
    };
    if about.returned.is_some() {
        return Vec::new();
    }
    if about.refusals.is_empty() {
        let known = span.map(|span| wrong(about, span, visit.actor.at));
        let known = known.unwrap_or_default();
        let place = wished(Place::Form);
        return known.iter().map(|one| reason(visit, one, &place)).collect();
    }
    let place = wished(Place::Typed);
    about
        .refusals
        .iter()
        .filter(|refusal| !refusal.remedies.is_empty())
        .map(|refusal| reason(visit, refusal, &place))
        .collect()
}
