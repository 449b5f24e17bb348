//! Asking for exceptions.

use chrono::{Days, NaiveDate};

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::event::Kind;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, UserId, WaiverRequestId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::waiver::WaiverBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, parse_local};
use crate::domain::waiver::grant::Asked;
use crate::domain::waiver::{Asking, Exception, Place, Wanted, ask};

pub(super) const FACILITY: FacilityId = FacilityId::new(5);
pub(super) const INSTITUTION: InstitutionId = InstitutionId::new(7);
pub(super) const MANAGER: Role = Role::FacilityManager(FACILITY);
pub(super) const OFFICER: Role = Role::InstitutionOfficer(INSTITUTION);
pub(super) const LEAD: Parameter = Parameter::LeadBusinessDays;

pub(super) fn now() -> Instant {
    parse_local("2026-12-14T10:00").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn who(id: i64) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name: format!("{id}さん"),
        email: format!("{id}@example.jp"),
        language: Language::Ja,
    }
}

pub(super) fn person(id: i64, roles: &[Role]) -> Actor {
    let who = who(id);
    Actor {
        who: Who::Person(Person {
            id: who.user,
            name: who.name,
            email: who.email,
            language: who.language,
            institution: INSTITUTION,
            roles: roles.to_vec(),
        }),
        at: now(),
    }
}

pub(super) fn place() -> Place {
    Place {
        resource: ResourceId::new(3),
        slug: "cryo".into(),
        name: Name::default(),
        facility: FACILITY,
        facility_name: Name::default(),
        institution: INSTITUTION,
        institution_name: Name::default(),
    }
}

pub(super) fn wanted(parameter: Parameter) -> Wanted {
    Wanted {
        parameter: Some(parameter),
        from: Some(day("2026-12-18")),
        until: Some(day("2026-12-21")),
        reason: "試料が長くもちません。".into(),
    }
}

pub(super) fn asked_of(wanted: &Wanted, waiting: &[Parameter]) -> Result<Exception, Vec<Refusal>> {
    let asking = Asking {
        who: &who(1),
        waiting,
        deciders: &[who(2)],
    };
    let made = (WaiverRequestId::new(1), now());
    ask(wanted, &place(), &asking, made).map(|done| done.value)
}

pub(super) fn asked(by: i64) -> Asked {
    Asked {
        id: WaiverRequestId::new(1),
        exception: Exception {
            who: who(by),
            ..asked_of(&wanted(LEAD), &[]).unwrap()
        },
        at: now(),
        is_decided: false,
    }
}

pub(super) fn wrongs(refusals: &[Refusal]) -> Vec<&Wrong> {
    refusals.iter().map(|one| &one.wrong).collect()
}

#[test]
fn whoever_decides_is_told_and_never_the_applicant_themselves() {
    let asking = Asking {
        who: &who(1),
        waiting: &[],
        deciders: &[who(1), who(2), who(3)],
    };
    let made = (WaiverRequestId::new(1), now());
    let done = ask(&wanted(LEAD), &place(), &asking, made).unwrap();
    assert_eq!(done.event.kind, Kind::WaiverAsked);
    let told: Vec<i64> = done
        .event
        .letters
        .iter()
        .map(|one| one.to.user.number())
        .collect();
    assert_eq!(told, [2, 3]);
}

#[test]
fn everything_wrong_with_a_question_is_said_at_once() {
    let nothing = Wanted {
        parameter: None,
        from: None,
        until: None,
        reason: String::new(),
    };
    let fields: Vec<_> = asked_of(&nothing, &[])
        .unwrap_err()
        .iter()
        .map(Refusal::field)
        .collect();
    let all = [
        Field::Parameter,
        Field::FromDay,
        Field::UntilDay,
        Field::Reason,
    ];
    assert_eq!(fields, all.map(Some));
    let long = Wanted {
        reason: "長".repeat(2_001),
        ..wanted(LEAD)
    };
    assert!(asked_of(&long, &[]).is_err());
    let twice = asked_of(&wanted(LEAD), &[LEAD]).unwrap_err();
    assert_eq!(wrongs(&twice), [&Wrong::Waiver(WaiverBar::AskedAlready)]);
    assert!(asked_of(&wanted(LEAD), &[Parameter::MaxMinutes]).is_ok());
}

#[test]
fn days_run_forwards_end_in_the_future_and_are_at_most_a_year() {
    let ask_for = |from: NaiveDate, until: NaiveDate| {
        asked_of(
            &Wanted {
                from: Some(from),
                until: Some(until),
                ..wanted(LEAD)
            },
            &[],
        )
        .is_ok()
    };
    let today = now().day();
    assert!(ask_for(today, today));
    assert!(ask_for(today - Days::new(3), today), "it began already");
    assert!(!ask_for(today, today - Days::new(1)));
    assert!(!ask_for(today - Days::new(3), today - Days::new(1)), "over");
    assert!(ask_for(today, today + Days::new(365)));
    assert!(!ask_for(today, today + Days::new(366)));
    assert!(ask_for(today + Days::new(731), today + Days::new(731)));
    assert!(!ask_for(today + Days::new(732), today + Days::new(732)));
    assert!(!ask_for(NaiveDate::MIN, today));
    assert!(!ask_for(today, NaiveDate::MAX));
}
