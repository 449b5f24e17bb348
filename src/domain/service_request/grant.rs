//! What the facility grants of a request: whole, in part, or under conditions.

use chrono::NaiveDate;

use crate::domain::actor::Actor;
use crate::domain::event::Kind;
use crate::domain::halt::Decision as Decided;
use crate::domain::letter::service::ServiceNews;
use crate::domain::parameter::Parameter;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::check::{
    NUMBER_LONGEST, TEXT_LONGEST, bar, happened, limited, required,
};
use crate::domain::service_request::decide::{decided, not_own};
use crate::domain::service_request::life::Deed;
use crate::domain::service_request::news::{Step, Told, reach};
use crate::domain::service_request::state::State;
use crate::domain::service_request::{ServiceRequest, Standing};

const GRANTED: Step = Step {
    deed: Deed::Grant,
    kind: Kind::ServiceGranted,
    news: &[(ServiceNews::Granted, Told::Applicant)],
};
const IN_PART: Step = Step {
    deed: Deed::GrantInPart,
    kind: Kind::ServiceGrantedInPart,
    news: &[(ServiceNews::GrantedInPart, Told::Applicant)],
};

/// What was decided: for each line how many, on which day, under which conditions.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Grant {
    /// By line; none where nothing readable was typed.
    pub amounts: Vec<Option<u32>>,
    pub on: Option<NaiveDate>,
    /// The committee's number, where a committee decides.
    pub number: String,
    pub conditions: String,
}

/// 承認する, whole or in part: with less, or under conditions, the applicant must accept it first.
///
/// # Errors
/// Everything that is wrong with what was typed, their own, or decided already.
pub fn grant(standing: &Standing, grant: &Grant, by: &Actor) -> Decided<Changed> {
    let request = &standing.request;
    let asked = |at: usize| request.lines.get(at).and_then(|line| line.item.quantity);
    let whole =
        (0..request.lines.len()).all(|at| grant.amounts.get(at).copied().flatten() == asked(at));
    let in_part = !whole || !grant.conditions.is_empty();
    let step = if in_part { &IN_PART } else { &GRANTED };
    let mut refusals = not_own(standing, by);
    refusals.extend(reach(standing, step.deed).err());
    refusals.extend(amounts(standing, &grant.amounts, asked));
    refusals.extend(typed(request, grant, by.at.day()));
    if in_part && !standing.resource.terms.flag(Parameter::ConditionsAllowed) {
        refusals.push(bar(ServiceBar::NoConditions));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    decided(standing, by, step, "", |request| {
        for (line, amount) in request.lines.iter_mut().zip(&grant.amounts) {
            line.granted = *amount;
        }
        request.decision.on = grant.on;
        request.decision.number.clone_from(&grant.number);
        request.decision.conditions.clone_from(&grant.conditions);
    })
}

/// What is wrong with the day, the number and the conditions; a committee's decision has a number.
fn typed(request: &ServiceRequest, grant: &Grant, today: NaiveDate) -> Vec<Refusal> {
    let field = Field::Service;
    let number = match request.chain.decided_at() {
        State::Committee => required,
        _ => limited,
    };
    [
        happened(
            grant.on,
            field(ServiceField::DecidedOn),
            today,
            request.asked_on,
        ),
        number(
            &grant.number,
            field(ServiceField::DecisionNumber),
            NUMBER_LONGEST,
        ),
        limited(
            &grant.conditions,
            field(ServiceField::Conditions),
            TEXT_LONGEST,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is wrong with numbers for each line, of which none may be more than its most.
pub(super) fn amounts(
    standing: &Standing,
    given: &[Option<u32>],
    most: impl Fn(usize) -> Option<u32>,
) -> Vec<Refusal> {
    let lines = standing.request.lines.len();
    let mut wrong = Vec::new();
    for (at, line) in (0..lines).zip(1_u32..) {
        let most = most(at).unwrap_or(0);
        let given = given.get(at).copied().flatten();
        if given.is_none_or(|given| given > most) {
            wrong.push(bar(ServiceBar::TooMuch { line, most }));
        }
    }
    if wrong.is_empty() && given.iter().flatten().sum::<u32>() == 0 {
        wrong.push(bar(ServiceBar::NothingGranted));
    }
    wrong
}
