//! Story S10 as the decisions tell it.

use crate::domain::letter::service::ServiceNews;
use crate::domain::policy::sample::day;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::service_request::decide::{self};
use crate::domain::service_request::due::{Reminder, reminder};
use crate::domain::service_request::provision::{self};
use crate::domain::service_request::report::{self, Final};
use crate::domain::service_request::sample::{BIOBANK_GATES, applicant, clock, manager, on, sent};
use crate::domain::service_request::state::State;
use crate::domain::service_request::tests::{bars, go, handover, in_part, in_use, signed};
use crate::domain::service_request::{Contract, Standing};

#[test]
fn s10_an_approval_that_ends_before_the_delivery_is_taken_but_not_to_the_committee() {
    let mut standing = sent(BIOBANK_GATES, "2026-12-31");
    assert_eq!(standing.request.state, State::Screening);
    // 60 business days after 10 December
    assert_eq!(standing.request.answer_due, on("2027-03-15"));
    assert_eq!(standing.request.due, on("2027-03-15"));
    let refused = decide::screen(&standing, &manager("2027-01-12 10:00")).unwrap_err();
    let wanted = ServiceBar::EthicsEnds {
        until: day("2026-12-31"),
        delivery: day("2027-03-31"),
    };
    assert_eq!(bars(&refused), [wanted]);
    assert!(refused[0].rule.is_some(), "by the rule that asks for it");
    let no_longer = decide::extend(
        &standing,
        "2023-999",
        on("2026-12-31"),
        &applicant("2026-12-20 10:00"),
    );
    assert_eq!(
        bars(&no_longer.unwrap_err()),
        [ServiceBar::EthicsNoLonger {
            until: day("2026-12-31")
        }]
    );
    let news = go(&mut standing, |s| {
        decide::extend(
            s,
            "2023-999-2",
            on("2029-12-31"),
            &applicant("2026-12-20 10:00"),
        )
    });
    assert_eq!(news, [ServiceNews::EthicsExtended]);
    let news = go(&mut standing, |s| {
        decide::screen(s, &manager("2027-01-12 10:00"))
    });
    assert_eq!(news, [ServiceNews::Screened]);
    assert_eq!(standing.request.state, State::Committee);
}

#[test]
fn s10_less_than_asked_must_be_accepted_and_nothing_is_shipped_before_the_contract() {
    let mut standing = in_part();
    assert_eq!(standing.request.state, State::Conditional);
    assert_eq!(standing.request.lines[0].granted, Some(150));
    let early = provision::deliver(
        &standing,
        &handover("2027-02-20"),
        &manager("2027-02-20 10:00"),
    );
    assert!(bars(&early.unwrap_err()).contains(&ServiceBar::ContractFirst));
    go(&mut standing, |s| {
        decide::accept(s, &applicant("2027-02-19 09:00"))
    });
    assert_eq!(standing.request.state, State::Contract);
    let early = provision::deliver(
        &standing,
        &handover("2027-02-20"),
        &manager("2027-02-20 10:00"),
    );
    assert_eq!(bars(&early.unwrap_err()), [ServiceBar::ContractFirst]);
    let half = Contract {
        recipient_on: None,
        ..signed()
    };
    assert!(
        go(&mut standing, |s| provision::sign(
            s,
            &half,
            &manager("2027-03-01 10:00")
        ))
        .is_empty()
    );
    assert_eq!(standing.request.state, State::Contract);
    go(&mut standing, |s| {
        provision::sign(s, &signed(), &manager("2027-03-05 10:00"))
    });
    let early = provision::deliver(
        &standing,
        &handover("2027-03-06"),
        &manager("2027-03-06 10:00"),
    );
    assert_eq!(bars(&early.unwrap_err()), [ServiceBar::PaymentFirst]);
}

#[test]
fn s10_the_first_report_is_due_a_year_after_the_delivery_and_then_each_year() {
    let mut standing = in_use();
    assert_eq!(standing.request.state, State::InUse);
    assert_eq!(standing.request.report_due, on("2028-04-06"));
    let left = |day: &str, standing: &Standing| {
        reminder(standing, crate::domain::policy::sample::day(day))
    };
    let due = day("2028-04-06");
    assert_eq!(left("2028-02-05", &standing), None);
    for (today, days) in [
        ("2028-02-06", 60),
        ("2028-03-06", 60),
        ("2028-03-07", 30),
        ("2028-03-30", 7),
        ("2028-04-06", 0),
    ] {
        assert_eq!(
            left(today, &standing),
            Some(Reminder::ReportDue { due, days }),
            "{today}"
        );
    }
    assert_eq!(
        left("2028-04-07", &standing),
        Some(Reminder::ReportOverdue { due })
    );
    assert!(report::ask(&standing, &clock("2028-02-05 09:00")).is_err());
    go(&mut standing, |s| {
        report::ask(s, &clock("2028-02-06 09:00"))
    });
    assert_eq!(standing.request.state, State::ProgressReport);
    let news = go(&mut standing, |s| {
        report::report(s, "順調です。", &applicant("2028-04-20 10:00"))
    });
    assert_eq!(news, [ServiceNews::Reported]);
    assert_eq!(standing.request.report_due, on("2029-04-06"));
    assert_eq!(left("2028-04-21", &standing), None);
}

#[test]
fn s10_the_rest_is_disposed_of_with_a_report() {
    let mut standing = in_use();
    let by = applicant("2028-06-01 10:00");
    let told = Final {
        body: "終了しました。".into(),
        left: vec![Some(20)],
        disposed_on: None,
        disposal: String::new(),
    };
    let refused = report::finish(&standing, &told, &by).unwrap_err();
    assert_eq!(refused.len(), 2, "when and how");
    let more = Final {
        left: vec![Some(151)],
        ..told.clone()
    };
    let refused = report::finish(&standing, &more, &by).unwrap_err();
    assert!(bars(&refused).contains(&ServiceBar::TooMuch { line: 1, most: 150 }));
    let told = Final {
        disposed_on: on("2028-05-30"),
        disposal: "オートクレーブの後に焼却".into(),
        ..told
    };
    let done = report::finish(&standing, &told, &by).unwrap();
    assert_eq!(
        done.value.report.as_ref().unwrap().disposed_on,
        on("2028-05-30")
    );
    assert_eq!(done.value.request.state, State::Disposed);
    assert_eq!(done.value.request.ended_on, on("2028-06-01"));
    let all = Final {
        left: vec![Some(0)],
        body: "使い切りました。".into(),
        ..Final::default()
    };
    go(&mut standing, |s| report::finish(s, &all, &by));
    assert_eq!(standing.request.state, State::Finished);
}
