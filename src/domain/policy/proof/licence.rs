//! What licences and exceptions let through.

use crate::domain::gate::Gate;
use crate::domain::gate::fact::Verdict;
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::case::Case;
use crate::domain::policy::proof::enforced::{WEEKDAYS, alone, guest, hour, rule, wrong};
use crate::domain::policy::proof::person::{fact, waiver};
use crate::domain::policy::sample::{at, day};
use crate::domain::policy::verdict::waivers_used;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::ground::GateClosed;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::time::Span;

#[test]
fn after_hours_are_for_those_who_hold_the_licence() {
    let said = |policy| {
        rule(&[
            (Parameter::AfterHoursPolicy, policy),
            (Parameter::TrainingRequired, "C1"),
            (Parameter::OpenWindows, WEEKDAYS),
        ])
    };
    let evening = hour("2026-12-24T20:00");
    let licence = (day("2026-11-01"), None);
    let licensed = Applicant {
        facts: vec![fact(Gate::Training, 1, licence, Some(Verdict::Confirmed))],
        ..guest()
    };
    let is_outside = |found: Vec<Wrong>| {
        let mut found = found.into_iter();
        found.any(|one| matches!(one, Wrong::OutsideHours { .. }))
    };
    assert!(is_outside(wrong(&said("licensed"), &guest(), evening, &[])));
    assert!(!is_outside(wrong(
        &said("licensed"),
        &licensed,
        evening,
        &[]
    )));
    for policy in ["none", "on_request"] {
        assert!(is_outside(wrong(&said(policy), &licensed, evening, &[])));
    }
    // a closed day stays closed
    let sunday = hour("2026-12-27T20:00");
    let found = wrong(&said("licensed"), &licensed, sunday, &[]);
    assert!(matches!(found[..], [Wrong::ClosedDay { .. }]), "{found:?}");
}

#[test]
fn no_exception_goes_beyond_what_a_calendar_sees() {
    let rule = rule(&[
        (Parameter::MaxMinutes, "120"),
        (Parameter::ClosedCalendars, ""),
    ]);
    let by = Applicant {
        waivers: vec![waiver(Parameter::MaxMinutes)],
        ..guest()
    };
    let days = |days: i64| Span::of_minutes(at("2026-12-24T00:00"), days * 1440).unwrap();
    assert_eq!(wrong(&rule, &by, days(20), &[]), []);
    let found = wrong(&rule, &by, days(32), &[]);
    assert!(
        found.iter().any(|one| matches!(one, Wrong::TooLong { .. })),
        "{found:?}"
    );
}

#[test]
fn an_exception_from_a_gate_opens_the_way_and_is_kept_in_the_record() {
    let rule = rule(&[
        (Parameter::TrainingRequired, "C1"),
        (Parameter::GatesBeforeSending, "training"),
    ]);
    let wish = hour("2026-12-24T10:00");
    let closed = Wrong::Unfit(Unfit::GateClosed {
        gate: Gate::Training,
        why: GateClosed::Missing,
    });
    assert_eq!(wrong(&rule, &guest(), wish, &[]), [closed]);
    let by = Applicant {
        waivers: vec![
            waiver(Parameter::TrainingRequired),
            waiver(Parameter::MaxMinutes),
        ],
        ..guest()
    };
    assert_eq!(wrong(&rule, &by, wish, &[]), []);
    let manner = alone();
    let case = Case {
        by: Some(&by),
        manner: Some(&manner),
        ..Case::of_time(
            at("2026-12-21T10:00"),
            &rule.resource,
            wish,
            &[],
            Some(&rule.citation),
        )
    };
    let kept: Vec<Parameter> = waivers_used(&case)
        .iter()
        .map(|one| one.parameter)
        .collect();
    assert_eq!(
        kept,
        [Parameter::TrainingRequired],
        "and not what was not needed"
    );
}
