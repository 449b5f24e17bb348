//! What must hold of instants, spans and their written forms.

use super::{
    Instant, Span, day_span, fiscal_year, parse_clock, parse_day, parse_local, write_local,
};
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

fn at(text: &str) -> Instant {
    parse_local(text).expect(text)
}

fn span(start: i64, end: i64) -> Option<Span> {
    Span::new(Instant::from_unix(start), Instant::from_unix(end))
}

fn spans() -> impl Strategy<Value = Span> {
    (-500_i64..500, 1_i64..200).prop_filter_map("a span", |(start, long)| {
        span(start * 7, start * 7 + long * 7)
    })
}

#[test]
fn tokyo_is_nine_hours_ahead() {
    // 2026-04-14T00:00:00Z
    let noon = Instant::from_unix(1_776_124_800);
    assert_eq!(write_local(noon), "2026-04-14T09:00");
    assert_eq!(noon.minute_of_day(), 540);
    assert_eq!(at("2026-04-14T09:00"), noon);
    // One second before Tokyo midnight is still the day before.
    let eve = at("2026-04-14T00:00").plus_seconds(-1);
    assert_eq!(eve.day(), parse_day("2026-04-13").unwrap());
    assert_eq!(eve.minute_of_day(), 1439);
}

#[test]
fn twenty_four_is_the_next_midnight() {
    assert_eq!(at("2026-12-31T24:00"), at("2027-01-01T00:00"));
    assert_eq!(parse_clock("24:00"), Some(1440));
}

#[test]
fn minutes_may_leave_the_day() {
    let day = parse_day("2026-04-14").unwrap();
    assert_eq!(Instant::of_tokyo(day, 1500), at("2026-04-15T01:00"));
    assert_eq!(Instant::of_tokyo(day, -30), at("2026-04-13T23:30"));
}

#[test]
fn anything_but_the_strict_form_is_refused() {
    for text in [
        "",
        "2026-04-14",
        "2026-04-14T",
        "2026-04-14T9:00",
        "2026-04-14T09:60",
        "2026-04-14T24:01",
        "2026-04-14T25:00",
        "2026-04-14T09:00:00",
        "2026-04-14T09:00:60",
        "2026-04-14T09:00Z",
        "2026-04-14 09:00",
        " 2026-04-14T09:00",
        "2026-04-14T09:00 ",
        "2026-02-29T09:00",
        "1999-12-31T09:00",
        "2200-01-01T00:00",
        "2026-4-14T09:00",
        "+026-04-14T09:00",
        "2026-04-14T+9:00",
        "２０２６-04-14T09:00",
        "2026-04-14t09:00",
        "2026-04-14TT09:00",
        "2026-00-14T09:00",
        "2026-13-01T09:00",
        "2026-04-14T-1:00",
    ] {
        assert_eq!(parse_local(text), None, "{text}");
    }
    for text in [
        "2026-4-1",
        "26-04-01",
        "2026-04-31",
        "2026-04-01-",
        "02026-04-01",
        "20260401",
    ] {
        assert_eq!(parse_day(text), None, "{text}");
    }
    assert!(parse_local("2000-01-01T00:00").is_some());
    assert!(parse_local("2199-12-31T24:00").is_some());
    assert!(parse_local("2028-02-29T00:00").is_some());
}

#[test]
fn the_fiscal_year_turns_on_the_first_of_april() {
    assert_eq!(fiscal_year(at("2027-03-31T23:59").day()), 2026);
    assert_eq!(fiscal_year(at("2027-04-01T00:00").day()), 2027);
    assert_eq!(fiscal_year(at("2027-03-31T24:00").day()), 2027);
}

#[test]
fn a_span_lasts() {
    assert_eq!(span(5, 5), None);
    assert_eq!(span(6, 5), None);
    assert_eq!(Span::of_minutes(Instant::from_unix(0), 0), None);
    assert_eq!(Span::of_minutes(Instant::from_unix(0), -3), None);
    assert_eq!(day_span(parse_day("2026-03-20").unwrap()).minutes(), 1440);
    assert_eq!(span(0, 119).unwrap().minutes(), 1);
}

#[test]
fn touching_is_not_overlapping() {
    let morning = span(0, 60).unwrap();
    let noon = span(60, 120).unwrap();
    assert!(!morning.overlaps(&noon) && !noon.overlaps(&morning));
    assert!(morning.overlaps(&span(59, 60).unwrap()));
    assert!(morning.contains(Instant::from_unix(0)));
    assert!(!morning.contains(Instant::from_unix(60)));
    assert_eq!(morning.intersect(&noon), None);
}

#[test]
fn edges_saturate() {
    let last = Instant::from_unix(i64::MAX);
    assert_eq!(last.plus_minutes(i64::MAX), last);
    let first = Instant::from_unix(i64::MIN);
    assert_eq!(first.plus_minutes(i64::MIN), first);
    assert!(first.day() < last.day());
    assert!(span(i64::MIN, i64::MAX).unwrap().minutes() > 0);
}

#[test]
fn json_is_a_number_and_a_pair_in_order() {
    let json = serde_json::to_string(&span(1, 2).unwrap()).unwrap();
    assert_eq!(json, r#"{"start":1,"end":2}"#);
    assert_eq!(
        serde_json::from_str::<Span>(&json).unwrap(),
        span(1, 2).unwrap()
    );
    assert!(serde_json::from_str::<Span>(r#"{"start":2,"end":2}"#).is_err());
}

proptest! {
    #[test]
    fn writing_is_the_inverse_of_reading(minute in 0_i64..(200 * 365 * 1440)) {
        let moment = at("2000-01-01T00:00").plus_minutes(minute);
        prop_assert_eq!(parse_local(&write_local(moment)), Some(moment));
        prop_assert_eq!(Instant::of_tokyo(moment.day(), moment.minute_of_day()), moment);
        prop_assert!(day_span(moment.day()).contains(moment));
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,20}") {
        let _ = parse_local(&text);
        let _ = parse_day(&text);
    }

    #[test]
    fn overlap_is_a_shared_part(a in spans(), b in spans()) {
        prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        prop_assert_eq!(a.overlaps(&b), a.intersect(&b).is_some());
        if let Some(shared) = a.intersect(&b) {
            prop_assert!(a.covers(&shared) && b.covers(&shared));
        }
        prop_assert_eq!(a.covers(&b), a.intersect(&b) == Some(b));
    }

    #[test]
    fn widening_only_grows(a in spans(), before in -5_i64..5, after in -5_i64..5) {
        prop_assert!(a.widen(before, after).covers(&a));
    }
}
