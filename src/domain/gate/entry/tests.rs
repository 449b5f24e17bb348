//! Tests of entries: every reason at once, days that make sense, levels that fit, who is asked.

use chrono::NaiveDate;

use super::*;
use crate::domain::actor::Role;
use crate::domain::booking::{Booking, Content, State};
use crate::domain::gate::declaration::{Category, Concern};
use crate::domain::gate::entry::scene::TypedExport;
use crate::domain::gate::standing::{NOTHING, SPECIAL};
use crate::domain::gate::{Desk, sample};
use crate::domain::id::{BookingId, InstitutionId, RuleId, UserId};
use crate::domain::language::Language;
use crate::domain::parameter::value::Value;
use crate::domain::policy::sample as resources;
use crate::domain::refusal::field::Field;
use crate::domain::time::parse_local;

const BOOKING: BookingId = BookingId::new(9);

fn at() -> Instant {
    parse_local("2027-01-08T10:00").unwrap()
}

fn person() -> Person {
    Person {
        id: UserId::new(5),
        name: "Dr. A. Example".into(),
        email: "example@ncc.example.jp".into(),
        language: Language::En,
        institution: sample::HOME,
        roles: Vec::new(),
    }
}

fn nowhere() -> Scene {
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
fn booked(said: &[(Parameter, Value)]) -> Scene {
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
            content: Content::default(),
            state: State::Held,
            version: 1,
            created_at: at(),
        }),
        resource: Some(resource),
        ..nowhere()
    }
}

fn entered(gate: Gate, typed: &Typed, scene: &Scene) -> Result<Entered, Vec<Wrong>> {
    let id = FactId::new(77);
    match enter((id, gate), typed, scene, &person(), at()) {
        Ok(done) => Ok(done.value),
        Err(wrong) => Err(wrong.into_iter().map(|refusal| refusal.wrong).collect()),
    }
}

fn ethics() -> Typed {
    Typed {
        number: "2026-123".into(),
        authority: "研究倫理審査委員会".into(),
        issued_on: "2026-04-01".into(),
        valid_until: "2029-03-31".into(),
        ..Typed::default()
    }
}

