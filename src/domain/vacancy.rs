//! The next free slots of a resource, from the claims that are known.

use std::collections::HashMap;

use crate::domain::catalogue::Resource;
use crate::domain::id::ResourceId;
use crate::domain::policy::{self, Occupied};
use crate::domain::search::SLOTS;
use crate::domain::time::{Instant, Span, day_span};

/// The next free slots of resources, each for the length asked of it.
pub type Slots = HashMap<ResourceId, Vec<Span>>;

/// From when, and up to when all claims are known.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Outlook {
    pub now: Instant,
    /// No slot before this.
    pub from: Instant,
    /// Claims after this were not looked up; no slot may reach that far.
    pub known_until: Instant,
}

impl Outlook {
    /// The time of all claims that could matter; a day before, for the buffer before a first slot.
    #[must_use]
    pub fn claims_within(&self) -> Span {
        let day = day_span(self.from.day());
        Span::new(
            day.start().plus_minutes(-24 * 60),
            self.known_until.max(day.end()),
        )
        .unwrap_or(day)
    }
}

/// The next free slots of several resources. `wanted` says how long, in minutes.
#[must_use]
pub fn of_all(
    resources: &[Resource],
    claims: &[(ResourceId, Occupied)],
    wanted: &[(ResourceId, i64)],
    outlook: &Outlook,
) -> Slots {
    let mut own: HashMap<ResourceId, Vec<Occupied>> = HashMap::new();
    for (resource, occupied) in claims {
        own.entry(*resource).or_default().push(*occupied);
    }
    let minutes: HashMap<ResourceId, i64> = wanted.iter().copied().collect();
    resources
        .iter()
        .map(|one| {
            let claims = own.get(&one.id).map_or(&[][..], Vec::as_slice);
            let minutes = minutes
                .get(&one.id)
                .copied()
                .unwrap_or_else(|| one.parameters.shortest());
            (one.id, next(one, claims, minutes, outlook))
        })
        .collect()
}

/// The next free slots of one resource that do not overlap each other: as many as are offered beside
/// a result, or as are known.
#[must_use]
pub fn next(
    resource: &Resource,
    claims: &[Occupied],
    minutes: i64,
    outlook: &Outlook,
) -> Vec<Span> {
    let taken = full(claims, resource.capacity);
    let Outlook { now, from, .. } = *outlook;
    // So many starts hold three slots that do not overlap each other, even in one long opening.
    let unit = i64::from(resource.parameters.slot_minutes.max(1));
    let starts = usize::try_from((minutes.max(1) + unit - 1) / unit).unwrap_or(1);
    let found = policy::next_free(
        resource,
        &taken,
        &policy::Asked { now, from, minutes },
        SLOTS * starts,
    );
    let mut slots: Vec<Span> = Vec::with_capacity(SLOTS);
    for slot in found {
        let is_known = resource.parameters.claim(&slot).end() <= outlook.known_until;
        if is_known && slots.last().is_none_or(|last| last.end() <= slot.start()) {
            slots.push(slot);
        }
    }
    slots.truncate(SLOTS);
    slots
}

/// The stretches in which not one more unit fits.
#[must_use]
pub fn full(claims: &[Occupied], capacity: u32) -> Vec<Span> {
    if capacity <= 1 {
        return claims.iter().map(|occupied| occupied.claim).collect();
    }
    let mut steps: Vec<(Instant, i64)> = claims
        .iter()
        .flat_map(|occupied| {
            let units = i64::from(occupied.units);
            [
                (occupied.claim.start(), units),
                (occupied.claim.end(), -units),
            ]
        })
        .collect();
    // Of one instant what ends comes first: the spans are half-open.
    steps.sort_unstable();
    let (mut units, mut spans) = (0, Vec::new());
    for (step, next) in steps.iter().zip(steps.iter().skip(1)) {
        units += step.1;
        if units >= i64::from(capacity) {
            spans.extend(Span::new(step.0, next.0));
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn occupied(start: i64, end: i64, units: u32) -> Occupied {
        let at = Instant::from_unix;
        let claim = Span::new(at(start), at(end)).unwrap();
        Occupied {
            booking: None,
            claim,
            used: claim,
            units,
        }
    }

    #[test]
    fn a_shared_resource_is_full_only_where_all_its_units_are_taken() {
        let claims = [
            occupied(0, 100, 1),
            occupied(50, 150, 1),
            occupied(100, 200, 1),
        ];
        let spans: Vec<(i64, i64)> = full(&claims, 2)
            .iter()
            .map(|span| (span.start().unix(), span.end().unix()))
            .collect();
        assert_eq!(spans, [(50, 100), (100, 150)]);
        assert!(full(&claims, 3).is_empty());
        assert_eq!(full(&claims, 1).len(), 3);
    }
}
