//! What is missing, how long it takes, and the earliest start with all of it.

use std::sync::Arc;

use super::*;
use crate::domain::catalogue::Resource;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::id::{CourseId, FactId, UserId};
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::terms::{Layer, Subject};
use crate::domain::policy::applicant::Course;
use crate::domain::policy::case::Occupied;
use crate::domain::policy::sample::{
    at, citation, claims, confocal, day, moments, resources, rule, span, use_of,
};
use crate::domain::refusal::Citation;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

/// The resource under a rule that says these, by their codes.
fn under(resource: Resource, said: &[(&str, &str)]) -> Resource {
    let setting = |(code, text): &(&str, &str)| {
        let parameter = Parameter::from_code(code).unwrap();
        Setting {
            target: Target::All,
            parameter,
            value: parameter.entry().kind.read(text).unwrap(),
            article: None,
            binding: false,
        }
    };
    let sheet = Sheet {
        settings: said.iter().map(setting).collect(),
        ..Sheet::default()
    };
    let (citation, slug) = (citation(), resource.slug.clone());
    let layer = Layer {
        citation: &citation,
        is_whole: false,
        sheet: &sheet,
    };
    let subject = Subject {
        category: "confocal",
        slug: &slug,
    };
    let terms = Arc::new(resource.terms.under(&[layer], subject));
    Resource { terms, ..resource }
}

fn course(next: Option<&str>) -> Course {
    Course {
        enrolled: None,
        id: CourseId::new(7),
        code: "C1".into(),
        next: next.map(day),
    }
}

/// Friday, 8 January 2027: three business days of lead end on Thursday the 14th (Monday is a holiday).
const NOW: &str = "2027-01-08T10:00";

fn look(resource: &Resource, by: &Applicant, taken: &[Occupied], agreed: bool) -> Preflight {
    let (rules, citation) = ([rule(1, "2020-04-01")], citation());
    let consents = Consents {
        versions: &rules,
        agreed: &|_| agreed,
    };
    let wish = span("2027-01-14T09:00", "2027-01-14T10:00");
    let case = Case {
        by: Some(by),
        ..Case::of_time(at(NOW), resource, wish, taken, Some(&citation))
    };
    preflight(&case, consents, at("2027-04-01T00:00"))
}

fn newcomer(resource: &Resource) -> Applicant {
    Applicant::newcomer(resource, "inhouse", vec![course(Some("2027-02-02"))])
}

#[test]
fn with_nothing_missing_the_earliest_start_is_the_first_free_time() {
    let confocal = confocal();
    let found = look(&confocal, &newcomer(&confocal), &[], true);
    assert_eq!((found.needs.len(), found.barred.len()), (0, 0));
    let first = span("2027-01-14T09:00", "2027-01-14T10:00");
    assert_eq!(
        (found.day, found.slot),
        (Some(day("2027-01-14")), Some(first))
    );
    let morning = use_of(&confocal, 1, span("2027-01-14T09:00", "2027-01-14T12:00"));
    let found = look(&confocal, &newcomer(&confocal), &[morning], true);
    let next = span("2027-01-14T12:30", "2027-01-14T13:30");
    assert_eq!(found.slot, Some(next));
}

#[test]
fn a_consent_takes_a_click_and_no_day() {
    let confocal = confocal();
    let found = look(&confocal, &newcomer(&confocal), &[], false);
    assert_eq!(found.needs.len(), 1);
    assert_eq!(found.needs[0].ready, Ready::AtOnce);
    assert_eq!(found.day, Some(day("2027-01-14")));
}

#[test]
fn s3_a_training_sets_the_earliest_start_to_the_day_after_its_next_date() {
    let resource = under(confocal(), &[("training_required", "C1")]);
    let found = look(&resource, &newcomer(&resource), &[], true);
    assert_eq!(found.needs[0].ready, Ready::On(day("2027-02-03")));
    assert_eq!(
        found.slot.map(|slot| slot.start()),
        Some(at("2027-02-03T09:00"))
    );
    // where it must stand before sending, the lead begins only then
    let resource = under(
        confocal(),
        &[
            ("training_required", "C1"),
            ("gates_before_sending", "training"),
        ],
    );
    let found = look(&resource, &newcomer(&resource), &[], true);
    assert_eq!(found.day, Some(day("2027-02-06")));
    assert_eq!(
        found.slot.map(|slot| slot.start()),
        Some(at("2027-02-08T09:00"))
    );
    let undated = Applicant::newcomer(&resource, "inhouse", vec![course(None)]);
    let found = look(&resource, &undated, &[], true);
    assert_eq!((found.needs[0].ready, found.day), (Ready::Unknown, None));
}

