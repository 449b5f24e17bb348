//! Samples of the refusals of a use and its reports, for the test that reads them all.

use crate::domain::refusal::Wrong;
use crate::domain::refusal::field::{Field, UseField};
use crate::domain::refusal::usage::UseBar;
use crate::domain::time::parse_local;

/// Everything that stands in the way of a use or its reports.
pub(super) fn all() -> Vec<Wrong> {
    let fields = || UseField::ALL.iter().map(|field| Field::Use(*field));
    let bars = [
        UseBar::TooEarly {
            opens: parse_local("2027-02-03T08:30").unwrap(),
        },
        UseBar::Over,
        UseBar::NotOver,
        UseBar::Backwards,
        UseBar::ToCome,
        UseBar::FarOff,
        UseBar::TooMany { most: 9_999 },
        UseBar::LogFirst,
        UseBar::NoDoi,
    ];
    fields()
        .map(|field| Wrong::Missing { field })
        .chain(fields().map(|field| Wrong::Malformed { field }))
        .chain(bars.map(Wrong::Use))
        .collect()
}
