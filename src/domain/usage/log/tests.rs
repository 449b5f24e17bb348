//! Reports: all that is wrong at once, and only once the use is over.

use super::*;
use crate::domain::usage::sample::{at, standing};

fn now() -> Actor {
    Actor::house(at("2027-02-03T18:00"))
}

fn typed(from: &str, until: &str) -> TypedLog {
    TypedLog {
        from: from.into(),
        until: until.into(),
        ..TypedLog::default()
    }
}

fn wrongs<T>(decision: Decision<T>) -> Vec<Wrong> {
    let refusals = decision.err().unwrap_or_default();
    refusals.into_iter().map(|refusal| refusal.wrong).collect()
}

#[test]
fn a_log_says_when_it_was_really_used() {
    let log_of = |state| {
        log(
            &standing(state),
            &typed("2027-02-03T09:10", "2027-02-03T12:20"),
            &now(),
        )
    };
    for state in [State::Used, State::Reported] {
        let (change, kept) = log_of(state).unwrap().value;
        assert_eq!((change.state, kept.samples), (State::Reported, 0));
        let used = change.used.unwrap();
        assert_eq!(used.until, Some(at("2027-02-03T12:20")));
    }
    assert_eq!(wrongs(log_of(State::InUse)), [Wrong::Use(UseBar::NotOver)]);
    assert_eq!(wrongs(log_of(State::Closed)), [Wrong::WrongState]);
}

#[test]
fn everything_that_is_wrong_with_a_log_is_told_at_once() {
    let long = TypedLog {
        samples: "-1".into(),
        note: "あ".repeat(1_001),
        ..typed("", "morning")
    };
    let field = |one| Field::Use(one);
    assert_eq!(
        wrongs(log(&standing(State::Used), &long, &now())),
        [
            Wrong::Missing {
                field: field(UseField::From)
            },
            Wrong::Malformed {
                field: field(UseField::Until)
            },
            Wrong::Malformed {
                field: field(UseField::Samples)
            },
            Wrong::TooLongText {
                field: field(UseField::Note),
                longest: 1_000
            },
        ]
    );
}

#[test]
fn a_use_lies_near_its_booking_and_not_in_the_future() {
    let bar =
        |from: &str, until: &str| wrongs(log(&standing(State::Used), &typed(from, until), &now()));
    assert_eq!(
        bar("2027-02-03T12:00", "2027-02-03T12:00"),
        [Wrong::Use(UseBar::Backwards)]
    );
    assert_eq!(
        bar("2027-02-03T12:00", "2027-02-03T18:01"),
        [Wrong::Use(UseBar::ToCome)]
    );
    assert_eq!(bar("2027-02-02T09:00", "2027-02-03T18:00"), []);
    assert_eq!(
        bar("2027-02-02T08:59", "2027-02-03T10:00"),
        [Wrong::Use(UseBar::FarOff)]
    );
    let many = TypedLog {
        samples: "10000".into(),
        ..typed("2027-02-03T09:00", "2027-02-03T10:00")
    };
    let most = SAMPLES_MOST;
    assert_eq!(
        wrongs(log(&standing(State::Used), &many, &now())),
        [Wrong::Use(UseBar::TooMany { most })]
    );
}

#[test]
fn a_result_report_closes_the_booking_and_follows_the_log() {
    let result = Report {
        title: "膜輸送体の構造".into(),
        summary: "構造を決めた。".into(),
        doi: "10.1234/abc.5".into(),
    };
    let closed = report(&standing(State::Reported), &result, &now()).unwrap();
    assert_eq!(closed.value.0.state, State::Closed);
    let early = wrongs(report(&standing(State::Used), &Report::default(), &now()));
    assert_eq!(early.first(), Some(&Wrong::Use(UseBar::LogFirst)));
    assert_eq!(early.len(), 3, "and the title and the summary are missing");
    assert!(report(&standing(State::Confirmed), &result, &now()).is_err());
}

#[test]
fn a_doi_is_told_from_what_is_none() {
    for good in ["10.1234/abc", "10.123456789/(x)-1;2"] {
        assert!(is_doi(good), "{good}");
    }
    for bad in [
        "",
        "10.1234",
        "10.12/abc",
        "10.1234/",
        "doi:10.1234/abc",
        "10.1234/a b",
        "10.1234/あ",
    ] {
        assert!(!is_doi(bad), "{bad}");
    }
}
