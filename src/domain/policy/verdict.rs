//! Every reason why a wish can't be granted, with the rule and article that each stands on.

use crate::domain::catalogue::{Access, access};
use crate::domain::parameter::Parameter;
use crate::domain::policy::case::{Beside, Broken, Case};
use crate::domain::policy::waiver::Waiver;
use crate::domain::policy::{attended, hour, limit, neighbour, person, record, share};
use crate::domain::refusal::ground::Ground;
use crate::domain::refusal::{Refusal, Wrong};

/// Every reason why the wish can't be granted, without ways forward.
#[must_use]
pub fn violations(case: &Case<'_>) -> Vec<Refusal> {
    if let Some(wrong) = not_offered(case) {
        return vec![Refusal::of(wrong)];
    }
    let own = broken(case)
        .into_iter()
        .filter(|broken| !is_waived(case, broken))
        .map(|broken| refused(case, broken));
    let own: Vec<Refusal> = own.collect();
    let others = case
        .beside
        .iter()
        .flat_map(|one| of_beside(case, one, &own));
    let others: Vec<Refusal> = others.collect();
    own.into_iter().chain(others).collect()
}

/// What stands in the way of something that the wish takes besides; what the resource itself is refused for
/// is not said again.
fn of_beside(case: &Case<'_>, beside: &Beside, own: &[Refusal]) -> Vec<Refusal> {
    let is_elsewhere = beside.resource.facility != case.resource.facility;
    let mut found = violations(&Case {
        resource: &beside.resource,
        // another facility judges the person itself
        by: case.by.filter(|_| !is_elsewhere),
        taken: &beside.taken,
        units: 1,
        attendants: None,
        beside: &[],
        elsewhere: &[],
        ..*case
    });
    found.retain(|one| own.iter().all(|known| known.wrong != one.wrong));
    for refusal in &mut found {
        refusal.beside = Some(beside.resource.name.clone());
        if is_elsewhere && refusal.ground.is_none() {
            refusal.rule = None;
        }
    }
    found
}

/// 例外 without which the wish could not be granted, or would wait for a gate.
#[must_use]
pub fn waivers_used<'a>(case: &Case<'a>) -> Vec<&'a Waiver> {
    let Some(by) = case.by.filter(|_| not_offered(case).is_none()) else {
        return Vec::new();
    };
    let day = case.wish.start().day();
    let broken = broken(case);
    let grounds = broken.iter().filter_map(|one| one.ground.as_ref());
    let kept_out = grounds.map(|(parameter, _)| *parameter);
    let closed = case
        .standings(by, &case.history())
        .into_iter()
        .filter(|standing| !standing.is_open())
        .map(|standing| standing.asked.by);
    let mut used: Vec<&Waiver> = kept_out
        .chain(closed)
        .filter_map(|parameter| by.waiver(parameter, day))
        .collect();
    used.extend(by.waiver(Parameter::LicenceLapseUnusedMonths, day));
    used.sort_by_key(|waiver| waiver.id);
    used.dedup_by_key(|waiver| waiver.id);
    used
}

/// Why nothing can be asked for at all.
fn not_offered(case: &Case<'_>) -> Option<Wrong> {
    let resource = case.resource;
    let is_slot = access(resource.mode, resource.allocation) == Access::Slot;
    match (is_slot && resource.open, case.rule) {
        (false, _) => Some(Wrong::NotBookable),
        (true, None) => Some(Wrong::NoRule),
        (true, Some(_)) => None,
    }
}

fn broken(case: &Case<'_>) -> Vec<Broken> {
    let history = case.history();
    let mut found: Vec<Broken> = Vec::new();
    found.extend(hour::moment(case, &history));
    found.extend(hour::length(case));
    found.extend(hour::days(case));
    found.extend(hour::raster(case));
    found.extend(hour::hours(case));
    found.extend(hour::night(case));
    found.extend(neighbour::neighbours(case));
    found.extend(attended::attended(case));
    if let Some(by) = case.by {
        found.extend(person::eligible(case, by));
        found.extend(person::manner(case, &history));
        found.extend(record::record(case, by));
        found.extend(limit::limits(case, by, &history));
        found.extend(share::share(case, by));
        found.extend(person::gates(case, &history));
    }
    found
}

/// Every reason of the person and of what they bring, for what is asked for without a slot.
#[must_use]
pub fn of_person(case: &Case<'_>) -> Vec<Refusal> {
    let Some(by) = case.by else {
        return Vec::new();
    };
    let history = case.history();
    let mut found = person::eligible(case, by);
    found.extend(person::manner(case, &history));
    found.extend(record::record(case, by));
    found.extend(person::gates(case, &history));
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

/// Whether what was not kept is set aside for this person.
fn is_waived(case: &Case<'_>, broken: &Broken) -> bool {
    let day = case.wish.start().day();
    let asked = broken.ground.as_ref().zip(case.by);
    asked.is_some_and(|((parameter, _), by)| by.waiver(*parameter, day).is_some())
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
