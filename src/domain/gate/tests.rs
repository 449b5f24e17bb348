//! Tests of gates: which are asked for, on which day they close, and who must have confirmed them.

use crate::domain::gate::asked::{Asked, Recognised};
use crate::domain::gate::fact::{Fact, Side, Verdict};
use crate::domain::gate::sample::{
    FACILITY, HOME, PROVIDER, Scene, code, codes, confirmed, day, export, fact, licence, ruling,
    training,
};
use crate::domain::gate::standing::{GateState, NextStep, SPECIAL};
use crate::domain::gate::{Desk, Gate, Office};
use crate::domain::id::BookingId;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::parameter::value::Value;
use crate::domain::support::SupportMode;

#[test]
fn only_a_published_rule_asks() {
    let mut scene = Scene::of(&[]);
    assert_eq!(scene.on("2027-02-09T09:00", "2027-02-09T17:00"), []);
    scene.terms = Terms::of_catalogue(vec![(
        Parameter::Gates,
        codes(&["training", "ethics_approval"]),
    )]);
    assert_eq!(scene.on("2027-02-09T09:00", "2027-02-09T17:00"), []);
}

#[test]
fn every_parameter_that_asks_is_heard_once() {
    let scene = Scene::of(&[
        (
            Parameter::Gates,
            codes(&["ethics_approval", "export_screening", "training"]),
        ),
        (Parameter::TrainingRequired, codes(&["basic", "laser"])),
        (Parameter::RegistrationRequired, Value::Flag(true)),
        (Parameter::OrgPledgeRequired, code("yearly")),
        (Parameter::ExportCheck, code("office_decision")),
        (Parameter::ChemicalsDeclaration, code("sds")),
    ]);
    let asked: Vec<(Gate, Option<String>)> = scene
        .on("2027-02-09T09:00", "2027-02-09T17:00")
        .into_iter()
        .map(|standing| (standing.asked.gate, standing.asked.course))
        .collect();
    let plain = |gate| (gate, None);
    assert_eq!(
        asked,
        [
            plain(Gate::Registration),
            (Gate::Training, Some("basic".into())),
            (Gate::Training, Some("laser".into())),
            plain(Gate::OrgPledge),
            plain(Gate::EthicsApproval),
            plain(Gate::ChemicalSds),
            plain(Gate::ExportScreening),
        ]
    );
}

#[test]
fn trainings_are_asked_of_those_who_operate_and_pledges_of_those_from_outside() {
    let mut scene = training();
    scene.support = SupportMode::Assisted;
    assert_eq!(scene.on("2027-02-09T09:00", "2027-02-09T17:00"), []);
    let mut scene = Scene::of(&[(Parameter::OrgPledgeRequired, code("first"))]);
    assert_eq!(scene.on("2027-02-09T09:00", "2027-02-09T17:00").len(), 1);
    scene.home = PROVIDER;
    assert_eq!(scene.on("2027-02-09T09:00", "2027-02-09T17:00"), []);
}

#[test]
fn a_licence_counts_through_its_last_day_and_the_test_is_at_the_end_of_use() {
    let scene = training().with(licence());
    let until = day("2027-01-31");
    let open = GateState::Open {
        until: Some(until),
        condition: None,
    };
    assert_eq!(scene.state("2027-01-31T09:00", "2027-01-31T17:00"), open);
    // a use that ends at midnight ends on its last day
    assert_eq!(scene.state("2027-01-31T09:00", "2027-02-01T00:00"), open);
    let over = GateState::Expired { on: until };
    assert_eq!(scene.state("2027-01-31T09:00", "2027-02-01T00:30"), over);
    assert_eq!(scene.state("2027-02-09T09:00", "2027-02-09T17:00"), over);
    let found = scene.on("2027-02-09T09:00", "2027-02-09T17:00");
    assert_eq!(found[0].next, NextStep::Train);
    // five business days before 9 February
    assert_eq!(found[0].due, Some(day("2027-02-02")));
}

