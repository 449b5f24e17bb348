//! The earliest time, where something of the person, the rule or the calendar stands before it.

use std::sync::Arc;

use super::*;
use crate::domain::catalogue::Resource;
use crate::domain::gate::Gate;
use crate::domain::gate::fact::Fact;
use crate::domain::id::{BookingId, FactId, InstitutionId, UserId, WaiverId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::applicant::Use;
use crate::domain::policy::case::Occupied;
use crate::domain::policy::sample::{at, citation, confocal, day, rule, span, use_of};
use crate::domain::policy::waiver::Waiver;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::support::SupportMode;

/// What a published rule says, over the defaults.
pub(super) fn ruled(said: &[(Parameter, Value)]) -> Resource {
    let settings = said.iter().map(|(parameter, value)| Setting {
        parameter: *parameter,
        target: Target::All,
        value: value.clone(),
        article: None,
        binding: false,
    });
    let sheet = Sheet {
        settings: settings.collect(),
        ..Sheet::default()
    };
    let citation = citation();
    let layer = Layer {
        citation: &citation,
        is_whole: false,
        sheet: &sheet,
    };
    let subject = Subject {
        category: "confocal",
        slug: "x",
    };
    Resource {
        terms: Arc::new(Terms::default().under(&[layer], subject)),
        ..confocal()
    }
}

pub(super) fn codes(list: &[&str]) -> Value {
    Value::Codes(list.iter().map(|&code| code.to_owned()).collect())
}

/// A researcher of a university.
pub(super) fn researcher() -> Applicant {
    Applicant {
        user: UserId::new(1),
        institution: InstitutionId::new(2),
        org_class: "university".into(),
        position_class: "researcher".into(),
        facts: Vec::new(),
        courses: Vec::new(),
        lines: Vec::new(),
        uses: Vec::new(),
        projects: Vec::new(),
        waivers: Vec::new(),
        suspended_until: None,
    }
}

pub(super) fn used(start: &str, end: &str) -> Use {
    Use {
        resource: confocal().id,
        span: span(start, end),
        support: Some(SupportMode::Assisted),
        project_number: String::new(),
        confirmed: true,
        owes: None,
    }
}

/// The earliest two hours, asked on Friday 8 January 2027 at ten.
fn asked(resource: &Resource, by: &Applicant, taken: &[Occupied]) -> Answer {
    let (rules, citations) = ([rule(1, "2020-04-01")], [citation()]);
    earliest(&Question {
        now: at("2027-01-08T10:00"),
        resource,
        minutes: 120,
        taken,
        rules: &rules,
        citations: &citations,
        by: Some(by),
        manner: None,
        attendants: None,
        from: at("2027-01-08T10:00"),
        known_until: at("2027-03-20T00:00"),
    })
}

fn start(answer: &Answer) -> String {
    match answer {
        Answer::At(slot) => crate::domain::time::write_local(slot.start()),
        other => format!("{other:?}"),
    }
}

#[test]
fn it_is_the_first_gap_after_the_lead() {
    let (resource, by) = (ruled(&[]), researcher());
    assert_eq!(start(&asked(&resource, &by, &[])), "2027-01-14T09:00");
    let taken = [
        use_of(&resource, 1, span("2027-01-14T10:00", "2027-01-14T13:00")),
        use_of(&resource, 2, span("2027-01-14T14:30", "2027-01-14T17:00")),
    ];
    assert_eq!(start(&asked(&resource, &by, &taken)), "2027-01-15T09:00");
}

#[test]
fn who_may_never_use_it_is_told_why() {
    let company = ruled(&[(Parameter::EligibleOrgClasses, codes(&["inhouse"]))]);
    let Answer::Barred(reasons) = asked(&company, &researcher(), &[]) else {
        panic!("a university");
    };
    let wrong = reasons.into_iter().map(|refusal| refusal.wrong).next();
    let class = "university".to_owned();
    let expected = Wrong::Unfit(Unfit::InstitutionNotEligible { class });
    assert_eq!(wrong, Some(expected));
    let trained = ruled(&[
        (Parameter::Gates, codes(&["registration"])),
        (Parameter::GatesBeforeSending, codes(&["registration"])),
    ]);
    assert!(matches!(
        asked(&trained, &researcher(), &[]),
        Answer::Barred(_)
    ));
}

#[test]
fn a_quota_that_is_used_up_leads_to_the_next_month() {
    let resource = ruled(&[(Parameter::QuotaHoursPerMonth, Value::Number(3))]);
    let mut by = researcher();
    by.uses = vec![used("2027-01-07T09:00", "2027-01-07T11:00")];
    assert_eq!(start(&asked(&resource, &by, &[])), "2027-02-01T09:00");
}

#[test]
fn a_first_use_may_need_more_notice() {
    let resource = ruled(&[(Parameter::LeadFirstUseBusinessDays, Value::Number(10))]);
    let mut by = researcher();
    assert_eq!(start(&asked(&resource, &by, &[])), "2027-01-25T09:00");
    by.uses = vec![used("2026-12-07T09:00", "2026-12-07T11:00")];
    assert_eq!(start(&asked(&resource, &by, &[])), "2027-01-14T09:00");
}

#[test]
fn a_fact_that_begins_later_is_waited_for() {
    let resource = ruled(&[
        (Parameter::Gates, codes(&["rule_consent"])),
        (Parameter::GatesBeforeSending, codes(&["rule_consent"])),
    ]);
    let mut by = researcher();
    assert!(matches!(asked(&resource, &by, &[]), Answer::Barred(_)));
    by.facts = vec![Fact {
        id: FactId::new(1),
        gate: Gate::RuleConsent,
        user: by.user,
        facility: None,
        booking: None,
        course: None,
        issuer: None,
        project_number: String::new(),
        number: String::new(),
        level: String::new(),
        issued_on: Some(day("2027-01-20")),
        valid_until: None,
        entered_at: at("2027-01-08T09:00"),
        rulings: Vec::new(),
    }];
    assert_eq!(start(&asked(&resource, &by, &[])), "2027-01-20T09:00");
}

#[test]
fn an_exception_opens_times_that_the_rules_close() {
    let resource = ruled(&[]);
    let mut by = researcher();
    by.waivers = vec![Waiver {
        id: WaiverId::new(1),
        parameter: Parameter::LeadBusinessDays,
        from: day("2027-01-12"),
        until: day("2027-01-12"),
        reason: String::new(),
        by: String::new(),
    }];
    assert_eq!(start(&asked(&resource, &by, &[])), "2027-01-12T09:00");
}

#[test]
fn lengths_are_whole_slots_and_never_too_long() {
    let mut parameters = confocal().parameters;
    assert_eq!(fit(&parameters, 30), Some(60));
    assert_eq!(fit(&parameters, 100), Some(120));
    assert_eq!(fit(&parameters, 500), None);
    (parameters.slot_minutes, parameters.min_minutes) = (1440, 1440);
    parameters.max_minutes = 4320;
    assert_eq!(fit(&parameters, 180), Some(1440));
}

#[test]
fn without_a_rule_nothing_is_ever_found_and_a_full_calendar_may_open_later() {
    let (resource, by) = (ruled(&[]), researcher());
    let question = Question {
        now: at("2027-01-08T10:00"),
        resource: &resource,
        minutes: 120,
        taken: &[],
        rules: &[],
        citations: &[],
        by: Some(&by),
        manner: None,
        attendants: None,
        from: at("2027-01-08T10:00"),
        known_until: at("2027-01-20T00:00"),
    };
    assert!(matches!(earliest(&question), Answer::Barred(_)));
    let all = Occupied {
        booking: Some(BookingId::new(1)),
        claim: span("2027-01-01T00:00", "2027-02-20T00:00"),
        used: span("2027-01-01T00:00", "2027-02-20T00:00"),
        units: 1,
        home: None,
    };
    let full = asked(&resource, &by, &[all]);
    assert_eq!(start(&full), "2027-02-22T09:00");
    let (rules, citations) = ([rule(1, "2020-04-01")], [citation()]);
    let soon = Question {
        taken: &[all],
        rules: &rules,
        citations: &citations,
        ..question
    };
    assert_eq!(earliest(&soon), Answer::NotYet);
}
