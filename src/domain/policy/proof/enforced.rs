//! What each parameter keeps out, and just does not keep out.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::domain::catalogue::{Parameters, Resource};
use crate::domain::gate::Gate;
use crate::domain::gate::fact::Verdict;
use crate::domain::id::{CourseId, InstitutionId, ResourceId, UserId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, Course, Manner, Use};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::policy::check;
use crate::domain::policy::proof::world::{Under, elsewhere, fact, under, waiver, worlds};
use crate::domain::policy::sample::{at, day, span, use_of};
use crate::domain::policy::verdict::{violations, waivers_used};
use crate::domain::refusal::Wrong;
use crate::domain::refusal::ground::{GateClosed, Per, Remedy};
use crate::domain::refusal::unfit::Unfit;
use crate::domain::release::Release;
use crate::domain::support::SupportMode;
use crate::domain::time::Span;

const WEEKDAYS: &str = "Mon 09:00-Mon 17:00;Tue 09:00-Tue 17:00;Wed 09:00-Wed 17:00;Thu 09:00-Thu 17:00;Fri 09:00-Fri 17:00";

fn rule(said: &[(Parameter, &str)]) -> Under {
    let read = |(parameter, text): &(Parameter, &str)| {
        (*parameter, parameter.entry().kind.read(text).unwrap())
    };
    let said: Vec<(Parameter, Value)> = said.iter().map(read).collect();
    under(&said)
}

/// Somebody of another institution, on staff, with nothing behind them.
fn guest() -> Applicant {
    let own = rule(&[]).resource;
    let courses = vec![Course {
        id: CourseId::new(1),
        code: "C1".into(),
        next: Some(day("2027-01-20")),
    }];
    Applicant {
        user: UserId::new(5),
        institution: InstitutionId::new(2),
        position_class: "staff".into(),
        ..Applicant::newcomer(&own, "inhouse", courses)
    }
}

fn alone() -> Manner {
    Manner {
        support: Some(SupportMode::SelfOperation),
        ..Manner::default()
    }
}

fn used(start: &str, end: &str) -> Use {
    Use {
        resource: ResourceId::new(1),
        span: span(start, end),
        support: Some(SupportMode::SelfOperation),
        project_number: String::new(),
        confirmed: true,
    }
}

/// What is wrong with a wish on Monday, 21 December 2026, 10:00.
fn wrong(rule: &Under, by: &Applicant, wish: Span, taken: &[Occupied]) -> Vec<Wrong> {
    let manner = alone();
    let case = Case {
        by: Some(by),
        manner: Some(&manner),
        ..Case::of_time(
            at("2026-12-21T10:00"),
            &rule.resource,
            wish,
            taken,
            Some(&rule.citation),
        )
    };
    let found = violations(&case);
    found.into_iter().map(|refusal| refusal.wrong).collect()
}

fn hour(start: &str) -> Span {
    Span::of_minutes(at(start), 60).unwrap()
}

#[test]
fn the_first_use_may_need_more_notice_than_the_next() {
    let rule = rule(&[
        (Parameter::LeadBusinessDays, "2"),
        (Parameter::LeadFirstUseBusinessDays, "5"),
    ]);
    let wish = hour("2026-12-24T10:00");
    let guest = guest();
    let soon = wrong(&rule, &guest, wish, &[]);
    assert!(
        matches!(soon[..], [Wrong::TooSoon { lead_business_days: 5, deadline, .. }] if deadline == day("2026-12-17")),
        "{soon:?}"
    );
    let known = Applicant {
        uses: vec![used("2026-12-01T10:00", "2026-12-01T11:00")],
        ..guest
    };
    assert_eq!(wrong(&rule, &known, wish, &[]), []);
}

#[test]
fn days_are_opened_in_portions_where_the_rule_says_so() {
    let rule = rule(&[
        (Parameter::HorizonRelease, "monthly"),
        (Parameter::HorizonDays, "60"),
        (Parameter::ClosedCalendars, ""),
    ]);
    let last = Release::Monthly.last(day("2026-12-21"), 60);
    let within = Span::of_minutes(crate::domain::time::Instant::of_tokyo(last, 600), 60).unwrap();
    assert_eq!(wrong(&rule, &guest(), within, &[]), []);
    let next = within.start().plus_minutes(4 * 1440);
    let beyond = Span::of_minutes(next, 60).unwrap();
    let found = wrong(&rule, &guest(), beyond, &[]);
    assert!(
        matches!(found[..], [Wrong::NotReleased { release: Release::Monthly, last: known, opens }] if known == last && opens > day("2026-12-21")),
        "{found:?}"
    );
}

#[test]
fn days_in_a_row_are_counted_over_one_s_own_uses() {
    let rule = rule(&[(Parameter::MaxConsecutiveDays, "2")]);
    let wish = hour("2026-12-24T10:00");
    let with = |uses| Applicant { uses, ..guest() };
    let before = with(vec![
        used("2026-12-22T10:00", "2026-12-22T11:00"),
        used("2026-12-23T10:00", "2026-12-23T11:00"),
    ]);
    assert_eq!(
        wrong(&rule, &before, wish, &[]),
        [Wrong::TooManyDays { most: 2 }]
    );
    let around = with(vec![
        used("2026-12-23T10:00", "2026-12-23T11:00"),
        used("2026-12-25T10:00", "2026-12-25T11:00"),
    ]);
    assert_eq!(
        wrong(&rule, &around, wish, &[]),
        [Wrong::TooManyDays { most: 2 }]
    );
    let apart = with(vec![
        used("2026-12-22T10:00", "2026-12-22T11:00"),
        used("2026-12-25T10:00", "2026-12-25T11:00"),
    ]);
    assert_eq!(wrong(&rule, &apart, wish, &[]), []);
    // a use that ends at midnight does not touch the next day
    let midnight = Span::new(at("2026-12-24T10:00"), at("2026-12-26T00:00")).unwrap();
    assert_eq!(wrong(&rule, &guest(), midnight, &[]), []);
    let third = Span::new(at("2026-12-24T10:00"), at("2026-12-26T01:00")).unwrap();
    let found = wrong(&rule, &guest(), third, &[]);
    assert!(found.contains(&Wrong::TooManyDays { most: 2 }), "{found:?}");
}

