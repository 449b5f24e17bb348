//! Equivalent resources of other institutions: the one at which the same person may be served soonest.

use crate::domain::policy::case::Case;
use crate::domain::policy::remedy::{TRIED, free_near};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::ground::Remedy;
use crate::domain::time::Span;

/// Of the equivalent resources elsewhere at which the same person passes, the one whose free time
/// lies nearest to the wish.
pub(super) fn elsewhere(case: &Case<'_>) -> Vec<Remedy> {
    let far = |slot: &Span| slot.start().unix().abs_diff(case.wish.start().unix());
    let slot = |other: &Case<'_>| {
        free_near(&other.at(case.wish), TRIED)
            .into_iter()
            .find(|slot| violations(&other.at(*slot)).is_empty())
    };
    let found = case
        .elsewhere
        .iter()
        .filter_map(|other| Some((other, slot(other)?)))
        .min_by_key(|(_, slot)| far(slot));
    let remedy = found.map(|(other, slot)| Remedy::Elsewhere {
        slug: other.resource.slug.clone(),
        name: other.resource.name.clone(),
        institution: other.resource.institution_name.clone(),
        slot,
    });
    remedy.into_iter().collect()
}
