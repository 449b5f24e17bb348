//! Who is told what of a version.

use super::*;
use crate::domain::booking::State;
use crate::domain::id::{BookingId, InstitutionId, ResourceId, RuleId};
use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::Manner;
use crate::domain::policy::sample::{at, span};
use crate::domain::refusal::ground::Ground;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::diff::difference;
use crate::domain::rule::draft::edit::apply;
use crate::domain::rule::draft::publication::version_of;
use crate::domain::rule::draft::sample::{amendment, article, name};
use crate::domain::rule::draft::step::{Change as Set, Edit, Said};
use crate::domain::rule::impact::Reconsent;
use crate::domain::rule::impact::facts::{Asked, Asker};
use crate::domain::rule::impact::replay::Replay;

fn person(id: i64) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name: "鈴木 航".into(),
        email: "suzuki@example.jp".into(),
        language: Language::Ja,
    }
}

fn broken() -> Broken {
    let ground = Ground {
        parameter: Parameter::MaxMinutes,
        value: Value::Number(240),
        offending: Value::Number(300),
        waiver: Parameter::MaxMinutes.entry().waiver,
    };
    Broken {
        asked: Asked {
            booking: BookingId::new(4),
            resource: ResourceId::new(1),
            by: Asker {
                user: UserId::new(1),
                institution: InstitutionId::new(2),
                org_class: String::new(),
                position_class: String::new(),
            },
            span: span("2027-01-14T10:00", "2027-01-14T15:00"),
            manner: Manner::default(),
            state: State::Confirmed,
            asked_at: at("2026-12-01T10:00"),
        },
        reasons: vec![Refusal {
            ground: Some(ground),
            ..Refusal::of(Wrong::TooLong { max_minutes: 240 })
        }],
    }
}

fn confocal() -> Shared {
    Shared {
        id: ResourceId::new(1),
        slug: "x".into(),
        name: name("共焦点顕微鏡"),
        category: "confocal".into(),
        facility: FacilityId::new(1),
        base: Terms::default(),
    }
}

fn told(confirmed: Confirmed) -> Vec<Envelope> {
    let old = amendment();
    let longest = Said {
        value: Value::Number(240),
        article: None,
        binding: false,
    };
    let edit = Edit::Article {
        document: 1,
        number: Some("7".into()),
        article: article("7", "五日前までに申請する。"),
        settings: vec![Set {
            target: crate::domain::parameter::setting::Target::All,
            parameter: Parameter::MaxMinutes,
            to: Some(longest),
        }],
    };
    let new = apply(&old, &edit).unwrap();
    let rule = version_of(&new, RuleId::new(30), "2027-01-01".parse().unwrap());
    let impact = Impact {
        broken: vec![broken()],
        reconsent: Reconsent::default(),
        dues: [(UserId::new(1), at("2027-01-08T17:00"))].into(),
        replay: Replay::default(),
    };
    let shared = [confocal()];
    let news = News {
        rule: &rule,
        unit: &new.unit,
        before: Some("2.1"),
        difference: &difference(&old.text, &new.text),
        categories: &[],
        shared: &shared,
        impact: &impact,
        confirmed,
    };
    let readers = [1, 2].map(|id| Reader {
        to: person(id),
        bookings: Vec::new(),
    });
    let managers = [
        (FacilityId::new(1), person(8)),
        (FacilityId::new(2), person(9)),
    ];
    letters(&news, &readers, &managers)
}

fn facts(envelope: &Envelope) -> &RuleFacts {
    match &envelope.letter {
        Letter::Rule(facts) => facts,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s2_readers_are_told_what_changed_and_when_their_consent_is_due() {
    let letters = told(Confirmed::Keep);
    assert_eq!(letters.len(), 2);
    let first = facts(&letters[0]);
    assert_eq!(
        first.changes,
        [
            Change::Article {
                document: name("利用規則"),
                number: "7".into(),
                fate: Fate::Changed,
            },
            Change::Parameter {
                parameter: "max_minutes".into(),
                target: "all".into(),
                name: Name::default(),
                value: Some("240".into()),
            },
        ]
    );
    assert_eq!(first.due, Some(at("2027-01-08T17:00")));
    assert_eq!(facts(&letters[1]).due, None);
    assert_eq!(first.breaking, []);
}

#[test]
fn who_has_or_manages_a_booking_that_breaks_it_is_told_where_it_is_for_those_too() {
    let letters = told(Confirmed::Follow);
    let to: Vec<(i64, usize)> = letters
        .iter()
        .map(|one| (one.to.user.number(), facts(one).breaking.len()))
        .collect();
    assert_eq!(
        to,
        [(1, 1), (2, 0), (8, 1)],
        "the manager of another facility is not told"
    );
    assert_eq!(facts(&letters[2]).about, RuleNews::Breaking);
    assert_eq!(facts(&letters[2]).breaking[0].parameters, ["max_minutes"]);
}

#[test]
fn a_recall_is_told_without_any_of_this() {
    let draft = amendment();
    let rule = version_of(&draft, RuleId::new(30), "2027-01-01".parse().unwrap());
    let letters = recalled(&rule, &draft.unit, &[person(1)]);
    let facts = facts(&letters[0]);
    assert_eq!((facts.about, facts.changes.len()), (RuleNews::Recalled, 0));
}