fn declared(entered_on: &str, categories: &[Category]) -> Typed {
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

fn sides(entered: &Entered) -> Vec<(Side, Role)> {
    entered
        .asks
        .iter()
        .map(|ask| (ask.side, ask.door))
        .collect()
}

#[test]
fn every_reason_is_said_at_once() {
    let typed = Typed {
        number: "9".repeat(101),
        issued_on: "2027-01-09".into(),
        valid_until: "soon".into(),
        ..ethics()
    };
    let typed = Typed {
        authority: String::new(),
        ..typed
    };
    let wrong = entered(Gate::EthicsApproval, &typed, &nowhere()).unwrap_err();
    let longest = 100;
    for expected in [
        Wrong::TooLongText {
            field: Field::FactNumber,
            longest,
        },
        Wrong::Missing {
            field: Field::Authority,
        },
        Wrong::Fact(FactBar::DayToCome {
            field: Field::IssuedOn,
        }),
        Wrong::Malformed {
            field: Field::ValidUntil,
        },
    ] {
        assert!(wrong.contains(&expected), "{expected:?} in {wrong:?}");
    }
    assert_eq!(wrong.len(), 4);
}

#[test]
fn days_make_sense() {
    let judged = |issued: &str, until: &str| {
        let typed = Typed {
            issued_on: issued.into(),
            valid_until: until.into(),
            ..ethics()
        };
        entered(Gate::EthicsApproval, &typed, &nowhere()).map(|one| one.fact.valid_until)
    };
    // today itself is in time, at both ends
    let today: NaiveDate = "2027-01-08".parse().unwrap();
    assert_eq!(judged("2027-01-08", "2027-01-08"), Ok(Some(today)));
    let bar = |bar| Err(vec![Wrong::Fact(bar)]);
    assert_eq!(
        judged("2026-12-01", "2026-11-30"),
        bar(FactBar::EndsBeforeItBegins)
    );
    assert_eq!(
        judged("2026-12-01", "2027-01-07"),
        bar(FactBar::EndedAlready)
    );
}

#[test]
fn s9_who_may_be_a_nonresident_is_routed_to_both_desks() {
    let scene = booked(&[(Parameter::Gates, sample::codes(&["export_screening"]))]);
    assert!(is_asked(Gate::ExportScreening, &scene, at()));
    let typed = declared("2026-10-01", &[]);
    let one = entered(Gate::ExportScreening, &typed, &scene).unwrap();
    assert_eq!((one.fact.level.as_str(), one.own), (SPECIAL, false));
    assert_eq!(one.fact.booking, Some(BOOKING));
    let desk = |of| Role::Desk(of, Desk::ExportControl);
    let both = [
        (Side::Home, desk(sample::HOME)),
        (Side::Provider, desk(sample::PROVIDER)),
    ];
    assert_eq!(sides(&one), both);
    // five business days from Friday, 8 January: Monday the 11th is a holiday
    let due = one.asks.iter().map(|ask| ask.due_on.to_string());
    assert!(due.into_iter().all(|day| day == "2027-01-18"));
    // the same for a resident to whom a specific category applies
    let second = declared("", &[Category::Benefit]);
    let two = entered(Gate::ExportScreening, &second, &scene).unwrap();
    assert_eq!(two.fact.level, SPECIAL);
    assert_eq!(sides(&two), both);
    // the word of everybody else is enough, unless the rule wants the offices to decide
    let plain = entered(Gate::ExportScreening, &declared("", &[]), &scene).unwrap();
    assert_eq!((plain.fact.level.as_str(), plain.own), (NOTHING, true));
    assert!(plain.asks.is_empty());
    let strict = booked(&[(Parameter::ExportCheck, sample::code("office_decision"))]);
    let decided = entered(Gate::ExportScreening, &declared("", &[]), &strict).unwrap();
    assert_eq!((decided.own, sides(&decided).len()), (false, 2));
}

#[test]
fn a_declaration_takes_the_place_of_the_one_before_and_can_not_slip_past_the_offices() {
    let mut scene = booked(&[(Parameter::Gates, sample::codes(&["export_screening"]))]);
    let mut before = sample::export(SPECIAL);
    before.id = FactId::new(3);
    let elsewhere = Fact {
        booking: Some(BookingId::new(10)),
        id: FactId::new(4),
        ..before.clone()
    };
    scene.facts = vec![before, elsewhere];
    scene.declared_before = Some(Concern::DeclaredBefore);
    let again = entered(Gate::ExportScreening, &declared("", &[]), &scene).unwrap();
    assert_eq!(again.replaces, [FactId::new(3)]);
    assert_eq!((again.fact.level.as_str(), again.own), (SPECIAL, false));
    assert_eq!(again.asks.len(), 2);
}

#[test]
fn a_declaration_must_be_whole_and_not_contradict_itself() {
    let scene = booked(&[(Parameter::Gates, sample::codes(&["export_screening"]))]);
    let nothing = entered(Gate::ExportScreening, &Typed::default(), &scene).unwrap_err();
    let missing = |field| Wrong::Missing { field };
    let all = [
        Field::Resident,
        Field::Employed,
        Field::SpecificCategory,
        Field::EndUse,
    ];
    assert_eq!(nothing, all.map(missing));
    let mut both = declared("2027-01-09", &[Category::Contract]);
    both.export.no_category = true;
    let wrong = entered(Gate::ExportScreening, &both, &scene).unwrap_err();
    let field = Field::SpecificCategory;
    assert!(wrong.contains(&Wrong::Malformed { field }));
    let field = Field::EnteredOn;
    assert!(wrong.contains(&Wrong::Fact(FactBar::DayToCome { field })));
}

#[test]
fn what_the_room_does_not_allow_is_refused_online() {
    let scene = booked(&[
        (
            Parameter::Gates,
            sample::codes(&["pathogen_declaration", "lmo_notice"]),
        ),
        (Parameter::BslMost, sample::code("bsl1")),
        (Parameter::LmoLevelMost, sample::code("p1")),
    ]);
    let pathogens = |level: &str| Typed {
        level: level.into(),
        subject: "大腸菌".into(),
        ..Typed::default()
    };
    let bring = |level| entered(Gate::PathogenDeclaration, &pathogens(level), &scene);
    assert!(bring("bsl1").is_ok());
    let most = "bsl1".to_owned();
    assert_eq!(
        bring("bsl2"),
        Err(vec![Wrong::Fact(FactBar::LevelTooHigh { most })])
    );
    assert_eq!(
        bring("specified"),
        Err(vec![Wrong::Fact(FactBar::SpecifiedPathogen)])
    );
    let field = Field::Level;
    assert_eq!(bring("bsl9"), Err(vec![Wrong::Malformed { field }]));
    // who brings nothing needs no names, and their word is enough
    let nothing = Typed {
        level: NOTHING.into(),
        ..Typed::default()
    };
    assert!(
        entered(Gate::PathogenDeclaration, &nothing, &scene)
            .unwrap()
            .own
    );
    let managers = bring("bsl1").unwrap();
    assert_eq!(
        sides(&managers),
        [(Side::Provider, Role::FacilityManager(sample::FACILITY))]
    );
    let modified = Typed {
        level: "p2".into(),
        subject: "酵母".into(),
        ..ethics()
    };
    let wrong = entered(Gate::LmoNotice, &modified, &scene).unwrap_err();
    let most = "p1".to_owned();
    assert_eq!(wrong, [Wrong::Fact(FactBar::LevelTooHigh { most })]);
}

#[test]
fn the_office_of_the_issuer_s_side_is_asked() {
    let worker = |issuer: InstitutionId| Typed {
        number: "R-1".into(),
        issued_on: "2026-05-01".into(),
        issuer: Some(issuer),
        ..Typed::default()
    };
    let at_home = entered(Gate::RadiationWorker, &worker(sample::HOME), &nowhere()).unwrap();
    let desk = |of| Role::Desk(of, Desk::Radiation);
    assert_eq!(sides(&at_home), [(Side::Home, desk(sample::HOME))]);
    let scene = booked(&[(Parameter::Gates, sample::codes(&["radiation_worker"]))]);
    let there = entered(Gate::RadiationWorker, &worker(sample::PROVIDER), &scene).unwrap();
    assert_eq!(sides(&there), [(Side::Provider, desk(sample::PROVIDER))]);
    let both = entered(Gate::RadiationWorker, &worker(sample::HOME), &scene).unwrap();
    assert_eq!(
        sides(&both).len(),
        2,
        "nothing says that the provider recognises it"
    );
    let wrong = entered(
        Gate::RadiationWorker,
        &worker(InstitutionId::new(99)),
        &nowhere(),
    );
    let field = Field::Issuer;
    assert_eq!(wrong, Err(vec![Wrong::Malformed { field }]));
}

#[test]
fn only_so_many_facts_and_only_what_a_rule_asks_for() {
    let mut scene = nowhere();
    scene.lately = MOST_LATELY;
    let wrong = entered(Gate::EthicsApproval, &ethics(), &scene).unwrap_err();
    assert_eq!(wrong, [Wrong::Fact(FactBar::TooMany)]);
    let booked = booked(&[(Parameter::Gates, sample::codes(&["ethics_approval"]))]);
    assert!(is_asked(Gate::EthicsApproval, &booked, at()));
    assert!(!is_asked(Gate::ExportScreening, &booked, at()));
    assert!(!is_asked(Gate::Mta, &booked, at()));
    // consents and licences are entered nowhere
    for gate in [Gate::RuleConsent, Gate::Training] {
        assert!(!is_asked(gate, &booked, at()) && !is_asked(gate, &nowhere(), at()));
        assert_eq!(
            entered(gate, &ethics(), &booked),
            Err(vec![Wrong::WrongState])
        );
    }
    assert!(is_asked(Gate::EthicsApproval, &nowhere(), at()));
    assert!(!is_asked(Gate::ExportScreening, &nowhere(), at()));
}
