//! Openings and the search for free slots, by the examples of the dossier.

use crate::domain::availability::{Opening, Search, Unit, WeeklyWindow, parse_windows};
use crate::domain::calendar::ClosedDays;
use crate::domain::time::{Instant, Span, parse_day, parse_local, write_local};

fn at(text: &str) -> Instant {
    parse_local(text).expect(text)
}

fn span(start: &str, end: &str) -> Span {
    Span::new(at(start), at(end)).expect(start)
}

fn shown(spans: &[Span]) -> Vec<String> {
    let ends = |it: &Span| format!("{} {}", write_local(it.start()), write_local(it.end()));
    spans.iter().map(ends).collect()
}

fn opening(windows: &str, closed: &ClosedDays, from: &str, to: &str) -> Vec<String> {
    let windows = parse_windows(windows).expect(windows);
    let opening = Opening {
        windows: &windows,
        closed,
    };
    shown(&opening.spans(parse_day(from).unwrap(), parse_day(to).unwrap()))
}

#[test]
fn a_window_belongs_to_the_day_on_which_it_starts() {
    let office = ClosedDays::standard();
    let nights = "Mon 21:00-Tue 07:00; Tue 21:00-Wed 07:00; Wed 21:00-Thu 07:00";
    // 11 February 2027 is a holiday: the night before it runs to its end, its own does not start.
    let himac = format!("{nights}; Thu 21:00-Fri 07:00");
    assert_eq!(
        opening(&himac, &office, "2027-02-10", "2027-02-11"),
        ["2027-02-10T21:00 2027-02-11T07:00"]
    );
    assert_eq!(
        opening(&himac, &office, "2027-02-11", "2027-02-11"),
        [""; 0]
    );
    // Over the end of the week.
    assert_eq!(
        opening(
            "Sun 21:00-Mon 07:00",
            &ClosedDays::default(),
            "2027-02-07",
            "2027-02-08"
        ),
        ["2027-02-07T21:00 2027-02-08T07:00"]
    );
}

#[test]
fn no_window_is_day_and_night_on_open_days() {
    let office = ClosedDays::standard();
    assert_eq!(
        opening("", &office, "2026-12-26", "2027-01-05"),
        [
            "2026-12-28T00:00 2026-12-29T00:00",
            "2027-01-04T00:00 2027-01-06T00:00"
        ]
    );
    assert_eq!(opening("", &office, "2027-01-06", "2027-01-05"), [""; 0]);
}

#[test]
fn what_touches_is_one_opening() {
    let parts =
        "Mon 13:00-Mon 17:00; Mon 09:00-Mon 12:00; Mon 12:00-Mon 13:00; Mon 10:00-Mon 11:00";
    assert_eq!(
        opening(parts, &ClosedDays::default(), "2027-02-01", "2027-02-07"),
        ["2027-02-01T09:00 2027-02-01T17:00"]
    );
    let broken = WeeklyWindow {
        start: 60_000,
        minutes: 0,
    };
    let opening = Opening {
        windows: &[broken],
        closed: &ClosedDays::default(),
    };
    assert!(
        opening
            .spans(
                parse_day("2027-02-01").unwrap(),
                parse_day("2027-02-28").unwrap()
            )
            .is_empty()
    );
}

#[test]
fn the_grid_begins_anew_each_day() {
    let half_days = Unit {
        slot_minutes: 720,
        origin_minute: 540,
    };
    assert!(half_days.aligned(at("2027-01-19T21:00")) && half_days.aligned(at("2027-01-20T09:00")));
    assert!(!half_days.aligned(at("2027-01-19T11:00")));
    assert!(!half_days.aligned(at("2027-01-19T21:00").plus_seconds(1)));
    assert_eq!(
        half_days.next_start(at("2027-01-19T11:00")),
        at("2027-01-19T21:00")
    );
    assert_eq!(
        half_days.next_start(at("2027-01-19T21:00")),
        at("2027-01-19T21:00")
    );
    // Seven hours: 09:00, 16:00, 23:00, 06:00, and 09:00 again.
    let shifts = Unit {
        slot_minutes: 420,
        origin_minute: 540,
    };
    assert_eq!(
        shifts.next_start(at("2027-01-19T23:01")),
        at("2027-01-20T06:00")
    );
    assert_eq!(
        shifts.next_start(at("2027-01-20T06:01")),
        at("2027-01-20T09:00")
    );
    assert!(!shifts.aligned(at("2027-01-20T13:00")));
    // Three days: any day, at the origin.
    let days = Unit {
        slot_minutes: 3 * 1440,
        origin_minute: 540,
    };
    assert_eq!(
        days.next_start(at("2027-01-19T09:01")),
        at("2027-01-20T09:00")
    );
    assert!(days.aligned(at("2027-01-19T09:00")) && !days.aligned(at("2027-01-19T00:00")));
    let nothing = Unit {
        slot_minutes: 0,
        origin_minute: 0,
    };
    assert_eq!(
        nothing.next_start(at("2027-01-19T09:00")),
        at("2027-01-19T09:00")
    );
}

