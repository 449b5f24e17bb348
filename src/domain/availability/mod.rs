//! When a resource is open and where a wish still fits: weekly windows, openings, free slots.

use crate::domain::calendar::ClosedDays;
use crate::domain::time::{Instant, Span, day_span};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod laws;
mod search;
#[cfg(test)]
mod tests;
mod window;

/// Minutes of one day.
const DAY: u16 = 24 * 60;

/// A stretch of every week in which a resource may be used, Tokyo time.
/// It may cross midnight and the end of the week, and belongs to the day on which it starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeeklyWindow {
    /// Minute of the week at which it opens; Monday 00:00 is 0.
    pub start: u16,
    /// How long it stays open, in minutes; at most a week.
    pub minutes: u16,
}

/// Reads weekly windows separated by `;`. An empty text is an empty list: open day and night.
#[must_use]
pub fn parse_windows(text: &str) -> Option<Vec<WeeklyWindow>> {
    if text.trim().is_empty() {
        return Some(Vec::new());
    }
    text.split(';').map(WeeklyWindow::parse).collect()
}

/// Writes weekly windows as [`parse_windows`] reads them.
#[must_use]
pub fn write_windows(windows: &[WeeklyWindow]) -> String {
    let written: Vec<String> = windows.iter().map(WeeklyWindow::write).collect();
    written.join("; ")
}

/// What decides when a resource is open, closures and outages aside.
#[derive(Copy, Clone, Debug)]
pub struct Opening<'a> {
    /// The weekly windows; none at all means day and night.
    pub windows: &'a [WeeklyWindow],
    /// The days on which no window starts.
    pub closed: &'a ClosedDays,
}

impl Opening<'_> {
    /// The stretches that start on an open Tokyo day in `from..=to`, sorted; those that
    /// touch or overlap are one. A window that starts on such a day counts to its end, also
    /// on a closed day after it and beyond `to`; one that started before `from` does not
    /// count, so ask from a day (or, for windows of several days, a week) earlier.
    #[must_use]
    pub fn spans(&self, from: NaiveDate, to: NaiveDate) -> Vec<Span> {
        let days = from.iter_days().take_while(|day| *day <= to);
        let open = days.filter(|day| self.closed.is_open(*day));
        merged(open.flat_map(|day| self.of_day(day)).collect())
    }

    /// The stretches that start on one open day.
    fn of_day(&self, day: NaiveDate) -> Vec<Span> {
        if self.windows.is_empty() {
            return vec![day_span(day)];
        }
        let weekday = day.weekday().num_days_from_monday();
        let todays = |window: &&WeeklyWindow| u32::from(window.start / DAY) == weekday;
        let span = |window: &WeeklyWindow| {
            let start = Instant::of_tokyo(day, i64::from(window.start % DAY));
            Span::of_minutes(start, i64::from(window.minutes))
        };
        self.windows
            .iter()
            .filter(todays)
            .filter_map(span)
            .collect()
    }
}

/// What is left of `open` when `taken` is gone: sorted, apart from each other. Neither list
/// needs an order, and both may overlap within themselves.
#[must_use]
pub fn subtract(open: &[Span], taken: &[Span]) -> Vec<Span> {
    let taken = merged(taken.to_vec());
    let mut left = Vec::new();
    for room in merged(open.to_vec()) {
        let mut from = room.start();
        let first = taken.partition_point(|gone| gone.end() <= from);
        let inside = taken
            .iter()
            .skip(first)
            .take_while(|gone| gone.start() < room.end());
        for gone in inside {
            left.extend(Span::new(from, gone.start()));
            from = gone.end();
        }
        left.extend(Span::new(from, room.end()));
    }
    left
}

/// The same instants as sorted spans that neither touch nor overlap.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable_by_key(Span::start);
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        let joined = apart
            .last()
            .filter(|last| span.start() <= last.end())
            .and_then(|last| Span::new(last.start(), last.end().max(span.end())));
        if joined.is_some() {
            apart.pop();
        }
        apart.push(joined.unwrap_or(span));
    }
    apart
}

/// The grid on which bookings of a resource start. It begins anew each Tokyo day at the
/// origin; a slot of more than a day starts at the origin of any day.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Length of one slot in minutes; 0 counts as 1.
    pub slot_minutes: u32,
    /// Minute of the Tokyo day on which slots are aligned, such as 540 for 09:00.
    pub origin_minute: u32,
}

/// A wish for time on one resource, and what stands in its way.
#[derive(Copy, Clone, Debug)]
pub struct Search<'a> {
    /// When the resource is open, as [`Opening::spans`] gives it.
    pub open: &'a [Span],
    /// Claims of others, their own buffers included; in any order, overlapping or not.
    pub taken: &'a [Span],
    /// The grid of starts.
    pub unit: Unit,
    /// Length of the wish in minutes, without buffers.
    pub minutes: i64,
    /// Preparation time in minutes before it; it may lie outside the opening.
    pub buffer_before: i64,
    /// Cleaning time in minutes after it; it may lie outside the opening.
    pub buffer_after: i64,
    /// No start before this.
    pub earliest: Instant,
    /// No end after this.
    pub latest_end: Instant,
}
