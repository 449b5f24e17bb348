//! What holds of every rule and every wish: stricter rules never grant, what has nothing to do with a
//! wish changes nothing, and every way forward that is offered is open.

mod enforced;
mod licence;
mod person;
mod record;
mod taken;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::{
    ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_assume, proptest,
};
use proptest::sample;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::domain::catalogue::{Parameters, Period};
use crate::domain::gate::Gate;
use crate::domain::gate::fact::Verdict;
use crate::domain::gate::standing::Standing;
use crate::domain::id::{BookingId, FacilityId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Tight;
use crate::domain::parameter::value::Value;
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::policy::check;
use crate::domain::policy::proof::person::{fact, waiver};
use crate::domain::policy::proof::taken::{Taking, become_of};
use crate::domain::policy::proof::world::{TRIED, World, elsewhere, under, worlds};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::ground::Remedy;
use crate::domain::time::Span;

/// Whether a wish is granted: it can be sent, and waits for no gate.
fn is_granted(case: &Case<'_>) -> bool {
    violations(case).is_empty() && case.gates().iter().all(Standing::is_open)
}

/// A parameter with two values of which the second is as strict as the first or stricter.
fn tightened() -> impl Strategy<Value = (Parameter, Value, Value)> {
    let pairs: Vec<(Parameter, Value, Value)> = TRIED
        .iter()
        .filter(|(parameter, _)| parameter.entry().tight != Tight::Neither)
        .flat_map(|(parameter, texts)| {
            let entry = parameter.entry();
            let read = |text: &&str| entry.kind.read(text).unwrap();
            let values: Vec<Value> = texts
                .iter()
                .map(read)
                .chain([parameter.default()])
                .collect();
            let pair = |loose: &Value| {
                let stricter = values
                    .iter()
                    .filter(|strict| !entry.tight.is_looser(entry.kind, strict, loose));
                stricter
                    .map(|strict| (*parameter, loose.clone(), strict.clone()))
                    .collect::<Vec<_>>()
            };
            values.iter().flat_map(pair).collect::<Vec<_>>()
        })
        .collect();
    sample::select(pairs)
}

/// The rule with one value said otherwise.
fn with(world: &World, parameter: Parameter, value: Value) -> Vec<(Parameter, Value)> {
    let others = world.said.iter().filter(|(known, _)| *known != parameter);
    others.cloned().chain([(parameter, value)]).collect()
}

fn later(claim: &Occupied, days: i64) -> Occupied {
    let moved = |span: &Span| {
        let start = span.start().plus_minutes(days * 1440);
        Span::of_minutes(start, span.minutes()).unwrap()
    };
    Occupied {
        booking: Some(BookingId::new(999)),
        claim: moved(&claim.claim),
        used: moved(&claim.used),
        ..*claim
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, max_global_rejects: 200_000, ..ProptestConfig::default() })]

    #[test]
    fn a_stricter_value_never_grants(world in worlds(), (parameter, loose, strict) in tightened()) {
        let (loose, strict) = (under(&with(&world, parameter, loose)), under(&with(&world, parameter, strict)));
        if is_granted(&world.case(&strict)) {
            let left = violations(&world.case(&loose));
            prop_assert!(is_granted(&world.case(&loose)), "{parameter:?} {left:?} {:?}", world.case(&loose).gates());
        }
    }

    #[test]
    fn what_has_nothing_to_do_with_a_wish_changes_nothing(world in worlds(), other in world::said(), far in 40_i64..200) {
        let rule = under(&world.said);
        let before = world.case(&rule);
        let found = violations(&before);
        // claims in other weeks, uses of other facilities, exceptions from what is not in the way or
        // for other days, gates that nobody asks for, a rule that comes into force afterwards
        let mut taken = world.taken.clone();
        taken.extend(world.taken.iter().map(|claim| later(claim, far + 40)));
        let mut by = world.by.clone();
        by.projects.push(("P9".into(), 9));
        let mut over = waiver(Parameter::LeadBusinessDays);
        over.until = world.wish.start().day() - chrono::Days::new(1);
        by.waivers.push(over);
        let day = (world.now.day(), None);
        by.facts.push(crate::domain::gate::fact::Fact {
            facility: Some(FacilityId::new(9)),
            ..fact(Gate::AnimalProtocol, 1, day, Some(Verdict::Refused))
        });
        by.courses.iter_mut().for_each(|course| course.next = None);
        let mut resource = rule.resource.clone();
        let then = under(&other).resource;
        resource.later.push(Period {
            from: world.wish.start().day() + chrono::Days::new(1),
            parameters: Parameters::of(&then.terms, &then.parameters.closed),
            terms: then.terms,
        });
        let there = elsewhere(&world.other);
        let cases = [Case { resource: &there.resource, ..before }];
        let after = Case { resource: &resource, taken: &taken, by: Some(&by), elsewhere: &cases, ..before };
        prop_assert_eq!(violations(&after), found);
        prop_assert_eq!(is_granted(&after), is_granted(&before));
    }

    #[test]
    fn every_way_forward_is_open(world in worlds()) {
        let (rule, there) = (under(&world.said), elsewhere(&world.other));
        let cases = [Case { resource: &there.resource, ..world.case(&there) }];
        let case = Case { elsewhere: &cases, ..world.case(&rule) };
        let all = check(&case);
        prop_assert_eq!(all.is_empty(), violations(&case).is_empty());
        for refusal in &all {
            prop_assert!(!refusal.remedies.is_empty());
            prop_assert!(refusal.rule.is_some());
            let taking = Taking { case, by: &world.by, manner: &world.manner, all: &all, refusal };
            for remedy in &refusal.remedies {
                prop_assert!(taking.is_open(remedy), "{remedy:?} for {:?}", refusal.wrong);
            }
        }
    }

    #[test]
    fn an_exception_lifts_its_own_parameter_and_nothing_else(world in worlds()) {
        let rule = under(&world.said);
        let case = world.case(&rule);
        let before = violations(&case);
        prop_assume!(!before.is_empty());
        for parameter in before.iter().filter_map(|one| Some(one.ground.as_ref()?.parameter)) {
            let by = become_of(&world.by, |by| by.waivers.push(waiver(parameter)));
            let after = violations(&Case { by: Some(&by), ..case });
            let others: Vec<&Refusal> = before
                .iter()
                .filter(|one| one.ground.as_ref().map(|ground| ground.parameter) != Some(parameter))
                .collect();
            prop_assert_eq!(after.iter().collect::<Vec<_>>(), others);
        }
    }
}

