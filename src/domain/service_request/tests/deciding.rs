//! Deciding, providing, and the days by which each step is due.

use crate::domain::halt::Decision as Decided;
use crate::domain::letter::service::ServiceNews;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::sample::day;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::service_request::apply::{self, send};
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::content::Unit;
use crate::domain::service_request::decide;
use crate::domain::service_request::due::{self, Reminder, reminder};
use crate::domain::service_request::grant::{self, Grant};
use crate::domain::service_request::provision::{self, Handover};
use crate::domain::service_request::report::{self};
use crate::domain::service_request::sample::{
    BIOBANK_GATES, applicant, biobank, clock, content, desk, manager, on, sent, wish,
};
use crate::domain::service_request::state::State;
use crate::domain::service_request::tests::{bars, go, granted, handover, in_part, in_use, signed};
use crate::domain::service_request::{Payment, Standing};

#[test]
fn nobody_decides_on_their_own_and_nothing_is_decided_twice() {
    let standing = sent(BIOBANK_GATES, "2029-12-31");
    let mut own = manager("2027-01-12 10:00");
    if let crate::domain::actor::Who::Person(person) = &mut own.who {
        person.id = standing.request.user;
    }
    let is_own = |decided: Decided<Changed>| {
        let refused = decided.unwrap_err();
        refused
            .iter()
            .any(|refusal| refusal.wrong == Wrong::OwnRequest)
    };
    assert!(is_own(decide::screen(&standing, &own)));
    assert!(is_own(decide::reject(&standing, "理由", &own)));
    assert!(is_own(decide::hand_back(&standing, "理由", &own)));
    assert!(is_own(grant::grant(&standing, &granted(200), &own)));
    let mut standing = in_part();
    let again = grant::grant(&standing, &granted(200), &manager("2027-02-19 10:00")).unwrap_err();
    assert!(matches!(
        again[0].wrong,
        Wrong::AlreadyDecided { approved: true, .. }
    ));
    go(&mut standing, |s| {
        decide::decline(s, &applicant("2027-02-20 10:00"))
    });
    assert_eq!(standing.request.state, State::Declined);
    assert!(decide::accept(&standing, &applicant("2027-02-20 10:01")).is_err());
}

/// A request that the committee decides on next.
fn at_committee() -> Standing {
    let mut standing = sent(BIOBANK_GATES, "2029-12-31");
    go(&mut standing, |s| {
        decide::screen(s, &manager("2027-01-12 10:00"))
    });
    standing
}

#[test]
fn a_grant_is_checked_line_by_line() {
    let standing = at_committee();
    let by = manager("2027-02-18 15:00");
    let decided_on = Field::Service(ServiceField::DecidedOn);
    for (grant, wanted) in [
        (granted(201), ServiceBar::TooMuch { line: 1, most: 200 }),
        (granted(0), ServiceBar::NothingGranted),
        (
            Grant {
                amounts: vec![None],
                ..granted(1)
            },
            ServiceBar::TooMuch { line: 1, most: 200 },
        ),
        (
            Grant {
                on: on("2027-02-19"),
                ..granted(200)
            },
            ServiceBar::DayToCome { field: decided_on },
        ),
        (
            Grant {
                on: on("2026-12-09"),
                ..granted(200)
            },
            ServiceBar::DayTooEarly {
                field: decided_on,
                first: day("2026-12-10"),
            },
        ),
    ] {
        assert_eq!(
            bars(&grant::grant(&standing, &grant, &by).unwrap_err()),
            [wanted]
        );
    }
}

#[test]
fn conditions_wait_for_acceptance_where_the_rules_allow_them() {
    let mut standing = at_committee();
    let by = manager("2027-02-18 15:00");
    let whole = grant::grant(&standing, &granted(200), &by).unwrap();
    assert_eq!(
        whole.value.request.state,
        State::Contract,
        "all that was asked needs no acceptance"
    );
    let conditions = Grant {
        conditions: "年1回の報告".into(),
        ..granted(200)
    };
    let with = grant::grant(&standing, &conditions, &by).unwrap();
    assert_eq!(with.value.request.state, State::Conditional);
    let terms = (*standing.resource.terms).clone();
    let terms = terms.with(Parameter::ConditionsAllowed, Value::Flag(false));
    standing.resource.terms = std::sync::Arc::new(terms);
    assert_eq!(
        bars(&grant::grant(&standing, &conditions, &by).unwrap_err()),
        [ServiceBar::NoConditions]
    );
}

#[test]
fn the_light_way_ends_with_the_receipt() {
    let mut standing = sent("ethics_approval", "2029-12-31");
    assert!(decide::screen(&standing, &manager("2026-12-11 10:00")).is_err());
    let grant = Grant {
        on: on("2026-12-11"),
        number: String::new(),
        ..granted(200)
    };
    go(&mut standing, |s| {
        grant::grant(s, &grant, &manager("2026-12-11 10:00"))
    });
    assert_eq!(standing.request.state, State::Payment);
    assert!(provision::settle(&standing, None, &manager("2026-12-12 10:00")).is_err());
    let nothing = Some(Payment::NotApplicable);
    go(&mut standing, |s| {
        provision::settle(s, nothing, &manager("2026-12-14 10:00"))
    });
    let all = Handover {
        amounts: vec![Some(200)],
        ..handover("2026-12-15")
    };
    go(&mut standing, |s| {
        provision::deliver(s, &all, &manager("2026-12-15 10:00"))
    });
    go(&mut standing, |s| {
        provision::receive(s, on("2026-12-16"), &applicant("2026-12-16 10:00"))
    });
    assert_eq!(
        (standing.request.state, standing.request.report_due),
        (State::Finished, None)
    );
}

