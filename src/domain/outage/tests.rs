//! Tests of outages: what is credited, who is called off and who is cut short, who has their time back.

mod later;

use proptest::prelude::*;

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::booking::change::Cut;
use crate::domain::booking::{Standing, State};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, FacilityId, InstitutionId, OutageId, UserId};
use crate::domain::language::Language;
use crate::domain::outage::credit::credited;
use crate::domain::outage::start::{Begun, Scene, Wish, begin};
use crate::domain::outage::{Sort, What, mark};
use crate::domain::refusal::Wrong;
use crate::domain::refusal::outage::OutageBar;
use crate::domain::refusal::usage::UseBar;
use crate::domain::time::Span;
use crate::domain::usage::sample::{at, standing};

/// A manager of the facility, at a moment of 3 February 2027.
fn manager(moment: &str) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(50),
            name: "山口 海".into(),
            email: "yamaguchi@example.jp".into(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: vec![Role::FacilityManager(FacilityId::new(1))],
        }),
        at: at(moment),
    }
}

fn booked(number: i64, state: State, start: &str, minutes: i64) -> Standing {
    let mut one = standing(state);
    one.booking.id = BookingId::new(number);
    one.booking.span = Span::of_minutes(at(start), minutes).unwrap();
    one
}

fn scene(bookings: Vec<Standing>) -> Scene {
    Scene {
        resource: standing(State::Confirmed).resource,
        bookings,
        moving: Vec::new(),
        others: Vec::new(),
    }
}

fn wish(scene: &Scene, from: &str, until: &str) -> Wish {
    let span = Span::new(at(from), at(until)).unwrap();
    let touched = super::start::touched(&scene.bookings, &span);
    Wish {
        sort: Some(Sort::Failure),
        from: Some(at(from)),
        until: Some(at(until)),
        note: "電子銃の故障".into(),
        seen: mark(touched.iter().map(|one| one.booking.id)),
    }
}

fn wrong(halt: Halt) -> Vec<OutageBar> {
    let Halt::Refused(refusals) = halt else {
        panic!("{halt:?}")
    };
    let bar = |wrong: Wrong| match wrong {
        Wrong::Use(UseBar::Outage(bar)) => bar,
        other => panic!("{other:?}"),
    };
    refusals.into_iter().map(|one| bar(one.wrong)).collect()
}

#[test]
fn s6_three_hours_and_forty_minutes_are_four_hours_and_three_twenty_are_three() {
    let rule = (60, 30);
    assert_eq!(credited(220, 480, rule), 240);
    assert_eq!(credited(200, 480, rule), 180);
    assert_eq!(credited(29, 480, rule), 0);
    assert_eq!(credited(30, 480, rule), 60);
    assert_eq!(credited(0, 480, rule), 0);
    // never more than what was booked
    assert_eq!(credited(85, 90, rule), 60);
    assert_eq!(credited(89, 90, (60, 20)), 90);
}

proptest! {
    #[test]
    fn g13_a_credit_is_whole_units_near_what_was_lost(
        lost in 0_i64..5_000, booked in 0_i64..5_000, unit in 1_u32..300, drop in 0_u32..300
    ) {
        let lost = lost.min(booked);
        let credit = credited(lost, booked, (unit, drop));
        prop_assert!((0..=booked).contains(&credit));
        prop_assert!(credit == booked || credit % i64::from(unit) == 0);
        prop_assert!((credit - lost).abs() <= i64::from(unit));
        // losing more is never credited less
        prop_assert!(credited(lost + 1, booked, (unit, drop)) >= credit);
    }
}

/// The failure of the story, among five bookings.
fn failed() -> Begun {
    let scene = scene(vec![
        booked(1, State::InUse, "2027-02-03T09:00", 480),
        booked(2, State::Confirmed, "2027-02-04T09:00", 180),
        booked(3, State::FacilityReview, "2027-02-05T09:00", 180),
        booked(4, State::Confirmed, "2027-02-10T09:00", 180),
        booked(5, State::Reported, "2027-02-03T08:00", 60),
    ]);
    let asked = wish(&scene, "2027-02-03T13:20", "2027-02-08T17:00");
    let by = manager("2027-02-03T13:30");
    let done = begin(OutageId::new(1), &asked, &scene, &by).unwrap();
    // each is told, with a line of its own in its history
    let told = done.event.also.iter().map(|event| event.letters.len());
    assert_eq!(told.collect::<Vec<_>>(), [1, 1, 1]);
    done.value
}