#[test]
fn the_day_of_the_test_is_the_parameter_s() {
    for (tested, start_is_enough, request_is_enough) in [
        ("request", true, true),
        ("use_start", true, false),
        ("use_end", false, false),
    ] {
        let scene = Scene::of(&[
            (Parameter::TrainingRequired, codes(&["basic"])),
            (Parameter::GateTestedOn, code(tested)),
        ])
        .with(licence());
        let over_the_end = scene.on("2027-01-31T22:00", "2027-02-01T02:00");
        assert_eq!(over_the_end[0].is_open(), start_is_enough, "{tested}");
        let after = scene.on("2027-02-09T09:00", "2027-02-09T17:00");
        assert_eq!(after[0].is_open(), request_is_enough, "{tested}");
    }
}

#[test]
fn an_unused_licence_lapses_from_the_last_use() {
    let said = [
        (Parameter::TrainingRequired, codes(&["basic"])),
        (Parameter::LicenceValidMonths, Value::Number(60)),
        (Parameter::LicenceLapseUnusedMonths, Value::Number(6)),
    ];
    let mut scene = Scene::of(&said).with(licence());
    let lapsed = GateState::Expired {
        on: day("2026-07-31"),
    };
    assert_eq!(scene.state("2027-02-09T09:00", "2027-02-09T17:00"), lapsed);
    scene.last_use = Some(day("2026-08-09"));
    assert!(scene.on("2027-02-09T09:00", "2027-02-09T17:00")[0].is_open());
    assert!(!scene.on("2027-02-10T09:00", "2027-02-10T17:00")[0].is_open());
}

#[test]
fn fiscal_years_end_on_31_march() {
    let registered = confirmed(
        Fact {
            facility: Some(FACILITY),
            issued_on: Some(day("2026-04-01")),
            ..fact(Gate::Registration)
        },
        Side::Provider,
    );
    let scene = Scene::of(&[(Parameter::RegistrationRequired, Value::Flag(true))]).with(registered);
    assert!(scene.on("2027-03-31T09:00", "2027-03-31T17:00")[0].is_open());
    assert!(!scene.on("2027-04-01T09:00", "2027-04-01T17:00")[0].is_open());

    let trained = confirmed(
        Fact {
            issuer: Some(HOME),
            issued_on: Some(day("2026-03-31")),
            ..fact(Gate::RadiationWorker)
        },
        Side::Home,
    );
    let scene = Scene::of(&[(Parameter::Gates, codes(&["radiation_worker"]))]).with(trained);
    let whole = |_: &Asked, _: &Fact| Recognised::Whole;
    let on = |start: &str, end: &str| scene.judged(start, end, &whole)[0].state;
    let until = day("2027-03-31");
    let open = GateState::Open {
        until: Some(until),
        condition: None,
    };
    assert_eq!(on("2027-03-31T09:00", "2027-03-31T17:00"), open);
    let over = GateState::Expired { on: until };
    assert_eq!(on("2027-04-01T09:00", "2027-04-01T17:00"), over);
}

#[test]
fn pledges_are_given_once_each_year_or_each_time() {
    let pledge = |issued: &str| Fact {
        facility: Some(FACILITY),
        issued_on: Some(day(issued)),
        ..confirmed(fact(Gate::OrgPledge), Side::Home)
    };
    let is_open = |how: &str, fact: Fact, start: &str, end: &str| {
        let scene = Scene::of(&[(Parameter::OrgPledgeRequired, code(how))]).with(fact);
        scene.on(start, end)[0].is_open()
    };
    let (start, end) = ("2027-04-01T09:00", "2027-04-01T17:00");
    assert!(is_open("first", pledge("2020-05-01"), start, end));
    assert!(is_open(
        "yearly",
        pledge("2026-04-01"),
        "2027-03-31T09:00",
        "2027-03-31T17:00"
    ));
    assert!(!is_open("yearly", pledge("2026-04-01"), start, end));
    assert!(!is_open("each", pledge("2026-12-01"), start, end));
    let of_this = Fact {
        booking: Some(BookingId::new(9)),
        ..pledge("2026-12-01")
    };
    assert!(is_open("each", of_this, start, end));
}

