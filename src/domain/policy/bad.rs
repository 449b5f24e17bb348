//! Bad times by the names of the catalogue of negative tests.

use crate::domain::catalogue::Resource;
use crate::domain::policy::case::Occupied;
use crate::domain::policy::sample::{at, confocal, day, span, use_of};
use crate::domain::policy::tests::wrong;
use crate::domain::refusal::{Taken, Wrong};
use crate::domain::time::{Instant, Span, parse_local};

#[test]
fn g01_lengths_and_starts_out_of_bounds_are_refused_each_with_its_reason() {
    let (confocal, now) = (confocal(), "2027-01-08T10:00");
    let one = |start: &str, end: &str| wrong(&confocal, now, span(start, end), &[]);
    let (from, noon) = (at("2027-01-14T09:00"), at("2027-01-14T12:00"));
    assert_eq!(Span::new(noon, from), None);
    assert_eq!(Span::new(noon, noon), None);
    assert_eq!(Span::of_minutes(from, 0), None);
    assert_eq!(Span::of_minutes(from, -60), None);
    let second = Span::new(from, from.plus_seconds(1)).unwrap();
    let found = wrong(&confocal, now, second, &[]);
    assert!(found.contains(&Wrong::TooShort { min_minutes: 60 }));
    assert!(found.iter().any(|it| matches!(it, Wrong::OffGrid { .. })));
    let long = one("2027-01-14T09:00", "2027-01-14T17:30");
    assert!(long.contains(&Wrong::TooLong { max_minutes: 480 }));
    assert!(
        long.iter()
            .any(|it| matches!(it, Wrong::OutsideHours { .. }))
    );
    assert_eq!(one("2027-01-07T09:00", "2027-01-07T10:00"), [Wrong::InPast]);
    let far = Wrong::TooFar {
        horizon_days: 60,
        last: day("2027-03-09"),
    };
    assert_eq!(one("2027-03-10T09:00", "2027-03-10T10:00"), [far]);
    assert_eq!(one("2027-03-09T09:00", "2027-03-09T10:00"), []);
    let off = Wrong::OffGrid {
        slot_minutes: 30,
        nearest: at("2027-01-14T09:30"),
    };
    assert_eq!(one("2027-01-14T09:10", "2027-01-14T10:10"), [off]);
}

#[test]
fn g02_absurd_times_are_refused_and_break_nothing() {
    for text in [
        "-001-01-01T00:00",
        "0000-01-01T00:00",
        "0001-01-01T00:00",
        "1582-10-10T00:00",
        "1899-12-31T00:00",
        "1970-01-01T00:00",
        "2100-02-29T00:00",
        "9999-12-31T23:59",
        "10000-01-01T00:00",
        "292277026596-12-04T15:30",
        "P1Y",
    ] {
        assert_eq!(parse_local(text), None, "{text}");
    }
    let confocal = confocal();
    let edges = [
        Instant::from_unix(i64::MIN),
        Instant::from_unix(0),
        at("2038-01-19T12:14"),
        at("2199-12-31T23:30"),
        Instant::from_unix(i64::MAX - 1),
    ];
    for start in edges {
        for minutes in [1, 60, i64::from(i32::MAX), i64::MAX] {
            if let Some(wish) = Span::of_minutes(start, minutes) {
                assert_ne!(
                    wrong(&confocal, "2027-01-08T10:00", wish, &[]),
                    [],
                    "{start:?} {minutes}"
                );
            }
        }
    }
}

#[test]
fn g03_leap_seconds_are_refused_and_midnight_has_two_names() {
    assert_eq!(parse_local("2027-01-14T09:00:60"), None);
    assert_eq!(parse_local("2027-01-14T09:60"), None);
    assert_eq!(parse_local("2027-02-29T09:00"), None);
    assert_eq!(
        parse_local("2027-01-14T24:00"),
        parse_local("2027-01-15T00:00")
    );
}

#[test]
fn g06_what_touches_is_allowed_and_what_overlaps_is_not() {
    let mut bare = confocal();
    (bare.parameters.buffer_before, bare.parameters.buffer_after) = (0, 0);
    let now = "2027-01-08T10:00";
    let theirs = use_of(&bare, 1, span("2027-01-14T11:00", "2027-01-14T12:00"));
    let before = span("2027-01-14T10:00", "2027-01-14T11:00");
    let after = span("2027-01-14T12:00", "2027-01-14T13:00");
    assert_eq!(wrong(&bare, now, before, &[theirs]), []);
    assert_eq!(wrong(&bare, now, after, &[theirs]), []);
    let by =
        |resource: &Resource, wish, taken| match wrong(resource, now, wish, &[taken]).as_slice() {
            [Wrong::Taken { by, .. }] => Some(*by),
            _ => None,
        };
    let moved = |seconds| {
        let start = theirs.used.start().plus_seconds(seconds);
        let used = Span::of_minutes(start, 60).unwrap();
        use_of(&bare, 1, used)
    };
    assert_eq!(by(&bare, before, moved(-1)), Some(Taken::Booking));
    assert_eq!(by(&bare, after, moved(1)), Some(Taken::Booking));
    let buffered = confocal();
    let theirs = use_of(&buffered, 1, theirs.used);
    assert_eq!(by(&buffered, before, theirs), Some(Taken::Buffer));
    assert_eq!(by(&buffered, after, theirs), Some(Taken::Buffer));
    let service = Occupied {
        booking: None,
        ..theirs
    };
    assert_eq!(by(&buffered, before, service), Some(Taken::Maintenance));
    let far = span("2027-01-14T12:30", "2027-01-14T13:30");
    assert_eq!(wrong(&buffered, now, far, &[theirs]), []);
}
