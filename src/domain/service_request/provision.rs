//! From the contract to the receipt: signatures, payment, shipment or access.

use chrono::NaiveDate;

use crate::domain::actor::Actor;
use crate::domain::event::Kind;
use crate::domain::halt::Decision as Decided;
use crate::domain::letter::service::ServiceNews;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::check::{NUMBER_LONGEST, bar, happened, limited, missing};
use crate::domain::service_request::decide::{ethics, not_own};
use crate::domain::service_request::due::report_due;
use crate::domain::service_request::grant::amounts;
use crate::domain::service_request::life::{Deed, next};
use crate::domain::service_request::news::{Step, Told, done, moved, reach};
use crate::domain::service_request::state::State;
use crate::domain::service_request::{Contract, Payment, Standing};

const NOTED: Step = Step {
    deed: Deed::NoteSignature,
    kind: Kind::ServiceSignatureNoted,
    news: &[],
};
const SIGNED: Step = Step {
    deed: Deed::Sign,
    kind: Kind::ServiceSigned,
    news: &[(ServiceNews::Signed, Told::Applicant)],
};
const SETTLED: Step = Step {
    deed: Deed::Settle,
    kind: Kind::ServiceSettled,
    news: &[(ServiceNews::Settled, Told::Applicant)],
};
const SHIPPED: Step = Step {
    deed: Deed::Deliver,
    kind: Kind::ServiceDelivered,
    news: &[(ServiceNews::Delivered, Told::Applicant)],
};
const ACCESS: Step = Step {
    deed: Deed::Deliver,
    kind: Kind::ServiceAccessGranted,
    news: &[(ServiceNews::AccessGranted, Told::Applicant)],
};
const RECEIVED: Step = Step {
    deed: Deed::Receive,
    kind: Kind::ServiceReceived,
    news: &[(ServiceNews::Received, Told::Managers)],
};

/// 署名日を記録する: with the days of both sides, the contract stands.
///
/// # Errors
/// Days to come, none at all, their own, or there is no contract to sign.
pub fn sign(standing: &Standing, contract: &Contract, by: &Actor) -> Decided<Changed> {
    let step = if contract.is_signed() {
        &SIGNED
    } else {
        &NOTED
    };
    let today = by.at.day();
    let mut refusals = not_own(standing, by);
    let to = reach(standing, step.deed);
    refusals.extend(to.clone().err());
    refusals.extend(limited(
        &contract.number,
        Field::Service(ServiceField::ContractNumber),
        NUMBER_LONGEST,
    ));
    if contract.provider_on.is_none() && contract.recipient_on.is_none() {
        refusals.push(missing(Field::Service(ServiceField::SignedByProvider)));
    }
    for (day, field) in [
        (
            contract.provider_on,
            Field::Service(ServiceField::SignedByProvider),
        ),
        (
            contract.recipient_on,
            Field::Service(ServiceField::SignedByRecipient),
        ),
    ] {
        if day.is_some() {
            refusals.extend(happened(day, field, today, standing.request.asked_on));
        }
    }
    match to {
        Ok(to) if refusals.is_empty() => {
            let request = moved(standing, by, to, |request| {
                request.contract = contract.clone();
            });
            Ok(done(standing, by, step, request, ""))
        }
        _ => Err(refusals),
    }
}

/// 支払いを記録する: settled, or not applicable.
///
/// # Errors
/// Not said which, their own, or nothing is to be paid now.
pub fn settle(standing: &Standing, payment: Option<Payment>, by: &Actor) -> Decided<Changed> {
    let mut refusals = not_own(standing, by);
    let to = reach(standing, SETTLED.deed);
    refusals.extend(to.clone().err());
    if payment.is_none() {
        refusals.push(missing(Field::Service(ServiceField::Payment)));
    }
    match to {
        Ok(to) if refusals.is_empty() => {
            let request = moved(standing, by, to, |request| request.payment = payment);
            Ok(done(standing, by, &SETTLED, request, ""))
        }
        _ => Err(refusals),
    }
}

