//! What may be published, and what may be taken back.

use super::*;
use crate::domain::rule::draft::edit::apply;
use crate::domain::rule::draft::sample::{amendment, officer};
use crate::domain::rule::draft::step::{Change, Edit, Said};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn wanted() -> Wanted {
    Wanted {
        version: "3.0".into(),
        effective_on: Some(day("2027-01-01")),
        grace_days: Some(30),
        confirmed: Confirmed::Keep,
        later: Later::Refuse,
    }
}

fn version(number: &str, effective: &str) -> Rule {
    let mut rule = version_of(&amendment(), RuleId::new(9), day(effective));
    rule.version = number.into();
    rule
}

fn known() -> Known {
    Known {
        versions: vec![version("2.1", "2026-04-01")],
        used: vec!["2.0".into(), "2.1".into()],
        contradictions: 0,
    }
}

fn tried(wanted: &Wanted, known: &Known) -> Vec<Wrong> {
    match publish(amendment(), wanted, known, RuleId::new(30), &officer(7)) {
        Ok(_) => Vec::new(),
        Err(Halt::Refused(refusals)) => refusals.into_iter().map(|one| one.wrong).collect(),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn s2_a_draft_becomes_a_scheduled_version() {
    let done = publish(
        amendment(),
        &wanted(),
        &known(),
        RuleId::new(30),
        &officer(7),
    )
    .unwrap();
    let rule = &done.value.draft.rule;
    assert_eq!((rule.version.as_str(), rule.grace_days), ("3.0", 30));
    assert_eq!(rule.effective_on, day("2027-01-01"));
    assert_eq!(done.value.based_on, Some(RuleId::new(21)));
    assert_eq!(done.event.kind, Kind::RulePublished);
    let other = publish(
        amendment(),
        &wanted(),
        &known(),
        RuleId::new(30),
        &officer(8),
    );
    assert!(matches!(other, Err(Halt::Absent)));
}

#[test]
fn every_reason_is_said_at_once() {
    let nothing = Wanted {
        version: String::new(),
        effective_on: None,
        grace_days: None,
        ..wanted()
    };
    let known = Known {
        contradictions: 2,
        ..known()
    };
    assert_eq!(
        tried(&nothing, &known),
        [
            Wrong::Missing {
                field: Field::Rule(Of::Version)
            },
            Wrong::Missing {
                field: Field::Rule(Of::EffectiveOn)
            },
            Wrong::Drafting(Drafting::Grace { most: 366 }),
            Wrong::Drafting(Drafting::Contradictory { pairs: 2 }),
        ]
    );
}

#[test]
fn a_number_stands_on_one_version_only_and_a_recalled_one_too() {
    let numbered = |version: &str| {
        tried(
            &Wanted {
                version: version.into(),
                ..wanted()
            },
            &known(),
        )
    };
    assert!(matches!(
        &numbered("2.0")[..],
        [Wrong::Drafting(Drafting::VersionUsed { .. })]
    ));
    assert!(matches!(&numbered("三")[..], [Wrong::Malformed { .. }]));
    assert_eq!(numbered("2.2"), []);
}

#[test]
fn it_comes_into_force_tomorrow_at_the_earliest_and_after_what_is_scheduled() {
    let on = |text: &str, known: &Known, later| {
        tried(
            &Wanted {
                effective_on: Some(day(text)),
                later,
                ..wanted()
            },
            known,
        )
    };
    let refuse = Later::Refuse;
    assert!(matches!(
        &on("2026-12-01", &known(), refuse)[..],
        [Wrong::Drafting(Drafting::TooEarly { .. })]
    ));
    assert_eq!(on("2026-12-02", &known(), refuse), []);
    assert!(matches!(
        &on("2029-12-02", &known(), refuse)[..],
        [Wrong::Drafting(Drafting::TooLate { .. })]
    ));
    let mut planned = known();
    planned.versions.push(version("2.9", "2027-04-01"));
    let before =
        |found: &[Wrong]| matches!(found, [Wrong::Drafting(Drafting::BeforeScheduled { .. })]);
    assert!(before(&on("2027-01-01", &planned, refuse)));
    assert_eq!(on("2027-01-01", &planned, Later::Overtakes), []);
    assert!(
        before(&on("2027-04-01", &planned, Later::Overtakes)),
        "two on one day"
    );
    assert_eq!(on("2027-04-02", &planned, refuse), []);
}

#[test]
fn the_days_of_grace_agree_with_the_rule_itself() {
    let said = Edit::Settings(vec![Change {
        target: Target::All,
        parameter: Parameter::RuleReconsentGraceDays,
        to: Some(Said {
            value: Value::Number(14),
            article: None,
            binding: false,
        }),
    }]);
    let draft = apply(&amendment(), &said).unwrap();
    let with = |days| {
        let wanted = Wanted {
            grace_days: Some(days),
            ..wanted()
        };
        publish(
            draft.clone(),
            &wanted,
            &known(),
            RuleId::new(30),
            &officer(7),
        )
        .is_ok()
    };
    assert!(with(14) && !with(30));
    assert!(matches!(
        &tried(
            &Wanted {
                grace_days: Some(367),
                ..wanted()
            },
            &known()
        )[..],
        [Wrong::Drafting(Drafting::Grace { most: 366 })]
    ));
}

#[test]
fn a_version_is_recalled_until_its_day() {
    let by = officer(7);
    assert!(recall(&version("3.0", "2026-12-02"), &by).is_ok());
    assert!(recall(&version("3.0", "2026-12-01"), &by).is_err());
    assert!(matches!(
        recall(&version("3.0", "2027-01-01"), &officer(8)),
        Err(Halt::Absent)
    ));
}
