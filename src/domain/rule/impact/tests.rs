//! What a draft would mean, by examples, and how fast it is told.

use std::sync::Arc;

use super::*;
use crate::domain::catalogue::Resource;
use crate::domain::id::{BookingId, InstitutionId, ResourceId};
use crate::domain::parameter::terms::Terms;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::Manner;
use crate::domain::policy::sample::{at, citation, confocal, day, rule, span};
use crate::domain::policy::waiver::Waiver;
use crate::domain::rule::impact::facts::{Asker, Earlier};

/// The confocal microscope under these values, besides its own.
fn under(values: &[(Parameter, Value)]) -> Resource {
    let mut resource = confocal();
    let terms = values
        .iter()
        .fold(Terms::default(), |terms, (parameter, value)| {
            terms.with(*parameter, value.clone())
        });
    resource.parameters.lead_business_days = 0;
    resource.parameters.horizon_days = 365;
    for (parameter, value) in values {
        let Value::Number(number) = value else {
            continue;
        };
        let number = u32::try_from(*number).unwrap();
        match parameter {
            Parameter::MaxMinutes => resource.parameters.max_minutes = number,
            Parameter::LeadBusinessDays => resource.parameters.lead_business_days = number,
            _ => {}
        }
    }
    resource.terms = Arc::new(terms);
    resource
}

pub(super) fn asked(number: i64, user: i64, start: &str, end: &str, asked_at: &str) -> Asked {
    Asked {
        booking: BookingId::new(number),
        resource: ResourceId::new(1),
        by: Asker {
            user: UserId::new(user),
            institution: InstitutionId::new(2),
            org_class: "university".into(),
            position_class: "researcher".into(),
        },
        span: span(start, end),
        manner: Manner::default(),
        state: State::Confirmed,
        asked_at: at(asked_at),
    }
}

pub(super) fn facts(values: &[(Parameter, Value)], bookings: Vec<Asked>) -> Facts {
    let mut version = rule(3, "2027-01-01");
    version.effective_on = day("2027-01-01");
    Facts {
        rule: version,
        citation: citation(),
        resources: vec![under(values)],
        today: vec![under(&[])],
        bookings,
        is_cut: false,
        earlier: Vec::new(),
        waivers: Vec::new(),
        at: at("2026-12-14T10:00"),
    }
}

pub(super) const FOUR_HOURS: (Parameter, Value) = (Parameter::MaxMinutes, Value::Number(240));

#[test]
fn a_confirmed_booking_breaks_what_is_asked_of_the_use_and_not_of_the_request() {
    let long = asked(
        1,
        1,
        "2027-01-14T09:00",
        "2027-01-14T14:00",
        "2026-12-01T10:00",
    );
    let short = asked(
        2,
        1,
        "2027-01-15T09:00",
        "2027-01-15T11:00",
        "2026-12-01T10:00",
    );
    let before = asked(
        3,
        1,
        "2026-12-22T09:00",
        "2026-12-22T14:00",
        "2026-12-01T10:00",
    );
    let mut waiting = asked(
        4,
        2,
        "2027-01-18T09:00",
        "2027-01-18T14:00",
        "2026-12-01T10:00",
    );
    waiting.state = State::FacilityReview;
    let late = (Parameter::LeadBusinessDays, Value::Number(60));
    let found = impact(&facts(
        &[FOUR_HOURS, late],
        vec![long, short, before, waiting],
    ));
    let broken: Vec<i64> = found
        .broken
        .iter()
        .map(|one| one.asked.booking.number())
        .collect();
    assert_eq!(broken, [1]);
    let grounds = found.broken[0]
        .reasons
        .iter()
        .filter_map(|one| one.ground.as_ref());
    assert_eq!(
        grounds.map(|one| one.parameter).collect::<Vec<_>>(),
        [Parameter::MaxMinutes]
    );
}

#[test]
fn s2_who_must_consent_anew_and_when_the_first_is_due() {
    let first = asked(
        1,
        1,
        "2027-01-14T10:00",
        "2027-01-14T14:00",
        "2026-12-01T10:00",
    );
    let second = asked(
        2,
        1,
        "2027-02-25T10:00",
        "2027-02-25T14:00",
        "2026-12-01T10:00",
    );
    let other = asked(
        3,
        2,
        "2027-03-01T10:00",
        "2027-03-01T14:00",
        "2026-12-01T10:00",
    );
    let before = asked(
        4,
        3,
        "2026-12-22T10:00",
        "2026-12-22T14:00",
        "2026-12-01T10:00",
    );
    let found = impact(&facts(&[], vec![first, second, other, before]));
    assert_eq!(found.broken, []);
    assert_eq!(
        found.reconsent,
        Reconsent {
            people: 2,
            bookings: 3,
            first_due: Some(at("2027-01-08T17:00")),
        }
    );
}