#[test]
fn an_office_takes_its_business_days() {
    let said = [
        ("gates", "ethics_approval"),
        ("gate_office_business_days", "10"),
    ];
    let resource = under(confocal(), &said);
    let found = look(&resource, &newcomer(&resource), &[], true);
    // ten business days from 8 January, over the holiday of the 11th
    assert_eq!(found.needs[0].ready, Ready::On(day("2027-01-23")));
    assert_eq!(
        found.slot.map(|slot| slot.start()),
        Some(at("2027-01-25T09:00"))
    );
}

#[test]
fn a_first_use_has_its_own_lead() {
    let resource = under(confocal(), &[("lead_first_use_business_days", "10")]);
    let found = look(&resource, &newcomer(&resource), &[], true);
    assert_eq!(found.first_lead, 10);
    assert_eq!(found.day, Some(day("2027-01-23")));
}

#[test]
fn whoever_is_not_admitted_learns_it_first() {
    let resource = under(confocal(), &[("eligible_org_classes", "own")]);
    let found = look(&resource, &newcomer(&resource), &[], true);
    assert_eq!(found.barred.len(), 1);
    let own = Applicant::newcomer(&resource, "own", Vec::new());
    assert_eq!(look(&resource, &own, &[], true).barred, []);
}

#[test]
fn what_ends_before_the_first_free_time_is_missing_too() {
    let resource = under(confocal(), &[("training_required", "C1")]);
    let mut by = newcomer(&resource);
    by.facts.push(licence(&resource, "2026-01-20"));
    // valid until the 20th: the 14th is fine …
    assert_eq!(look(&resource, &by, &[], true).needs, []);
    // … but nothing is free before the 21st
    let taken = use_of(&resource, 1, span("2027-01-13T00:00", "2027-01-21T00:00"));
    let found = look(&resource, &by, &[taken], true);
    assert_eq!(found.needs.len(), 1);
    assert_eq!(
        found.slot.map(|slot| slot.start()),
        Some(at("2027-02-03T09:00"))
    );
}

fn licence(resource: &Resource, issued: &str) -> Fact {
    Fact {
        id: FactId::new(1),
        gate: Gate::Training,
        user: UserId::new(0),
        facility: Some(resource.facility),
        booking: None,
        course: Some(CourseId::new(7)),
        issuer: Some(resource.institution),
        project_number: String::new(),
        number: String::new(),
        level: String::new(),
        issued_on: Some(day(issued)),
        valid_until: None,
        entered_at: at("2026-01-20T10:00"),
        rulings: vec![Ruling {
            institution: None,
            side: Side::Provider,
            verdict: Verdict::Confirmed,
            number: String::new(),
            ruled_on: day(issued),
            condition: None,
            at: at("2026-01-20T10:00"),
        }],
    }
}

proptest! {
    #[test]
    fn the_earliest_start_keeps_everything_and_nothing_free_comes_before_it(
        resource in resources(), taken in claims(), now in moments(), office in 0_u32..12, first in 0_u32..12,
    ) {
        let said = [
            ("gates", "mta"),
            ("gate_office_business_days", &*office.to_string()),
            ("lead_first_use_business_days", &*first.to_string()),
        ];
        let resource = under(resource, &said);
        let by = newcomer(&resource);
        let citation: Citation = citation();
        let rules = [rule(1, "2020-04-01")];
        let consents = Consents { versions: &rules, agreed: &|_| false };
        let wish = Span::of_minutes(now, 60).unwrap();
        let case = Case { by: Some(&by), ..Case::of_time(now, &resource, wish, &taken, Some(&citation)) };
        let found = preflight(&case, consents, at("2027-06-01T00:00"));
        let day = found.day.unwrap();
        prop_assert_eq!(first_day(&case, consents), Some(day));
        let on = |ready: Ready| match ready { Ready::On(on) => on, _ => now.day() };
        prop_assert!(found.needs.iter().all(|need| on(need.ready) <= day));
        if let Some(slot) = found.slot {
            prop_assert!(slot.start().day() >= day);
            prop_assert_eq!(violations(&case.at(slot)), []);
            let full = full(&taken, resource.capacity);
            let room = Room { resource: &resource, full: &full, now, from: day_span(day).start(), until: slot.start() };
            let before = room.first(slot.minutes(), 40);
            prop_assert!(before.iter().all(|one| !violations(&case.at(*one)).is_empty()));
        }
    }
}
