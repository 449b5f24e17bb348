//! A row's strip: free, booked and one's own time as bars, in percent of what is shown.

use chrono::{Days, NaiveDate};

use crate::domain::grid::cell::Claim;
use crate::domain::id::UserId;
use crate::domain::time::Span;
use crate::web::pages::availability::facts::{Row, STRIP_DAYS};
use crate::web::strip::{self, Bar, bar};
use crate::words::{slot, when};

/// The time that the strip draws.
pub fn axis(row: &Row, day: NaiveDate) -> Option<Span> {
    if row.by_day() {
        return Some(row.shown(day));
    }
    strip::of_day(day)
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

/// The scale above the strips: place and label of every second hour, or of every second day.
pub fn scale(by_day: bool, day: NaiveDate) -> Vec<(String, String)> {
    if !by_day {
        return strip::hours();
    }
    strip::marks(STRIP_DAYS, |at| {
        let day = day.checked_add_days(Days::new(at)).unwrap_or(day);
        when::on_scale(day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::sample::day;

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
