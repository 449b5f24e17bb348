//! A row's strip: free, booked and one's own time as bars, in percent of what is shown.

use chrono::{Days, NaiveDate};

use crate::domain::grid::cell::Claim;
use crate::domain::id::UserId;
use crate::domain::time::{Instant, Span};
use crate::web::pages::availability::facts::{Row, STRIP_DAYS};
use crate::words::{slot, when};

/// The hours that a strip of hours shows.
const FROM: i64 = 8 * 60;
const TO: i64 = 20 * 60;

/// One bar; see templates/parts/slot.html.
pub struct Bar {
    pub kind: &'static str,
    pub x: String,
    pub width: String,
    pub text: &'static str,
}

/// The time that the strip draws.
pub fn axis(row: &Row, day: NaiveDate) -> Option<Span> {
    if row.by_day() {
        return Some(row.shown(day));
    }
    Span::new(Instant::of_tokyo(day, FROM), Instant::of_tokyo(day, TO))
}

/// The bars of a row: free time first, claims over it.
pub fn bars(row: &Row, axis: &Span, viewer: Option<UserId>, w: &slot::Words) -> Vec<Bar> {
    let free = row.free.iter().filter_map(|time| bar(axis, time, "f", "○"));
    let claimed = row.claims.iter().filter_map(|claim| {
        let (kind, text) = kind(claim, viewer, w);
        let wide = claim.occupied.used.minutes() * 8 >= axis.minutes();
        bar(
            axis,
            &claim.occupied.used,
            kind,
            if wide { text } else { "" },
        )
    });
    free.chain(claimed).collect()
}

fn kind(claim: &Claim, viewer: Option<UserId>, w: &slot::Words) -> (&'static str, &'static str) {
    match claim.by {
        Some((user, _)) if viewer == Some(user) => ("s", w.mine),
        Some((_, state)) if state.is_settled() => ("b", ""),
        Some(_) => ("t", w.held),
        None => ("m", w.maintenance),
    }
}

/// What of a time falls on the axis.
fn bar(axis: &Span, time: &Span, kind: &'static str, text: &'static str) -> Option<Bar> {
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

/// The scale above the strips: place and label of every second hour, or of every second day.
pub fn scale(by_day: bool, day: NaiveDate) -> Vec<(String, String)> {
    let label = |at: u64| {
        if by_day {
            let day = day.checked_add_days(Days::new(at)).unwrap_or(day);
            short(day)
        } else {
            when::clock(FROM + i64::try_from(at).unwrap_or(0) * 60)
        }
    };
    let whole = if by_day { STRIP_DAYS } else { 12 };
    (0..whole)
        .step_by(2)
        .map(|at| {
            let hundredths = at * 10_000 / whole;
            let x = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            (x, label(at))
        })
        .collect()
}

/// A day on a scale: 1/18.
fn short(day: NaiveDate) -> String {
    use chrono::Datelike;
    format!("{}/{}", day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::sample::{at, day, span};

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

    #[test]
    fn scales_tell_hours_or_days() {
        let labels = |by_day| {
            let scale = scale(by_day, day("2027-01-25"));
            scale
                .into_iter()
                .map(|(x, label)| format!("{x} {label}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(labels(false)[..2], ["0.00 8:00", "16.66 10:00"]);
        assert_eq!(labels(true)[3..5], ["42.85 1/31", "57.14 2/2"]);
    }
}
