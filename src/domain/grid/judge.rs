//! What one cell says: the same verdict as a request's, from facts laid out once for the whole table.

use chrono::NaiveDate;

use crate::domain::catalogue::{Access, Parameters, access};
use crate::domain::grid::cell::{CellState, Claim, Sight};
use crate::domain::policy::case::{Occupied, full};
use crate::domain::policy::room::{Stretch, earliest_under, last_under, openings};
use crate::domain::time::{Instant, Span};

/// Minutes of one day.
const DAY: i64 = 24 * 60;

/// The facts, in the order in which cells ask for them.
pub(super) struct Judge<'a> {
    sight: &'a Sight<'a>,
    /// Of the version of the rules that these facts are about.
    parameters: &'a Parameters,
    /// The first day of that version; none from ever.
    from: Option<NaiveDate>,
    /// Sorted and apart from each other.
    open: Vec<Span>,
    /// Sorted and apart from each other.
    full: Vec<Span>,
    earliest: NaiveDate,
    last: NaiveDate,
    /// The first day on which a rule is in force.
    ruled_from: Option<NaiveDate>,
    /// Whether a use of the asked length may be booked at all.
    offered: bool,
}

impl<'a> Judge<'a> {
    /// The facts of one version of the rules, for the days `first..=last`.
    pub(super) fn new(
        sight: &'a Sight<'a>,
        stretch: Stretch<'a>,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Self {
        let (resource, parameters) = (sight.resource, stretch.parameters);
        let slot = i64::from(parameters.slot_minutes.max(1));
        let lengths = i64::from(parameters.min_minutes)..=i64::from(parameters.max_minutes);
        let takes = access(resource.mode, resource.allocation) == Access::Slot && resource.open;
        let fits = sight.units <= resource.capacity;
        let others = sight.units.saturating_sub(1);
        let occupied: Vec<Occupied> = sight.claims.iter().map(|claim| claim.occupied).collect();
        let reach = Instant::of_tokyo(last, sight.minutes.clamp(0, 62 * DAY) + 2 * DAY).day();
        Self {
            sight,
            parameters,
            from: stretch.from,
            open: openings(parameters, first, reach),
            full: full(&occupied, resource.capacity.saturating_sub(others)),
            earliest: earliest_under(parameters, sight.now),
            last: last_under(parameters, sight.now),
            ruled_from: sight.rules.iter().map(|rule| rule.effective_on).min(),
            offered: takes && fits && lengths.contains(&sight.minutes) && sight.minutes % slot == 0,
        }
    }

    /// Whether a use that starts on this day falls under this version or a later one.
    pub(super) fn has_begun(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day)
    }

    /// What the cell of this time says; `follows` a cell in which a use may go on.
    pub(super) fn state(&self, time: &Span, follows: bool) -> CellState {
        let parameters = self.parameters;
        let (start, day) = (time.start(), time.start().day());
        let fits = |minutes: i64| {
            Span::of_minutes(start, minutes).is_some_and(|use_| self.has_room(&use_))
        };
        let too_soon = day < self.earliest;
        let ruled = self.ruled_from.is_some_and(|from| from <= day);
        let in_time = start > self.sight.now && !too_soon && day <= self.last;
        if in_time && ruled && self.offered && fits(self.sight.minutes) {
            return CellState::Free;
        }
        if let Some(occupant) = self.occupant(time) {
            return occupant;
        }
        if !self.is_open_at(start) {
            return match parameters.closed.is_open(day) {
                true => CellState::OutsideHours,
                false => CellState::Closed,
            };
        }
        let slot = i64::from(parameters.slot_minutes.max(1));
        match () {
            () if start <= self.sight.now => CellState::Past,
            () if day > self.last => CellState::TooFar,
            () if too_soon => CellState::TooSoon,
            () if !ruled || !self.offered => CellState::NotOffered,
            () if Span::of_minutes(start, slot).is_some_and(|use_| self.is_taken(&use_)) => {
                CellState::Buffer
            }
            () if follows && fits(slot) => CellState::Within,
            () => CellState::TooShort,
        }
    }

    /// Open from end to end, and clear of others with all buffers.
    fn has_room(&self, used: &Span) -> bool {
        let next = self.open.partition_point(|room| room.end() < used.end());
        let open = self.open.get(next).is_some_and(|room| room.covers(used));
        open && !self.is_taken(used)
    }

    /// Whether others leave no unit for this use with its buffers.
    fn is_taken(&self, used: &Span) -> bool {
        let claim = self.parameters.claim(used);
        let next = self
            .full
            .partition_point(|gone| gone.end() <= claim.start());
        self.full
            .get(next)
            .is_some_and(|gone| gone.overlaps(&claim))
    }

    fn is_open_at(&self, moment: Instant) -> bool {
        let next = self.open.partition_point(|room| room.end() <= moment);
        self.open
            .get(next)
            .is_some_and(|room| room.contains(moment))
    }

    /// Whose use falls into this time: one's own before maintenance before others, then the earliest.
    fn occupant(&self, time: &Span) -> Option<CellState> {
        let inside = |claim: &&Claim| claim.occupied.used.overlaps(time);
        let claims = self.sight.claims.iter().filter(inside);
        claims
            .map(|claim| self.shown(claim))
            .min_by_key(|(rank, state)| (*rank, begins(state)))
            .map(|(_, state)| state)
    }

    /// A claim as a cell, with its rank among several.
    fn shown(&self, claim: &Claim) -> (u8, CellState) {
        let used = claim.occupied.used;
        match (claim.occupied.booking, claim.by) {
            (Some(booking), Some((user, state))) if self.sight.viewer == Some(user) => (
                0,
                CellState::Mine {
                    booking,
                    used,
                    state,
                },
            ),
            (None, _) if claim.allocated => (2, CellState::Allocated { used }),
            (None, _) => (1, CellState::Maintenance { used }),
            (Some(_), by) => {
                let held = by.is_some_and(|(_, state)| !state.is_settled());
                (2, CellState::Booked { used, held })
            }
        }
    }
}

/// When what occupies a cell began.
fn begins(state: &CellState) -> Option<Instant> {
    match state {
        CellState::Booked { used, .. }
        | CellState::Mine { used, .. }
        | CellState::Maintenance { used }
        | CellState::Allocated { used } => Some(used.start()),
        _ => None,
    }
}
