//! Asking, granting, declining and revoking exceptions.

use chrono::{Days, NaiveDate};

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, UserId, WaiverId, WaiverRequestId};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, Recipient};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver as Names;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, WaiverBar, Wrong};
use crate::domain::time::{Instant, parse_local};
use crate::domain::waiver::grant::{Asked, Granted, decline, grant, grant_to, revoke};
use crate::domain::waiver::{Asking, Exception, Place, Wanted, ask, decides};

const FACILITY: FacilityId = FacilityId::new(5);
const INSTITUTION: InstitutionId = InstitutionId::new(7);
const MANAGER: Role = Role::FacilityManager(FACILITY);
const OFFICER: Role = Role::InstitutionOfficer(INSTITUTION);
const LEAD: Parameter = Parameter::LeadBusinessDays;

fn now() -> Instant {
    parse_local("2026-12-14T10:00").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn who(id: i64) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name: format!("{id}さん"),
        email: format!("{id}@example.jp"),
        language: Language::Ja,
    }
}

fn person(id: i64, roles: &[Role]) -> Actor {
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

fn place() -> Place {
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

fn wanted(parameter: Parameter) -> Wanted {
    Wanted {
        parameter: Some(parameter),
        from: Some(day("2026-12-18")),
        until: Some(day("2026-12-21")),
        reason: "試料が長くもちません。".into(),
    }
}

fn asked_of(wanted: &Wanted, waiting: &[Parameter]) -> Result<Exception, Vec<Refusal>> {
    let asking = Asking {
        who: &who(1),
        waiting,
        deciders: &[who(2)],
    };
    let made = (WaiverRequestId::new(1), now());
    ask(wanted, &place(), &asking, made).map(|done| done.value)
}

fn asked(by: i64) -> Asked {
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

fn granted() -> Granted {
    Granted {
        id: WaiverId::new(9),
        exception: asked(1).exception,
        at: now(),
        by: "2さん".into(),
        revoked_at: None,
    }
}

fn wrongs(refusals: &[Refusal]) -> Vec<&Wrong> {
    refusals.iter().map(|one| &one.wrong).collect()
}

#[track_caller]
fn refused<T: std::fmt::Debug>(act: Result<T, Halt>) -> Vec<Refusal> {
    match act {
        Err(Halt::Refused(refusals)) => refusals,
        other => panic!("{other:?}"),
    }
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

#[test]
fn what_nobody_may_set_aside_is_never_asked_for_nor_granted() {
    let never = Wrong::Waiver(WaiverBar::NeverWaived);
    let everything = person(2, &[MANAGER, OFFICER, Role::Administrator]);
    for parameter in Parameter::ALL {
        let is_never = parameter.entry().waiver == Names::Nobody;
        let asked = asked_of(&wanted(*parameter), &[]);
        let made = (WaiverId::new(1), &everything);
        let given = grant_to(&wanted(*parameter), Some(&place()), Some(&who(1)), made);
        assert_eq!(asked.is_err(), is_never, "{parameter:?}");
        assert_eq!(given.is_err(), is_never, "{parameter:?}");
        if is_never {
            assert_eq!(wrongs(&asked.unwrap_err()), [&never]);
            assert_eq!(wrongs(&refused(given)), [&never]);
        }
    }
}

#[test]
fn a07_only_whom_the_parameter_names_decides() {
    let elsewhere = [
        Role::FacilityManager(FacilityId::new(6)),
        Role::InstitutionOfficer(InstitutionId::new(8)),
        Role::Administrator,
        Role::Council,
    ];
    let owners = (FACILITY, INSTITUTION);
    for (parameter, theirs, not_theirs) in [
        (LEAD, MANAGER, OFFICER),
        (Parameter::EligibleOrgClasses, OFFICER, MANAGER),
    ] {
        assert!(decides(&person(2, &[theirs]), parameter, owners));
        assert!(!decides(&person(2, &[not_theirs]), parameter, owners));
        assert!(!decides(&person(2, &elsewhere), parameter, owners));
        assert!(!decides(&Actor::house(now()), parameter, owners));
    }
    let other = person(2, &elsewhere);
    assert!(matches!(
        grant(&asked(1), "理由", WaiverId::new(1), &other),
        Err(Halt::Absent)
    ));
    assert!(matches!(
        decline(&asked(1), "理由", &other),
        Err(Halt::Absent)
    ));
    assert!(matches!(
        revoke(&granted(), "理由", &other),
        Err(Halt::Absent)
    ));
    let made = (WaiverId::new(1), &other);
    assert!(matches!(
        grant_to(&wanted(LEAD), Some(&place()), Some(&who(1)), made),
        Err(Halt::Absent)
    ));
}

#[test]
fn a10_nobody_grants_to_themselves() {
    let manager = person(2, &[MANAGER]);
    let own = refused(grant(&asked(2), "理由", WaiverId::new(1), &manager));
    assert_eq!(wrongs(&own), [&Wrong::OwnRequest]);
    let own = refused(decline(&asked(2), "理由", &manager));
    assert_eq!(wrongs(&own), [&Wrong::OwnRequest]);
    let made = (WaiverId::new(1), &manager);
    let own = refused(grant_to(&wanted(LEAD), Some(&place()), Some(&who(2)), made));
    assert_eq!(wrongs(&own), [&Wrong::Waiver(WaiverBar::Oneself)]);
}

#[test]
fn an_answer_carries_the_reason_to_the_person() {
    let manager = person(2, &[MANAGER]);
    let done = grant(&asked(1), "認めます", WaiverId::new(1), &manager).unwrap();
    assert_eq!(done.value.reason, "認めます");
    assert_eq!(done.event.kind, Kind::WaiverGranted);
    let no = decline(&asked(1), "空きがあります", &manager).unwrap();
    assert_eq!(no.event.kind, Kind::WaiverDeclined);
    let end = revoke(&granted(), "装置が故障しました", &manager).unwrap();
    assert_eq!(end.event.kind, Kind::WaiverRevoked);
    for (event, reason) in [
        (&done.event, "認めます"),
        (&no.event, "空きがあります"),
        (&end.event, "装置が故障しました"),
    ] {
        assert_eq!(event.user, Some(UserId::new(1)));
        let [letter] = event.letters.as_slice() else {
            panic!("{event:?}")
        };
        assert_eq!(letter.to, who(1));
        let Letter::Waiver(facts) = &letter.letter else {
            panic!("{letter:?}")
        };
        assert_eq!(
            (facts.reason.as_str(), facts.by.as_deref()),
            (reason, Some("2さん"))
        );
    }
}

#[test]
fn what_is_settled_over_or_without_a_reason_is_not_decided() {
    let manager = person(2, &[MANAGER]);
    let empty = refused(grant(&asked(1), "", WaiverId::new(1), &manager));
    assert_eq!(empty.first().unwrap().field(), Some(Field::Reason));
    assert!(decline(&asked(1), "", &manager).is_err());
    assert!(revoke(&granted(), "", &manager).is_err());
    let settled = Asked {
        is_decided: true,
        ..asked(1)
    };
    let twice = refused(grant(&settled, "理由", WaiverId::new(1), &manager));
    assert_eq!(wrongs(&twice), [&Wrong::WrongState]);
    assert!(decline(&settled, "理由", &manager).is_err());
    let gone = Granted {
        revoked_at: Some(now()),
        ..granted()
    };
    assert!(revoke(&gone, "理由", &manager).is_err());
    let late = Actor {
        at: now().plus_minutes(30 * 1440),
        ..manager
    };
    let over = refused(grant(&asked(1), "理由", WaiverId::new(1), &late));
    assert_eq!(wrongs(&over), [&Wrong::InPast]);
    assert!(
        decline(&asked(1), "理由", &late).is_ok(),
        "it is still answered"
    );
}

#[test]
fn a_direct_grant_names_what_is_missing() {
    let manager = person(2, &[MANAGER]);
    let made = (WaiverId::new(1), &manager);
    let nowhere = refused(grant_to(&wanted(LEAD), None, None, made));
    let fields: Vec<_> = nowhere.iter().map(Refusal::field).collect();
    assert_eq!(fields, [Some(Field::Resource), Some(Field::Email)]);
    let done = grant_to(&wanted(LEAD), Some(&place()), Some(&who(1)), made).unwrap();
    assert_eq!(done.value.reason, wanted(LEAD).reason);
    assert_eq!(done.event.letters.len(), 1);
}
