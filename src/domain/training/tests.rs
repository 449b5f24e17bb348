//! Enrolling, settling, calling off, and the licence that follows.

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, FactId, InstitutionId, TrainingId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::training::TrainingBar;
use crate::domain::time::{Instant, Span, parse_local};
use crate::domain::training::course::{NewCourse, NewDate, open, retire, set};
use crate::domain::training::enrolment::{call_off, enrol, leave, miss};
use crate::domain::training::licence::{Completion, complete};
use crate::domain::training::{Course, Enrolment, Training};

const FACILITY: FacilityId = FacilityId::new(5);

fn at(text: &str) -> Instant {
    parse_local(text).unwrap()
}

fn course() -> Course {
    Course {
        id: CourseId::new(1),
        facility: FACILITY,
        institution: InstitutionId::new(7),
        facility_name: Name::default(),
        institution_name: Name::default(),
        code: "C1".into(),
        name: Name {
            ja: "超解像顕微鏡 操作講習".into(),
            en: "Super-resolution".into(),
        },
        minutes: 180,
        is_retired: false,
    }
}

fn who(id: i64) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name: format!("{id}"),
        email: format!("{id}@example.jp"),
        language: Language::Ja,
    }
}

fn training(enrolled: &[i64]) -> Training {
    Training {
        id: TrainingId::new(3),
        course: course(),
        span: Span::of_minutes(at("2027-02-02T13:00"), 180).unwrap(),
        seats: 2,
        place: "研究棟1階".into(),
        is_called_off: false,
        enrolled: enrolled
            .iter()
            .map(|&id| Enrolment {
                who: who(id),
                institution: Name::default(),
                at: at("2026-12-18T10:00"),
                completed_at: None,
                absent_at: None,
            })
            .collect(),
    }
}

fn actor(id: i64, role: Option<Role>, now: &str) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(id),
            name: String::new(),
            email: String::new(),
            language: Language::Ja,
            institution: InstitutionId::new(7),
            roles: role.into_iter().collect(),
        }),
        at: at(now),
    }
}

fn manager(now: &str) -> Actor {
    actor(99, Some(Role::FacilityManager(FACILITY)), now)
}

fn reasons<T: std::fmt::Debug>(halt: Result<T, impl Into<Halt>>) -> Vec<Wrong> {
    match halt.map_err(Into::into) {
        Err(Halt::Refused(refusals)) => refusals.into_iter().map(|one| one.wrong).collect(),
        other => panic!("{other:?} is no refusal"),
    }
}

#[test]
fn a_seat_is_taken_once_and_while_there_is_one() {
    let now = at("2026-12-18T10:00");
    let done = enrol(&training(&[1]), &who(2), now).unwrap();
    assert_eq!(done.event.letters.len(), 1);
    assert_eq!(
        reasons(enrol(&training(&[1, 2]), &who(3), now)),
        [Wrong::Training(TrainingBar::Full)]
    );
    assert_eq!(
        reasons(enrol(&training(&[1]), &who(1), now)),
        [Wrong::Training(TrainingBar::Enrolled)]
    );
    let begun = at("2027-02-02T13:00");
    assert_eq!(
        reasons(enrol(&training(&[1]), &who(2), begun)),
        [Wrong::Training(TrainingBar::Begun)]
    );
    let off = Training {
        is_called_off: true,
        ..training(&[])
    };
    assert_eq!(
        reasons(enrol(&off, &who(2), now)),
        [Wrong::Training(TrainingBar::CalledOff)]
    );
}

#[test]
fn who_enrolled_may_leave_before_it_begins() {
    let now = at("2027-02-02T12:59");
    assert!(leave(&training(&[1]), UserId::new(1), now).is_ok());
    assert!(leave(&training(&[1]), UserId::new(2), now).is_err());
    let begun = at("2027-02-02T13:00");
    assert!(leave(&training(&[1]), UserId::new(1), begun).is_err());
}

#[test]
fn calling_off_tells_everybody_and_why() {
    let done = call_off(
        &training(&[1, 2]),
        "装置の故障",
        &manager("2027-02-01T10:00"),
    )
    .unwrap();
    assert_eq!(done.event.letters.len(), 2);
    let refused = call_off(&training(&[1]), "", &manager("2027-02-01T10:00"));
    assert_eq!(reasons(refused).len(), 1);
    let stranger = actor(
        9,
        Some(Role::FacilityManager(FacilityId::new(6))),
        "2027-02-01T10:00",
    );
    assert!(matches!(
        call_off(&training(&[1]), "x", &stranger),
        Err(Halt::NotAllowed)
    ));
}

