//! Every reason why a wish can't be granted, with the rule and article that each stands on.

use crate::domain::catalogue::{Access, access};
use crate::domain::policy::case::{Broken, Case};
use crate::domain::policy::{hour, limit, neighbour, person};
use crate::domain::refusal::ground::Ground;
use crate::domain::refusal::{Refusal, Wrong};

/// Every reason why the wish can't be granted, without ways forward.
#[must_use]
pub fn violations(case: &Case<'_>) -> Vec<Refusal> {
    let resource = case.resource;
    if access(resource.mode, resource.allocation) != Access::Slot || !resource.open {
        return vec![Refusal::of(Wrong::NotBookable)];
    }
    if case.rule.is_none() {
        return vec![Refusal::of(Wrong::NoRule)];
    }
    let mut found: Vec<Broken> = Vec::new();
    found.extend(hour::moment(case));
    found.extend(hour::length(case));
    found.extend(hour::days(case));
    found.extend(hour::raster(case));
    found.extend(hour::hours(case));
    found.extend(hour::night(case));
    found.extend(neighbour::neighbours(case));
    if let Some(by) = case.by {
        found.extend(person::eligible(case, by));
        found.extend(person::manner(case, by));
        found.extend(limit::limits(case, by));
        found.extend(person::gates(case));
    }
    found
        .into_iter()
        .filter(|broken| !is_waived(case, broken))
        .map(|broken| refused(case, broken))
        .collect()
}

/// Every reason of the person and of what they bring, for what is asked for without a slot.
#[must_use]
pub fn of_person(case: &Case<'_>) -> Vec<Refusal> {
    let Some(by) = case.by else { return Vec::new() };
    let mut found = person::eligible(case, by);
    found.extend(person::manner(case, by));
    found.extend(person::gates(case));
    found
        .into_iter()
        .filter(|broken| !is_waived(case, broken))
        .map(|broken| refused(case, broken))
        .collect()
}

/// What of opening hours, closed days and the nights before them a time does not keep, for whoever
/// records time that others allocated.
#[must_use]
pub fn of_opening(case: &Case<'_>) -> Vec<Refusal> {
    let found = hour::hours(case).into_iter().chain(hour::night(case));
    found.map(|broken| refused(case, broken)).collect()
}

fn is_waived(case: &Case<'_>, broken: &Broken) -> bool {
    let day = case.wish.start().day();
    let Some(((parameter, _), by)) = broken.ground.as_ref().zip(case.by) else {
        return false;
    };
    by.waivers
        .iter()
        .any(|waiver| waiver.lifts(*parameter, day))
}

/// The refusal with the rule, document and article that set the parameter.
fn refused(case: &Case<'_>, broken: Broken) -> Refusal {
    let Some((parameter, offending)) = broken.ground else {
        return Refusal::by_rule(broken.wrong, case.rule);
    };
    let term = case.in_force().terms.term(parameter);
    Refusal {
        ground: Some(Ground {
            parameter,
            value: term.value.clone(),
            offending,
            waiver: parameter.entry().waiver,
        }),
        ..Refusal::by_rule(broken.wrong, term.origin.citation.as_deref().or(case.rule))
    }
}
