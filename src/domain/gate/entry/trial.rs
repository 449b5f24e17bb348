//! What entries are tried with: a person, a booking whose rule says this, what they type.

use crate::domain::actor::{Person, Role};
use crate::domain::booking::{Booking, Content, State};
use crate::domain::gate::Gate;
use crate::domain::gate::declaration::Category;
use crate::domain::gate::entry::scene::{Scene, Typed, TypedExport};
use crate::domain::gate::entry::{Entered, enter};
use crate::domain::gate::fact::Side;
use crate::domain::gate::sample;
use crate::domain::id::{BookingId, FactId, RuleId, UserId};
use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::sample as resources;
use crate::domain::refusal::Wrong;
use crate::domain::time::{Instant, Span, parse_local};

pub(super) const BOOKING: BookingId = BookingId::new(9);

pub(super) fn at() -> Instant {
    parse_local("2027-01-08T10:00").unwrap()
}

pub(super) fn person() -> Person {
    Person {
        id: UserId::new(5),
        name: "Dr. A. Example".into(),
        email: "example@ncc.example.jp".into(),
        language: Language::En,
        institution: sample::HOME,
        roles: Vec::new(),
    }
}

pub(super) fn nowhere() -> Scene {
    Scene {
        home: sample::HOME,
        resource: None,
        booking: None,
        facts: Vec::new(),
        declared_before: None,
        lately: 0,
        issuers: vec![sample::HOME, sample::PROVIDER],
        lines: Vec::new(),
    }
}

/// For a booking at a resource whose rule says this.
pub(super) fn booked(said: &[(Parameter, Value)]) -> Scene {
    let mut resource = resources::confocal();
    resource.facility = sample::FACILITY;
    resource.institution = sample::PROVIDER;
    resource.terms = std::sync::Arc::new(sample::terms(said));
    resource.later.clear();
    let span = Span::of_minutes(parse_local("2027-02-15T09:00").unwrap(), 1440).unwrap();
    Scene {
        booking: Some(Booking {
            id: BOOKING,
            resource: resource.id,
            user: person().id,
            institution: sample::HOME,
            rule: RuleId::new(1),
            span,
            units: 1,
            content: Content::default(),
            state: State::Held,
            version: 1,
            created_at: at(),
        }),
        resource: Some(resource),
        ..nowhere()
    }
}

pub(super) fn entered(gate: Gate, typed: &Typed, scene: &Scene) -> Result<Entered, Vec<Wrong>> {
    let id = FactId::new(77);
    match enter((id, gate), typed, scene, &person(), at()) {
        Ok(done) => Ok(done.value),
        Err(wrong) => Err(wrong.into_iter().map(|refusal| refusal.wrong).collect()),
    }
}

pub(super) fn ethics() -> Typed {
    Typed {
        number: "2026-123".into(),
        authority: "研究倫理審査委員会".into(),
        issued_on: "2026-04-01".into(),
        valid_until: "2029-03-31".into(),
        ..Typed::default()
    }
}

pub(super) fn declared(entered_on: &str, categories: &[Category]) -> Typed {
    Typed {
        export: TypedExport {
            resident: Some(true),
            employed: Some(false),
            entered_on: entered_on.into(),
            categories: categories.to_vec(),
            no_category: categories.is_empty(),
            end_use: "基礎研究".into(),
        },
        ..Typed::default()
    }
}

pub(super) fn sides(entered: &Entered) -> Vec<(Side, Role)> {
    entered
        .asks
        .iter()
        .map(|ask| (ask.side, ask.door))
        .collect()
}
