//! What a booking takes of its place.

use crate::simulation::place::PLACES;
use crate::simulation::time::Time;

/// What a booking takes.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Claim {
    pub time: Time,
    /// Kept for a change that is not decided.
    pub is_move: bool,
    /// Whether a laser goes with it.
    pub with_laser: bool,
}

/// A time with the washing after it.
pub fn washed(place: usize, time: Time) -> Time {
    Time {
        end: time.end + PLACES[place].after,
        ..time
    }
}

/// What a booking takes at a time.
pub fn own(place: usize, time: Time) -> Vec<Claim> {
    vec![Claim {
        time: washed(place, time),
        is_move: false,
        with_laser: PLACES[place].with_laser,
    }]
}

/// What a change would take besides what is held.
pub fn beyond(place: usize, held: Time, wanted: Time) -> Vec<Claim> {
    let (held, wanted) = (washed(place, held), washed(place, wanted));
    let part = |start: i64, end: i64, units: u32, is_new: bool| {
        (start < end && units > 0).then_some(Claim {
            time: Time { start, end, units },
            is_move: true,
            with_laser: is_new && PLACES[place].with_laser,
        })
    };
    let more = wanted.units.saturating_sub(held.units);
    [
        part(wanted.start, wanted.end.min(held.start), wanted.units, true),
        part(
            wanted.start.max(held.start),
            wanted.end.min(held.end),
            more,
            false,
        ),
        part(wanted.start.max(held.end), wanted.end, wanted.units, true),
    ]
    .into_iter()
    .flatten()
    .collect()
}