/// The sequencer of the stories: half days from 09:00, two hours of cleaning.
fn sequencer<'a>(open: &'a [Span], taken: &'a [Span]) -> Search<'a> {
    Search {
        open,
        taken,
        unit: Unit {
            slot_minutes: 720,
            origin_minute: 540,
        },
        minutes: 1440,
        buffer_before: 0,
        buffer_after: 120,
        earliest: at("2027-01-18T00:00"),
        latest_end: at("2027-01-31T24:00"),
    }
}

#[test]
fn the_next_free_slot_comes_after_cleaning() {
    let open = [span("2027-01-18T00:00", "2027-01-25T00:00")];
    // Booked until 09:00 and cleaned until 11:00.
    let taken = [span("2027-01-18T09:00", "2027-01-19T11:00")];
    let search = sequencer(&open, &taken);
    assert!(!search.fits(at("2027-01-19T09:00")));
    assert_eq!(
        shown(&search.first(1)),
        ["2027-01-19T21:00 2027-01-20T21:00"]
    );
    let two = [
        "2027-01-19T21:00 2027-01-20T21:00",
        "2027-01-20T09:00 2027-01-21T09:00",
    ];
    assert_eq!(shown(&search.first(2)), two);
    assert_eq!(shown(&search.nearest(at("2027-01-18T09:00"), 2)), two);
    assert_eq!(search.nearest(at("2027-01-18T09:00"), 0), []);
}

#[test]
fn neighbours_touch_and_a_second_is_too_much() {
    let open = [span("2027-01-18T09:00", "2027-01-19T09:00")];
    let start = at("2027-01-18T09:00");
    let before = |seconds: i64| [Span::of_minutes(start.plus_seconds(seconds - 3600), 60).unwrap()];
    let after = |seconds: i64| {
        let cleaned = at("2027-01-19T11:00").plus_seconds(seconds);
        [Span::of_minutes(cleaned, 60).unwrap()]
    };
    assert!(sequencer(&open, &before(0)).fits(start) && sequencer(&open, &after(0)).fits(start));
    assert!(!sequencer(&open, &before(1)).fits(start));
    assert!(!sequencer(&open, &after(-1)).fits(start));
    assert_eq!(sequencer(&open, &before(1)).first(9), []);
    let shorter = [span("2027-01-18T09:00", "2027-01-19T08:59")];
    assert!(!sequencer(&shorter, &[]).fits(start));
}

#[test]
fn a_year_with_two_thousand_claims_is_searched_at_once() {
    let open = [span("2027-01-01T00:00", "2027-12-31T24:00")];
    let taken: Vec<Span> = (0..2000)
        .rev()
        .filter_map(|n| Span::of_minutes(open[0].start().plus_minutes(n * 60), 59))
        .collect();
    let unit = Unit {
        slot_minutes: 1,
        origin_minute: 0,
    };
    let latest_end = open[0].end();
    let search = Search {
        minutes: 2,
        buffer_after: 0,
        unit,
        earliest: open[0].start(),
        latest_end,
        ..sequencer(&open, &taken)
    };
    let first = open[0].start().plus_minutes(1999 * 60 + 59);
    assert_eq!(search.first(1), [Span::of_minutes(first, 2).unwrap()]);
    assert!(search.first(usize::MAX).len() > 300_000);
    let edge = Instant::from_unix(i64::MAX);
    let endless = [Span::new(edge.plus_minutes(-90), edge).unwrap()];
    let end = Search {
        open: &endless,
        earliest: endless[0].start(),
        latest_end: edge,
        ..search
    };
    assert!(end.first(usize::MAX).len() < 100);
}
