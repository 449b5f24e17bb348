//! Who decides on exceptions, and how.

use crate::domain::actor::{Actor, Role};
use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, UserId, WaiverId};
use crate::domain::letter::Letter;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver as Names;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::waiver::WaiverBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::waiver::decides;
use crate::domain::waiver::grant::{Asked, Granted, decline, grant, grant_to, revoke};
use crate::domain::waiver::tests::{
    FACILITY, INSTITUTION, LEAD, MANAGER, OFFICER, asked, asked_of, now, person, place, wanted,
    who, wrongs,
};

fn granted() -> Granted {
    Granted {
        id: WaiverId::new(9),
        exception: asked(1).exception,
        at: now(),
        by: "2さん".into(),
        revoked_at: None,
    }
}

#[track_caller]
fn refused<T: std::fmt::Debug>(act: Result<T, Halt>) -> Vec<Refusal> {
    match act {
        Err(Halt::Refused(refusals)) => refusals,
        other => panic!("{other:?}"),
    }
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
