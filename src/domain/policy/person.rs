//! The person and the manner: eligibility, ways of use, supervision, biosafety, gates before sending.

use crate::domain::gate::asked::Asked;
use crate::domain::gate::standing::GateState;
use crate::domain::gate::{Gate, Holder};
use crate::domain::glance::class_at;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, History};
use crate::domain::policy::case::{Broken, Case};
use crate::domain::refusal::Wrong;
use crate::domain::refusal::ground::GateClosed;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::support::SupportMode;

/// Ways of use that somebody can choose, and what they are told about the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Modes {
    pub open: Vec<SupportMode>,
    /// Why self operation is not among them, where the rule offers it.
    pub supervision: Option<Supervision>,
}

/// 立会い: the first uses need somebody at hand.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Supervision {
    /// How many of them the rule asks for.
    pub sessions: u32,
    /// How many lie behind: confirmed uses that were not operated alone.
    pub done: u32,
}

/// The ways of use that the person of a case can choose at its time.
#[must_use]
pub fn modes(case: &Case<'_>) -> Modes {
    let mut open = offered(case);
    let alone = SupportMode::SelfOperation;
    let parameter = Parameter::SupervisedFirstSessions;
    let day = case.wish.start().day();
    let by = case.by.filter(|_| open.contains(&alone));
    let supervision = by
        .filter(|by| by.waiver(parameter, day).is_none())
        .and_then(|_| supervision(case, &case.history()));
    if supervision.is_some() {
        open.retain(|mode| *mode != alone);
    }
    Modes { open, supervision }
}

/// The supervision that somebody with this history still needs.
fn supervision(case: &Case<'_>, history: &History) -> Option<Supervision> {
    let terms = case.in_force().terms;
    let sessions = terms.count(Parameter::SupervisedFirstSessions);
    let done = history.supervised;
    (done < sessions).then_some(Supervision { sessions, done })
}

/// The levels of biosafety, the lowest first.
const LEVELS: [&str; 4] = ["none", "bsl1", "bsl2", "bsl3"];

/// 利用できる機関・身分, and students who would answer for a use alone.
pub(super) fn eligible(case: &Case<'_>, by: &Applicant) -> Vec<Broken> {
    let terms = case.in_force().terms;
    let mut found = Vec::new();
    let class = class_at(case.resource, Some(by.institution), &by.org_class);
    if !terms.codes(Parameter::EligibleOrgClasses).contains(class) {
        let class = class.to_owned();
        found.push(Broken::of(
            Parameter::EligibleOrgClasses,
            Value::Code(class.clone()),
            Wrong::Unfit(Unfit::InstitutionNotEligible { class }),
        ));
    }
    let position = &by.position_class;
    if !terms.codes(Parameter::EligiblePositions).contains(position) {
        let class = position.clone();
        found.push(Broken::of(
            Parameter::EligiblePositions,
            Value::Code(class.clone()),
            Wrong::Unfit(Unfit::PositionNotEligible { class }),
        ));
    } else if position == "student" && !terms.flag(Parameter::StudentCanBeLeader) {
        found.push(Broken::of(
            Parameter::StudentCanBeLeader,
            Value::Flag(true),
            Wrong::Unfit(Unfit::StudentNotResponsible),
        ));
    }
    found
}

/// Ways of use, first uses under supervision, biosafety.
pub(super) fn manner(case: &Case<'_>, history: &History) -> Vec<Broken> {
    let Some(manner) = case.manner else {
        return Vec::new();
    };
    let support = manner
        .support
        .and_then(|mode| mode_of_use(case, history, mode));
    let safety = manner.safety.and_then(|level| biosafety(case, level));
    support.into_iter().chain(safety).collect()
}

fn mode_of_use(case: &Case<'_>, history: &History, mode: SupportMode) -> Option<Broken> {
    let wished = Value::Code(mode.code().to_owned());
    let offered = offered(case);
    if !offered.contains(&mode) {
        return Some(Broken::of(
            Parameter::SupportModes,
            wished,
            Wrong::Unfit(Unfit::SupportModeNotOffered { offered }),
        ));
    }
    let needed = supervision(case, history).filter(|_| mode == SupportMode::SelfOperation)?;
    let Supervision { sessions, done } = needed;
    Some(Broken::of(
        Parameter::SupervisedFirstSessions,
        Value::Number(i64::from(done)),
        Wrong::Unfit(Unfit::SupervisionNeeded { sessions, done }),
    ))
}

/// The ways of use that are offered.
pub(super) fn offered(case: &Case<'_>) -> Vec<SupportMode> {
    let codes = case.in_force().terms.codes(Parameter::SupportModes);
    SupportMode::ALL
        .iter()
        .copied()
        .filter(|mode| codes.contains(mode.code()))
        .collect()
}

fn biosafety(case: &Case<'_>, level: &'static str) -> Option<Broken> {
    let most = case.in_force().terms.code(Parameter::BslMost);
    let rank = |code: &str| LEVELS.iter().position(|known| *known == code);
    (rank(level) > rank(most)).then(|| {
        Broken::of(
            Parameter::BslMost,
            Value::Code(level.to_owned()),
            Wrong::Unfit(Unfit::BslTooHigh {
                most: most.to_owned(),
            }),
        )
    })
}

/// Gates that the rule wants to stand before a request is sent.
pub(super) fn gates(case: &Case<'_>, history: &History) -> Vec<Broken> {
    let before = case.in_force().terms.codes(Parameter::GatesBeforeSending);
    if before.is_empty() {
        return Vec::new();
    }
    let alone = SupportMode::SelfOperation;
    // who has not said how they mean to use it may still choose a way that needs no licence
    let undecided = case.support().is_none() && offered(case).iter().any(|mode| *mode != alone);
    case.gates_after(history)
        .into_iter()
        .filter(|standing| before.contains(standing.asked.gate.code()))
        .filter(|standing| !is_of_request(case, standing.asked.gate))
        .filter(|standing| !(undecided && standing.asked.gate == Gate::Training))
        .filter_map(|standing| closed(&standing.asked, standing.state))
        .collect()
}

/// Whether a gate is about the one request, so that it can only be entered once that was sent.
fn is_of_request(case: &Case<'_>, gate: Gate) -> bool {
    let each = case.in_force().terms.code(Parameter::OrgPledgeRequired) == "each";
    gate.holder() == Holder::Booking || gate == Gate::OrgPledge && each
}

fn closed(asked: &Asked, state: GateState) -> Option<Broken> {
    let office = asked.gate.office();
    let why = match state {
        GateState::Open { .. } => return None,
        GateState::Missing => GateClosed::Missing,
        GateState::Expired { on } => GateClosed::Expires(on),
        GateState::Waiting { office, .. } => GateClosed::Waiting(office),
        GateState::Refused { .. } | GateState::Revoked { .. } => GateClosed::Refused(office),
    };
    let gate = asked.gate;
    Some(Broken::of(
        Parameter::GatesBeforeSending,
        Value::Code(gate.code().to_owned()),
        Wrong::Unfit(Unfit::GateClosed { gate, why }),
    ))
}
