//! The search for free slots: a walk along the grid that jumps over what is taken.

use crate::domain::availability::{Search, Unit, merged};
use crate::domain::time::{Instant, Span};
use std::collections::VecDeque;

/// Seconds of one day.
const DAY_SECONDS: i64 = 24 * 60 * 60;

impl Unit {
    /// Whether a booking may start at this instant.
    #[must_use]
    pub fn aligned(self, at: Instant) -> bool {
        self.since_origin(at) % self.slot_seconds() == 0
    }

    /// The first instant, not before `at`, at which a booking may start.
    #[must_use]
    pub fn next_start(self, at: Instant) -> Instant {
        let gone = self.since_origin(at);
        match gone % self.slot_seconds() {
            0 => at,
            over => {
                // A slot that does not divide the day is cut short by the next day's origin.
                let wait = self.slot_seconds() - over;
                at.plus_seconds(wait.min(DAY_SECONDS - gone))
            }
        }
    }

    /// Seconds since the last origin at or before `at`, less than a day.
    fn since_origin(self, at: Instant) -> i64 {
        let origin = Instant::of_tokyo(at.day(), i64::from(self.origin_minute));
        at.unix()
            .saturating_sub(origin.unix())
            .rem_euclid(DAY_SECONDS)
    }

    fn slot_seconds(self) -> i64 {
        i64::from(self.slot_minutes.max(1)) * 60
    }
}

impl Search<'_> {
    /// Whether the wish can start at `start`: on the grid, not too early, ending not too
    /// late, inside one opening, and with its buffers clear of every claim.
    /// A claim that ends where the buffer starts is no hindrance.
    #[must_use]
    pub fn fits(&self, start: Instant) -> bool {
        let Some(wish) = Span::of_minutes(start, self.minutes) else {
            return false;
        };
        let claim = wish.widen(self.buffer_before, self.buffer_after);
        self.unit.aligned(start)
            && start >= self.earliest
            && wish.end() <= self.latest_end
            && self.open.iter().any(|room| room.covers(&wish))
            && !self.taken.iter().any(|gone| gone.overlaps(&claim))
    }

    /// The first `n` slots that fit, in order of time, one for each possible start:
    /// with a grid finer than the wish they overlap each other. Buffers are not included.
    #[must_use]
    pub fn first(&self, n: usize) -> Vec<Span> {
        self.walk().take(n).collect()
    }

    /// The `n` slots that fit and start nearest to `to`, in order of time.
    /// Of two equally near the earlier is preferred.
    #[must_use]
    pub fn nearest(&self, to: Instant, n: usize) -> Vec<Span> {
        let mut near = VecDeque::new();
        let mut later = 0;
        for slot in self.walk() {
            if later == n {
                break;
            }
            if slot.start() >= to {
                later += 1;
            } else if near.len() == n {
                near.pop_front();
            }
            near.push_back(slot);
        }
        let mut near = Vec::from(near);
        near.sort_by_key(|slot| (slot.start().unix().abs_diff(to.unix()), slot.start()));
        near.truncate(n);
        near.sort_unstable_by_key(Span::start);
        near
    }

    /// Every slot that fits, in order of time.
    fn walk(&self) -> Walk<'_> {
        let mut open = self.open.to_vec();
        open.sort_unstable_by_key(Span::start);
        Walk {
            search: self,
            taken: merged(self.taken.to_vec()),
            open: open.into_iter(),
            room: None,
            from: self.earliest,
        }
    }
}

/// The way along the grid through one opening after the other.
struct Walk<'a> {
    search: &'a Search<'a>,
    /// Sorted and apart from each other.
    taken: Vec<Span>,
    /// Openings not yet entered, sorted by start.
    open: std::vec::IntoIter<Span>,
    /// The opening we are in.
    room: Option<Span>,
    /// No slot before this is left to find.
    from: Instant,
}

impl Iterator for Walk<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let room = match self.room {
                Some(room) => room,
                None => self.open.next()?,
            };
            self.room = Some(room);
            if let Some(slot) = self.slot_in(&room) {
                self.from = slot.start().plus_seconds(1);
                return Some(slot);
            }
            self.room = None;
        }
    }
}

impl Walk<'_> {
    /// The first slot of an opening that fits, not before where we are.
    fn slot_in(&self, room: &Span) -> Option<Span> {
        let search = self.search;
        let mut at = search.unit.next_start(self.from.max(room.start()));
        loop {
            let wish = Span::of_minutes(at, search.minutes)?;
            if !room.covers(&wish) || wish.end() > search.latest_end {
                return None;
            }
            let claim = wish.widen(search.buffer_before, search.buffer_after);
            let Some(free_from) = self.blocked_until(&claim) else {
                return Some(wish);
            };
            // Always later than `at`, as what blocks ends after the claim starts.
            let after = free_from.plus_minutes(search.buffer_before.max(0));
            at = search.unit.next_start(after);
        }
    }

    /// Where the first claim of others that meets this one ends.
    fn blocked_until(&self, claim: &Span) -> Option<Instant> {
        let next = self
            .taken
            .partition_point(|gone| gone.end() <= claim.start());
        self.taken
            .get(next)
            .filter(|gone| gone.overlaps(claim))
            .map(Span::end)
    }
}