#[test]
fn what_is_tried_is_in_the_table_once_and_reads() {
    let mut seen = BTreeSet::new();
    for (parameter, texts) in TRIED {
        assert!(seen.insert(parameter), "{parameter:?}");
        assert!(
            texts
                .iter()
                .all(|text| parameter.entry().kind.read(text).is_ok()),
            "{parameter:?}"
        );
    }
}

/// That the laws say something: random wishes are granted and refused, and lead on in every way.
#[test]
fn every_sort_of_way_forward_comes_up() {
    let mut runner = TestRunner::deterministic();
    let (mut granted, mut seen) = (0, BTreeMap::new());
    for _ in 0..1_500 {
        let world = worlds().new_tree(&mut runner).unwrap().current();
        let (rule, there) = (under(&world.said), elsewhere(&world.other));
        let cases = [Case {
            resource: &there.resource,
            ..world.case(&there)
        }];
        let found = check(&Case {
            elsewhere: &cases,
            ..world.case(&rule)
        });
        granted += usize::from(found.is_empty());
        for remedy in found.iter().flat_map(|one| &one.remedies) {
            let sort = match remedy {
                Remedy::Slots(_) => "slots",
                Remedy::Length { .. } => "length",
                Remedy::Part(_) => "part",
                Remedy::Mode(_) => "mode",
                Remedy::Training { .. } | Remedy::Attend { .. } => "training",
                Remedy::Elsewhere { .. } => "elsewhere",
                Remedy::Enter(_) => "enter",
                Remedy::Waiver(_) => "waiver",
                Remedy::Wait => "wait",
                Remedy::Ask => "ask",
            };
            *seen.entry(sort).or_insert(0) += 1;
        }
    }
    assert_eq!(seen.len(), 9, "{seen:?}");
    assert!(granted > 15, "{granted}");
}
