//! Time as the house counts it: instants in UTC, days and minutes in Asia/Tokyo, half-open spans.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

/// Seconds by which Tokyo is ahead of UTC. Japan has had no daylight saving time since 1951.
const TOKYO_SECONDS: i64 = 9 * 60 * 60;
/// Minutes of one day.
const DAY_MINUTES: i64 = 24 * 60;
/// Day number of 1970-01-01 when 0001-01-01 is day 1.
const EPOCH_DAY: i64 = 719_163;

/// A point in time: unix seconds, UTC. Kept and sent as that plain number.
#[derive(
    Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize,
)]
pub struct Instant(i64);

impl Instant {
    /// The instant `seconds` after 1970-01-01T00:00:00 UTC.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00 UTC.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// Date and time on a Tokyo clock. Instants beyond the calendar's reach show as its edge.
    #[must_use]
    pub fn in_tokyo(self) -> NaiveDateTime {
        let edge = if self.0 < 0 {
            NaiveDateTime::MIN
        } else {
            NaiveDateTime::MAX
        };
        DateTime::from_timestamp(self.0.saturating_add(TOKYO_SECONDS), 0)
            .map_or(edge, |moment| moment.naive_utc())
    }

    /// The Tokyo day this instant falls on.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.in_tokyo().date()
    }

    /// Whole minutes since Tokyo midnight, 0..=1439.
    #[must_use]
    pub fn minute_of_day(self) -> i64 {
        i64::from(self.in_tokyo().num_seconds_from_midnight() / 60)
    }

    /// The instant `minute` minutes after Tokyo midnight of `day`.
    /// The minute may exceed 1440 (a later day) or be negative (an earlier one).
    #[must_use]
    pub fn of_tokyo(day: NaiveDate, minute: i64) -> Self {
        let days = i64::from(day.num_days_from_ce()) - EPOCH_DAY;
        Self(days * DAY_MINUTES * 60 - TOKYO_SECONDS).plus_minutes(minute)
    }

    /// Later by `minutes` (earlier if negative); stays at the edge instead of overflowing.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    /// Later by `seconds` (earlier if negative); stays at the edge instead of overflowing.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

/// A stretch of time that contains its start and not its end: `[start, end)`, never empty.
/// Two bookings where one ends as the other starts do not overlap.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "Bounds")]
pub struct Span {
    start: Instant,
    end: Instant,
}

/// The two ends as read from outside, not yet known to be in order.
#[derive(Deserialize)]
struct Bounds {
    start: Instant,
    end: Instant,
}

impl TryFrom<Bounds> for Span {
    type Error = &'static str;

    fn try_from(bounds: Bounds) -> Result<Self, Self::Error> {
        Self::new(bounds.start, bounds.end).ok_or("a span must end after it starts")
    }
}

impl Span {
    /// `[start, end)`; none unless the start is before the end.
    #[must_use]
    pub fn new(start: Instant, end: Instant) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// The span that begins at `start` and lasts `minutes`; none unless it lasts.
    #[must_use]
    pub fn of_minutes(start: Instant, minutes: i64) -> Option<Self> {
        Self::new(start, start.plus_minutes(minutes))
    }

    /// First instant inside.
    #[must_use]
    pub const fn start(&self) -> Instant {
        self.start
    }

    /// First instant after.
    #[must_use]
    pub const fn end(&self) -> Instant {
        self.end
    }

    /// Whole minutes of the span; a part of a minute is dropped.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        self.end.0.saturating_sub(self.start.0) / 60
    }

    /// Whether the two share at least one instant.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the instant lies inside; the end does not.
    #[must_use]
    pub fn contains(&self, at: Instant) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether every instant of `other` lies inside this span.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The span with preparation and cleaning time around it, in minutes.
    /// Only grows: a negative number counts as none.
    #[must_use]
    pub fn widen(&self, before_minutes: i64, after_minutes: i64) -> Self {
        Self {
            start: self.start.plus_minutes(-before_minutes.max(0)),
            end: self.end.plus_minutes(after_minutes.max(0)),
        }
    }

    /// The part both spans share.
    #[must_use]
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }
}

/// The Tokyo day from midnight to midnight.
#[must_use]
pub fn day_span(day: NaiveDate) -> Span {
    Span {
        start: Instant::of_tokyo(day, 0),
        end: Instant::of_tokyo(day, DAY_MINUTES),
    }
}

/// The Japanese fiscal year (年度) of a day: 1 April to 31 March, named by its first year.
#[must_use]
pub fn fiscal_year(day: NaiveDate) -> i32 {
    day.year() - i32::from(day.month() < 4)
}

/// Reads a Tokyo date and time as a form sends it, `2026-04-14T09:00`.
/// `24:00` is the end of that day. Years 2000..=2199; seconds or a zone are refused.
#[must_use]
pub fn parse_local(text: &str) -> Option<Instant> {
    let (day, clock) = text.split_once('T')?;
    Some(Instant::of_tokyo(
        parse_day(day)?,
        i64::from(parse_clock(clock)?),
    ))
}

/// Writes an instant as a form's Tokyo date and time, `2026-04-14T09:00`; seconds are dropped.
#[must_use]
pub fn write_local(at: Instant) -> String {
    at.in_tokyo().format("%Y-%m-%dT%H:%M").to_string()
}

/// Reads a day in the strict form `YYYY-MM-DD`, years 2000..=2199.
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let year = i32::from(digits(year, 4)?);
    let month = u32::from(digits(month, 2)?);
    let day = u32::from(digits(day, 2)?);
    (2000..=2199).contains(&year).then_some(())?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Reads a time of day in the strict form `HH:MM` as minutes after midnight, 0..=1440.
/// `24:00` is the end of the day.
#[must_use]
pub fn parse_clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    match (digits(hour, 2)?, digits(minute, 2)?) {
        (hour @ 0..=23, minute @ 0..=59) => Some(hour * 60 + minute),
        (24, 0) => Some(24 * 60),
        _ => None,
    }
}

/// A number of exactly `count` ASCII digits: no sign, no space.
fn digits(text: &str, count: usize) -> Option<u16> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
