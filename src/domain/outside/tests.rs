//! Outside allocations: what is recorded, the time they occupy, warnings that need a reason (story S5, deed 4).

use std::sync::Arc;

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::availability::parse_windows;
use crate::domain::catalogue::{AllocationBy, BookingMode, LONGEST_CLAIM_MINUTES, Resource};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{FacilityId, InstitutionId, OutsideId, OutsideSpanId, UserId};
use crate::domain::language::Language;
use crate::domain::outside::record::{correct, end, record};
use crate::domain::outside::time::{Wish, by_day, free, pieces, take};
use crate::domain::outside::{AmountUnit, Occupied, Standing, Told};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::case::Occupied as Claimed;
use crate::domain::policy::sample::{at, confocal, day, span};
use crate::domain::refusal::outside::OutsideBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// HIMAC: free on nights, not on those before a closed day.
fn himac() -> Resource {
    let nights = "Mon 21:00-Tue 07:00; Tue 21:00-Wed 07:00; Wed 21:00-Thu 07:00; Thu 21:00-Fri 07:00; Sat 07:00-Sat 21:00";
    let mut resource = confocal();
    resource.allocation = AllocationBy::ExternalCall;
    resource.parameters.windows = parse_windows(nights).unwrap();
    let terms = (*resource.terms).clone();
    resource.terms = Arc::new(terms.with(Parameter::OvernightBeforeClosedDay, Value::Flag(false)));
    resource
}

fn by(roles: Vec<Role>, at: Instant) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(1),
            name: "供用 担当".into(),
            email: "a@example.jp".into(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles,
        }),
        at,
    }
}

fn manager(text: &str) -> Actor {
    by(vec![Role::FacilityManager(FacilityId::new(1))], at(text))
}

fn told() -> Told {
    Told {
        proposal: "26H123".into(),
        holder_email: "kim@toto.example.jp".into(),
        granted: Some(40),
        unit: Some(AmountUnit::Hour),
        starts_on: Some(day("2026-10-01")),
        ends_on: Some(day("2027-03-31")),
        used: Some(0),
        ..Told::default()
    }
}

fn standing() -> Standing {
    let resource = himac();
    let outside = record(
        OutsideId::new(1),
        &told(),
        &resource,
        None,
        &manager("2026-10-01T10:00"),
    );
    Standing {
        outside: outside.unwrap().value,
        resource,
        occupied: Vec::new(),
    }
}

fn wish(from: &str, until: &str, reason: &str) -> Wish {
    Wish {
        from: Some(at(from)),
        until: Some(at(until)),
        reason: reason.into(),
    }
}

fn bars<T>(act: Act<T>) -> Vec<OutsideBar> {
    let Err(Halt::Refused(refusals)) = act else {
        return Vec::new();
    };
    let bar = |refusal: &Refusal| match &refusal.wrong {
        Wrong::Outside(bar) => Some(bar.clone()),
        _ => None,
    };
    refusals.iter().filter_map(bar).collect()
}

fn taking(wish: &Wish, taken: &[Claimed], by: &Actor) -> Act<Occupied> {
    take(OutsideSpanId::new(1), wish, &standing(), taken, by)
}

#[test]
fn s5_a_night_before_a_holiday_needs_the_managers_reason() {
    let by_manager = manager("2027-02-01T10:00");
    let night = wish("2027-02-10T21:00", "2027-02-11T07:00", "");
    let found = bars(taking(&night, &[], &by_manager));
    assert_eq!(
        found,
        [OutsideBar::Night {
            day: day("2027-02-11")
        }]
    );
    let reason = Wish {
        reason: "採択課題の照射計画のため".into(),
        ..night
    };
    let done = taking(&reason, &[], &by_manager).unwrap();
    assert_eq!(done.value.reason, reason.reason);
    let stranger = by(Vec::new(), at("2027-02-01T10:00"));
    assert!(matches!(taking(&reason, &[], &stranger), Err(Halt::Absent)));
    assert_eq!(
        by_day(done.value.span),
        [(day("2027-02-10"), 180), (day("2027-02-11"), 420)]
    );
}

#[test]
fn an_ordinary_night_needs_no_reason_and_keeps_none() {
    let night = wish("2027-02-09T21:00", "2027-02-10T07:00", "不要な理由");
    let done = taking(&night, &[], &manager("2027-02-01T10:00")).unwrap();
    assert_eq!(done.value.reason, "");
    let daytime = wish("2027-02-09T13:00", "2027-02-09T15:00", "");
    assert_eq!(
        bars(taking(&daytime, &[], &manager("2027-02-01T10:00"))),
        [OutsideBar::Hours]
    );
}

