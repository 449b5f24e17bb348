//! 影響: what a draft would mean if it were published: confirmed bookings that would break it, people
//! who must consent anew, and how the last twelve months would have gone under it.

pub mod facts;
mod judge;
pub mod replay;
#[cfg(test)]
mod speed;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::domain::booking::State;
use crate::domain::id::UserId;
use crate::domain::parameter::Parameter;
use crate::domain::reconsent::due;
use crate::domain::refusal::Refusal;
use crate::domain::rule::impact::facts::{Asked, Facts};
use crate::domain::rule::impact::judge::Judge;
use crate::domain::rule::impact::replay::Replay;
use crate::domain::time::Instant;

/// What is asked of a request only when it is sent: a booking that stands does not break it later.
const WHEN_SENDING: &[Parameter] = &[
    Parameter::LeadBusinessDays,
    Parameter::LeadFirstUseBusinessDays,
    Parameter::HorizonDays,
    Parameter::HorizonRelease,
    Parameter::MaxOpenBookingsPerUser,
    Parameter::MaxOpenBookingsPerProject,
];

/// What a draft would mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Impact {
    /// Sorted by start.
    pub broken: Vec<Broken>,
    pub reconsent: Reconsent,
    /// When the first booking of each of these people needs their new consent.
    pub dues: BTreeMap<UserId, Instant>,
    pub replay: Replay,
}

/// A confirmed booking that would break the draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Broken {
    pub asked: Asked,
    pub reasons: Vec<Refusal>,
}

/// 再同意
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Reconsent {
    pub people: usize,
    pub bookings: usize,
    /// When the first of them is due.
    pub first_due: Option<Instant>,
}

/// What a draft would mean. Neighbours in the calendar and gates are not looked at: the first do not
/// depend on rules, and of the second nobody knows how they will stand.
#[must_use]
pub fn impact(facts: &Facts) -> Impact {
    Impact {
        replay: replay::replay(facts, &in_order(facts)),
        ..ahead(facts)
    }
}

/// The same for bookings to come only, nothing replayed: what letters are written from.
#[must_use]
pub fn ahead(facts: &Facts) -> Impact {
    let begins = Instant::of_tokyo(facts.rule.effective_on, 0);
    let mut broken = broken(facts, &in_order(facts), begins);
    broken.sort_by_key(|one| (one.asked.span.start(), one.asked.booking));
    let (bookings, dues) = dues(facts, begins);
    Impact {
        broken,
        reconsent: Reconsent {
            people: dues.len(),
            bookings,
            first_due: dues.values().min().copied(),
        },
        dues,
        replay: Replay::default(),
    }
}

/// The bookings in the order in which they were asked for.
fn in_order(facts: &Facts) -> Vec<&Asked> {
    let mut bookings: Vec<&Asked> = facts.bookings.iter().collect();
    bookings.sort_by_key(|asked| (asked.asked_at, asked.booking));
    bookings
}

fn broken(facts: &Facts, bookings: &[&Asked], begins: Instant) -> Vec<Broken> {
    let mut judge = Judge::new(facts, &facts.resources);
    let mut broken = Vec::new();
    for asked in bookings {
        let is_met = asked.state == State::Confirmed && asked.span.start() >= begins;
        if is_met {
            let mut reasons = judge.reasons(asked);
            reasons.retain(|one| {
                let ground = one.ground.as_ref();
                ground.is_some_and(|ground| !WHEN_SENDING.contains(&ground.parameter))
            });
            if !reasons.is_empty() {
                let asked = (*asked).clone();
                broken.push(Broken { asked, reasons });
            }
        }
        judge.keep(asked);
    }
    broken
}

/// How many bookings fall under it, and when each person's first consent is due.
fn dues(facts: &Facts, begins: Instant) -> (usize, BTreeMap<UserId, Instant>) {
    let waits = |state| {
        matches!(
            state,
            State::Confirmed | State::FacilityReview | State::Held
        )
    };
    let met = facts
        .bookings
        .iter()
        .filter(|asked| waits(asked.state) && asked.span.start() >= begins);
    let mut dues: BTreeMap<UserId, Instant> = BTreeMap::new();
    let mut bookings = 0;
    for asked in met {
        let resource = facts.resources.iter().find(|one| one.id == asked.resource);
        let Some(resource) = resource else { continue };
        let day = asked.span.start().day();
        let in_force = resource.on(day);
        let due = due(
            &facts.rule,
            day,
            in_force.terms,
            &in_force.parameters.closed,
        );
        let first = dues.entry(asked.by.user).or_insert(due);
        *first = due.min(*first);
        bookings += 1;
    }
    (bookings, dues)
}
