//! Equivalent resources of other institutions: the one at which the same person may be served soonest.

use crate::domain::policy::case::Case;
use crate::domain::policy::remedy::near::{TRIED, free_near};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::ground::Remedy;
use crate::domain::time::Span;

/// How many lengths are tried at each of them, the wished one first.
const HALVED: usize = 6;

/// Of the equivalent resources elsewhere at which the same person passes, the one whose free time
/// lies nearest to the wish.
pub(super) fn elsewhere(case: &Case<'_>) -> Vec<Remedy> {
    let far = |slot: &Span| slot.start().unix().abs_diff(case.wish.start().unix());
    let of_length = |other: &Case<'_>, wish: Span| {
        free_near(&other.at(wish), TRIED)
            .into_iter()
            .find(|slot| violations(&other.at(*slot)).is_empty())
    };
    let slot = |other: &Case<'_>| {
        let mut lengths = lengths(case, other);
        lengths.find_map(|wish| of_length(other, wish))
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

/// The wish, and halves of it down to the shortest use there: what is open day and night here may
/// be open for some hours there.
fn lengths<'a>(case: &Case<'a>, other: &Case<'_>) -> impl Iterator<Item = Span> + use<'a> {
    let (start, shortest) = (case.wish.start(), other.in_force().parameters.shortest());
    let half = move |minutes: &i64| Some(minutes / 2).filter(|half| *half >= shortest);
    std::iter::successors(Some(case.wish.minutes()), half)
        .take(HALVED)
        .filter_map(move |minutes| Span::of_minutes(start, minutes))
}
