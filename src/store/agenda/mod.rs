//! What stands in calendars, each sort with its own query: bookings, outages, trainings, resources kept.

pub mod attended;
pub mod booked;
pub mod fed;
pub mod kept;
pub mod outage;

use crate::domain::catalogue::LONGEST_CLAIM_MINUTES;
use crate::domain::id::ResourceId;
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};

fn numbers(resources: &[ResourceId]) -> Vec<i64> {
    resources.iter().map(|id| id.number()).collect()
}

/// Nothing that touches the span starts before this: the index reads no further back.
fn reach(span: &Span) -> i64 {
    let earliest = span.start().plus_minutes(-LONGEST_CLAIM_MINUTES);
    earliest.unix().saturating_sub(1)
}

fn span_of(start: i64, end: i64) -> Option<Span> {
    Span::new(Instant::from_unix(start), Instant::from_unix(end))
}

fn name_of((ja, en): (String, String)) -> Name {
    Name { ja, en }
}
