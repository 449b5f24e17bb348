//! 再判定: what becomes of a booking when a gate's fact was entered, answered or taken back: it goes on,
//! is held, waits for something else, or stays as it is.

use crate::domain::actor::Actor;
use crate::domain::booking::change::Change;
use crate::domain::booking::{Content, Standing, State, hold};
use crate::domain::gate::Gate;
use crate::domain::gate::standing::Standing as GateStanding;
use crate::domain::halt::Done;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::case::{Beside, Case};
use crate::domain::support::SupportMode;
use crate::domain::time::Instant;

/// A booking with all that its gates are judged by.
#[derive(Clone, Debug)]
pub struct Facts {
    pub standing: Standing,
    /// Its applicant, of the institution that they asked for.
    pub applicant: Applicant,
    /// What it takes besides its resource, with what that asks of them.
    pub beside: Vec<Beside>,
    /// Gates for which a manager let it go on.
    pub resumed: Vec<Gate>,
    /// Gates that were asked for when it was made: a later rule asks nothing more of what is confirmed.
    pub asked_then: Vec<Gate>,
    /// Whether a consent is still missing.
    pub consent_is_due: bool,
}

/// How its gates stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judged {
    pub gates: Vec<GateStanding>,
    /// The only way of use that the offices left, where it is narrower than the one asked for.
    pub only: Option<SupportMode>,
}

/// Judges the gates of a booking, in the way of use that the offices leave.
#[must_use]
pub fn judge(facts: &Facts, at: Instant) -> Judged {
    let content = &facts.standing.booking.content;
    let gates = gates(facts, content, at);
    let only = gates
        .iter()
        .filter_map(GateStanding::condition)
        .max()
        .filter(|only| content.support_mode < Some(*only));
    match only {
        None => Judged { gates, only },
        Some(mode) => {
            let limited = Content {
                support_mode: Some(mode),
                ..content.clone()
            };
            Judged {
                gates: self::gates(facts, &limited, at),
                only,
            }
        }
    }
}

fn gates(facts: &Facts, content: &Content, at: Instant) -> Vec<GateStanding> {
    let booking = &facts.standing.booking;
    let manner = content.manner();
    let case = Case {
        by: Some(&facts.applicant),
        manner: Some(&manner),
        beside: &facts.beside,
        ..Case::of_time(at, &facts.standing.resource, booking.span, &[], None)
    };
    case.gates_of(Some(booking.id), booking.created_at.day())
}

/// The gates that stand in a booking's way: closed, asked for, and not set aside by a manager.
#[must_use]
pub fn closed(facts: &Facts, judged: &Judged) -> Vec<Gate> {
    let held = facts.standing.hold.as_ref();
    let waits_for = |gate: Gate| held.is_some_and(|hold| hold.gates.contains(&gate));
    let is_confirmed = match held {
        Some(hold) => hold.return_to == State::Confirmed,
        None => facts.standing.booking.state == State::Confirmed,
    };
    let binds = |gate: Gate| !is_confirmed || facts.asked_then.contains(&gate) || waits_for(gate);
    let mut closed: Vec<Gate> = judged
        .gates
        .iter()
        .filter(|standing| !standing.is_open())
        .map(|standing| standing.asked.gate)
        .filter(|gate| *gate != Gate::RuleConsent && binds(*gate))
        .filter(|gate| !facts.resumed.contains(gate))
        .collect();
    if waits_for(Gate::RuleConsent) && facts.consent_is_due {
        closed.push(Gate::RuleConsent);
    }
    closed.sort();
    closed.dedup();
    closed
}

/// What becomes of it; none where it stays as it is. What has begun is left alone.
#[must_use]
pub fn settle(facts: &Facts, judged: &Judged, by: &Actor) -> Option<Done<Change>> {
    let standing = &facts.standing;
    if standing.booking.span.start() <= by.at {
        return None;
    }
    let closed = closed(facts, judged);
    match (standing.booking.state, closed.is_empty()) {
        (State::Held, true) => hold::release(standing, judged.only, by).ok(),
        (State::Held, false) => {
            let waits_for = standing.hold.as_ref().map(|hold| hold.gates.as_slice());
            match waits_for == Some(closed.as_slice()) {
                true => None,
                false => hold::change_gates(standing, &closed, by).ok(),
            }
        }
        (State::FacilityReview | State::Confirmed, false) => {
            hold::hold(standing, &closed, "", by).ok()
        }
        // what competes is approved only in the way of use that the offices left
        (State::FacilityReview | State::Submitted | State::Confirmed, true) => {
            let only = judged.only?;
            Some(hold::limit(standing, only, by))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
