//! What lines recognise, and what they never do.

use super::*;
use crate::domain::actor::{Person, Who};
use crate::domain::id::{FactId, UserId};
use crate::domain::language::Language;
use crate::domain::time::Instant;
use proptest::prelude::*;

const A: InstitutionId = InstitutionId::new(1);
const B: InstitutionId = InstitutionId::new(2);
const C: InstitutionId = InstitutionId::new(3);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(institution: InstitutionId, issuer: Option<InstitutionId>) -> Line {
    Line {
        id: EquivalenceId::new(1),
        institution,
        gate: Gate::Training,
        course: None,
        issuer,
        issuer_course: None,
        most_months: 0,
        note: Name::default(),
        ends_on: None,
    }
}

fn fact(issuer: InstitutionId) -> Fact {
    Fact {
        id: FactId::new(1),
        gate: Gate::Training,
        user: UserId::new(1),
        facility: None,
        booking: None,
        course: Some(CourseId::new(7)),
        issuer: Some(issuer),
        project_number: String::new(),
        number: "L-0001".into(),
        level: String::new(),
        issued_on: Some(day("2026-04-10")),
        valid_until: Some(day("2027-04-09")),
        entered_at: Instant::from_unix(0),
        rulings: Vec::new(),
    }
}

fn wanted(institution: InstitutionId) -> Wanted {
    Wanted {
        institution,
        gate: Gate::Training,
        course: None,
    }
}

#[test]
fn a_line_recognises_what_its_issuer_issued_until_the_earliest_end() {
    let plain = line(A, Some(B));
    assert_eq!(
        recognised(std::slice::from_ref(&plain), wanted(A), &fact(B)),
        Recognised::Whole
    );
    let short = Line {
        most_months: 6,
        ends_on: Some(day("2026-12-31")),
        ..plain.clone()
    };
    let until = Recognised::Until(day("2026-10-10"));
    assert_eq!(
        recognised(std::slice::from_ref(&short), wanted(A), &fact(B)),
        until
    );
    let last = |line: &Line, on: &str| recognises(line, &fact(B), day(on));
    assert_eq!(last(&short, "2026-10-10"), Some(Some(day("2026-10-10"))));
    assert_eq!(last(&short, "2026-10-11"), None);
    assert_eq!(last(&plain, "2027-04-09"), Some(Some(day("2027-04-09"))));
    assert_eq!(last(&plain, "2027-04-10"), None);
    // the better of two lines counts
    assert_eq!(
        recognised(&[short, plain], wanted(A), &fact(B)),
        Recognised::Whole
    );
}

#[test]
fn a_line_is_about_its_own_gate_course_and_issuer_only() {
    let no = |line: Line, wanted: Wanted, fact: Fact| {
        assert_eq!(recognised(&[line], wanted, &fact), Recognised::No);
    };
    no(line(A, Some(C)), wanted(A), fact(B));
    no(line(B, Some(B)), wanted(B), fact(B));
    no(line(C, Some(B)), wanted(A), fact(B));
    let course = Line {
        issuer_course: Some(CourseId::new(8)),
        ..line(A, Some(B))
    };
    no(course, wanted(A), fact(B));
    let ours = Line {
        course: Some(CourseId::new(5)),
        ..line(A, Some(B))
    };
    no(ours.clone(), wanted(A), fact(B));
    let named = Wanted {
        course: Some(CourseId::new(5)),
        ..wanted(A)
    };
    assert_eq!(recognised(&[ours], named, &fact(B)), Recognised::Whole);
    let undated = Fact {
        issued_on: None,
        ..fact(B)
    };
    let aged = Line {
        most_months: 12,
        ..line(A, Some(B))
    };
    no(aged, wanted(A), undated);
    let nobody = Fact {
        issuer: None,
        ..fact(B)
    };
    no(line(A, None), wanted(A), nobody);
}

#[test]
fn recognition_is_one_step_and_no_circle_grants_anything() {
    // A takes B's, B takes C's, C takes A's
    let circle = [line(A, Some(B)), line(B, Some(C)), line(C, Some(A))];
    assert_eq!(recognised(&circle, wanted(A), &fact(B)), Recognised::Whole);
    assert_eq!(recognised(&circle, wanted(A), &fact(C)), Recognised::No);
    assert_eq!(recognised(&circle, wanted(B), &fact(A)), Recognised::No);
    assert_eq!(recognised(&circle, wanted(C), &fact(B)), Recognised::No);
}

