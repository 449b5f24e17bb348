//! Requests that compete: who is chosen takes the time, and nobody else does.

use super::*;
use crate::domain::actor::{Person, Who};
use crate::domain::booking::decision;
use crate::domain::id::{BookingId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::parameter::value::Value;
use crate::domain::refusal::Wrong;
use crate::domain::usage::sample::{at, standing};
use proptest::prelude::*;

/// Somebody decides in January.
fn manager() -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(1),
            name: "山田 花子".into(),
            email: "yamada@example.jp".into(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: Vec::new(),
        }),
        at: at("2027-01-12T10:00"),
    }
}

/// A request that competes, from this hour of 3 February on for so many minutes.
fn asked(id: i64, hour: i64, minutes: i64) -> Standing {
    let mut one = standing(State::Submitted);
    one.booking.id = BookingId::new(id);
    one.booking.user = UserId::new(100 + id);
    let start = at("2027-02-03T00:00").plus_minutes(hour * 60);
    one.booking.span = Span::of_minutes(start, minutes).unwrap();
    one
}

#[test]
fn the_rule_of_the_day_says_whether_requests_compete() {
    let one = asked(1, 9, 60);
    assert!(!competes(&one.resource, &one.booking.span));
    for (code, expected) in [
        ("first_come", false),
        ("manager_decides", true),
        ("committee", true),
        ("lottery", true),
    ] {
        let mut resource = one.resource.clone();
        let terms = (*resource.terms).clone();
        let value = Value::Code(code.to_owned());
        resource.terms = terms.with(Parameter::PriorityRule, value).into();
        assert_eq!(competes(&resource, &one.booking.span), expected, "{code}");
    }
}

#[test]
fn who_is_chosen_takes_the_time_and_who_overlaps_is_told_of_others() {
    let (winner, by) = (asked(1, 10, 120), manager());
    // the buffers of a quarter of an hour on both sides meet too
    let rivals = [asked(2, 9, 120), asked(3, 12, 60), asked(4, 13, 60)];
    let mut done = decision::approve(&winner, &by).unwrap();
    take(&winner, &[], &mut done.value, by.at).unwrap();
    assert_eq!(done.value.state, State::Confirmed);
    assert_eq!(done.value.claimed, Some(claimed(&winner)));
    let told = passed_over(&rivals, (&winner, &[]), &by);
    let who: Vec<_> = told.iter().filter_map(|event| event.booking).collect();
    assert_eq!(who, [BookingId::new(2), BookingId::new(3)]);
    for event in &told {
        let [envelope] = &event.letters[..] else {
            panic!("{event:?}")
        };
        let Letter::Booking(facts) = &envelope.letter else {
            panic!("{envelope:?}")
        };
        assert_eq!(facts.about, BookingNews::PassedOver);
        assert_eq!((facts.by.as_ref(), facts.entry), (None, None));
        assert_eq!(facts.nearest.len(), 3);
        let taken = claimed(&winner).claim;
        let claim = |span: &Span| winner.resource.parameters.claim(span);
        assert!(
            facts
                .nearest
                .iter()
                .all(|span| !claim(span).overlaps(&taken))
        );
    }
    // who had lost it before is not told again
    let others = [occupied(&asked(9, 8, 90))];
    let again = passed_over(&rivals, (&winner, &others), &by);
    assert_eq!(again.len(), 1);
}

#[test]
fn a_time_that_others_have_by_now_is_not_given_twice() {
    let (late, by) = (asked(1, 10, 60), manager());
    let others = [occupied(&asked(2, 10, 60))];
    let mut done = decision::approve(&late, &by).unwrap();
    let refused = take(&late, &others, &mut done.value, by.at).unwrap_err();
    assert!(matches!(
        refused[..],
        [Refusal {
            wrong: Wrong::Taken { .. },
            ..
        }]
    ));
    assert_eq!(done.value.claimed, None);
    assert_eq!(nearest(&late, &others, by.at).len(), 3);
    assert_eq!(nearest(&late, &[], by.at), []);
}

#[test]
fn it_can_be_rejected_and_withdrawn_but_not_handed_back() {
    let (one, by) = (asked(1, 10, 60), manager());
    assert!(decision::hand_back(&one, "直してください", &by).is_err());
    let rejected = decision::reject(&one, "ほかの課題を優先します", &by).unwrap();
    assert_eq!(rejected.value.state, State::Rejected);
    let mut own = manager();
    if let Who::Person(person) = &mut own.who {
        person.id = one.booking.user;
    }
    assert!(decision::approve(&one, &own).is_err());
    let gone = decision::withdraw(&one, &own).unwrap();
    assert_eq!(gone.value.state, State::Withdrawn);
    let late = Actor::house(one.booking.span.start());
    let lapsed = decision::expire(&one, &late).unwrap();
    assert_eq!(lapsed.value.state, State::Expired);
}

#[test]
fn they_stand_in_the_order_in_which_they_were_sent() {
    let mut all = [asked(3, 9, 60), asked(1, 9, 60), asked(2, 9, 60)];
    all[0].booking.created_at = at("2027-01-04T09:00");
    let places: Vec<usize> = all.iter().map(|one| place(&all, one)).collect();
    assert_eq!(places, [1, 2, 3]);
}

proptest! {
    /// However the facility chooses among requests of a shared capacity, nothing is granted beyond it,
    /// and exactly those are told who lose the room that they had.
    #[test]
    fn choices_never_exceed_what_there_is(
        wishes in prop::collection::vec((8i64..17, 1i64..6, 1u32..4), 1..12), capacity in 1u32..5,
    ) {
        let by = manager();
        let mut all: Vec<Standing> = wishes.iter().enumerate().map(|(place, (hour, half, units))| {
            let mut one = asked(i64::try_from(place).unwrap() + 1, *hour, half * 30);
            one.booking.units = *units;
            one.resource.capacity = capacity;
            one
        }).collect();
        let mut granted: Vec<Occupied> = Vec::new();
        while let Some(next) = all.pop() {
            let mut done = decision::approve(&next, &by).unwrap();
            let had: Vec<bool> = all.iter().map(|one| has_room(one, &granted, by.at)).collect();
            if take(&next, &granted, &mut done.value, by.at).is_err() {
                continue;
            }
            let told: Vec<_> = passed_over(&all, (&next, &granted), &by).iter().filter_map(|event| event.booking).collect();
            granted.push(occupied(&next));
            let lost = all.iter().zip(had).filter(|(one, had)| *had && !has_room(one, &granted, by.at));
            let lost: Vec<_> = lost.map(|(one, _)| one.booking.id).collect();
            prop_assert_eq!(told, lost);
        }
        for moment in 0..(24 * 4) {
            let at = at("2027-02-03T00:00").plus_minutes(moment * 15);
            let load: u32 = granted.iter().filter(|one| one.claim.contains(at)).map(|one| one.units).sum();
            prop_assert!(load <= capacity, "{load} at {at:?}");
        }
    }
}
