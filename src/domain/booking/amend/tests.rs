//! What binds a change, when the facility decides, and what becomes of what was asked for.

use super::*;
use crate::domain::actor::{Person, Who};
use crate::domain::booking::amend::binding::{binds, offer_others};
use crate::domain::booking::amend::relocate::relocate;
use crate::domain::booking::amend::ruling::{grant, lapse, refuse, swap, withdraw};
use crate::domain::id::{BookingId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::parameter::value::Value;
use crate::domain::refusal::Taken;
use crate::domain::refusal::ground::Remedy;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::time::parse_day;
use crate::domain::usage::sample::{at, standing};

const NOW: &str = "2027-01-20T10:00";

fn by(user: i64) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(user),
            name: "森 一".into(),
            email: "mori@example.jp".into(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: Vec::new(),
        }),
        at: at(NOW),
    }
}

fn span(start: &str, end: &str) -> Span {
    Span::new(at(start), at(end)).unwrap()
}

/// The booking from nine to twelve on 3 February, asked to be moved to the afternoon of the fourth.
fn proposal() -> Proposal {
    Proposal {
        id: ChangeId::new(1),
        span: span("2027-02-04T13:00", "2027-02-04T16:00"),
        units: 1,
        content: Content::default(),
        evaluation: Evaluation::default(),
        asked_at: at(NOW),
        agreed: false,
    }
}

fn under(said: &str) -> Standing {
    let mut standing = standing(State::Confirmed);
    let terms = (*standing.resource.terms).clone();
    let value = Value::Code(said.into());
    standing.resource.terms = terms.with(Parameter::ChangeApproval, value).into();
    standing
}

#[test]
fn who_only_gives_time_back_is_not_too_late_for_it() {
    let day = |text| parse_day(text).unwrap();
    let late = Wrong::TooSoon {
        lead_business_days: 3,
        deadline: day("2027-01-29"),
        earliest: day("2027-02-05"),
    };
    let old = span("2027-02-03T09:00", "2027-02-03T12:00");
    for (start, end, is_bound) in [
        ("2027-02-03T09:00", "2027-02-03T11:00", false),
        ("2027-02-03T10:00", "2027-02-03T12:00", false),
        ("2027-02-03T09:00", "2027-02-03T12:00", false),
        ("2027-02-03T08:30", "2027-02-03T11:00", true),
        ("2027-02-03T09:00", "2027-02-03T12:30", true),
    ] {
        let new = span(start, end);
        assert_eq!(binds(&late, &old, &new), is_bound, "{start} {end}");
        // nor does a suspension keep anybody from giving time back
        let until = day("2027-03-05");
        let suspended = Wrong::Unfit(Unfit::Suspended { until });
        assert_eq!(binds(&suspended, &old, &new), is_bound, "{start} {end}");
    }
    // a length that the rule no longer knows binds only who chooses another one
    let short = Wrong::TooShort { min_minutes: 240 };
    assert!(!binds(&short, &old, &old));
    assert!(binds(
        &short,
        &old,
        &span("2027-02-03T09:00", "2027-02-03T11:00")
    ));
    assert!(binds(&Wrong::NoRule, &old, &old));
}

#[test]
fn the_time_that_it_has_is_not_offered_for_another() {
    let now = span("2027-02-03T09:00", "2027-02-03T12:00");
    let other = span("2027-02-03T13:00", "2027-02-03T16:00");
    let mut refusal = Refusal::of(Wrong::Taken {
        by: Taken::Booking,
        during: other,
        nearest: vec![now, other],
    });
    refusal.remedies = vec![Remedy::Slots(vec![now, other]), Remedy::Slots(vec![now])];
    offer_others(&mut refusal, now);
    assert_eq!(refusal.remedies, [Remedy::Slots(vec![other])]);
    assert!(matches!(&refusal.wrong, Wrong::Taken { nearest, .. } if *nearest == [other]));
}

#[test]
fn the_facility_decides_where_its_rule_says_so_or_where_giving_up_costs() {
    let moved = proposal();
    let mut written = proposal();
    written.span = standing(State::Confirmed).booking.span;
    written.content.purpose = "別の目的".into();
    let asked = |said, one: &Proposal| needs_approval(&under(said), one, at(NOW));
    assert!(!asked("never", &moved) && !asked("never", &written));
    assert!(asked("time", &moved) && !asked("time", &written));
    assert!(asked("always", &moved) && asked("always", &written));
    // while cancelling would cost, moving is no way around it
    let mut costly = under("never");
    let tiers = [(5, 0), (0, 100)]
        .map(|(days, percent)| crate::domain::parameter::value::Tier { days, percent });
    let terms = (*costly.resource.terms).clone();
    costly.resource.terms = terms
        .with(Parameter::CancelTiers, Value::Tiers(tiers.to_vec()))
        .into();
    assert!(!needs_approval(&costly, &moved, at(NOW)));
    assert!(needs_approval(&costly, &moved, at("2027-02-02T10:00")));
    assert!(!needs_approval(&costly, &written, at("2027-02-02T10:00")));
    // before the decision on the request itself there is nothing to approve twice
    let mut undecided = under("always");
    undecided.booking.state = State::FacilityReview;
    assert!(!needs_approval(&undecided, &moved, at(NOW)));
}

#[test]
fn a_granted_change_moves_the_booking_and_names_both_times() {
    let standing = under("time");
    let done = grant(&standing, &proposal(), &by(1)).unwrap();
    let claimed = done.value.claimed.unwrap();
    assert_eq!(claimed.used, proposal().span);
    assert_eq!(claimed.claim.minutes(), 210, "buffers included");
    let letters = done.event.letters;
    let Some(Letter::Booking(facts)) = letters.first().map(|one| one.letter.clone()) else {
        panic!("no letter")
    };
    assert_eq!(
        (facts.span, facts.other_span),
        (proposal().span, Some(standing.booking.span))
    );
    assert!(grant(&standing, &proposal(), &by(5)).is_err(), "their own");
    let mut begun = by(1);
    begun.at = at("2027-02-03T09:00");
    assert!(grant(&standing, &proposal(), &begun).is_err());
}

