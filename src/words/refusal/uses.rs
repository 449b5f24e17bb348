//! Samples of the refusals of a use, its reports, and what is held against a person, for the test that reads them all.

use crate::domain::refusal::Wrong;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::ground::Owed;
use crate::domain::refusal::outage::OutageBar;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::waiting::WaitBar;
use crate::domain::time::{parse_day, parse_local};

/// Everything that stands in the way of a use or its reports, or follows from them.
pub(super) fn all() -> Vec<Wrong> {
    let fields = || UseField::ALL.iter().map(|field| Field::Use(*field));
    let bars = [
        UseBar::TooEarly {
            opens: parse_local("2027-02-03T08:30").unwrap(),
        },
        UseBar::NotMissedYet {
            from: parse_local("2027-02-03T09:30").unwrap(),
        },
        UseBar::NothingChanged,
        UseBar::WasUsed,
        UseBar::Appealed,
        UseBar::AppealOver,
        UseBar::Over,
        UseBar::NotOver,
        UseBar::Backwards,
        UseBar::ToCome,
        UseBar::FarOff,
        UseBar::TooMany { most: 9_999 },
        UseBar::LogFirst,
        UseBar::NoDoi,
    ];
    let owed = |owed| Unfit::ReportOverdue {
        owed,
        due: parse_day("2027-02-08").unwrap(),
    };
    let standing = [
        Unfit::Suspended {
            until: parse_day("2027-04-23").unwrap(),
        },
        owed(Owed::Log),
        owed(Owed::Report),
    ];
    fields()
        .map(|field| Wrong::Missing { field })
        .chain(fields().map(|field| Wrong::Malformed { field }))
        .chain(bars.map(Wrong::Use))
        .chain(lines().map(|bar| Wrong::Use(UseBar::Wait(bar))))
        .chain(outages().map(|bar| Wrong::Use(UseBar::Outage(bar))))
        .chain(standing.map(Wrong::Unfit))
        .collect()
}

fn lines() -> impl Iterator<Item = WaitBar> {
    [
        WaitBar::NoLine,
        WaitBar::TooManyPlaces { most: 20 },
        WaitBar::WaitsAlready,
        WaitBar::WindowOver,
        WaitBar::WindowTooLong { days: 93 },
        WaitBar::WindowTooShort,
        WaitBar::TooManyUnits { most: 100 },
        WaitBar::IsFree,
    ]
    .into_iter()
}

fn outages() -> impl Iterator<Item = OutageBar> {
    [
        OutageBar::Backwards,
        OutageBar::AllPast,
        OutageBar::LongAgo { days: 31 },
        OutageBar::TooLong { days: 366 },
        OutageBar::Known,
        OutageBar::OthersTouched,
        OutageBar::Ended,
        OutageBar::EndOutside,
    ]
    .into_iter()
}
