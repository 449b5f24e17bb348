//! Tests of what becomes of an outage: who has their time back, and what a longer one touches.

use crate::domain::booking::State;
use crate::domain::id::{BookingId, OfferId, OutageId};
use crate::domain::outage::change::{self, Back, CalledOff};
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
    let called_off = four();
    let back = Back {
        called_off: &called_off,
        taken: &[],
    };
    let scene = scene(Vec::new());
    let by = manager("2027-02-06T10:00");
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        OfferId::new(next)
    };
    let early = Some(at("2027-02-06T09:00"));
    let done = change::end(
        &outage("2027-02-12T17:00"),
        early,
        (&scene, back),
        &by,
        &mut fresh,
    );
    let changed = done.unwrap().value;
    assert!(changed.outage.is_ended);
    assert_eq!(changed.outage.span.end(), at("2027-02-06T09:00"));
    let kept: Vec<(Instant, Instant)> = changed
        .back
        .iter()
        .map(|served| match served {
            Served::Kept(offer, _) => (offer.span.start(), offer.until),
            Served::Told(_) => panic!("told"),
        })
        .collect();
    let (monday, tuesday) = (at("2027-02-08T09:00"), at("2027-02-09T09:00"));
    // 72 hours, but never beyond the start
    assert_eq!(kept, [(monday, monday), (tuesday, at("2027-02-09T09:00"))]);
    // it can't end after now, nor twice
    let later = Some(at("2027-02-06T10:01"));
    let refused = change::end(
        &outage("2027-02-12T17:00"),
        later,
        (&scene, back),
        &by,
        &mut fresh,
    );
    assert_eq!(wrong(refused.unwrap_err()), [OutageBar::EndOutside]);
    let ended = changed.outage;
    let again = change::end(&ended, early, (&scene, back), &by, &mut fresh);
    assert_eq!(wrong(again.unwrap_err()), [OutageBar::Ended]);
}

#[test]
fn a_longer_outage_touches_only_what_is_new() {
    let scene = scene(vec![
        booked(1, State::Confirmed, "2027-02-09T09:00", 180),
        booked(2, State::Confirmed, "2027-02-12T09:00", 180),
    ]);
    let back = Back {
        called_off: &[],
        taken: &[],
    };
    let by = manager("2027-02-06T10:00");
    let mut fresh = || OfferId::new(1);
    let until = Some(at("2027-02-10T17:00"));
    let blind = change::postpone(
        &outage("2027-02-08T17:00"),
        (until, ""),
        (&scene, back),
        &by,
        &mut fresh,
    );
    assert_eq!(wrong(blind.unwrap_err()), [OutageBar::OthersTouched]);
    let seen = mark([BookingId::new(1)].into_iter());
    let done = change::postpone(
        &outage("2027-02-08T17:00"),
        (until, &seen),
        (&scene, back),
        &by,
        &mut fresh,
    );
    let changed = done.unwrap().value;
    assert_eq!(changed.hits.len(), 1);
    assert_eq!(Some(changed.outage.span.end()), until);
    assert!(!changed.outage.is_ended);
}