#[test]
fn s9_a_special_declaration_waits_for_both_desks_and_the_stricter_condition_holds() {
    let (start, end) = ("2027-02-09T09:00", "2027-02-09T17:00");
    let scene = |fact| Scene::of(&[(Parameter::ExportCheck, code("self_declaration"))]).with(fact);
    let own = confirmed(export("ordinary"), Side::Own);
    assert!(scene(own).on(start, end)[0].is_open());

    let mut special = export(SPECIAL);
    let desk = Office::BothDesks(Desk::ExportControl);
    let waits = |side| GateState::Waiting { side, office: desk };
    // what the person says of themselves is not enough
    special
        .rulings
        .push(ruling(Side::Own, Verdict::Confirmed, None));
    assert_eq!(scene(special.clone()).state(start, end), waits(Side::Home));
    special.rulings.push(ruling(
        Side::Home,
        Verdict::Confirmed,
        Some(SupportMode::Assisted),
    ));
    assert_eq!(
        scene(special.clone()).state(start, end),
        waits(Side::Provider)
    );
    s9_then(special);
}

fn s9_then(mut special: Fact) {
    let (start, end) = ("2027-02-09T09:00", "2027-02-09T17:00");
    let desk = Office::BothDesks(Desk::ExportControl);
    let scene = |fact| Scene::of(&[(Parameter::ExportCheck, code("self_declaration"))]).with(fact);
    let mut open = special.clone();
    open.rulings.push(ruling(
        Side::Provider,
        Verdict::Confirmed,
        Some(SupportMode::Proxy),
    ));
    let proxy = GateState::Open {
        until: None,
        condition: Some(SupportMode::Proxy),
    };
    assert_eq!(scene(open.clone()).state(start, end), proxy);
    open.rulings
        .push(ruling(Side::Home, Verdict::Revoked, None));
    let revoked = GateState::Revoked { side: Side::Home };
    assert_eq!(scene(open).state(start, end), revoked);
    special
        .rulings
        .push(ruling(Side::Provider, Verdict::Refused, None));
    let found = scene(special).on(start, end);
    assert_eq!(
        found[0].state,
        GateState::Refused {
            side: Side::Provider
        }
    );
    let ask = NextStep::Ask {
        side: Side::Provider,
        office: desk,
    };
    assert_eq!(found[0].next, ask);
}

#[test]
fn s9_an_office_s_decision_is_needed_where_the_rule_says_so() {
    let scene = Scene::of(&[(Parameter::ExportCheck, code("office_decision"))])
        .with(confirmed(export("ordinary"), Side::Own));
    let found = scene.on("2027-02-09T09:00", "2027-02-09T17:00");
    assert!(matches!(
        found[0].state,
        GateState::Waiting {
            side: Side::Home,
            ..
        }
    ));
    // five business days after it was entered on 1 December
    assert_eq!(found[0].due, Some(day("2026-12-08")));
}

#[test]
fn what_another_institution_issued_needs_the_table_or_both_desks() {
    let (start, end) = ("2027-02-09T09:00", "2027-02-09T17:00");
    let checked = Fact {
        issuer: Some(HOME),
        issued_on: Some(day("2026-12-01")),
        ..confirmed(fact(Gate::HealthCheck), Side::Home)
    };
    let scene = Scene::of(&[(Parameter::Gates, codes(&["health_check"]))]).with(checked);
    let unknown = scene.on(start, end);
    assert!(matches!(
        unknown[0].state,
        GateState::Waiting {
            side: Side::Provider,
            ..
        }
    ));
    let until = |last: &str| {
        let last = day(last);
        move |_: &Asked, _: &Fact| Recognised::Until(last)
    };
    assert!(scene.judged(start, end, &until("2027-02-09"))[0].is_open());
    assert!(!scene.judged(start, end, &until("2027-02-08"))[0].is_open());
}
