//! Tests of entries: every reason at once, days that make sense, levels that fit, who is asked.

use chrono::NaiveDate;

use super::*;
use crate::domain::actor::Role;
use crate::domain::gate::Desk;
use crate::domain::gate::declaration::{Category, Concern};
use crate::domain::gate::entry::trial::{
    BOOKING, at, booked, declared, entered, ethics, nowhere, sides,
};
use crate::domain::gate::sample;
use crate::domain::gate::standing::{NOTHING, SPECIAL};
use crate::domain::id::{BookingId, InstitutionId};
use crate::domain::refusal::field::{FactField, Field};

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
            field: Field::Fact(FactField::Number),
            longest,
        },
        Wrong::Missing {
            field: Field::Fact(FactField::Authority),
        },
        Wrong::Fact(FactBar::DayToCome {
            field: Field::Fact(FactField::IssuedOn),
        }),
        Wrong::Malformed {
            field: Field::Fact(FactField::ValidUntil),
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
        Field::Fact(FactField::Resident),
        Field::Fact(FactField::Employed),
        Field::Fact(FactField::SpecificCategory),
        Field::Fact(FactField::EndUse),
    ];
    assert_eq!(nothing, all.map(missing));
    let mut both = declared("2027-01-09", &[Category::Contract]);
    both.export.no_category = true;
    let wrong = entered(Gate::ExportScreening, &both, &scene).unwrap_err();
    let field = Field::Fact(FactField::SpecificCategory);
    assert!(wrong.contains(&Wrong::Malformed { field }));
    let field = Field::Fact(FactField::EnteredOn);
    assert!(wrong.contains(&Wrong::Fact(FactBar::DayToCome { field })));
}

#[test]
fn what_the_room_does_not_allow_is_refused_online() {
    let scene = booked(&[
        (Parameter::Gates, sample::codes(&["pathogen_declaration"])),
        (Parameter::BslMost, sample::code("bsl1")),
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
    let field = Field::Fact(FactField::Level);
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
}

#[test]
fn organisms_need_a_room_of_their_level() {
    let scene = booked(&[
        (Parameter::Gates, sample::codes(&["lmo_notice"])),
        (Parameter::LmoLevelMost, sample::code("p1")),
    ]);
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
