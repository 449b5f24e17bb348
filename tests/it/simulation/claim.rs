//! The places of the simulation, and what a booking takes of them.

/// Seconds of a minute, of an hour, of a day.
pub const MINUTE: i64 = 60;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;
/// The instrument whose manager chooses.
pub const CHOSEN: &str = "ncgg-aio";

/// A resource.
#[derive(Copy, Clone, Debug)]
pub struct Place {
    pub slug: &'static str,
    /// Washing, in seconds.
    pub after: i64,
    pub capacity: u32,
    /// Whether requests for the same time compete until the manager chooses.
    pub competes: bool,
}

/// The places, each of which takes one of [`LASERS`] for as long as it is taken itself.
pub const PLACES: [Place; 3] = [
    Place {
        slug: crate::world::CONFOCAL,
        after: 15 * MINUTE,
        capacity: 1,
        competes: false,
    },
    Place {
        slug: crate::world::QPCR,
        after: 0,
        capacity: 4,
        competes: false,
    },
    Place {
        slug: CHOSEN,
        after: 30 * MINUTE,
        capacity: 1,
        competes: true,
    },
];
/// How many of the component that all places take there are.
pub const LASERS: u32 = 2;

/// A time, with how much of a place is wanted in it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Time {
    pub start: i64,
    pub end: i64,
    pub units: u32,
}

impl Time {
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub fn covers(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

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
        with_laser: true,
    }]
}

/// What a change would take besides what is held.
pub fn beyond(held: Time, wanted: Time) -> Vec<Claim> {
    let part = |start: i64, end: i64, units: u32, is_new: bool| {
        (start < end && units > 0).then_some(Claim {
            time: Time { start, end, units },
            is_move: true,
            with_laser: is_new,
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