/// What is handed over.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Handover {
    /// 提供日
    pub on: Option<NaiveDate>,
    /// By line; none where nothing readable was typed.
    pub amounts: Vec<Option<u32>>,
    /// The last day of a right of access.
    pub until: Option<NaiveDate>,
}

/// 発送する・利用権を付与する: not before the contract is signed, and not after the ethics approval ended.
///
/// # Errors
/// Everything that is wrong with what was typed, their own, a contract or payment that is open.
pub fn deliver(standing: &Standing, handover: &Handover, by: &Actor) -> Decided<Changed> {
    let request = &standing.request;
    let is_access = request.chain.has(State::Granted);
    let step = if is_access { &ACCESS } else { &SHIPPED };
    let mut refusals = not_own(standing, by);
    let to = ready(standing);
    refusals.extend(to.clone().err());
    let first = request
        .contract
        .provider_on
        .max(request.contract.recipient_on);
    let first = first.max(request.decision.on);
    refusals.extend(happened(
        handover.on,
        Field::Service(ServiceField::DeliveredOn),
        by.at.day(),
        first,
    ));
    let granted = |at: usize| request.lines.get(at).and_then(|line| line.granted);
    refusals.extend(amounts(standing, &handover.amounts, granted));
    refusals.extend(ethics(standing, handover.on));
    if is_access {
        refusals.extend(access(handover));
    }
    match to {
        Ok(to) if refusals.is_empty() => {
            let request = moved(standing, by, to, |request| {
                request.delivered_on = handover.on;
                request.access_until = handover.until.filter(|_| is_access);
                for (line, amount) in request.lines.iter_mut().zip(&handover.amounts) {
                    line.delivered = *amount;
                }
            });
            Ok(done(standing, by, step, request, ""))
        }
        _ => Err(refusals),
    }
}

/// Where handing over leads, or which step is still open; a contract by the rule that asks for it.
fn ready(standing: &Standing) -> Result<State, Refusal> {
    let request = &standing.request;
    let open = |bar| Refusal::by_rule(Wrong::Service(bar), Some(&standing.citation));
    let before = [
        State::Screening,
        State::Committee,
        State::Conditional,
        State::Contract,
    ];
    match next(&request.chain, request.state, Deed::Deliver) {
        Some(to) if !request.chain.has(State::Contract) || request.contract.is_signed() => Ok(to),
        Some(_) => Err(open(ServiceBar::ContractFirst)),
        None if before.contains(&request.state) && request.chain.has(State::Contract) => {
            Err(open(ServiceBar::ContractFirst))
        }
        None if request.state == State::Payment => Err(bar(ServiceBar::PaymentFirst)),
        None => Err(Refusal::of(Wrong::WrongState)),
    }
}

/// A right of access ends on a day, and not before it begins.
fn access(handover: &Handover) -> Option<Refusal> {
    match (handover.until, handover.on) {
        (None, _) => Some(missing(Field::Service(ServiceField::AccessUntil))),
        (Some(until), Some(on)) if until < on => Some(bar(ServiceBar::DayTooEarly {
            field: Field::Service(ServiceField::AccessUntil),
            first: on,
        })),
        _ => None,
    }
}

/// 受領を確認する: from now on it is used, and reported on if the rules ask for that.
///
/// # Errors
/// A day to come or before the delivery, or there is nothing to receive.
pub fn receive(standing: &Standing, on: Option<NaiveDate>, by: &Actor) -> Decided<Changed> {
    let delivered = standing.request.delivered_on;
    let to = reach(standing, RECEIVED.deed);
    let mut refusals: Vec<Refusal> = to.clone().err().into_iter().collect();
    refusals.extend(happened(
        on,
        Field::Service(ServiceField::ReceivedOn),
        by.at.day(),
        delivered,
    ));
    match to {
        Ok(to) if refusals.is_empty() => {
            let request = moved(standing, by, to, |request| {
                request.received_on = on;
                if to == State::InUse {
                    let from = delivered.unwrap_or(by.at.day());
                    request.report_due = Some(report_due(from, request.access_until));
                }
            });
            Ok(done(standing, by, &RECEIVED, request, ""))
        }
        _ => Err(refusals),
    }
}
