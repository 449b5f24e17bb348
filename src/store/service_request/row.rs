//! The row of a request without a slot, read and written as a whole.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::booking::Safety;
use crate::domain::halt::Halt;
use crate::domain::id::{InstitutionId, ResourceId, RuleId, ServiceId, UserId};
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::content::{About, Ethics, EthicsClaim};
use crate::domain::service_request::ethics::EthicsNeed;
use crate::domain::service_request::state::State;
use crate::domain::service_request::{Contract, Decision, Line, Payment, ServiceRequest};
use crate::domain::time::Instant;
use crate::store::schema::service_request;

/// All columns of a request.
#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = service_request, treat_none_as_null = true)]
pub(super) struct Row {
    pub(super) id: i64,
    resource_id: i64,
    user_id: i64,
    pub(super) institution_id: i64,
    rule_id: i64,
    state: String,
    version: i64,
    chain: String,
    ethics_need: String,
    purpose: String,
    project_number: String,
    responsible: String,
    safety: String,
    wanted_on: Option<String>,
    ethics: String,
    ethics_number: String,
    ethics_until: Option<String>,
    asked_on: Option<String>,
    answer_due: Option<String>,
    due: Option<String>,
    words: String,
    conditions: String,
    decided_by: Option<String>,
    decided_at: Option<i64>,
    decision_on: Option<String>,
    decision_number: String,
    contract_number: String,
    signed_by_provider_on: Option<String>,
    signed_by_recipient_on: Option<String>,
    payment: String,
    delivered_on: Option<String>,
    received_on: Option<String>,
    access_until: Option<String>,
    report_due: Option<String>,
    ended_on: Option<String>,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    /// The row of a request, changed at this moment.
    pub(super) fn of(request: &ServiceRequest, at: Instant) -> Self {
        let (about, decision) = (&request.about, &request.decision);
        let contract = &request.contract;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        Self {
            id: request.id.number(),
            resource_id: request.resource.number(),
            user_id: request.user.number(),
            institution_id: request.institution.number(),
            rule_id: request.rule.number(),
            state: request.state.code().to_owned(),
            version: i64::from(request.version),
            chain: request.chain.codes(),
            ethics_need: request.ethics_need.code().to_owned(),
            purpose: about.purpose.clone(),
            project_number: about.project_number.clone(),
            responsible: about.responsible.clone(),
            safety: about.safety.map_or("", Safety::code).to_owned(),
            wanted_on: day(about.wanted_on),
            ethics: about.ethics.claim.map_or("", EthicsClaim::code).to_owned(),
            ethics_number: about.ethics.number.clone(),
            ethics_until: day(about.ethics.until),
            asked_on: day(request.asked_on),
            answer_due: day(request.answer_due),
            due: day(request.due),
            words: request.words.clone(),
            conditions: decision.conditions.clone(),
            decided_by: decision.by.clone(),
            decided_at: decision.at.map(Instant::unix),
            decision_on: day(decision.on),
            decision_number: decision.number.clone(),
            contract_number: contract.number.clone(),
            signed_by_provider_on: day(contract.provider_on),
            signed_by_recipient_on: day(contract.recipient_on),
            payment: request.payment.map_or("", Payment::code).to_owned(),
            delivered_on: day(request.delivered_on),
            received_on: day(request.received_on),
            access_until: day(request.access_until),
            report_due: day(request.report_due),
            ended_on: day(request.ended_on),
            created_at: request.created_at.unix(),
            updated_at: at.unix(),
        }
    }

    fn decision(&self) -> Result<Decision, Halt> {
        Ok(Decision {
            on: day(self.decision_on.as_deref())?,
            number: self.decision_number.clone(),
            conditions: self.conditions.clone(),
            by: self.decided_by.clone(),
            at: self.decided_at.map(Instant::from_unix),
        })
    }

    fn contract(&self) -> Result<Contract, Halt> {
        Ok(Contract {
            number: self.contract_number.clone(),
            provider_on: day(self.signed_by_provider_on.as_deref())?,
            recipient_on: day(self.signed_by_recipient_on.as_deref())?,
        })
    }

    /// The request that the row keeps, with its lines.
    pub(super) fn read(self, lines: Vec<Line>) -> Result<ServiceRequest, Halt> {
        let (decision, contract) = (self.decision()?, self.contract()?);
        let about = About {
            purpose: self.purpose,
            project_number: self.project_number,
            responsible: self.responsible,
            safety: Safety::from_code(&self.safety),
            wanted_on: day(self.wanted_on.as_deref())?,
            ethics: Ethics {
                claim: EthicsClaim::from_code(&self.ethics),
                number: self.ethics_number,
                until: day(self.ethics_until.as_deref())?,
            },
        };
        Ok(ServiceRequest {
            id: ServiceId::new(self.id),
            resource: ResourceId::new(self.resource_id),
            user: UserId::new(self.user_id),
            institution: InstitutionId::new(self.institution_id),
            rule: RuleId::new(self.rule_id),
            state: State::from_code(&self.state).ok_or_else(|| unreadable("state"))?,
            version: u32::try_from(self.version).map_err(|_| unreadable("version"))?,
            chain: Chain::from_codes(&self.chain).ok_or_else(|| unreadable("chain"))?,
            ethics_need: EthicsNeed::from_code(&self.ethics_need)
                .ok_or_else(|| unreadable("ethics"))?,
            about,
            lines,
            asked_on: day(self.asked_on.as_deref())?,
            answer_due: day(self.answer_due.as_deref())?,
            due: day(self.due.as_deref())?,
            words: self.words,
            decision,
            contract,
            payment: Payment::from_code(&self.payment),
            delivered_on: day(self.delivered_on.as_deref())?,
            received_on: day(self.received_on.as_deref())?,
            access_until: day(self.access_until.as_deref())?,
            report_due: day(self.report_due.as_deref())?,
            ended_on: day(self.ended_on.as_deref())?,
            created_at: Instant::from_unix(self.created_at),
        })
    }
}

/// A day as it is kept.
pub(super) fn day(text: Option<&str>) -> Result<Option<NaiveDate>, Halt> {
    text.map(|text| text.parse().map_err(|_| unreadable("day")))
        .transpose()
}

pub(super) fn unreadable(what: &str) -> Halt {
    Halt::broken(format!(
        "the {what} of a request without a slot can't be read"
    ))
}
