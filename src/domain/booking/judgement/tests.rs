//! Tests of judging again: what opens lets a booking go on, what closes holds it, and nothing else changes.

use std::sync::Arc;

use super::*;
use crate::domain::booking::{Booking, Hold};
use crate::domain::event::Kind;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::gate::standing::{NOTHING, SPECIAL};
use crate::domain::id::{BookingId, FactId, InstitutionId, RuleId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::parameter::value::Value;
use crate::domain::policy::sample;
use crate::domain::refusal::Citation;
use crate::domain::time::{Span, parse_local};

const HOME: InstitutionId = InstitutionId::new(77);
const BOOKING: BookingId = BookingId::new(9);

fn at(text: &str) -> Instant {
    parse_local(text).unwrap()
}

fn house() -> Actor {
    Actor::house(at("2027-01-12T10:00"))
}

/// Terms under which exports are screened and a pledge is asked for.
fn terms() -> Terms {
    let codes = ["export_screening", "training"].map(str::to_owned);
    let setting = |parameter, value| Setting {
        parameter,
        target: Target::All,
        value,
        article: None,
        binding: false,
    };
    let sheet = Sheet {
        settings: vec![
            setting(Parameter::Gates, Value::Codes(codes.into())),
            setting(Parameter::OrgPledgeRequired, Value::Code("first".into())),
        ],
        ..Sheet::default()
    };
    let layer = Layer {
        citation: &Citation::default(),
        is_whole: false,
        sheet: &sheet,
    };
    let subject = Subject {
        category: "c",
        slug: "r",
    };
    Terms::default().under(&[layer], subject)
}

fn person(id: i64) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name: "人".into(),
        email: format!("{id}@example.jp"),
        language: Language::Ja,
    }
}

fn applicant(user: UserId) -> Applicant {
    Applicant {
        user,
        institution: HOME,
        ..Applicant::newcomer(&sample::confocal(), "inhouse", Vec::new())
    }
}

fn facts(state: State, hold: Option<&[Gate]>) -> Facts {
    let mut resource = sample::confocal();
    resource.terms = Arc::new(terms());
    resource.later.clear();
    let created_at = at("2027-01-08T10:00");
    let booking = Booking {
        id: BOOKING,
        resource: resource.id,
        user: UserId::new(5),
        institution: HOME,
        rule: RuleId::new(1),
        span: Span::of_minutes(at("2027-02-15T09:00"), 60).unwrap(),
        units: 1,
        content: Content {
            support_mode: Some(SupportMode::SelfOperation),
            ..Content::default()
        },
        state,
        version: 3,
        created_at,
    };
    Facts {
        beside: Vec::new(),
        applicant: applicant(booking.user),
        resumed: Vec::new(),
        asked_then: vec![Gate::Training, Gate::OrgPledge, Gate::ExportScreening],
        consent_is_due: false,
        standing: Standing {
            attendant: None,
            parts: Vec::new(),
            fellows: Vec::new(),
            hold: hold.map(|gates| Hold {
                gates: gates.to_vec(),
                return_to: State::FacilityReview,
                held_at: created_at,
                reason: String::new(),
            }),
            applicant: person(5),
            applicant_institution: Name::default(),
            managers: vec![person(6)],
            decided: None,
            relocated: false,
            resource,
            booking,
        },
    }
}

fn fact(gate: Gate, level: &str, said: &[(Side, Verdict, Option<SupportMode>)]) -> Fact {
    let ruling = |(side, verdict, condition): &(Side, Verdict, Option<SupportMode>)| Ruling {
        side: *side,
        institution: None,
        verdict: *verdict,
        number: String::new(),
        ruled_on: "2027-01-12".parse().unwrap(),
        condition: *condition,
        at: at("2027-01-12T09:00"),
    };
    Fact {
        id: FactId::new(1),
        gate,
        user: UserId::new(5),
        facility: None,
        booking: (gate == Gate::ExportScreening).then_some(BOOKING),
        course: None,
        issuer: None,
        project_number: String::new(),
        number: String::new(),
        level: level.into(),
        issued_on: None,
        valid_until: None,
        entered_at: at("2027-01-08T10:05"),
        rulings: said.iter().map(ruling).collect(),
    }
}

fn cleared(only: Option<SupportMode>) -> Fact {
    let yes = |side, only| (side, Verdict::Confirmed, only);
    fact(
        Gate::ExportScreening,
        SPECIAL,
        &[yes(Side::Home, only), yes(Side::Provider, None)],
    )
}

fn pledge() -> Fact {
    fact(
        Gate::OrgPledge,
        "",
        &[(Side::Home, Verdict::Confirmed, None)],
    )
}

fn licence() -> Fact {
    let said = [(Side::Provider, Verdict::Confirmed, None)];
    Fact {
        issued_on: Some("2026-12-01".parse().unwrap()),
        ..fact(Gate::Training, "", &said)
    }
}

fn settled(facts: &Facts) -> Option<Done<Change>> {
    settle(facts, &judge(facts, house().at), &house())
}

const ALL: [Gate; 3] = [Gate::Training, Gate::OrgPledge, Gate::ExportScreening];

