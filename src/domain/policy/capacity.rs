//! 容量の共有: the peak of what is in use, and for how long so many units more still fit.

use crate::domain::policy::case::{Occupied, full};
use crate::domain::time::{Instant, Span};

/// The most units in use at one instant of a time.
#[must_use]
pub fn peak(taken: &[Occupied], during: &Span) -> u32 {
    let within = taken
        .iter()
        .filter_map(|one| Some((one.claim.intersect(during)?, i64::from(one.units))));
    let mut turns: Vec<(Instant, i64)> = within
        .flat_map(|(claim, units)| [(claim.start(), units), (claim.end(), -units)])
        .collect();
    // what ends as another begins sorts before it
    turns.sort_unstable();
    let mut load = 0_i64;
    let most = turns.into_iter().map(|(_, change)| {
        load = load.saturating_add(change);
        load
    });
    u32::try_from(most.max().unwrap_or(0)).unwrap_or(u32::MAX)
}

/// The most units that are left at every instant of a time.
#[must_use]
pub fn most(taken: &[Occupied], during: &Span, capacity: u32) -> u32 {
    capacity.saturating_sub(peak(taken, during))
}

/// How many units of how many are wished, beside what is taken.
#[derive(Copy, Clone, Debug)]
pub struct Asked<'a> {
    pub taken: &'a [Occupied],
    pub units: u32,
    pub capacity: u32,
}

impl Asked<'_> {
    /// The times in which they don't fit, sorted.
    fn too_full(&self, during: &Span) -> Vec<Span> {
        if self.units == 0 {
            return Vec::new();
        }
        if self.units > self.capacity {
            return vec![*during];
        }
        let room = self.capacity - (self.units - 1);
        let mut spans = full(self.taken, room);
        spans.retain(|span| span.overlaps(during));
        spans
    }

    /// The longest time from its beginning in which they fit; none where its first instant is too full.
    #[must_use]
    pub fn from_start(&self, during: &Span) -> Option<Span> {
        match self.too_full(during).first() {
            None => Some(*during),
            Some(first) => Span::new(during.start(), first.start()),
        }
    }

    /// The longest time up to its end in which they fit; none where its last instant is too full.
    #[must_use]
    pub fn to_end(&self, during: &Span) -> Option<Span> {
        match self.too_full(during).last() {
            None => Some(*during),
            Some(last) => Span::new(last.end(), during.end()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::sample::{at, claims};
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    /// The load at an instant, counted plainly.
    fn load(taken: &[Occupied], at: Instant) -> u32 {
        let there = taken.iter().filter(|one| one.claim.contains(at));
        there.map(|one| one.units).sum()
    }

    proptest! {
        #[test]
        fn what_is_offered_fits_at_every_instant_and_one_more_does_not(
            taken in claims(), start in 0_i64..40 * 24, hours in 1_i64..30 * 24, units in 1_u32..5, capacity in 1_u32..6,
        ) {
            let during = Span::of_minutes(at("2026-12-20T00:00").plus_minutes(start * 60), hours * 60).unwrap();
            // the load changes only where a claim begins or ends
            let turns = taken.iter().flat_map(|one| [one.claim.start(), one.claim.end()]);
            let all: Vec<Instant> = turns.chain([during.start()]).filter(|at| during.contains(*at)).collect();
            let highest = all.iter().map(|at| load(&taken, *at)).max().unwrap();
            prop_assert_eq!(peak(&taken, &during), highest);
            let fewer = most(&taken, &during, capacity);
            prop_assert!(fewer == 0 || all.iter().all(|at| load(&taken, *at) + fewer <= capacity));
            prop_assert!(all.iter().any(|at| load(&taken, *at) + fewer + 1 > capacity));
            let asked = Asked { taken: &taken, units, capacity };
            let fits = |at: Instant| load(&taken, at) + units <= capacity;
            let first = asked.from_start(&during);
            prop_assert_eq!(first.is_some(), fits(during.start()));
            if let Some(first) = first {
                prop_assert!(all.iter().filter(|at| first.contains(**at)).all(|at| fits(*at)));
                prop_assert!(first == during || !fits(first.end()));
            }
            let last = asked.to_end(&during);
            prop_assert_eq!(last.is_some(), fits(during.end().plus_seconds(-1)));
            if let Some(last) = last {
                prop_assert!(all.iter().filter(|at| last.contains(**at)).all(|at| fits(*at)));
                prop_assert!(fits(last.start()) && (last == during || !fits(last.start().plus_seconds(-1))));
            }
        }
    }
}
