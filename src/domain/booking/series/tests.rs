//! Dates of a series by the names of the catalogue of negative tests, and as a law.

use super::*;
use crate::domain::policy::sample::{at, day};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

fn first() -> Span {
    Span::of_minutes(at("2027-01-07T10:00"), 60).unwrap()
}

fn repeat(every: u32, until: Option<&str>, times: Option<u32>) -> Repeat {
    Repeat {
        every: Some(every),
        until: until.map(day),
        times,
        ..Repeat::default()
    }
}

/// The one thing that is wrong.
fn wrong(repeat: &Repeat) -> Wrong {
    let refusals = spans(first(), repeat).unwrap_err();
    assert_eq!(refusals.len(), 1, "{refusals:?}");
    refusals[0].wrong.clone()
}

#[test]
fn a_series_ends_on_its_last_day_or_after_so_many() {
    let starts = |repeat: &Repeat| -> Vec<NaiveDate> {
        let found = spans(first(), repeat).unwrap();
        found.iter().map(|span| span.start().day()).collect()
    };
    let weekly = ["2027-01-07", "2027-01-14", "2027-01-21"].map(day);
    assert_eq!(starts(&repeat(7, Some("2027-01-27"), None)), weekly);
    assert_eq!(starts(&repeat(7, None, Some(3))), weekly);
    assert_eq!(starts(&repeat(7, Some("2027-12-31"), Some(3))), weekly);
    assert_eq!(starts(&repeat(1, Some("2028-01-07"), None)).len(), 366);
    let month_end = spans(
        Span::of_minutes(at("2027-01-31T10:00"), 60).unwrap(),
        &repeat(30, None, Some(2)),
    );
    assert_eq!(
        month_end.unwrap().last().unwrap().start(),
        at("2027-03-02T10:00")
    );
}

#[test]
fn g05_series_without_end_or_step_are_refused_in_words() {
    let last = day("2028-01-07");
    let many = || Wrong::Use(UseBar::SeriesTooMany { most: MOST });
    let far = || Wrong::Use(UseBar::SeriesTooFar { last });
    let step = || Wrong::Use(UseBar::SeriesStep { most: MOST });
    assert_eq!(wrong(&repeat(1, None, Some(1_000_000_000))), many());
    assert_eq!(wrong(&repeat(1, None, Some(367))), many());
    assert_eq!(wrong(&repeat(7, Some("2099-12-31"), None)), far());
    assert_eq!(wrong(&repeat(7, None, Some(54))), far());
    assert_eq!(wrong(&repeat(0, None, Some(3))), step());
    assert_eq!(wrong(&repeat(u32::MAX, None, Some(3))), step());
    assert_eq!(
        wrong(&repeat(7, Some("2027-01-01"), None)),
        Wrong::Use(UseBar::SeriesOfOne)
    );
    assert_eq!(
        wrong(&repeat(7, None, Some(1))),
        Wrong::Use(UseBar::SeriesOfOne)
    );
}

proptest! {
    #[test]
    fn no_series_has_more_dates_or_reaches_further_than_it_may(every in any::<u32>(), times in any::<Option<u32>>(), days in 0_u64..4000) {
        let until = first().start().day().checked_add_days(chrono::Days::new(days));
        let repeat = Repeat { every: Some(every % 400), until: until.filter(|_| days % 2 == 0), times, ..Repeat::default() };
        if let Ok(found) = spans(first(), &repeat) {
            prop_assert!(found.len() >= 2 && found.len() <= 366);
            prop_assert_eq!(found.first(), Some(&first()));
            prop_assert!(found.last().unwrap().start().day() <= day("2028-01-07"));
            let step = i64::from(every % 400) * 86_400;
            prop_assert!(found.windows(2).all(|pair| pair[1].start().unix() - pair[0].start().unix() == step));
        }
    }
}
