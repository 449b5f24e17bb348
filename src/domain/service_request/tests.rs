//! Decisions on requests without a slot: story S10 in the pure, refusals, days, reminders.

use crate::domain::halt::{Decision as Decided, Done};
use crate::domain::letter::service::ServiceNews;
use crate::domain::letter::{Envelope, Letter};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::sample::day;
use crate::domain::refusal::service::{LinePart, ServiceBar};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::apply::{self, Manner, Wish, send};
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::content::{Content, Ethics, EthicsClaim, Unit};
use crate::domain::service_request::decide::{self, Grant};
use crate::domain::service_request::due::{self, Reminder, reminder};
use crate::domain::service_request::provision::{self, Handover};
use crate::domain::service_request::report::{self, Final};
use crate::domain::service_request::sample::{
    BIOBANK_GATES, applicant, biobank, clock, content, desk, manager, on, sent, wish,
};
use crate::domain::service_request::state::State;
use crate::domain::service_request::{Contract, Payment, Standing};

fn bars(refusals: &[Refusal]) -> Vec<ServiceBar> {
    let bar = |refusal: &Refusal| match &refusal.wrong {
        Wrong::Service(bar) => Some(bar.clone()),
        _ => None,
    };
    refusals.iter().filter_map(bar).collect()
}

fn told(letters: &[Envelope]) -> Vec<ServiceNews> {
    let about = |envelope: &Envelope| match &envelope.letter {
        Letter::Service(facts) => facts.about,
        _ => panic!("another letter"),
    };
    letters.iter().map(about).collect()
}

#[track_caller]
fn go(standing: &mut Standing, deed: impl Fn(&Standing) -> Decided<Changed>) -> Vec<ServiceNews> {
    let Done { value, event } = deed(standing).unwrap();
    assert_eq!(value.from_version, standing.request.version);
    standing.request = value.request;
    told(&event.letters)
}

fn granted(amount: u32) -> Grant {
    Grant {
        amounts: vec![Some(amount)],
        on: on("2027-02-18"),
        number: "R8-12".into(),
        conditions: String::new(),
    }
}

fn signed() -> Contract {
    Contract {
        number: "MTA-1".into(),
        provider_on: on("2027-03-01"),
        recipient_on: on("2027-03-05"),
    }
}

fn handover(on_day: &str) -> Handover {
    Handover {
        on: on(on_day),
        amounts: vec![Some(150)],
        until: None,
    }
}

/// The request until a committee has granted 150 of 200.
fn in_part() -> Standing {
    let mut standing = sent(BIOBANK_GATES, "2029-12-31");
    go(&mut standing, |s| {
        decide::screen(s, &manager("2027-01-12 10:00"))
    });
    go(&mut standing, |s| {
        decide::grant(s, &granted(150), &manager("2027-02-18 15:00"))
    });
    standing
}

/// The request with its samples received.
fn in_use() -> Standing {
    let mut standing = in_part();
    go(&mut standing, |s| {
        decide::accept(s, &applicant("2027-02-19 09:00"))
    });
    go(&mut standing, |s| {
        provision::sign(s, &signed(), &manager("2027-03-05 10:00"))
    });
    let payment = Some(Payment::Settled);
    go(&mut standing, |s| {
        provision::settle(s, payment, &manager("2027-03-20 10:00"))
    });
    go(&mut standing, |s| {
        provision::deliver(s, &handover("2027-04-06"), &manager("2027-04-06 10:00"))
    });
    go(&mut standing, |s| {
        provision::receive(s, on("2027-04-07"), &applicant("2027-04-07 10:00"))
    });
    standing
}

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

