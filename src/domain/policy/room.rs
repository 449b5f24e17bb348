//! Where there is room for a wish: the days that may be booked, the opening hours, the free slots.

use chrono::{Days, NaiveDate};

use crate::domain::availability::{Opening, Search};
use crate::domain::catalogue::{Parameters, Resource};
use crate::domain::time::{Instant, Span, day_span};

/// Minutes of one day.
const DAY: u32 = 24 * 60;

/// The first day that may be used at all when asking at `now`: the lead in business days.
#[must_use]
pub fn earliest_day(resource: &Resource, now: Instant) -> NaiveDate {
    let parameters = &resource.parameters;
    parameters
        .closed
        .earliest_use(now.day(), parameters.lead_business_days)
}

/// The last day that may be used when asking at `now`: the horizon.
#[must_use]
pub fn last_day(resource: &Resource, now: Instant) -> NaiveDate {
    later(now.day(), resource.parameters.horizon_days)
}

/// Every opening that touches the days `from..=to`, sorted and apart from each other: also the
/// night and the days of a window that began before.
#[must_use]
pub fn openings(parameters: &Parameters, from: NaiveDate, to: NaiveDate) -> Vec<Span> {
    let opening = Opening {
        windows: &parameters.windows,
        closed: &parameters.closed,
    };
    let reach = |start: u16, minutes: u16| (u32::from(start) % DAY + u32::from(minutes) - 1) / DAY;
    let back = parameters
        .windows
        .iter()
        .filter(|window| window.minutes > 0)
        .map(|window| reach(window.start, window.minutes))
        .max()
        .unwrap_or(0);
    let first = from
        .checked_sub_days(Days::new(u64::from(back)))
        .unwrap_or(from);
    opening.spans(first, to)
}

/// Free slots that somebody asking now could send a request for: those that start in `[from, until)`,
/// on days that may be booked.
#[derive(Copy, Clone, Debug)]
pub struct Room<'a> {
    pub resource: &'a Resource,
    /// The time in which nothing is left, buffers of others included.
    pub full: &'a [Span],
    pub now: Instant,
    pub from: Instant,
    pub until: Instant,
}

impl Room<'_> {
    /// The first slots of this length, one for each possible start: they may overlap each other.
    #[must_use]
    pub fn first(&self, minutes: i64, count: usize) -> Vec<Span> {
        self.search(minutes, |search| search.first(count))
    }

    /// The first slots of this length of which none overlaps another.
    #[must_use]
    pub fn apart(&self, minutes: i64, count: usize) -> Vec<Span> {
        let slot = i64::from(self.resource.parameters.slot_minutes.max(1));
        let each = usize::try_from(minutes / slot).unwrap_or(1).clamp(1, 500);
        let mut apart: Vec<Span> = Vec::with_capacity(count);
        for found in self.first(minutes, count.saturating_mul(each)) {
            let clear = apart.last().is_none_or(|last| last.end() <= found.start());
            if clear && apart.len() < count {
                apart.push(found);
            }
        }
        apart
    }

    /// The stretches in which uses of this length may start and follow each other, in order.
    #[must_use]
    pub fn stretches(&self, minutes: i64) -> Vec<Span> {
        let mut stretches: Vec<Span> = Vec::new();
        for slot in self.first(minutes, usize::MAX) {
            let joined = stretches
                .last()
                .filter(|last| slot.start() <= last.end())
                .and_then(|last| Span::new(last.start(), slot.end()));
            if joined.is_some() {
                stretches.pop();
            }
            stretches.push(joined.unwrap_or(slot));
        }
        stretches
    }

    /// The slots of this length that start nearest to a moment.
    #[must_use]
    pub fn nearest(&self, minutes: i64, to: Instant, count: usize) -> Vec<Span> {
        self.search(minutes, |search| search.nearest(to, count))
    }

    fn search(&self, minutes: i64, ask: impl FnOnce(&Search<'_>) -> Vec<Span>) -> Vec<Span> {
        let parameters = &self.resource.parameters;
        let (first, last) = (
            earliest_day(self.resource, self.now),
            last_day(self.resource, self.now),
        );
        // What starts now has begun already.
        let earliest = Instant::of_tokyo(first, 0)
            .max(self.now.plus_seconds(1))
            .max(self.from);
        let limit = day_span(last).end().min(self.until);
        if earliest >= limit {
            return Vec::new();
        }
        let length = u32::try_from(minutes).unwrap_or(0) / DAY + 1;
        let open = openings(parameters, earliest.day(), later(limit.day(), length));
        ask(&Search {
            open: &open,
            taken: self.full,
            unit: parameters.unit(),
            minutes,
            buffer_before: i64::from(parameters.buffer_before),
            buffer_after: i64::from(parameters.buffer_after),
            earliest,
            latest_end: limit.plus_minutes(minutes).plus_seconds(-1),
        })
    }
}

/// So many days later; the end of the calendar stays where it is.
fn later(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MAX)
}