#[test]
fn access_to_data_ends_on_a_day_and_can_be_renewed() {
    let mut resource = content("2029-12-31");
    resource.items[0].unit = Some(Unit::Dataset);
    let desk = desk(biobank(BIOBANK_GATES));
    let by = applicant("2026-12-10 10:00");
    let person = by.person().unwrap().clone();
    let id = crate::domain::id::ServiceId::new(7);
    let done = send(id, &wish(resource), &desk, &by, &person).unwrap();
    let mut standing = crate::domain::service_request::sample::standing(&desk, done.value.request);
    assert!(standing.request.chain.has(State::Granted));
    standing.request.state = State::Preparing;
    standing.request.contract = signed();
    standing.request.lines[0].granted = Some(200);
    let access = |until| Handover {
        amounts: vec![Some(200)],
        until,
        ..handover("2027-04-06")
    };
    let by = manager("2027-04-06 10:00");
    assert!(provision::deliver(&standing, &access(None), &by).is_err());
    assert!(provision::deliver(&standing, &access(on("2027-04-05")), &by).is_err());
    let news = go(&mut standing, |s| {
        provision::deliver(s, &access(on("2028-03-31")), &by)
    });
    assert_eq!(news, [ServiceNews::AccessGranted]);
    go(&mut standing, |s| {
        provision::receive(s, on("2027-04-06"), &applicant("2027-04-06 12:00"))
    });
    assert_eq!(
        standing.request.report_due,
        on("2028-03-31"),
        "not after the access ends"
    );
    assert!(report::renew(&standing, on("2028-03-31"), &manager("2028-03-01 10:00")).is_err());
    go(&mut standing, |s| {
        report::renew(s, on("2029-03-31"), &manager("2028-03-01 10:00"))
    });
    assert_eq!(standing.request.access_until, on("2029-03-31"));
}

#[test]
fn an_ethics_approval_must_stand_on_the_day_of_shipping() {
    let mut standing = sent(BIOBANK_GATES, "2027-04-05");
    standing.request.state = State::Preparing;
    standing.request.contract = signed();
    standing.request.lines[0].granted = Some(150);
    let late = provision::deliver(
        &standing,
        &handover("2027-04-06"),
        &manager("2027-04-06 10:00"),
    );
    assert!(matches!(
        bars(&late.unwrap_err())[..],
        [ServiceBar::EthicsEnds { .. }]
    ));
    let in_time = provision::deliver(
        &standing,
        &handover("2027-04-05"),
        &manager("2027-04-06 10:00"),
    );
    assert!(in_time.is_ok(), "the last day counts");
}

#[test]
fn what_the_applicant_leaves_lapses_after_its_last_day() {
    let mut standing = in_part();
    // 20 business days after 18 February
    assert_eq!(standing.request.due, on("2027-03-19"));
    assert!(decide::expire(&standing, &clock("2027-03-19 23:59")).is_err());
    assert!(
        decide::expire(&standing, &manager("2027-03-20 00:00")).is_err(),
        "only the clock"
    );
    go(&mut standing, |s| {
        decide::expire(s, &clock("2027-03-20 00:00"))
    });
    assert_eq!(standing.request.state, State::Expired);
}

#[test]
fn the_facility_is_reminded_before_its_answer_is_due() {
    let standing = sent(BIOBANK_GATES, "2029-12-31");
    let due = day("2027-03-15");
    assert_eq!(reminder(&standing, day("2027-03-10")), None);
    let told = reminder(&standing, day("2027-03-11"));
    assert_eq!(told, Some(Reminder::FacilityDue { due }));
    assert_eq!(
        told.unwrap().key(&standing.request),
        reminder(&standing, due).unwrap().key(&standing.request)
    );
}

#[test]
fn due_days_follow_each_step() {
    let mut standing = sent(BIOBANK_GATES, "2029-12-31");
    let today = day("2027-03-01");
    for (state, wanted) in [
        (State::Inquiry, on("2027-03-04")),
        (State::Screening, on("2027-03-15")),
        (State::Preparing, on("2027-03-31")),
        (State::Delivered, on("2027-03-08")),
        (State::Finished, None),
    ] {
        standing.request.state = state;
        assert_eq!(
            due::due(&standing, &standing.request, today),
            wanted,
            "{state:?}"
        );
    }
}

#[test]
fn withdrawing_ends_with_the_delivery() {
    let mut standing = in_use();
    assert!(apply::withdraw(&standing, &applicant("2027-04-08 10:00")).is_err());
    standing.request.state = State::Preparing;
    let news = go(&mut standing, |s| {
        apply::withdraw(s, &applicant("2027-04-01 10:00"))
    });
    assert_eq!(
        (news, standing.request.state),
        (vec![ServiceNews::Withdrawn], State::Withdrawn)
    );
}
