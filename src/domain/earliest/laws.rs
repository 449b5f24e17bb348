//! What holds of every search: it finds what trying every start of the raster would find first.

use std::sync::Arc;

use super::*;
use crate::domain::catalogue::{Period, Resource};
use crate::domain::earliest::tests::{codes, researcher, ruled, used};
use crate::domain::id::WaiverId;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, Manner};
use crate::domain::policy::sample::{at, citation, claims, day, moments, resources, rule};
use crate::domain::policy::waiver::Waiver;
use crate::domain::support::SupportMode;
use proptest::prelude::{
    Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

/// What a rule may say of the person, each of it now and then.
fn said() -> impl Strategy<Value = Vec<(Parameter, Value)>> {
    let one = prop_oneof![
        Just((Parameter::EligibleOrgClasses, codes(&["inhouse"]))),
        Just((Parameter::EligiblePositions, codes(&["staff"]))),
        (1_i64..3).prop_map(|most| (Parameter::MaxOpenBookingsPerUser, Value::Number(most))),
        (1_i64..9).prop_map(|hours| (Parameter::QuotaHoursPerMonth, Value::Number(hours))),
        (1_i64..30).prop_map(|hours| (Parameter::QuotaHoursPerFiscalYear, Value::Number(hours))),
        (0_i64..12).prop_map(|days| (Parameter::LeadFirstUseBusinessDays, Value::Number(days))),
        (1_i64..3).prop_map(|days| (Parameter::MaxConsecutiveDays, Value::Number(days))),
        any::<bool>().prop_map(|flag| (Parameter::OvernightBeforeClosedDay, Value::Flag(flag))),
        Just((Parameter::SupportModes, codes(&["assisted", "proxy"]))),
        Just((Parameter::SupervisedFirstSessions, Value::Number(1))),
    ];
    prop::collection::vec(one, 0..3)
}

/// Somebody with uses and perhaps an exception.
fn applicants() -> impl Strategy<Value = Applicant> {
    let uses = prop::sample::subsequence(
        vec![
            used("2026-12-02T09:00", "2026-12-02T13:00"),
            used("2026-12-29T09:00", "2026-12-29T11:00"),
            used("2027-01-20T13:00", "2027-01-20T15:00"),
        ],
        0..3,
    );
    let lifted = prop_oneof![
        Just(Parameter::LeadBusinessDays),
        Just(Parameter::HorizonDays),
        Just(Parameter::OpenWindows),
        Just(Parameter::ClosedCalendars),
        Just(Parameter::EligibleOrgClasses),
        Just(Parameter::QuotaHoursPerMonth),
        Just(Parameter::MaxMinutes),
    ];
    let waiver = prop::option::weighted(0.3, (lifted, 0_u64..30, 0_u64..6));
    (uses, waiver).prop_map(|(uses, waiver)| {
        let waivers = waiver.map(|(parameter, after, days)| {
            let from = day("2026-12-21") + chrono::Days::new(after);
            Waiver {
                id: WaiverId::new(1),
                parameter,
                from,
                until: from + chrono::Days::new(days),
                reason: String::new(),
                by: String::new(),
            }
        });
        Applicant {
            uses,
            waivers: waivers.into_iter().collect(),
            ..researcher()
        }
    })
}

/// The first start of the raster that the rules let through.
fn tried_one_by_one(question: &Question<'_>) -> Option<Span> {
    let parameters = &question.resource.parameters;
    let unit = parameters.unit();
    let mut start = unit.next_start(question.from);
    while start < question.known_until {
        let slot = Span::of_minutes(start, question.minutes).unwrap();
        let known = parameters.claim(&slot).end() <= question.known_until;
        if known && violations(&question.case(slot)).is_empty() {
            return Some(slot);
        }
        start = unit.next_start(start.plus_seconds(1));
    }
    None
}

/// What holds from 9 January on, where another version comes into force then.
fn later(resource: &Resource, said: Option<Vec<(Parameter, Value)>>) -> Vec<Period> {
    let period = said.map(|said| Period {
        from: day("2027-01-09"),
        parameters: resource.parameters.clone(),
        terms: ruled(&said).terms,
    });
    period.into_iter().collect()
}

proptest! {
    #[test]
    fn the_earliest_time_is_what_trying_every_start_would_find(
        resource in resources(),
        (now_said, later_said) in (said(), prop::option::of(said())),
        taken in claims(),
        by in prop::option::weighted(0.9, applicants()),
        self_operated in prop::option::of(any::<bool>()),
        (now, from, times) in (moments(), 0_i64..20 * 1440, 1_i64..3),
    ) {
        let resource = Resource {
            terms: Arc::clone(&ruled(&now_said).terms),
            later: later(&resource, later_said),
            ..resource
        };
        let minutes = resource.parameters.shortest() * times;
        let manner = self_operated.map(|alone| Manner {
            support: Some(if alone { SupportMode::SelfOperation } else { SupportMode::Assisted }),
            ..Manner::default()
        });
        let (rules, citations) = ([rule(1, "2026-12-28")], [citation()]);
        let question = Question {
            now,
            resource: &resource,
            minutes,
            taken: &taken,
            rules: &rules,
            citations: &citations,
            by: by.as_ref(),
            manner: manner.as_ref(),
            attendants: None,
            from: at("2026-12-20T00:00").plus_minutes(from),
            known_until: at("2027-01-28T00:00"),
        };
        let expected = tried_one_by_one(&question);
        match (earliest(&question), expected) {
            (Answer::At(found), expected) => prop_assert_eq!(Some(found), expected),
            (_, expected) => prop_assert_eq!(None, expected),
        }
        if let Answer::Barred(reasons) = earliest(&question) {
            prop_assert!(!reasons.is_empty());
        }
    }
}