fn completion(user: i64, number: &str) -> Completion {
    Completion {
        user: UserId::new(user),
        fact: FactId::new(8),
        number: number.into(),
        holder: None,
        months: 12,
    }
}

#[test]
fn completing_issues_a_licence_once_after_the_start_and_never_to_oneself() {
    let after = manager("2027-02-02T16:05");
    let taken = Completion {
        holder: Some(UserId::new(5)),
        ..completion(1, "L-0231")
    };
    assert_eq!(
        reasons(complete(&training(&[1]), &taken, &after)),
        [Wrong::Training(TrainingBar::NumberTaken)]
    );
    let renewed = Completion {
        holder: Some(UserId::new(1)),
        ..completion(1, "L-0231")
    };
    assert!(complete(&training(&[1]), &renewed, &after).is_ok());
    let licence = complete(&training(&[1]), &completion(1, "L-0231"), &after)
        .unwrap()
        .value;
    assert_eq!(licence.issuer, InstitutionId::new(7));
    assert_eq!(licence.issued_on.to_string(), "2027-02-02");
    assert_eq!(licence.valid_until.to_string(), "2028-02-01");
    let early = manager("2027-02-02T12:00");
    assert_eq!(
        reasons(complete(&training(&[1]), &completion(1, "L"), &early)),
        [Wrong::Training(TrainingBar::NotHeldYet)]
    );
    let mut settled = training(&[1]);
    settled.enrolled[0].absent_at = Some(after.at);
    assert_eq!(
        reasons(complete(&settled, &completion(1, "L"), &after)),
        [Wrong::Training(TrainingBar::Settled)]
    );
    assert_eq!(
        reasons(complete(&training(&[99]), &completion(99, "L"), &after)),
        [Wrong::Training(TrainingBar::Own)]
    );
    assert_eq!(
        reasons(complete(&training(&[1]), &completion(1, ""), &after)).len(),
        1
    );
    assert!(matches!(
        complete(&training(&[1]), &completion(2, "L"), &after),
        Err(Halt::Absent)
    ));
    assert!(miss(&training(&[1]), UserId::new(1), &after).is_ok());
    let other = actor(1, None, "2027-02-02T16:05");
    assert!(miss(&training(&[1]), UserId::new(1), &other).is_err());
}

#[test]
fn a_course_is_opened_by_the_manager_with_every_fault_told() {
    let by = manager("2026-12-14T10:00");
    let new = |code: &str, minutes| NewCourse {
        code: code.into(),
        name: Name {
            ja: "講習".into(),
            en: "Training".into(),
        },
        minutes: Some(minutes),
    };
    let ids = (FACILITY, CourseId::new(2));
    assert!(open(&new("C2", 60), &[course()], ids, &by).is_ok());
    assert_eq!(
        reasons(open(&new("C1", 60), &[course()], ids, &by)),
        [Wrong::Training(TrainingBar::CodeTaken)]
    );
    assert_eq!(reasons(open(&NewCourse::default(), &[], ids, &by)).len(), 4);
    assert_eq!(reasons(open(&new("a,b", 0), &[], ids, &by)).len(), 2);
}

#[test]
fn a_date_is_set_by_the_manager_with_every_fault_told() {
    let by = manager("2026-12-14T10:00");
    let date = |start: &str, seats| NewDate {
        start: parse_local(start),
        seats: Some(seats),
        place: "研究棟1階".into(),
    };
    let id = (TrainingId::new(4), None);
    let twice = (TrainingId::new(4), Some(TrainingId::new(3)));
    assert!(set(&course(), &date("2027-02-02T13:00", 8), id, &by).is_ok());
    assert_eq!(
        reasons(set(&course(), &date("2026-12-14T10:00", 8), id, &by)),
        [Wrong::InPast]
    );
    assert_eq!(
        reasons(set(&course(), &NewDate::default(), id, &by)).len(),
        3
    );
    assert_eq!(
        reasons(set(&course(), &date("2030-01-01T09:00", 0), id, &by)).len(),
        2
    );
    assert_eq!(
        reasons(set(&course(), &date("2027-02-02T13:00", 8), twice, &by)),
        [Wrong::Training(TrainingBar::SameDate)]
    );
    let gone = Course {
        is_retired: true,
        ..course()
    };
    assert_eq!(
        reasons(set(&gone, &date("2027-02-02T13:00", 8), id, &by)),
        [Wrong::Training(TrainingBar::Retired)]
    );
    assert!(retire(&course(), 0, &by).is_ok());
    assert_eq!(
        reasons(retire(&course(), 1, &by)),
        [Wrong::Training(TrainingBar::DatesToCome)]
    );
    assert_eq!(
        reasons(retire(&gone, 0, &by)),
        [Wrong::Training(TrainingBar::Retired)]
    );
}