#[test]
fn s9_a_condition_fixes_the_way_of_use_and_takes_the_gates_of_the_other_with_it() {
    let mut held = facts(State::Held, Some(&ALL));
    held.applicant.facts = vec![pledge(), cleared(Some(SupportMode::Proxy))];
    // the training is asked of those who operate: staff will
    let done = settled(&held).unwrap();
    assert_eq!(done.value.state, State::FacilityReview);
    let mode = done
        .value
        .content
        .as_ref()
        .and_then(|content| content.support_mode);
    assert_eq!(mode, Some(SupportMode::Proxy));
    assert_eq!(done.event.kind, Kind::BookingReleased);
    // without the condition the training is still missing
    held.applicant.facts = vec![pledge(), cleared(None)];
    let waits = settled(&held).unwrap();
    assert_eq!(waits.value.hold.unwrap().gates, [Gate::Training]);
    assert_eq!(waits.event.kind, Kind::HoldChanged);
    assert!(waits.event.letters.is_empty(), "nothing new is missing");
    held.applicant.facts.push(licence());
    let done = settled(&held).unwrap();
    assert_eq!(
        (done.value.state, done.value.content),
        (State::FacilityReview, None)
    );
}

#[test]
fn what_opens_goes_on_by_itself_and_what_does_not_change_stays() {
    let mut held = facts(State::Held, Some(&ALL));
    assert!(settled(&held).is_none());
    held.applicant.facts = vec![pledge(), licence(), cleared(None)];
    let done = settled(&held).unwrap();
    let told: Vec<&str> = done
        .event
        .letters
        .iter()
        .map(|one| one.letter.code())
        .collect();
    assert_eq!(told, ["released", "approval_asked"]);
    let mut review = facts(State::FacilityReview, None);
    review.applicant.facts.clone_from(&held.applicant.facts);
    assert!(settled(&review).is_none());
    // what has begun, or ended, is left alone
    let late = Actor::house(at("2027-02-15T09:00"));
    assert!(settle(&held, &judge(&held, late.at), &late).is_none());
    assert!(settled(&facts(State::Withdrawn, None)).is_none());
}

#[test]
fn a_confirmed_booking_is_held_for_what_it_was_judged_by_and_nothing_later() {
    let mut confirmed = facts(State::Confirmed, None);
    confirmed.applicant.facts = vec![licence(), cleared(None)];
    let done = settled(&confirmed).unwrap();
    assert_eq!(done.value.state, State::Held);
    let hold = done.value.hold.unwrap();
    assert_eq!(
        (hold.gates, hold.return_to),
        (vec![Gate::OrgPledge], State::Confirmed)
    );
    // a gate that a later rule added asks nothing of it
    confirmed.asked_then = vec![Gate::Training, Gate::ExportScreening];
    assert!(settled(&confirmed).is_none());
    // nor one that a manager set aside
    confirmed.asked_then = ALL.to_vec();
    confirmed.resumed = vec![Gate::OrgPledge];
    assert!(settled(&confirmed).is_none());
}

#[test]
fn a_missing_consent_keeps_it_on_hold_when_the_rest_stands() {
    let mut held = facts(State::Held, Some(&[Gate::RuleConsent, Gate::OrgPledge]));
    held.applicant.facts = vec![pledge(), licence(), cleared(None)];
    held.consent_is_due = true;
    let waits = settled(&held).unwrap();
    assert_eq!(waits.value.hold.unwrap().gates, [Gate::RuleConsent]);
    held.consent_is_due = false;
    assert_eq!(settled(&held).unwrap().value.state, State::FacilityReview);
}

#[test]
fn a_way_of_use_that_an_office_did_not_leave_is_taken_back_wherever_it_stands() {
    let mut resent = facts(State::FacilityReview, None);
    resent.applicant.facts = vec![pledge(), licence(), cleared(Some(SupportMode::Assisted))];
    let done = settled(&resent).unwrap();
    assert_eq!(done.event.kind, Kind::BookingLimited);
    assert_eq!(done.value.state, State::FacilityReview);
    let mode = done.value.content.unwrap().support_mode;
    assert_eq!(mode, Some(SupportMode::Assisted));
    // who asked for more help than that keeps it
    let content = &mut resent.standing.booking.content;
    content.support_mode = Some(SupportMode::Proxy);
    assert!(settled(&resent).is_none());
}

#[test]
fn one_s_own_word_opens_and_a_no_closes() {
    let mut held = facts(State::Held, Some(&[Gate::ExportScreening]));
    let own = fact(
        Gate::ExportScreening,
        NOTHING,
        &[(Side::Own, Verdict::Confirmed, None)],
    );
    held.applicant.facts = vec![pledge(), licence(), own];
    assert_eq!(settled(&held).unwrap().value.state, State::FacilityReview);
    let mut confirmed = held.clone();
    confirmed.standing.booking.state = State::Confirmed;
    confirmed.standing.hold = None;
    let yes = (Side::Home, Verdict::Confirmed, None);
    let no = (Side::Home, Verdict::Revoked, None);
    let provider = (Side::Provider, Verdict::Confirmed, None);
    confirmed.applicant.facts[2] = fact(Gate::ExportScreening, SPECIAL, &[yes, provider, no]);
    assert_eq!(settled(&confirmed).unwrap().value.state, State::Held);
}
