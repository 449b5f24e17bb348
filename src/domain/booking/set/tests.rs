//! Tests of sets: who waits for whom, and what is said once.

use super::*;
use crate::domain::booking::{Fellow, conditional, decision};
use crate::domain::usage::sample::{at, standing};

const BOTH: [State; 2] = [State::FacilityReview, State::ApprovedWithConditions];

fn with(own: State, others: &[State]) -> Standing {
    let mut standing = standing(own);
    let fellow = |state: &State| Fellow {
        id: BookingId::new(10),
        resource: ResourceId::new(10),
        slug: "nmr".into(),
        name: Name::default(),
        place: Name::default(),
        span: standing.booking.span,
        state: *state,
    };
    standing.fellows = others.iter().map(fellow).collect();
    standing
}

fn manager() -> Actor {
    use crate::domain::actor::Who;
    use crate::domain::id::{InstitutionId, UserId};
    use crate::domain::language::Language;
    let person = |id| Person {
        id: UserId::new(id),
        name: "森 一".into(),
        email: "mori@example.jp".into(),
        language: Language::Ja,
        institution: InstitutionId::new(1),
        roles: Vec::new(),
    };
    Actor {
        who: Who::Person(person(1)),
        at: at("2027-01-20T10:00"),
    }
}

#[test]
fn only_the_last_yes_confirms() {
    for others in [BOTH.to_vec(), vec![State::Approved, State::UserSide]] {
        let done = decision::approve(&with(State::FacilityReview, &others), &manager()).unwrap();
        assert_eq!(done.value.state, State::Approved, "{others:?}");
        let told: Vec<_> = done
            .event
            .letters
            .iter()
            .map(|one| one.letter.code())
            .collect();
        assert_eq!(told, ["agreed"]);
    }
    let last = with(State::FacilityReview, &[State::Approved, State::Approved]);
    let done = decision::approve(&last, &manager()).unwrap();
    assert_eq!(done.value.state, State::Confirmed);
    let alone = decision::approve(&standing(State::FacilityReview), &manager()).unwrap();
    assert_eq!(alone.value.state, State::Confirmed);
}

#[test]
fn accepting_conditions_waits_for_the_others_too() {
    let mut by = manager();
    if let crate::domain::actor::Who::Person(person) = &mut by.who {
        person.id = crate::domain::id::UserId::new(5);
    }
    let waits = with(State::ApprovedWithConditions, &[State::FacilityReview]);
    let done = conditional::accept(&waits, &by).unwrap();
    assert_eq!(done.value.state, State::Approved);
    assert_eq!(done.event.kind, Kind::ConditionsAccepted);
    let last = with(State::ApprovedWithConditions, &[State::Approved]);
    let done = conditional::accept(&last, &by).unwrap();
    assert_eq!(done.value.state, State::Confirmed);
}

#[test]
fn what_is_settled_or_over_is_neither_completed_nor_given_back() {
    let now = at("2027-01-20T10:00");
    for state in State::ALL.iter().copied() {
        let one = standing(state);
        assert_eq!(
            complete(&one, now).is_ok(),
            state == State::Approved,
            "{state:?}"
        );
        assert_eq!(dissolve(&one, now).is_ok(), state.is_open(), "{state:?}");
    }
}

#[test]
fn that_a_resource_is_full_is_said_once_whatever_is_free_instead() {
    use crate::domain::refusal::Taken;
    use crate::domain::time::Span;
    let span = |start| Span::of_minutes(at(start), 60).unwrap();
    let full = |of: &str, free| Refusal {
        beside: Some(Name {
            ja: of.into(),
            en: of.into(),
        }),
        ..Refusal::of(Wrong::Taken {
            by: Taken::Booking,
            during: span("2027-02-03T09:00"),
            nearest: vec![span(free)],
        })
    };
    let known = full("NMR", "2027-02-04T09:00");
    assert!(is_known(&known, &full("NMR", "2027-02-05T09:00")));
    assert!(!is_known(&known, &full("MS", "2027-02-04T09:00")));
    assert!(!is_known(&known, &Refusal::of(Wrong::NoRule)));
}