#[test]
fn a_refused_withdrawn_or_lapsed_change_tells_calendars_nothing() {
    let standing = under("time");
    let silent = refuse(&standing, &proposal(), " ", &by(1)).unwrap_err();
    assert_eq!(silent.len(), 1);
    let refused = refuse(&standing, &proposal(), "混み合うため", &by(1)).unwrap();
    let withdrawn = withdraw(&standing, &proposal(), &by(5)).unwrap();
    assert!(withdraw(&standing, &proposal(), &by(1)).is_err());
    let late = Actor::house(at("2027-02-03T09:00"));
    let lapsed = lapse(&standing, &proposal(), &late).unwrap();
    assert!(
        lapse(
            &standing,
            &proposal(),
            &Actor::house(at("2027-02-03T08:59"))
        )
        .is_err()
    );
    let letters = [refused, withdrawn, lapsed]
        .into_iter()
        .flat_map(|done| done.event.letters);
    for envelope in letters {
        let Letter::Booking(facts) = envelope.letter else {
            panic!()
        };
        assert_eq!(facts.entry, None);
        assert_eq!(
            (facts.span, facts.other_span),
            (standing.booking.span, Some(proposal().span))
        );
    }
}

#[test]
fn g08_two_bookings_change_places_at_once_or_not_at_all() {
    let one = standing(State::Confirmed);
    let mut other = standing(State::Confirmed);
    other.booking.id = BookingId::new(10);
    other.booking.user = UserId::new(6);
    other.booking.span = proposal().span;
    let done = swap(&one, &other, "双方の了解を得た", &by(1)).unwrap();
    let spans = done.value.map(|change| change.claimed.unwrap().used);
    assert_eq!(spans, [other.booking.span, one.booking.span]);
    assert_eq!(done.event.also.len(), 1);
    assert!(swap(&one, &one, "同じ", &by(1)).is_err());
    assert!(swap(&one, &other, "自分の", &by(6)).is_err());
    other.booking.state = State::FacilityReview;
    assert!(swap(&one, &other, "未決", &by(1)).is_err());
}

#[test]
fn the_facility_moves_what_is_confirmed_to_free_time_whatever_the_hours_say() {
    let standing = standing(State::Confirmed);
    let night = Some(at("2027-02-06T22:00"));
    let done = relocate(&standing, night, &[], ("装置の調整", &by(7))).unwrap();
    let claimed = done.value.claimed.unwrap();
    assert_eq!(claimed.used.start(), at("2027-02-06T22:00"));
    assert_eq!(claimed.used.minutes(), standing.booking.span.minutes());
}

#[test]
fn what_keeps_the_facility_from_moving_a_booking_is_said_at_once() {
    use crate::domain::refusal::field::Field;
    let wrong = |state, start: Option<&str>, reason: &str| -> Vec<Wrong> {
        let refused = relocate(&standing(state), start.map(at), &[], (reason, &by(7)));
        let refusals = refused.unwrap_err();
        refusals.into_iter().map(|one| one.wrong).collect()
    };
    let missing = |field| Wrong::Missing { field };
    assert_eq!(
        wrong(State::FacilityReview, Some("2020-01-16T22:00"), ""),
        [Wrong::WrongState, Wrong::InPast, missing(Field::Reason)]
    );
    assert_eq!(
        wrong(State::Confirmed, None, "調整"),
        [missing(Field::Start)]
    );
    let same = Wrong::Use(UseBar::NothingChanged);
    assert_eq!(
        wrong(State::Confirmed, Some("2027-02-03T09:00"), "調整"),
        [same]
    );
}

/// What each of two facilities tells whom of a set that is asked to move, by code and user.
fn told_of(first: &str, second: &str) -> Vec<(bool, Vec<(&'static str, i64)>)> {
    let managed = |said: &str, manager: i64| {
        let mut standing = under(said);
        let to = standing.applicant.clone();
        standing.managers = vec![crate::domain::letter::Recipient {
            user: UserId::new(manager),
            ..to
        }];
        standing
    };
    let (one, other) = (managed(first, 8), managed(second, 9));
    let all = whole::each(&[(&one, proposal()), (&other, proposal())], &by(5));
    let told = |done: Done<Amended>| {
        let agreed = matches!(&done.value, Amended::Asked(one, _) if one.agreed);
        let letters = done.event.letters.iter();
        let to = letters.map(|one| (one.letter.code(), one.to.user.number()));
        (agreed, to.collect())
    };
    all.into_iter().map(told).collect()
}

#[test]
fn of_a_set_one_receipt_goes_out_and_who_need_not_be_asked_is_not() {
    let (receipt, asked) = (("change_received", 5), "change_asked");
    let both = told_of("always", "always");
    assert_eq!(
        both,
        [
            (false, vec![receipt, (asked, 8)]),
            (false, vec![(asked, 9)])
        ]
    );
    let second = told_of("never", "always");
    assert_eq!(second, [(true, vec![receipt]), (false, vec![(asked, 9)])]);
    let first = told_of("always", "never");
    assert_eq!(first, [(false, vec![receipt, (asked, 8)]), (true, vec![])]);
    // where nobody must be asked it is done, and both calendars are told
    let at_once = told_of("never", "never");
    assert!(
        at_once.iter().all(|(_, told)| told.len() == 2),
        "{at_once:?}"
    );
}
