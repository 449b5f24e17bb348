//! The next free slots of a resource, from the claims that are known.

use std::collections::HashMap;

use crate::domain::catalogue::Resource;
use crate::domain::id::ResourceId;
use crate::domain::policy::case::{Occupied, full};
use crate::domain::policy::room::Room;
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
    let full = full(claims, resource.capacity);
    let Outlook {
        now,
        from,
        known_until,
    } = *outlook;
    let room = Room {
        resource,
        full: &full,
        now,
        from,
        until: known_until,
    };
    let mut slots = room.apart(minutes, SLOTS);
    slots.retain(|slot| {
        let parameters = resource.on(slot.start().day()).parameters;
        parameters.claim(slot).end() <= known_until
    });
    slots
}