#[test]
fn an_application_tells_everything_that_is_wrong_at_once() {
    let mut bad = content("2029-12-31");
    bad.items[0].quantity = None;
    bad.items.push(bad.items[0].clone());
    bad.items[1].quantity = Some(3);
    bad.items[1].unit = None;
    bad.about.purpose = "あ".repeat(2001);
    bad.about.responsible.clear();
    bad.about.safety = None;
    bad.about.wanted_on = on("2026-12-09");
    bad.about.ethics = Ethics::default();
    let mut late = desk(biobank(BIOBANK_GATES));
    late.scene.applicant.position_class = "student".into();
    late.scene.resource.terms = std::sync::Arc::new(
        (*late.scene.resource.terms)
            .clone()
            .with(Parameter::StudentCanBeLeader, Value::Flag(false)),
    );
    let by = applicant("2026-12-10 10:00");
    let wish = Wish {
        agree: Vec::new(),
        ..wish(bad)
    };
    let person = by.person().unwrap().clone();
    let refused = send(
        crate::domain::id::ServiceId::new(7),
        &wish,
        &late,
        &by,
        &person,
    )
    .unwrap_err();
    let names: Vec<String> = refused
        .iter()
        .map(|refusal| format!("{:?}", refusal.wrong))
        .collect();
    assert_eq!(names.len(), 10, "{names:#?}");
    assert!(bars(&refused).contains(&ServiceBar::Line {
        line: 1,
        part: LinePart::Quantity
    }));
    assert!(bars(&refused).contains(&ServiceBar::Line {
        line: 2,
        part: LinePart::Unit
    }));
}

#[test]
fn a_question_needs_a_purpose_only_and_becomes_an_application_after_its_answer() {
    let desk = desk(biobank(BIOBANK_GATES));
    let by = applicant("2026-12-01 10:00");
    let question = Wish {
        content: Content::default(),
        agree: Vec::new(),
        manner: Manner::Question,
    };
    let person = by.person().unwrap().clone();
    let id = crate::domain::id::ServiceId::new(8);
    assert_eq!(
        send(id, &question, &desk, &by, &person).unwrap_err().len(),
        1
    );
    let mut question = question;
    question.content.about.purpose = "血清はありますか".into();
    let done = send(id, &question, &desk, &by, &person).unwrap();
    assert_eq!(told(&done.event.letters), [ServiceNews::Inquired; 2]);
    let mut standing = crate::domain::service_request::sample::standing(&desk, done.value.request);
    assert_eq!(standing.request.state, State::Inquiry);
    go(&mut standing, |s| {
        decide::answer(s, "あります。", &manager("2026-12-03 10:00"))
    });
    assert_eq!(standing.request.state, State::Application);
    assert_eq!(standing.request.words, "あります。");
    let whole = wish(content("2029-12-31"));
    let sent = apply::resend(&standing, &whole, &desk, &applicant("2026-12-10 10:00")).unwrap();
    assert_eq!(sent.value.request.state, State::Screening);
    assert_eq!(sent.value.request.asked_on, on("2026-12-10"));
    assert_eq!(sent.value.consents.len(), 1);
}

#[test]
fn an_overdue_report_stops_new_applications_where_the_rule_says_so() {
    let mut desk = desk(biobank(BIOBANK_GATES));
    desk.overdue = vec![crate::domain::service_request::change::Overdue {
        request: crate::domain::id::ServiceId::new(3),
        due: day("2026-12-01"),
    }];
    let by = applicant("2026-12-10 10:00");
    let person = by.person().unwrap().clone();
    let wish = wish(content("2029-12-31"));
    let id = crate::domain::id::ServiceId::new(9);
    assert!(
        send(id, &wish, &desk, &by, &person).is_ok(),
        "the rule does not say so"
    );
    let terms = (*desk.scene.resource.terms).clone();
    let terms = terms.with(Parameter::BlockNewIfReportOverdue, Value::Flag(true));
    desk.scene.resource.terms = std::sync::Arc::new(terms);
    let refused = send(id, &wish, &desk, &by, &person).unwrap_err();
    assert!(matches!(
        bars(&refused)[..],
        [ServiceBar::ReportOverdue { .. }]
    ));
}

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
    assert!(is_own(decide::grant(&standing, &granted(200), &own)));
    let mut standing = in_part();
    let again = decide::grant(&standing, &granted(200), &manager("2027-02-19 10:00")).unwrap_err();
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

