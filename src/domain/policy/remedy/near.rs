//! Free times near a wish.

use crate::domain::policy::attended::nobody_there;
use crate::domain::policy::beside;
use crate::domain::policy::case::{Case, full};
use crate::domain::policy::room::Room;
use crate::domain::time::Span;

/// How many free slots are tried as ways forward.
pub(super) const TRIED: usize = 24;

/// Free slots near the wish, of its length as far as that may be booked, nearest first.
pub(super) fn free_near(case: &Case<'_>, count: usize) -> Vec<Span> {
    let parameters = case.in_force().parameters;
    let slot = i64::from(parameters.slot_minutes.max(1));
    let longest = i64::from(parameters.max_minutes) / slot * slot;
    let minutes = (case.wish.minutes() / slot * slot)
        .min(longest)
        .max(parameters.shortest());
    if minutes > longest {
        return Vec::new();
    }
    // what has passed leads to what comes
    let start = case.wish.start().max(case.now);
    let (from, until) = (
        start.plus_minutes(-7 * 24 * 60),
        start.plus_minutes(28 * 24 * 60),
    );
    let mut full = full(case.taken, case.room_for_others());
    full.extend(beside::full_of(case));
    full.extend(Span::new(from, until).map_or_else(Vec::new, |during| nobody_there(case, &during)));
    let room = Room {
        resource: case.resource,
        full: &full,
        now: case.now,
        from,
        until,
    };
    let mut found = room.nearest(minutes, case.wish.start(), count);
    let far = |slot: &Span| slot.start().unix().abs_diff(case.wish.start().unix());
    found.sort_by_key(|slot| (far(slot), slot.start()));
    found
}
