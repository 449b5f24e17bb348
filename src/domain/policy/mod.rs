//! The parameters the machine enforces: every reason why a time can't be used, each with its remedy.

use chrono::Days;

use crate::domain::availability;
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::id::BookingId;
use crate::domain::policy::room::{Room, earliest_day, last_day, openings};
use crate::domain::refusal::Citation;
use crate::domain::refusal::{Refusal, Taken, Wrong};
use crate::domain::time::{Instant, Span};

#[cfg(test)]
mod bad;
#[cfg(test)]
mod laws;
pub mod room;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

/// How many nearest free slots a refusal offers.
const OFFERS: usize = 3;

/// One claim of time that stands already.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Occupied {
    /// The booking behind it; none for maintenance.
    pub booking: Option<BookingId>,
    /// The time it takes, buffers included.
    pub claim: Span,
    /// The time in use, without buffers.
    pub used: Span,
    pub units: u32,
}

/// A time somebody wishes, and what it is judged by.
#[derive(Copy, Clone, Debug)]
pub struct Case<'a> {
    pub now: Instant,
    pub resource: &'a Resource,
    pub wish: Span,
    /// The claims near the wish: all that could overlap it or its nearest alternatives.
    pub taken: &'a [Occupied],
    /// The rule in force on the day of use.
    pub rule: Option<&'a Citation>,
}

/// Every reason why the wished time can't be used; none means that it can.
#[must_use]
pub fn check(case: &Case<'_>) -> Vec<Refusal> {
    if access(case.resource.mode, case.resource.allocation) != Access::Slot || !case.resource.open {
        return vec![Refusal::of(Wrong::NotBookable)];
    }
    if case.rule.is_none() {
        return vec![Refusal::of(Wrong::NoRule)];
    }
    let mut found: Vec<Wrong> = Vec::new();
    found.extend(moment(case));
    found.extend(length(case));
    found.extend(raster(case));
    found.extend(hours(case));
    found.extend(neighbours(case));
    found
        .into_iter()
        .map(|wrong| Refusal::by_rule(wrong, case.rule))
        .collect()
}

/// The time in which all units are in use, sorted; what begins as another ends stands apart.
#[must_use]
pub fn full(taken: &[Occupied], capacity: u32) -> Vec<Span> {
    let mut turns: Vec<(Instant, i64)> = taken
        .iter()
        .flat_map(|occupied| {
            let units = i64::from(occupied.units);
            [
                (occupied.claim.start(), units),
                (occupied.claim.end(), -units),
            ]
        })
        .collect();
    turns.sort_unstable();
    let (mut load, mut since, mut full) = (0, None, Vec::new());
    for (at, change) in turns {
        load += change;
        match since {
            None if load >= i64::from(capacity.max(1)) => since = Some(at),
            Some(start) if load < i64::from(capacity.max(1)) => {
                full.extend(Span::new(start, at));
                since = None;
            }
            _ => {}
        }
    }
    full
}

/// Past, lead and horizon.
fn moment(case: &Case<'_>) -> Option<Wrong> {
    let day = case.wish.start().day();
    let (earliest, last) = (
        earliest_day(case.resource, case.now),
        last_day(case.resource, case.now),
    );
    if case.wish.start() <= case.now {
        return Some(Wrong::InPast);
    }
    if day > last {
        return Some(Wrong::TooFar {
            horizon_days: case.resource.parameters.horizon_days,
            last,
        });
    }
    let lead = case.resource.parameters.lead_business_days;
    let deadline = case.resource.parameters.closed.before(day, lead);
    (deadline < case.now.day()).then_some(Wrong::TooSoon {
        lead_business_days: lead,
        deadline,
        earliest,
    })
}

