//! Tests of what becomes of an outage: who has their time back, and what a longer one touches.

use crate::domain::booking::State;
use crate::domain::id::{BookingId, OfferId, OutageId};
use crate::domain::outage::change::{self, CalledOff};
use crate::domain::outage::tests::{booked, manager, scene, wrong};
use crate::domain::outage::{Outage, Sort, mark};
use crate::domain::refusal::outage::OutageBar;
use crate::domain::time::{Instant, Span};
use crate::domain::usage::sample::{at, standing};
use crate::domain::waitlist::serve::Served;

fn outage(until: &str) -> Outage {
    Outage {
        id: OutageId::new(1),
        resource: standing(State::Confirmed).resource.id,
        sort: Sort::Failure,
        span: Span::new(at("2027-02-03T13:20"), at(until)).unwrap(),
        is_ended: false,
        is_dropped: false,
        note: "電子銃の故障".into(),
        by_user: false,
        damage: String::new(),
    }
}

fn off(number: i64, start: &str, has_rebooked: bool) -> CalledOff {
    CalledOff {
        standing: booked(number, State::CancelledByFacility, start, 180),
        has_rebooked,
    }
}

/// Four bookings that it had called off: one is over, one has another time.
fn four() -> [CalledOff; 4] {
    [
        off(1, "2027-02-05T09:00", false),
        off(2, "2027-02-08T09:00", false),
        off(3, "2027-02-08T13:00", true),
        off(4, "2027-02-09T09:00", false),
    ]
}

#[test]
fn s6_early_repair_gives_times_to_come_back_to_who_has_not_rebooked() {
    let scene = scene(Vec::new());
    let by = manager("2027-02-06T10:00");
    let early = Some(at("2027-02-06T09:00"));
    let entered = outage("2027-02-12T17:00");
    let changed = change::end(&entered, early, &scene, &by).unwrap().value;
    assert!(changed.outage.is_ended && !changed.outage.is_dropped);
    assert_eq!(changed.outage.span.end(), at("2027-02-06T09:00"));
    assert_eq!(
        kept((&entered, &changed.outage), by.at),
        AGAIN.map(|(start, until)| (at(start), at(until)))
    );
    // it can't end after now, nor twice
    let later = Some(at("2027-02-06T10:01"));
    let refused = change::end(&entered, later, &scene, &by);
    assert_eq!(wrong(refused.unwrap_err()), [OutageBar::EndOutside]);
    let again = change::end(&changed.outage, early, &scene, &by);
    assert_eq!(wrong(again.unwrap_err()), [OutageBar::Ended]);
}

/// 72 hours, but never beyond the start.
const AGAIN: [(&str, &str); 2] = [
    ("2027-02-08T09:00", "2027-02-08T09:00"),
    ("2027-02-09T09:00", "2027-02-09T09:00"),
];

/// What is kept again of the four, each beside those before it: start, and until when.
fn kept(course: (&Outage, &Outage), now: Instant) -> Vec<(Instant, Instant)> {
    let mut taken = Vec::new();
    let mut found = Vec::new();
    for one in four()
        .iter()
        .filter(|one| change::is_back(course, one, now))
    {
        let done = change::kept_again(one, &taken, (OfferId::new(1), now));
        if let Some(Served::Kept(offer, takes)) = done.map(|done| done.value) {
            found.push((offer.span.start(), offer.until));
            taken.push(takes);
        }
    }
    found
}

#[test]
fn what_came_back_before_does_not_come_back_again() {
    let now = at("2027-02-06T10:00");
    let starts = |before: &str, after: &str| -> Vec<Instant> {
        let kept = kept((&outage(before), &outage(after)), now);
        kept.into_iter().map(|(start, _)| start).collect()
    };
    let (monday, tuesday) = (at("2027-02-08T09:00"), at("2027-02-09T09:00"));
    assert_eq!(starts("2027-02-12T17:00", "2027-02-08T17:00"), [tuesday]);
    assert_eq!(starts("2027-02-08T17:00", "2027-02-07T17:00"), [monday]);
    // one that lasts longer than it did gives nothing back
    assert!(starts("2027-02-07T17:00", "2027-02-08T17:00").is_empty());
}

#[test]
fn what_others_took_since_is_not_kept_again() {
    let one = off(2, "2027-02-08T09:00", false);
    let (id, now) = (OfferId::new(1), at("2027-02-06T10:00"));
    let Served::Kept(_, takes) = change::kept_again(&one, &[], (id, now)).unwrap().value else {
        panic!("told");
    };
    assert!(change::kept_again(&one, &[takes], (id, now)).is_none());
}

#[test]
fn one_that_has_not_begun_is_dropped_and_all_its_times_are_back() {
    let scene = scene(Vec::new());
    let by = manager("2027-02-03T10:00");
    let entered = outage("2027-02-12T17:00");
    let changed = change::end(&entered, None, &scene, &by).unwrap().value;
    assert!(changed.outage.is_ended && changed.outage.is_dropped);
    assert_eq!(changed.outage.span, entered.span, "as it was planned");
    assert_eq!(kept((&entered, &changed.outage), by.at).len(), 3);
    let again = change::end(&changed.outage, None, &scene, &by);
    assert_eq!(wrong(again.unwrap_err()), [OutageBar::Ended]);
}

#[test]
fn a_longer_outage_touches_only_what_is_new() {
    let scene = scene(vec![
        booked(1, State::Confirmed, "2027-02-09T09:00", 180),
        booked(2, State::Confirmed, "2027-02-12T09:00", 180),
    ]);
    let by = manager("2027-02-06T10:00");
    let until = Some(at("2027-02-10T17:00"));
    let blind = change::postpone(&outage("2027-02-08T17:00"), (until, ""), &scene, &by);
    assert_eq!(wrong(blind.unwrap_err()), [OutageBar::OthersTouched]);
    let seen = mark([BookingId::new(1)].into_iter());
    let done = change::postpone(&outage("2027-02-08T17:00"), (until, &seen), &scene, &by);
    let changed = done.unwrap().value;
    assert_eq!(changed.hits.len(), 1);
    assert_eq!(Some(changed.outage.span.end()), until);
    assert!(!changed.outage.is_ended);
}