#[test]
fn no_night_runs_into_a_closed_day_where_the_rule_forbids_it() {
    let wish = span("2026-12-25T20:00", "2026-12-26T02:00");
    let open = "weekend";
    for (allowed, count) in [("yes", 0), ("no", 1)] {
        let rule = rule(&[
            (Parameter::OvernightBeforeClosedDay, allowed),
            (Parameter::ClosedCalendars, open),
        ]);
        let found = wrong(&rule, &guest(), wish, &[]);
        let nights = found.iter().filter(
            |one| matches!(one, Wrong::NightBeforeClosed { day: on } if *on == day("2026-12-26")),
        );
        assert_eq!(nights.count(), count, "{found:?}");
    }
}

#[test]
fn the_institution_s_own_share_of_a_week_is_kept() {
    // forty open hours a week, half of them for others
    let rule = rule(&[
        (Parameter::OwnUseReservedShare, "50"),
        (Parameter::OpenWindows, WEEKDAYS),
        (Parameter::ClosedCalendars, ""),
    ]);
    let home = |home, taken: Occupied| Occupied {
        home: Some(InstitutionId::new(home)),
        ..taken
    };
    let days = ["2027-01-11", "2027-01-12"];
    let by = |who: i64| -> Vec<Occupied> {
        let claim = |(number, day): (usize, &&str)| {
            let time = span(&format!("{day}T09:00"), &format!("{day}T17:00"));
            home(
                who,
                use_of(&rule.resource, i64::try_from(number).unwrap(), time),
            )
        };
        days.iter().enumerate().map(claim).collect()
    };
    let four = span("2027-01-13T09:00", "2027-01-13T13:00");
    let five = span("2027-01-13T09:00", "2027-01-13T14:00");
    assert_eq!(wrong(&rule, &guest(), four, &by(2)), [], "sixteen and four");
    let over = Wrong::Unfit(Unfit::OverShare {
        share: 50,
        left: 240,
    });
    assert_eq!(wrong(&rule, &guest(), five, &by(2)), [over]);
    assert_eq!(
        wrong(&rule, &guest(), five, &by(1)),
        [],
        "the owner's own uses"
    );
    let own = Applicant {
        institution: InstitutionId::new(1),
        ..guest()
    };
    assert_eq!(wrong(&rule, &own, five, &by(2)), [], "the owner's people");
}

#[test]
fn a_project_s_uses_to_come_are_counted_over_everybody() {
    let rule = rule(&[(Parameter::MaxOpenBookingsPerProject, "2")]);
    let manner = |number: &str| Manner {
        project_number: number.into(),
        ..alone()
    };
    let found = |have: u32, number: &str| {
        let by = Applicant {
            projects: vec![("P1".into(), have)],
            ..guest()
        };
        let manner = manner(number);
        let case = Case {
            by: Some(&by),
            manner: Some(&manner),
            ..Case::of_time(
                at("2026-12-21T10:00"),
                &rule.resource,
                hour("2026-12-24T10:00"),
                &[],
                Some(&rule.citation),
            )
        };
        let found = violations(&case);
        found.into_iter().map(|one| one.wrong).collect::<Vec<_>>()
    };
    let most = Wrong::Unfit(Unfit::TooManyOpen {
        most: 2,
        per: Per::Project,
    });
    assert_eq!(found(1, "P1"), []);
    assert_eq!(found(2, "P1"), [most]);
    assert_eq!(found(2, "P2"), []);
    assert_eq!(found(2, ""), []);
}

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

#[test]
fn parameters_of_a_rule_reach_the_resource() {
    let rule = rule(&[(Parameter::HorizonRelease, "half_yearly")]);
    let Resource {
        parameters, terms, ..
    } = &rule.resource;
    assert_eq!(parameters.release, Release::HalfYearly);
    assert_eq!(*parameters, Parameters::of(terms, &parameters.closed));
}

/// That the laws say something: random wishes are granted and refused, and lead on in every way.
#[test]
fn every_sort_of_way_forward_comes_up() {
    let mut runner = TestRunner::deterministic();
    let (mut granted, mut seen) = (0, std::collections::BTreeMap::new());
    for _ in 0..1_500 {
        let world = worlds().new_tree(&mut runner).unwrap().current();
        let (rule, there) = (under(&world.said), elsewhere(&world.other));
        let cases = [Case {
            resource: &there.resource,
            ..world.case(&there)
        }];
        let found = check(&Case {
            elsewhere: &cases,
            ..world.case(&rule)
        });
        granted += usize::from(found.is_empty());
        for remedy in found.iter().flat_map(|one| &one.remedies) {
            let sort = match remedy {
                Remedy::Slots(_) => "slots",
                Remedy::Length { .. } => "length",
                Remedy::Mode(_) => "mode",
                Remedy::Training { .. } => "training",
                Remedy::Elsewhere { .. } => "elsewhere",
                Remedy::Enter(_) => "enter",
                Remedy::Waiver(_) => "waiver",
                Remedy::Ask => "ask",
            };
            *seen.entry(sort).or_insert(0) += 1;
        }
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
    assert!(granted > 15, "{granted}");
}
