//! How long an officer waits for the impact of a draft.

use crate::domain::policy::sample::at;
use crate::domain::rule::impact::impact;
use crate::domain::rule::impact::tests::{FOUR_HOURS, asked, facts};
use crate::domain::time::Span;

#[test]
fn twenty_thousand_bookings_are_replayed_while_the_officer_waits() {
    let one = |number: i64| {
        let mut one = asked(
            number,
            number % 300,
            "2026-03-02T09:00",
            "2026-03-02T12:00",
            "2026-02-20T10:00",
        );
        let start = at("2025-12-15T09:00").plus_minutes(number / 60 * 1440 + number % 16 * 30);
        one.span = Span::of_minutes(start, 60 + number % 8 * 30).unwrap();
        one.asked_at = start.plus_minutes(-20_000 - number);
        one
    };
    let facts = facts(&[FOUR_HOURS], (0..20_000).map(one).collect());
    let began = std::time::Instant::now();
    let replay = impact(&facts).replay;
    let most = if cfg!(debug_assertions) { 40 } else { 2 };
    assert!(began.elapsed().as_secs() < most, "{:?}", began.elapsed());
    assert!(
        replay.looked_at > 19_000 && replay.refused > 1_000,
        "{replay:?}"
    );
    assert_eq!(
        replay.causes.first().map(|cause| cause.examples.len()),
        Some(3)
    );
}