proptest! {
    #[test]
    fn only_a_line_between_the_two_recognises(pairs in proptest::collection::vec((1_i64..6, 1_i64..6), 0..20), at in 1_i64..6, from in 1_i64..6) {
        let lines: Vec<Line> = pairs
            .iter()
            .map(|&(who, whose)| line(InstitutionId::new(who), Some(InstitutionId::new(whose))))
            .collect();
        let said = recognised(&lines, wanted(InstitutionId::new(at)), &fact(InstitutionId::new(from)));
        let between = at != from && pairs.contains(&(at, from));
        prop_assert_eq!(said != Recognised::No, between);
    }
}

fn officer(institution: InstitutionId) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(9),
            name: String::new(),
            email: String::new(),
            language: Language::Ja,
            institution,
            roles: vec![Role::InstitutionOfficer(institution)],
        }),
        at: Instant::from_unix(0),
    }
}

#[test]
fn an_officer_publishes_for_their_own_institution_and_every_fault_is_told() {
    let today = day("2026-12-14");
    let nobody = Owners::default();
    assert!(publish(line(A, Some(B)), nobody, &[], today, &officer(A)).is_ok());
    assert!(matches!(
        publish(line(A, Some(B)), nobody, &[], today, &officer(B)),
        Err(Halt::NotAllowed)
    ));
    let stands = [line(A, Some(B))];
    let wrong = refused(publish(
        line(A, Some(B)),
        nobody,
        &stands,
        today,
        &officer(A),
    ));
    assert_eq!(wrong, [Wrong::LineStands]);
    assert!(publish(line(A, None), nobody, &stands, today, &officer(A)).is_ok());
    assert!(revoke(EquivalenceId::new(1), A, &officer(B)).is_err());
    let bad = Line {
        gate: Gate::EthicsApproval,
        course: Some(CourseId::new(1)),
        issuer: Some(A),
        issuer_course: Some(CourseId::new(2)),
        most_months: 999,
        note: Name {
            ja: "あ".repeat(401),
            en: String::new(),
        },
        ends_on: Some(day("2026-12-13")),
        ..line(A, None)
    };
    let wrong = refused(publish(bad, nobody, &[], today, &officer(A)));
    assert_eq!(wrong.len(), 7, "{wrong:?}");
}

fn refused(done: Act<Line>) -> Vec<Wrong> {
    match done {
        Err(Halt::Refused(refusals)) => refusals.into_iter().map(|one| one.wrong).collect(),
        other => panic!("{other:?} is no refusal"),
    }
}

#[test]
fn a04_courses_belong_to_the_institutions_that_the_line_names() {
    let named = Line {
        course: Some(CourseId::new(5)),
        issuer_course: Some(CourseId::new(7)),
        ..line(A, Some(B))
    };
    let told = |course, issuer_course| {
        let owners = Owners {
            course,
            issuer_course,
        };
        publish(named.clone(), owners, &[], day("2026-12-14"), &officer(A))
    };
    assert!(told(Some(A), Some(B)).is_ok());
    let course = Wrong::Malformed {
        field: Field::Course,
    };
    let theirs = Wrong::Malformed {
        field: Field::IssuerCourse,
    };
    let both = [course, theirs];
    assert_eq!(refused(told(Some(C), Some(B))), both[..1]);
    assert_eq!(refused(told(Some(A), Some(C))), both[1..]);
    assert_eq!(refused(told(None, None)), both);
}

#[test]
fn each_place_that_recognises_a_fact_is_named_once_with_its_longest_line() {
    let short = Line {
        most_months: 6,
        ..line(A, Some(B))
    };
    let ours = Line {
        course: Some(CourseId::new(5)),
        ..short.clone()
    };
    let ended = Line {
        ends_on: Some(day("2026-06-30")),
        ..line(C, None)
    };
    let place = |institution, course, until: &str| Recognition {
        institution,
        course,
        until: Some(day(until)),
    };
    let all = [short, ours, line(A, None), line(B, None), ended];
    let found = recognitions(&all, &fact(B), day("2026-08-01"));
    let expected = [
        place(A, None, "2027-04-09"),
        place(A, Some(CourseId::new(5)), "2026-10-10"),
    ];
    assert_eq!(found, expected);
    let endless = Fact {
        valid_until: None,
        ..fact(B)
    };
    let found = recognitions(&all, &endless, day("2026-08-01"));
    assert_eq!(found[0].until, None);
}