#[test]
fn a_grant_is_checked_line_by_line() {
    let mut standing = sent(BIOBANK_GATES, "2029-12-31");
    go(&mut standing, |s| {
        decide::screen(s, &manager("2027-01-12 10:00"))
    });
    let by = manager("2027-02-18 15:00");
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
            ServiceBar::DayToCome {
                field: crate::domain::refusal::field::Field::DecidedOn,
            },
        ),
        (
            Grant {
                on: on("2026-12-09"),
                ..granted(200)
            },
            ServiceBar::DayTooEarly {
                field: crate::domain::refusal::field::Field::DecidedOn,
                first: day("2026-12-10"),
            },
        ),
    ] {
        assert_eq!(
            bars(&decide::grant(&standing, &grant, &by).unwrap_err()),
            [wanted]
        );
    }
    let whole = decide::grant(&standing, &granted(200), &by).unwrap();
    assert_eq!(
        whole.value.request.state,
        State::Contract,
        "all that was asked needs no acceptance"
    );
    let conditions = Grant {
        conditions: "年1回の報告".into(),
        ..granted(200)
    };
    let with = decide::grant(&standing, &conditions, &by).unwrap();
    assert_eq!(with.value.request.state, State::Conditional);
    let terms = (*standing.resource.terms).clone();
    let terms = terms.with(Parameter::ConditionsAllowed, Value::Flag(false));
    standing.resource.terms = std::sync::Arc::new(terms);
    assert_eq!(
        bars(&decide::grant(&standing, &conditions, &by).unwrap_err()),
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
        decide::grant(s, &grant, &manager("2026-12-11 10:00"))
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
fn a_declaration_is_enough_where_no_committee_looks() {
    let mut standing = sent("ethics_approval", "2029-12-31");
    standing.request.about.ethics = Ethics {
        claim: Some(EthicsClaim::NotNeeded),
        ..Ethics::default()
    };
    let planned = standing.request.planned_on().unwrap();
    let approval = crate::domain::service_request::ethics::approval(
        standing.request.ethics_need,
        &standing.request.about,
        &[],
        planned,
    );
    assert_eq!(
        approval,
        crate::domain::service_request::ethics::Approval::NotAsked
    );
}

#[test]
fn an_approval_that_the_person_entered_counts_for_the_project_it_names() {
    use crate::domain::gate::Gate;
    use crate::domain::service_request::ethics::{Approval, approval};
    let standing = sent(BIOBANK_GATES, "2026-12-31");
    let mut fact = crate::domain::gate::fact::Fact {
        id: crate::domain::id::FactId::new(1),
        gate: Gate::EthicsApproval,
        user: standing.request.user,
        facility: None,
        booking: None,
        course: None,
        issuer: None,
        project_number: standing.request.about.project_number.clone(),
        number: "2023-999-2".into(),
        level: String::new(),
        issued_on: None,
        valid_until: on("2029-12-31"),
        entered_at: standing.request.created_at,
        rulings: Vec::new(),
    };
    let about = &standing.request.about;
    let at = |fact: &crate::domain::gate::fact::Fact| {
        approval(
            standing.request.ethics_need,
            about,
            std::slice::from_ref(fact),
            day("2027-04-06"),
        )
    };
    assert_eq!(
        at(&fact),
        Approval::Stands {
            until: on("2029-12-31")
        }
    );
    fact.project_number = "another".into();
    assert_eq!(
        at(&fact),
        Approval::Ends {
            until: day("2026-12-31")
        }
    );
}

#[test]
fn chains_follow_what_the_rules_ask() {
    let chain = |gates: &str, unit| {
        let mut items = content("2029-12-31").items;
        items[0].unit = Some(unit);
        Chain::of(&biobank(gates).terms, &items).codes()
    };
    let codes = crate::domain::service_request::sample::CHAINS;
    assert_eq!(chain(BIOBANK_GATES, Unit::Tube), codes[0]);
    assert_eq!(chain(BIOBANK_GATES, Unit::Dataset), codes[1]);
    assert_eq!(chain("mta", Unit::Tube), codes[2]);
    assert_eq!(chain("ethics_approval", Unit::Specimen), codes[3]);
    for codes in codes {
        assert_eq!(Chain::from_codes(codes).unwrap().codes(), codes);
    }
    assert_eq!(Chain::from_codes("screening,nowhere"), None);
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
