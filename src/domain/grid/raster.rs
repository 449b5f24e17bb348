//! The rows of a slot table: the times of day at which a slot begins within some weekly window.

use crate::domain::catalogue::Parameters;
use crate::domain::grid::cell::Extent;

/// Minutes of one day.
pub const DAY: u32 = 24 * 60;
/// Minutes of one week.
const WEEK: u32 = 7 * DAY;
/// Rows that a reader can overlook: a week of them is 168 cells.
const MOST: usize = 24;
/// Where the middle of a long day begins: 8:00.
const MORNING: i64 = 8 * 60;

/// The rows of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raster {
    /// Minute of the day at which each row starts, in order.
    pub minutes: Vec<i64>,
    /// Whether the last row ends where the next day's first begins.
    pub runs_on: bool,
    /// Whether rows were left out.
    pub shortened: bool,
}

/// The rows for these parameters.
#[must_use]
pub fn of(parameters: &Parameters, extent: Extent) -> Raster {
    let slot = parameters.slot_minutes.clamp(1, DAY);
    let mut minutes: Vec<i64> = (0..DAY)
        .filter(|minute| aligned(*minute, parameters.origin_minute, slot))
        .filter(|minute| is_inside(*minute, parameters))
        .map(i64::from)
        .collect();
    let all = minutes.len();
    if extent == Extent::Core && all > MOST {
        let morning = minutes.partition_point(|minute| *minute < MORNING);
        let start = morning.min(all - MOST);
        minutes = minutes.into_iter().skip(start).take(MOST).collect();
    }
    let next_day = |first: &i64| first + i64::from(DAY);
    let runs_on =
        minutes.last().map(|last| last + i64::from(slot)) == minutes.first().map(next_day);
    Raster {
        runs_on,
        shortened: minutes.len() < all,
        minutes,
    }
}

/// Whether a slot begins at this minute of the day.
fn aligned(minute: u32, origin: u32, slot: u32) -> bool {
    ((minute + DAY - origin % DAY) % DAY).is_multiple_of(slot)
}

/// Whether some weekly window is open at this minute of some day.
fn is_inside(minute: u32, parameters: &Parameters) -> bool {
    let opens = |at: u32| {
        parameters.windows.iter().any(|window| {
            (at + WEEK - u32::from(window.start) % WEEK) % WEEK < u32::from(window.minutes)
        })
    };
    parameters.windows.is_empty() || (0..7).any(|day| opens(day * DAY + minute))
}
