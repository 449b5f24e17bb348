//! Samples of the refusals of a use, its reports, and what is held against a person, for the test that reads them all.

use crate::domain::counted::Counted;
use crate::domain::id::BookingId;
use crate::domain::name::Name;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::ground::{Owed, Part, Remedy};
use crate::domain::refusal::keeping::{InTheWay, KeepingBar};
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::outage::OutageBar;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::waiting::WaitBar;
use crate::domain::refusal::{Citation, Refusal, Wrong};
use crate::domain::time::{Span, parse_day, parse_local};

fn span(start: &str, end: &str) -> Span {
    Span::new(parse_local(start).unwrap(), parse_local(end).unwrap()).unwrap()
}

/// More than there is of 100 seats.
fn over(asked: u32, others: u32) -> UseBar {
    UseBar::OverCapacity {
        asked,
        others,
        capacity: 100,
        counted: Counted::Seat,
    }
}

fn series() -> [UseBar; 14] {
    [
        UseBar::AttendantBusy,
        UseBar::NobodyAttends {
            nobody_at_all: false,
        },
        UseBar::NobodyAttends {
            nobody_at_all: true,
        },
        UseBar::NoSeries { own_only: false },
        UseBar::NoSeries { own_only: true },
        UseBar::SeriesStep { most: 366 },
        UseBar::SeriesTooMany { most: 366 },
        UseBar::SeriesTooFar {
            last: parse_day("2028-01-07").unwrap(),
        },
        UseBar::SeriesOfOne,
        UseBar::SeriesOfSet,
        UseBar::OneOfSet,
        UseBar::NoComponent,
        UseBar::SeriesBarred { count: 2 },
        UseBar::SeriesStays {
            days: parse_day("2027-01-14").into_iter().collect(),
        },
    ]
}

fn capacities() -> [UseBar; 3] {
    let resource = Name {
        ja: "解析環境".into(),
        en: "Analysis environment".into(),
    };
    let booked = UseBar::BookedAbove {
        resource,
        peak: 60,
        capacity: 50,
        counted: Counted::Seat,
    };
    [over(60, 50), over(110, 0), booked]
}

/// Sixty seats, of which fifty would fit: with everything that is offered.
pub(super) fn of_capacity(rule: &Citation) -> Refusal {
    let part = |span, units, is_whole| {
        Remedy::Part(Part {
            span,
            units,
            counted: Counted::Seat,
            is_whole,
        })
    };
    let wrong = Wrong::Use(over(60, 50));
    Refusal {
        remedies: vec![
            part(span("2027-01-05T00:00", "2027-01-30T00:00"), 50, true),
            part(span("2027-01-05T00:00", "2027-01-16T00:00"), 60, false),
            part(span("2027-01-29T00:00", "2027-01-30T00:00"), 60, false),
            part(span("2027-02-01T09:00", "2027-02-01T17:00"), 1, false),
        ],
        ..Refusal::by_rule(wrong, Some(rule))
    }
}

fn door() -> [UseBar; 3] {
    [UseBar::PinShape, UseBar::PinGuessable, UseBar::PinWrong]
}

/// The fields of a use, and those by which a facility keeps what its uses take.
fn fields() -> impl Iterator<Item = Field> {
    let kept = KeepingField::ALL.into_iter().map(Field::Keeping);
    UseField::ALL.into_iter().map(Field::Use).chain(kept)
}

/// Everything that stands in the way of a use or its reports, or follows from them.
pub(super) fn all() -> Vec<Wrong> {
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
        UseBar::NobodyResponsible,
        UseBar::ResponsibleUnknown,
        UseBar::ResponsibleSelf,
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
        .chain(door().map(Wrong::Use))
        .chain(lines().map(|bar| Wrong::Use(UseBar::Wait(bar))))
        .chain(outages().map(|bar| Wrong::Use(UseBar::Outage(bar))))
        .chain(keeping().map(|bar| Wrong::Use(UseBar::Keeping(bar))))
        .chain(capacities().map(Wrong::Use))
        .chain(series().map(Wrong::Use))
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

fn keeping() -> [KeepingBar; 18] {
    let in_the_way = |count| {
        let all: Vec<BookingId> = (1..=count).map(BookingId::new).collect();
        InTheWay::of(&all)
    };
    [
        KeepingBar::AccountUnknown,
        KeepingBar::HoursBackwards,
        KeepingBar::HasLeft,
        KeepingBar::AbsenceBackwards,
        KeepingBar::AbsencePast,
        KeepingBar::AbsenceTooLong { days: 31 },
        KeepingBar::AbsenceKnown,
        KeepingBar::NobodyElse(in_the_way(1)),
        KeepingBar::NobodyElse(in_the_way(4)),
        KeepingBar::NeedsItself,
        KeepingBar::NeededAlready,
        KeepingBar::NeedsTooMany { capacity: 4 },
        KeepingBar::NoRoom(in_the_way(0)),
        KeepingBar::NoRoom(in_the_way(1)),
        KeepingBar::NoRoom(in_the_way(5)),
        KeepingBar::TogetherAlready {
            field: KeepingField::Companion,
        },
        KeepingBar::OtherUnknown,
        KeepingBar::TooManyTogether { most: 20 },
    ]
}
