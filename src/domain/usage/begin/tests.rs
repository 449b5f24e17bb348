//! Beginning and ending: to the minute, by the right people, and nothing twice.

use super::*;
use crate::domain::usage::sample::{at, standing};

fn clock(text: &str) -> Actor {
    Actor::house(at(text))
}

fn why(decision: &Decision<Change>) -> Option<Wrong> {
    let refusals = decision.as_ref().err()?;
    refusals.first().map(|refusal| refusal.wrong.clone())
}

#[test]
fn a_use_begins_from_half_an_hour_before_until_its_end() {
    let booked = standing(State::Confirmed);
    let opens = at("2027-02-03T08:30");
    let early = check_in(&booked, &clock("2027-02-03T08:29"));
    assert_eq!(why(&early), Some(Wrong::Use(UseBar::TooEarly { opens })));
    for inside in ["2027-02-03T08:30", "2027-02-03T11:59"] {
        let done = check_in(&booked, &clock(inside)).unwrap();
        assert_eq!(done.value.state, State::InUse);
        let used = done.value.used.unwrap();
        assert_eq!((used.from, used.until), (Some(at(inside)), None));
    }
    let late = check_in(&booked, &clock("2027-02-03T12:00"));
    assert_eq!(why(&late), Some(Wrong::Use(UseBar::Over)));
    for state in [
        State::FacilityReview,
        State::Held,
        State::InUse,
        State::NoShow,
    ] {
        let wrong = why(&check_in(&standing(state), &clock("2027-02-03T09:00")));
        assert_eq!(wrong, Some(Wrong::WrongState), "{state:?}");
    }
}

#[test]
fn ending_early_gives_back_the_rest_to_the_minute() {
    let running = standing(State::InUse);
    let mut by = clock("2027-02-03T10:00");
    by.at = by.at.plus_seconds(1);
    let change = check_out(&running, &by).unwrap().value;
    assert_eq!(change.state, State::Used);
    let Some(Cut::To(claimed)) = change.cut else {
        panic!("{:?}", change.cut);
    };
    let used = Span::of_minutes(at("2027-02-03T09:00"), 61).unwrap();
    assert_eq!(claimed.used, used);
    assert_eq!(claimed.claim, running.resource.parameters.claim(&used));
}

#[test]
fn ending_on_time_or_late_gives_nothing_back_and_before_the_start_everything() {
    let running = standing(State::InUse);
    for late in ["2027-02-03T12:00", "2027-02-03T15:00"] {
        assert_eq!(check_out(&running, &clock(late)).unwrap().value.cut, None);
    }
    let before = check_out(&running, &clock("2027-02-03T08:45")).unwrap();
    assert_eq!(before.value.cut, Some(Cut::Whole));
    let never = check_out(&standing(State::Confirmed), &clock("2027-02-03T10:00"));
    assert_eq!(why(&never), Some(Wrong::WrongState));
}

#[test]
fn the_clock_ends_what_is_over_and_asks_for_the_log() {
    let told = |state, when: &str| {
        let done = over(&standing(state), &clock(when)).ok()?;
        assert_eq!(done.value.state, State::Used);
        Some(done.event.letters.len())
    };
    assert_eq!(told(State::Confirmed, "2027-02-03T11:59"), None);
    assert_eq!(told(State::Confirmed, "2027-02-03T12:00"), Some(1));
    assert_eq!(told(State::InUse, "2027-02-03T23:59"), None);
    assert_eq!(told(State::InUse, "2027-02-04T00:00"), Some(1));
    assert_eq!(told(State::Confirmed, "2027-02-20T12:00"), Some(0));
    for state in [State::FacilityReview, State::Used, State::Closed] {
        assert_eq!(told(state, "2027-02-03T12:00"), None, "{state:?}");
    }
}

#[test]
fn only_who_comes_after_a_late_use_of_the_same_resource_is_warned() {
    let running = standing(State::InUse);
    let mut next = standing(State::Confirmed);
    next.booking.span = Span::of_minutes(at("2027-02-03T13:00"), 60).unwrap();
    let now = clock("2027-02-03T12:00");
    let warned = warn(&running, &next, &now).unwrap();
    assert_eq!(warned.event.letters.len(), 1);
    assert!(warn(&running, &next, &clock("2027-02-03T11:59")).is_err());
    assert!(warn(&standing(State::Used), &next, &now).is_err());
    next.booking.span = Span::of_minutes(at("2027-02-03T08:00"), 60).unwrap();
    assert!(warn(&running, &next, &now).is_err());
}
