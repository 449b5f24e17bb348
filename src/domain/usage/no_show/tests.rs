//! Who can say that nobody came, from when, and what follows from it.

use super::*;
use crate::domain::actor::Person;
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::parameter::value::Value;
use crate::domain::time::parse_day;
use crate::domain::usage::sample::{at, standing};

fn by(user: i64, when: &str) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(user),
            name: "森 一".into(),
            email: "mori@example.jp".into(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: Vec::new(),
        }),
        at: at(when),
    }
}

/// A booking from nine to twelve on 3 February 2027, under a rule that suspends after the second time.
fn record(state: State) -> Record {
    let mut standing = standing(state);
    let terms = (*standing.resource.terms).clone();
    standing.resource.terms = terms
        .with(Parameter::NoShowPercent, Value::Number(100))
        .with(Parameter::NoShowLimit, Value::Number(2))
        .with(Parameter::SuspensionDays, Value::Number(30))
        .with(Parameter::AutoReleaseMinutes, Value::Number(45))
        .into();
    Record {
        standing,
        kept: None,
        marks: Vec::new(),
        was_used: false,
    }
}

fn wrong<T: std::fmt::Debug>(decision: Decision<T>) -> Vec<Wrong> {
    let refusals = decision.map(|done| done.value).unwrap_err();
    refusals.into_iter().map(|refusal| refusal.wrong).collect()
}

fn marked() -> Record {
    let mut record = record(State::NoShow);
    let confirmed = self::record(State::Confirmed);
    let (_, kept) = mark(&confirmed, "来られなかった", &by(1, "2027-02-03T10:00"))
        .unwrap()
        .value;
    record.kept = Some(kept);
    record
}

#[test]
fn staff_mark_it_half_an_hour_after_the_start_with_what_they_saw() {
    let record = record(State::Confirmed);
    let early = wrong(mark(&record, "来なかった", &by(1, "2027-02-03T09:29")));
    let from = at("2027-02-03T09:30");
    assert_eq!(early, [Wrong::Use(UseBar::NotMissedYet { from })]);
    let done = mark(&record, "来なかった", &by(1, "2027-02-03T09:30")).unwrap();
    let (change, kept) = done.value;
    assert_eq!((change.state, kept.percent), (State::NoShow, 100));
    assert_eq!(done.event.facts["percent"], "100");
    assert!(!done.event.facts.contains_key("suspended_until"));
    let silent = wrong(mark(&record, " ", &by(1, "2027-02-03T09:30")));
    let field = Field::Reason;
    assert_eq!(silent, [Wrong::Missing { field }]);
}

#[test]
fn s8_the_second_time_the_letter_says_until_when_the_suspension_lasts() {
    let mut record = record(State::Used);
    record.marks.push(Mark {
        at: at("2027-01-12T10:00"),
        suspends_after: 2,
        days: 30,
        excused: false,
    });
    let done = mark(&record, "来なかった", &by(1, "2027-02-03T13:00")).unwrap();
    assert_eq!(done.event.facts["suspended_until"], "2027-03-05");
    let told = done.event.letters.first().map(|one| one.letter.clone());
    let Some(Letter::Booking(facts)) = told else {
        panic!("no letter")
    };
    assert_eq!(facts.suspended_until, parse_day("2027-03-05"));
    assert_eq!(facts.fee_percent, Some(100));
}

#[test]
fn nobody_marks_a_use_that_was_one_nor_their_own_nor_what_is_not_settled() {
    let at = "2027-02-03T11:00";
    let used = Record {
        was_used: true,
        ..record(State::Used)
    };
    assert_eq!(
        wrong(mark(&used, "来なかった", &by(1, at))),
        [Wrong::Use(UseBar::WasUsed)]
    );
    let own = wrong(mark(&record(State::Confirmed), "来なかった", &by(5, at)));
    assert_eq!(own, [Wrong::OwnRequest]);
    for state in [
        State::FacilityReview,
        State::InUse,
        State::Reported,
        State::NoShow,
    ] {
        let refused = wrong(mark(&record(state), "来なかった", &by(1, at)));
        assert_eq!(refused, [Wrong::WrongState], "{state:?}");
    }
}

#[test]
fn g12_the_clock_releases_what_nobody_began_to_the_minute_and_only_where_the_rule_says_so() {
    let confirmed = record(State::Confirmed);
    let house = |when| Actor::house(at(when));
    assert_eq!(
        wrong(release(&confirmed, &house("2027-02-03T09:44"))),
        [Wrong::WrongState]
    );
    let done = release(&confirmed, &house("2027-02-03T09:45")).unwrap();
    assert_eq!(done.value.0.state, State::NoShow);
    assert!(
        release(&confirmed, &house("2027-02-03T12:00")).is_err(),
        "it is over"
    );
    assert!(release(&confirmed, &by(1, "2027-02-03T10:00")).is_err());
    let mut lenient = record(State::Confirmed);
    let terms = (*lenient.standing.resource.terms).clone();
    lenient.standing.resource.terms = terms
        .with(Parameter::AutoReleaseMinutes, Value::Number(0))
        .into();
    assert!(release(&lenient, &house("2027-02-03T11:00")).is_err());
}

#[test]
fn an_appeal_is_made_once_within_thirty_days_and_answered() {
    let mut record = marked();
    let late = wrong(appeal(&record, "事故で遅れた", &by(5, "2027-03-05T10:01")));
    assert_eq!(late, [Wrong::Use(UseBar::AppealOver)]);
    let reason = "使っていた";
    assert_eq!(
        wrong(uphold(&record, reason, &by(1, "2027-02-05T09:00"))),
        [Wrong::WrongState],
        "nobody appealed"
    );
    let made = appeal(&record, "事故で遅れた", &by(5, "2027-03-05T10:00")).unwrap();
    if let Some(kept) = &mut record.kept {
        kept.appeal = Some(made.value);
    }
    let again = wrong(appeal(&record, "もう一度", &by(5, "2027-03-05T10:00")));
    assert_eq!(again, [Wrong::Use(UseBar::Appealed)]);
    assert!(uphold(&record, reason, &by(1, "2027-03-06T09:00")).is_ok());
    let own = wrong(excuse(&record, reason, &by(5, "2027-03-06T09:00")));
    assert_eq!(own, [Wrong::OwnRequest]);
    let done = excuse(&record, reason, &by(1, "2027-03-06T09:00")).unwrap();
    assert_eq!(done.value.state, State::Closed);
}
