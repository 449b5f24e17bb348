//! Asking: what an application needs, what stops it, what it becomes.

use crate::domain::letter::service::ServiceNews;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::sample::day;
use crate::domain::refusal::service::{LinePart, ServiceBar};
use crate::domain::service_request::apply::{self, send};
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::content::{Content, Ethics, EthicsClaim, Unit};
use crate::domain::service_request::decide::{self};
use crate::domain::service_request::desk::{Manner, Wish};
use crate::domain::service_request::sample::{
    BIOBANK_GATES, applicant, biobank, content, desk, manager, on, sent, wish,
};
use crate::domain::service_request::state::State;
use crate::domain::service_request::tests::{bars, go, told};

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
