//! A request as it begins: nothing decided, the first days that follow.

use chrono::NaiveDate;

use crate::domain::actor::{Actor, Person};
use crate::domain::id::{RuleId, ServiceId};
use crate::domain::letter::Recipient;
use crate::domain::rule::Rule;
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::content::{Content, Item};
use crate::domain::service_request::desk::Desk;
use crate::domain::service_request::due::{answer_due, due};
use crate::domain::service_request::ethics::EthicsNeed;
use crate::domain::service_request::state::State;
use crate::domain::service_request::{Contract, Decision, Line, ServiceRequest, Standing};

/// A request with nothing decided.
pub(super) fn blank(
    id: ServiceId,
    content: &Content,
    desk: &Desk,
    by: &Actor,
    person: &Person,
) -> ServiceRequest {
    let items = content.items.iter();
    ServiceRequest {
        id,
        resource: desk.scene.resource.id,
        user: person.id,
        institution: person.institution,
        rule: RuleId::new(0),
        state: State::Screening,
        version: 1,
        chain: Chain::of(desk.scene.resource.on(by.at.day()).terms, &[]),
        ethics_need: EthicsNeed::None,
        about: content.about.clone(),
        lines: items.map(line).collect(),
        asked_on: None,
        answer_due: None,
        due: None,
        words: String::new(),
        decision: Decision::default(),
        contract: Contract::default(),
        payment: None,
        delivered_on: None,
        received_on: None,
        access_until: None,
        report_due: None,
        ended_on: None,
        created_at: by.at,
    }
}

pub(super) fn line(item: &Item) -> Line {
    Line {
        item: item.clone(),
        ..Line::default()
    }
}

pub(super) fn standing(
    request: ServiceRequest,
    desk: &Desk,
    rule: &Rule,
    person: &Person,
) -> Standing {
    let scene = &desk.scene;
    Standing {
        request,
        resource: scene.resource.clone(),
        response_days: desk.response_days,
        applicant: Recipient {
            user: person.id,
            name: person.name.clone(),
            email: person.email.clone(),
            language: person.language,
        },
        applicant_institution: scene.applicant_institution.clone(),
        managers: scene.managers.clone(),
        citation: rule.citation(scene.unit_slug(rule)),
        facts: scene.applicant.facts.clone(),
    }
}

/// The days that follow from its first day.
pub(super) fn first_due(mut standing: Standing, today: NaiveDate) -> Standing {
    if standing.request.state != State::Inquiry {
        standing.request.asked_on = Some(today);
        standing.request.answer_due = Some(answer_due(&standing, today));
    }
    standing.request.due = due(&standing, &standing.request, today);
    standing
}
