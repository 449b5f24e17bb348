//! What holds of every search, tried with invented openings, claims and wishes.

use crate::domain::availability::{Search, Unit, merged, subtract};
use crate::domain::time::{Instant, Span, parse_local};
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

/// The first minute of the invented days.
fn zero() -> Instant {
    parse_local("2027-01-18T00:00").unwrap()
}

fn spans(most: usize) -> impl Strategy<Value = Vec<Span>> {
    let one = (0_i64..2000, 1_i64..400, 0_i64..3).prop_filter_map("a span", |(from, long, odd)| {
        let start = zero().plus_minutes(from).plus_seconds(odd);
        Span::of_minutes(start, long)
    });
    proptest::collection::vec(one, 0..most)
}

/// Lengths in minutes: slot, origin, wish, buffer before and after, first start, last end.
type Lengths = (u32, u32, i64, i64, i64, i64, i64);

fn lengths() -> impl Strategy<Value = Lengths> {
    (
        1_u32..300,
        0_u32..1500,
        1_i64..200,
        0_i64..60,
        0_i64..60,
        0_i64..1000,
        1000_i64..3000,
    )
}

fn search<'a>(
    open: &'a [Span],
    taken: &'a [Span],
    (slot_minutes, origin_minute, minutes, buffer_before, buffer_after, from, to): (
        u32,
        u32,
        i64,
        i64,
        i64,
        i64,
        i64,
    ),
) -> Search<'a> {
    let unit = Unit {
        slot_minutes,
        origin_minute,
    };
    let (earliest, latest_end) = (zero().plus_minutes(from), zero().plus_minutes(to));
    Search {
        open,
        taken,
        unit,
        minutes,
        buffer_before,
        buffer_after,
        earliest,
        latest_end,
    }
}

/// Every slot that fits, found by trying each minute.
fn tried(search: &Search) -> Vec<Span> {
    (0..3000)
        .map(|minute| zero().plus_minutes(minute))
        .filter(|start| search.fits(*start))
        .filter_map(|start| Span::of_minutes(start, search.minutes))
        .collect()
}

proptest! {
    #[test]
    fn the_search_finds_what_trying_finds(
        open in spans(4),
        taken in spans(6),
        lengths in lengths(),
    ) {
        let search = search(&open, &taken, lengths);
        let all = tried(&search);
        prop_assert_eq!(&search.first(usize::MAX), &all);
        let few: Vec<Span> = all.iter().take(3).copied().collect();
        prop_assert_eq!(search.first(3), few);
    }

    #[test]
    fn a_slot_is_open_free_and_on_the_grid(
        open in spans(4),
        taken in spans(6),
        lengths in lengths(),
    ) {
        let search = search(&open, &taken, lengths);
        for slot in search.first(20) {
            prop_assert!(search.unit.aligned(slot.start()));
            prop_assert_eq!(slot.minutes(), search.minutes);
            prop_assert!(subtract(&open, &taken).iter().any(|free| free.covers(&slot)));
            let claim = slot.widen(search.buffer_before, search.buffer_after);
            prop_assert!(taken.iter().all(|gone| !gone.overlaps(&claim)));
            prop_assert!(slot.start() >= search.earliest && slot.end() <= search.latest_end);
        }
    }

    #[test]
    fn another_claim_never_adds_a_slot(
        open in spans(4),
        taken in spans(6),
        more in spans(2),
        lengths in lengths(),
    ) {
        let both: Vec<Span> = taken.iter().chain(&more).copied().collect();
        let before = search(&open, &taken, lengths).first(usize::MAX);
        let after = search(&open, &both, lengths).first(usize::MAX);
        prop_assert!(after.iter().all(|slot| before.contains(slot)));
    }

    #[test]
    fn the_nearest_are_nearer_than_all_others(
        open in spans(4),
        taken in spans(4),
        lengths in lengths(),
        to in 0_i64..3000,
        n in 0_usize..6,
    ) {
        let search = search(&open, &taken, lengths);
        let to = zero().plus_minutes(to);
        let near = search.nearest(to, n);
        let all = search.first(usize::MAX);
        prop_assert_eq!(near.len(), n.min(all.len()));
        prop_assert!(near.is_sorted_by(|a, b| a.start() < b.start()));
        let far = |slot: &Span| slot.start().unix().abs_diff(to.unix());
        let furthest = near.iter().map(far).max().unwrap_or(0);
        prop_assert!(all.iter().all(|slot| near.contains(slot) || n == 0 || far(slot) >= furthest));
    }

    #[test]
    fn the_next_start_is_the_first_on_the_grid(
        slot in 1_u32..3000,
        origin in 0_u32..3000,
        minute in 0_i64..3000,
        second in 0_i64..60,
    ) {
        let unit = Unit { slot_minutes: slot, origin_minute: origin };
        let from = zero().plus_minutes(minute).plus_seconds(second);
        let next = unit.next_start(from);
        prop_assert!(next >= from && unit.aligned(next));
        let mut skipped = (0..(next.unix() - from.unix())).map(|s| from.plus_seconds(s));
        prop_assert!(skipped.all(|at| !unit.aligned(at)));
    }

    #[test]
    fn open_is_left_or_taken_and_never_both(
        open in spans(6),
        taken in spans(6),
        minute in 0_i64..2500,
        second in 0_i64..4,
    ) {
        let left = subtract(&open, &taken);
        let moment = zero().plus_minutes(minute).plus_seconds(second);
        let inside = |spans: &[Span]| spans.iter().any(|span| span.contains(moment));
        prop_assert_eq!(inside(&left), inside(&open) && !inside(&taken));
        prop_assert_eq!(inside(&merged(open.clone())), inside(&open));
        prop_assert!(left.is_sorted_by(|a, b| a.end() < b.start() || a.end() == b.start()));
        prop_assert!(merged(open).is_sorted_by(|a, b| a.end() < b.start()));
    }
}