#[test]
fn time_is_taken_once_and_within_the_allocation() {
    let by_manager = manager("2027-02-01T10:00");
    let night = wish("2027-02-09T21:00", "2027-02-10T07:00", "");
    let rival = span("2027-02-10T06:59", "2027-02-10T12:00");
    let claimed = |span: Span| Claimed {
        booking: None,
        claim: span,
        used: span,
        units: 1,
        home: None,
    };
    let found = bars(taking(&night, &[claimed(rival)], &by_manager));
    assert!(matches!(found[..], [OutsideBar::Taken { .. }]));
    let touching = span("2027-02-10T07:00", "2027-02-10T12:00");
    assert!(
        taking(&night, &[claimed(touching)], &by_manager).is_ok(),
        "what touches is free"
    );
    let outside = wish("2027-03-30T21:00", "2027-04-01T07:00", "理由");
    assert!(matches!(
        bars(taking(&outside, &[], &by_manager))[..],
        [OutsideBar::OutsidePeriod { .. }]
    ));
    let mut counted = standing();
    counted.resource.mode = BookingMode::SharedCapacity;
    let act = take(OutsideSpanId::new(1), &night, &counted, &[], &by_manager);
    assert_eq!(bars(act), [OutsideBar::NoTime]);
    let empty = taking(&Wish::default(), &[], &by_manager);
    assert!(matches!(empty, Err(Halt::Refused(refusals)) if refusals.len() == 2));
}

#[test]
fn what_is_recorded_is_complete_and_a_resource_by_call() {
    let by_manager = manager("2026-10-01T10:00");
    let id = OutsideId::new(1);
    let act = |told: &Told| record(id, told, &himac(), None, &by_manager);
    let nobody = Told {
        holder_email: String::new(),
        holder_name: "Kim".into(),
        ..told()
    };
    assert_eq!(bars(act(&nobody)), [OutsideBar::NoHolder]);
    let named = Told {
        holder_institution: "東都大".into(),
        ..nobody
    };
    assert!(act(&named).is_ok());
    let backwards = Told {
        ends_on: Some(day("2026-09-30")),
        ..told()
    };
    assert_eq!(bars(act(&backwards)), [OutsideBar::EndsBefore]);
    assert_eq!(
        bars(record(id, &told(), &confocal(), None, &by_manager)),
        [OutsideBar::NotByCall]
    );
    let other = Some(OutsideId::new(2));
    assert_eq!(
        bars(record(id, &told(), &himac(), other, &by_manager)),
        [OutsideBar::Known]
    );
    let empty = act(&Told::default());
    let Err(Halt::Refused(refusals)) = empty else {
        panic!("{empty:?}")
    };
    assert_eq!(refusals.len(), 7, "everything at once: {refusals:#?}");
    let stranger = by(Vec::new(), at("2026-10-01T10:00"));
    assert!(matches!(
        record(id, &told(), &himac(), None, &stranger),
        Err(Halt::NotAllowed)
    ));
}

#[test]
fn what_has_ended_stays_as_it_is_and_what_has_begun_is_not_given_back() {
    let mut standing = standing();
    standing.occupied = vec![Occupied {
        id: OutsideSpanId::new(5),
        span: span("2027-02-09T21:00", "2027-02-10T07:00"),
        reason: String::new(),
    }];
    let before = manager("2027-02-09T20:59");
    assert!(free(&standing, OutsideSpanId::new(5), &before).is_ok());
    assert!(matches!(
        free(&standing, OutsideSpanId::new(6), &before),
        Err(Halt::Absent)
    ));
    let begun = free(
        &standing,
        OutsideSpanId::new(5),
        &manager("2027-02-09T21:00"),
    );
    assert_eq!(bars(begun), [OutsideBar::Begun]);
    let shorter = Told {
        ends_on: Some(day("2027-02-09")),
        ..told()
    };
    assert!(matches!(
        bars(correct(&standing, &shorter, None, &before))[..],
        [OutsideBar::OutsidePeriod { .. }]
    ));
    standing.outside = end(&standing, &before).unwrap().value;
    assert_eq!(bars(end(&standing, &before)), [OutsideBar::Ended]);
    assert_eq!(
        bars(correct(&standing, &told(), None, &before)),
        [OutsideBar::Ended]
    );
}

proptest! {
    #[test]
    fn pieces_and_days_are_the_whole_stretch(start in 0_i64..100_000_000, minutes in 1_i64..600_000) {
        let span = Span::of_minutes(Instant::from_unix(start * 60), minutes).unwrap();
        let found = pieces(span);
        prop_assert_eq!(found[0].start(), span.start());
        prop_assert_eq!(found[found.len() - 1].end(), span.end());
        prop_assert!(found.windows(2).all(|pair| pair[0].end() == pair[1].start()));
        prop_assert!(found.iter().all(|piece| piece.minutes() <= LONGEST_CLAIM_MINUTES));
        let days = by_day(span);
        prop_assert_eq!(days.iter().map(|(_, minutes)| minutes).sum::<i64>(), span.minutes());
        prop_assert!(days.iter().all(|(_, minutes)| (1..=1440).contains(minutes)));
    }
}