#[test]
fn s6_what_had_begun_is_cut_short_and_what_had_not_is_called_off() {
    let hits = failed().hits;
    let off = State::CancelledByFacility;
    let found: Vec<(i64, State)> = hits
        .iter()
        .map(|(change, _)| (change.booking.number(), change.state))
        .collect();
    assert_eq!(found, [(1, State::Used), (2, off), (3, off)]);
    let (cut, effect) = &hits[0];
    let credit_minutes = 240;
    assert_eq!(effect.what, What::Interrupted { credit_minutes });
    assert_eq!(effect.lost.minutes(), 220);
    let Some(Cut::To(claimed)) = &cut.cut else {
        panic!("{cut:?}")
    };
    assert_eq!(claimed.claim.end(), at("2027-02-03T13:20"));
    let rebook_until = "2027-03-05".parse().unwrap();
    assert_eq!(hits[1].1.what, What::CalledOff { rebook_until });
    assert_eq!(hits[1].0.cancelled.map(|means| means.percent), Some(0));
    assert!(hits[1].1.was_settled && !hits[2].1.was_settled);
}

#[test]
fn what_a_planned_outage_will_meet_is_called_off_unless_it_is_in_use() {
    let scene = scene(vec![
        booked(1, State::Confirmed, "2027-02-03T09:00", 480),
        booked(2, State::InUse, "2027-02-03T09:00", 480),
    ]);
    let asked = wish(&scene, "2027-02-03T13:00", "2027-02-03T17:00");
    let (eve, early) = ("2027-02-02T10:00", "2027-02-03T08:45");
    for (moment, number, becomes) in [
        (eve, 1, State::CancelledByFacility),
        (early, 1, State::CancelledByFacility),
        (early, 2, State::Used),
    ] {
        let by = manager(moment);
        let begun = begin(OutageId::new(1), &asked, &scene, &by).unwrap();
        let hits = begun.value.hits;
        let hit = hits
            .iter()
            .find(|(change, _)| change.booking == BookingId::new(number));
        assert_eq!(hit.unwrap().0.state, becomes, "{moment}");
    }
}

#[test]
fn whoever_enters_it_saw_what_it_touches_and_only_managers_do() {
    let mut scene = scene(vec![booked(2, State::Confirmed, "2027-02-04T09:00", 180)]);
    let asked = wish(&scene, "2027-02-03T13:20", "2027-02-08T17:00");
    let by = manager("2027-02-03T13:30");
    scene
        .bookings
        .push(booked(3, State::Confirmed, "2027-02-05T09:00", 60));
    let id = OutageId::new(1);
    let refused = begin(id, &asked, &scene, &by).unwrap_err();
    assert_eq!(wrong(refused), [OutageBar::OthersTouched]);
    let mut other = by.clone();
    if let Who::Person(person) = &mut other.who {
        person.roles = vec![Role::FacilityManager(FacilityId::new(2))];
    }
    assert!(matches!(
        begin(id, &asked, &scene, &other),
        Err(Halt::Absent)
    ));
    for (from, until, bar) in [
        ("2027-02-03T13:00", "2027-02-03T12:00", OutageBar::Backwards),
        ("2027-02-01T13:00", "2027-02-03T13:30", OutageBar::AllPast),
        (
            "2026-12-01T13:00",
            "2027-02-04T12:00",
            OutageBar::LongAgo { days: 31 },
        ),
        (
            "2027-02-03T13:00",
            "2028-02-05T12:00",
            OutageBar::TooLong { days: 366 },
        ),
    ] {
        let asked = Wish {
            from: Some(at(from)),
            until: Some(at(until)),
            ..asked.clone()
        };
        assert_eq!(wrong(begin(id, &asked, &scene, &by).unwrap_err()), [bar]);
    }
}

#[test]
fn marks_of_bookings_differ_by_what_they_hold_and_not_by_its_order() {
    let of = |numbers: &[i64]| mark(numbers.iter().map(|number| BookingId::new(*number)));
    assert_eq!(of(&[1, 2, 3]), of(&[3, 1, 2]));
    assert_ne!(of(&[1, 2, 3]), of(&[1, 2]));
    assert_ne!(of(&[1, 2]), of(&[1, 3]));
    assert_ne!(of(&[]), of(&[0]));
}