#[test]
fn the_replay_says_which_parameter_would_have_refused_and_what_today_refuses_too() {
    let long = |number, user| {
        asked(
            number,
            user,
            "2026-11-16T09:00",
            "2026-11-16T14:00",
            "2026-11-02T10:00",
        )
    };
    let too_long = asked(
        8,
        4,
        "2026-11-17T09:00",
        "2026-11-17T18:00",
        "2026-11-02T10:00",
    );
    let late = asked(
        9,
        5,
        "2026-11-18T09:00",
        "2026-11-18T10:00",
        "2026-11-18T08:00",
    );
    let lead = (Parameter::LeadBusinessDays, Value::Number(1));
    let found = impact(&facts(
        &[FOUR_HOURS, lead],
        vec![long(1, 1), long(2, 2), too_long, late],
    ))
    .replay;
    assert_eq!(
        (found.looked_at, found.refused, found.refused_today),
        (4, 4, 1)
    );
    let causes: Vec<(Parameter, usize)> = found
        .causes
        .iter()
        .map(|one| (one.parameter, one.bookings))
        .collect();
    assert_eq!(
        causes,
        [
            (Parameter::MaxMinutes, 3),
            (Parameter::LeadBusinessDays, 1),
            (Parameter::OpenWindows, 1)
        ]
    );
    assert_eq!(found.causes[0].examples.len(), 3);
}

#[test]
fn each_is_judged_with_what_was_known_when_it_was_asked_for() {
    let most = (Parameter::MaxOpenBookingsPerUser, Value::Number(1));
    let one = asked(
        1,
        1,
        "2026-11-10T09:00",
        "2026-11-10T10:00",
        "2026-11-02T10:00",
    );
    let open = asked(
        2,
        1,
        "2026-11-11T09:00",
        "2026-11-11T10:00",
        "2026-11-03T10:00",
    );
    let after = asked(
        3,
        1,
        "2026-11-20T09:00",
        "2026-11-20T10:00",
        "2026-11-12T10:00",
    );
    let found = impact(&facts(std::slice::from_ref(&most), vec![after, open, one])).replay;
    assert_eq!((found.looked_at, found.refused), (3, 1));
    assert_eq!(found.causes[0].examples[0].0.booking, BookingId::new(2));
    // a first use is one without earlier ones, also of years ago
    let first = (Parameter::LeadFirstUseBusinessDays, Value::Number(40));
    let newcomer = asked(
        1,
        1,
        "2026-11-10T09:00",
        "2026-11-10T10:00",
        "2026-11-02T10:00",
    );
    let mut known = facts(&[first], vec![newcomer]);
    assert_eq!(impact(&known).replay.refused, 1);
    known.earlier = vec![Earlier {
        user: UserId::new(1),
        resource: ResourceId::new(1),
        support: None,
        times: 3,
        last: span("2024-11-05T09:00", "2024-11-05T10:00"),
    }];
    assert_eq!(impact(&known).replay.refused, 0);
}

#[test]
fn what_was_waived_is_not_refused() {
    let long = asked(
        1,
        1,
        "2026-11-16T09:00",
        "2026-11-16T14:00",
        "2026-11-02T10:00",
    );
    let mut waived = facts(&[FOUR_HOURS], vec![long]);
    let waiver = Waiver {
        id: crate::domain::id::WaiverId::new(1),
        parameter: Parameter::MaxMinutes,
        from: day("2026-11-01"),
        until: day("2026-11-30"),
        reason: "長時間の撮像".into(),
        by: "岡田 隼人".into(),
    };
    waived.waivers = vec![(UserId::new(1), ResourceId::new(1), waiver)];
    assert_eq!(impact(&waived).replay.refused, 0);
}

#[test]
fn an_empty_year_breaks_nothing() {
    let found = impact(&facts(&[FOUR_HOURS], Vec::new()));
    assert_eq!(found.broken, []);
    assert_eq!(
        (found.reconsent, found.replay),
        (Reconsent::default(), Replay::default())
    );
}
