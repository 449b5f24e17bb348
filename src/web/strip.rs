//! A strip: time as bars to scale, in percent of what is shown; see templates/parts/slot.html.

use crate::domain::time::{Instant, Span};
use crate::words::when;
use chrono::NaiveDate;

/// The hours that a strip of one day shows, in minutes of the day.
const FROM: i64 = 8 * 60;
const TO: i64 = 20 * 60;

/// One bar.
pub struct Bar {
    pub kind: &'static str,
    pub x: String,
    pub width: String,
    pub text: &'static str,
}

/// The hours of a day that a strip draws.
#[must_use]
pub fn of_day(day: NaiveDate) -> Option<Span> {
    Span::new(Instant::of_tokyo(day, FROM), Instant::of_tokyo(day, TO))
}

/// What of a time falls on the axis.
#[must_use]
pub fn bar(axis: &Span, time: &Span, kind: &'static str, text: &'static str) -> Option<Bar> {
    let part = axis.intersect(time)?;
    let since = part.start().unix() - axis.start().unix();
    Some(Bar {
        kind,
        x: percent(since, axis),
        width: percent(part.end().unix() - part.start().unix(), axis),
        text,
    })
}

/// Hundredths of a percent are enough for any screen.
fn percent(seconds: i64, axis: &Span) -> String {
    let whole = (axis.end().unix() - axis.start().unix()).max(1);
    let hundredths = seconds * 10_000 / whole;
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest:02}"),
    }
}

/// A scale of so many parts: place and label of every second one.
pub fn marks(parts: u64, label: impl Fn(u64) -> String) -> Vec<(String, String)> {
    (0..parts)
        .step_by(2)
        .map(|at| {
            let hundredths = at * 10_000 / parts.max(1);
            let x = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            (x, label(at))
        })
        .collect()
}

/// The scale of one day's hours.
#[must_use]
pub fn hours() -> Vec<(String, String)> {
    let count = u64::try_from((TO - FROM) / 60).unwrap_or(0);
    marks(count, |at| {
        when::clock(FROM + i64::try_from(at).unwrap_or(0) * 60)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::sample::{at, span};

    #[test]
    fn bars_are_clipped_to_the_axis() {
        let axis = span("2027-01-18T08:00", "2027-01-18T20:00");
        let place = |start: &str, end: &str| {
            bar(&axis, &span(start, end), "b", "").map(|bar| (bar.x, bar.width))
        };
        let of = |x: &str, width: &str| Some((x.to_owned(), width.to_owned()));
        assert_eq!(
            place("2027-01-18T11:00", "2027-01-18T14:00"),
            of("25", "25")
        );
        assert_eq!(
            place("2027-01-17T21:00", "2027-01-18T09:00"),
            of("0", "8.33")
        );
        assert_eq!(
            place("2027-01-18T19:00", "2027-01-19T09:00"),
            of("91.66", "8.33")
        );
        assert_eq!(place("2027-01-18T20:00", "2027-01-18T21:00"), None);
        assert_eq!(axis.start(), at("2027-01-18T08:00"));
    }
}
