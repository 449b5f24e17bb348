//! What each parameter keeps out, and just does not keep out.

use crate::domain::catalogue::{Parameters, Resource};
use crate::domain::id::{CourseId, InstitutionId, ResourceId, UserId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, Course, Manner, Use};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::policy::proof::world::{Under, under};
use crate::domain::policy::sample::{at, day, span, use_of};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::ground::Per;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::release::Release;
use crate::domain::support::SupportMode;
use crate::domain::time::Span;

pub(super) const WEEKDAYS: &str = "Mon 09:00-Mon 17:00;Tue 09:00-Tue 17:00;Wed 09:00-Wed 17:00;Thu 09:00-Thu 17:00;Fri 09:00-Fri 17:00";

pub(super) fn rule(said: &[(Parameter, &str)]) -> Under {
    let read = |(parameter, text): &(Parameter, &str)| {
        (*parameter, parameter.entry().kind.read(text).unwrap())
    };
    let said: Vec<(Parameter, Value)> = said.iter().map(read).collect();
    under(&said)
}

/// Somebody of another institution, on staff, with nothing behind them.
pub(super) fn guest() -> Applicant {
    let own = rule(&[]).resource;
    let courses = vec![Course {
        id: CourseId::new(1),
        code: "C1".into(),
        next: Some(day("2027-01-20")),
        enrolled: None,
    }];
    Applicant {
        user: UserId::new(5),
        institution: InstitutionId::new(2),
        position_class: "staff".into(),
        ..Applicant::newcomer(&own, "inhouse", courses)
    }
}

pub(super) fn alone() -> Manner {
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
        owes: None,
    }
}

/// What is wrong with a wish on Monday, 21 December 2026, 10:00.
pub(super) fn wrong(rule: &Under, by: &Applicant, wish: Span, taken: &[Occupied]) -> Vec<Wrong> {
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

pub(super) fn hour(start: &str) -> Span {
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
fn parameters_of_a_rule_reach_the_resource() {
    let rule = rule(&[(Parameter::HorizonRelease, "half_yearly")]);
    let Resource {
        parameters, terms, ..
    } = &rule.resource;
    assert_eq!(parameters.release, Release::HalfYearly);
    assert_eq!(*parameters, Parameters::of(terms, &parameters.closed));
}