/// Shortest and longest use.
fn length(case: &Case<'_>) -> Option<Wrong> {
    let parameters = &case.resource.parameters;
    let seconds = case.wish.end().unix() - case.wish.start().unix();
    if seconds < i64::from(parameters.min_minutes) * 60 {
        return Some(Wrong::TooShort {
            min_minutes: parameters.min_minutes,
        });
    }
    (seconds > i64::from(parameters.max_minutes) * 60).then_some(Wrong::TooLong {
        max_minutes: parameters.max_minutes,
    })
}

/// Start and length on the raster of slots.
fn raster(case: &Case<'_>) -> Option<Wrong> {
    let unit = case.resource.parameters.unit();
    let seconds = case.wish.end().unix() - case.wish.start().unix();
    let whole = seconds % (i64::from(unit.slot_minutes.max(1)) * 60) == 0;
    let nearest = unit.next_start(case.wish.start());
    (!whole || !unit.aligned(case.wish.start())).then_some(Wrong::OffGrid {
        slot_minutes: unit.slot_minutes,
        nearest,
    })
}

/// Closed days and opening hours: the wish must lie within them from end to end.
fn hours(case: &Case<'_>) -> Option<Wrong> {
    let parameters = &case.resource.parameters;
    let first = case.wish.start().day();
    let last = case
        .wish
        .end()
        .day()
        .min(first.checked_add_days(Days::new(40)).unwrap_or(first));
    let open = openings(parameters, first, last);
    let missing = availability::subtract(&[case.wish], &open)
        .first()
        .copied()?;
    let day = missing.start().day();
    Some(match parameters.closed.closing(day) {
        Some(closing) => Wrong::ClosedDay {
            day,
            closing,
            next_open: parameters.closed.after(day, 1),
        },
        None => Wrong::OutsideHours {
            windows: parameters.windows.clone(),
        },
    })
}

/// Other claims in the way, and the nearest slots that are free of them.
fn neighbours(case: &Case<'_>) -> Option<Wrong> {
    let claim = case.resource.parameters.claim(&case.wish);
    let rivals: Vec<&Occupied> = case
        .taken
        .iter()
        .filter(|occupied| occupied.claim.overlaps(&claim))
        .collect();
    if peak(&rivals, &claim) < case.resource.capacity {
        return None;
    }
    let rival = rivals
        .iter()
        .min_by_key(|occupied| (!occupied.used.overlaps(&case.wish), occupied.claim.start()))?;
    let by = match (rival.booking, rival.used.overlaps(&case.wish)) {
        (None, _) => Taken::Maintenance,
        (Some(_), true) => Taken::Booking,
        (Some(_), false) => Taken::Buffer,
    };
    let during = rival.claim.intersect(&claim).unwrap_or(rival.claim);
    Some(Wrong::Taken {
        by,
        during,
        nearest: nearest(case),
    })
}

/// The most units in use at one instant of `claim`.
fn peak(rivals: &[&Occupied], claim: &Span) -> u32 {
    let at = |moment: Instant| {
        rivals
            .iter()
            .filter(|rival| rival.claim.contains(moment))
            .map(|rival| rival.units)
            .sum()
    };
    rivals
        .iter()
        .map(|rival| rival.claim.start().max(claim.start()))
        .map(at)
        .max()
        .unwrap_or(0)
}

/// The free slots nearest to the wish, of its length as far as that may be booked.
fn nearest(case: &Case<'_>) -> Vec<Span> {
    let parameters = &case.resource.parameters;
    let slot = i64::from(parameters.slot_minutes.max(1));
    let longest = i64::from(parameters.max_minutes) / slot * slot;
    let minutes = (case.wish.minutes() / slot * slot)
        .min(longest)
        .max(parameters.shortest());
    if minutes > longest {
        return Vec::new();
    }
    let start = case.wish.start();
    let room = Room {
        resource: case.resource,
        full: &full(case.taken, case.resource.capacity),
        now: case.now,
        from: start.plus_minutes(-7 * 24 * 60),
        until: start.plus_minutes(28 * 24 * 60),
    };
    room.nearest(minutes, start, OFFERS)
}
