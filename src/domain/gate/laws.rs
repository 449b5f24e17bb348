//! Laws of gates: facts only open them, and they count through their last day.

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::gate::sample::{COURSE, Scene, codes, confirmed, day, export, fact, ruling};
use crate::domain::gate::standing::{GateState, SPECIAL};
use crate::domain::id::{BookingId, FactId};
use crate::domain::parameter::Parameter;
use crate::domain::support::SupportMode;

fn facts() -> impl Strategy<Value = Fact> {
    let verdict = prop_oneof![
        Just(Verdict::Confirmed),
        Just(Verdict::Refused),
        Just(Verdict::Revoked)
    ];
    let side = prop_oneof![Just(Side::Own), Just(Side::Home), Just(Side::Provider)];
    let rulings = prop::collection::vec((side, verdict), 0..4);
    let gate = prop::sample::select(vec![
        Gate::Training,
        Gate::EthicsApproval,
        Gate::ExportScreening,
        Gate::HealthCheck,
    ]);
    let number = 0_i64..400;
    (
        gate,
        1_i64..99,
        number.clone(),
        prop::option::of(number),
        rulings,
    )
        .prop_map(|(gate, id, issued, valid, rulings)| Fact {
            id: FactId::new(id),
            booking: (gate == Gate::ExportScreening).then_some(BookingId::new(9)),
            course: (gate == Gate::Training).then_some(COURSE),
            issued_on: Some(day("2026-06-01") + chrono::Days::new(issued.unsigned_abs())),
            valid_until: valid
                .map(|days| day("2026-06-01") + chrono::Days::new(days.unsigned_abs())),
            rulings: rulings
                .into_iter()
                .map(|(side, verdict)| ruling(side, verdict, None))
                .collect(),
            ..fact(gate)
        })
}

proptest! {
    #[test]
    fn an_added_fact_never_closes_a_gate(
        before in prop::collection::vec(facts(), 0..6),
        added in facts(),
    ) {
        let said = [
            (Parameter::Gates, codes(&["ethics_approval", "export_screening", "health_check"])),
            (Parameter::TrainingRequired, codes(&["basic"])),
        ];
        let mut scene = Scene::of(&said);
        scene.facts = before;
        let (start, end) = ("2027-02-09T09:00", "2027-02-09T17:00");
        let first = scene.on(start, end);
        scene.facts.push(added);
        let second = scene.on(start, end);
        for (first, second) in first.iter().zip(&second) {
            prop_assert!(!first.is_open() || second.is_open(), "{first:?} {second:?}");
        }
    }

    #[test]
    fn a_fact_counts_on_its_last_day_and_not_on_the_next(days in 0_u64..700) {
        let last = day("2026-12-20") + chrono::Days::new(days);
        let next = last + chrono::Days::new(1);
        let approved = Fact {
            valid_until: Some(last),
            ..confirmed(fact(Gate::EthicsApproval), Side::Home)
        };
        let scene = Scene::of(&[(Parameter::Gates, codes(&["ethics_approval"]))]).with(approved);
        let at = |day: NaiveDate| scene.on(&format!("{day}T09:00"), &format!("{day}T24:00"));
        prop_assert!(at(last)[0].is_open());
        prop_assert_eq!(at(next)[0].state, GateState::Expired { on: last });
    }

    #[test]
    fn a_fact_that_is_taken_back_never_opens_a_gate(
        facts in prop::collection::vec(facts(), 1..6),
        which in any::<prop::sample::Index>(),
    ) {
        let said = [
            (Parameter::Gates, codes(&["ethics_approval", "export_screening", "health_check"])),
            (Parameter::TrainingRequired, codes(&["basic"])),
        ];
        let mut scene = Scene::of(&said);
        let (start, end) = ("2027-02-09T09:00", "2027-02-09T17:00");
        let gone = which.index(facts.len());
        scene.facts = facts;
        let before = scene.on(start, end);
        scene.facts.remove(gone);
        for (before, after) in before.iter().zip(&scene.on(start, end)) {
            prop_assert!(before.is_open() || !after.is_open(), "{before:?} {after:?}");
        }
    }

    #[test]
    fn which_office_speaks_first_does_not_matter(
        home in prop_oneof![Just(Verdict::Confirmed), Just(Verdict::Refused)],
        provider in prop_oneof![Just(Verdict::Confirmed), Just(Verdict::Refused)],
        conditions in (any::<bool>(), any::<bool>()),
    ) {
        let only = |strict| if strict { Some(SupportMode::Proxy) } else { None };
        let said = [
            ruling(Side::Home, home, only(conditions.0)),
            ruling(Side::Provider, provider, only(conditions.1)),
        ];
        let judged = |rulings: Vec<Ruling>| {
            let fact = Fact { rulings, ..export(SPECIAL) };
            let scene = Scene::of(&[(Parameter::Gates, codes(&["export_screening"]))]).with(fact);
            let found = scene.on("2027-02-09T09:00", "2027-02-09T17:00");
            (found[0].is_open(), found[0].condition())
        };
        let one = judged(said.to_vec());
        let other = judged(said.iter().rev().cloned().collect());
        prop_assert_eq!(one, other);
        let both = home == Verdict::Confirmed && provider == Verdict::Confirmed;
        prop_assert_eq!(one.0, both);
        prop_assert!(!both || (one.1 == only(conditions.0 || conditions.1)));
    }
}
