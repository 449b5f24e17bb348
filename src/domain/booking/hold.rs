//! 保留: a booking waits for gates, keeps its time, and goes on where it stood when they are open.

use crate::domain::actor::Actor;
use crate::domain::booking::change::Change;
use crate::domain::booking::checks::{in_state, not_started};
use crate::domain::booking::content::{TEXT_LONGEST, check_text};
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::{Hold, Standing, State};
use crate::domain::event::Kind;
use crate::domain::gate::Gate;
use crate::domain::halt::{Decision, Done};
use crate::domain::letter::BookingNews;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::support::SupportMode;

const HELD: Step = Step {
    kind: Kind::BookingHeld,
    to: State::Held,
    news: &[
        (BookingNews::Held, Told::Applicant),
        (BookingNews::Held, Told::Managers),
    ],
};
const WAITS_FOR_LESS: Step = Step {
    kind: Kind::HoldChanged,
    to: State::Held,
    news: &[],
};
const RELEASED_TO_REVIEW: Step = Step {
    kind: Kind::BookingReleased,
    to: State::FacilityReview,
    news: &[
        (BookingNews::Released, Told::Applicant),
        (BookingNews::ApprovalAsked, Told::Managers),
    ],
};
const RELEASED_TO_CONFIRMED: Step = Step {
    kind: Kind::BookingReleased,
    to: State::Confirmed,
    news: &[
        (BookingNews::Released, Told::Applicant),
        (BookingNews::Released, Told::Managers),
    ],
};

/// 保留にする: the booking waits for these gates too. One that waits already keeps where it goes on.
///
/// # Errors
/// Neither waiting for a decision, nor confirmed, nor on hold.
pub fn hold(standing: &Standing, gates: &[Gate], reason: &str, by: &Actor) -> Decision<Change> {
    let from = standing.booking.state;
    if ![State::FacilityReview, State::Confirmed, State::Held].contains(&from) {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    let mut all: Vec<Gate> = gates.to_vec();
    all.extend(standing.hold.iter().flat_map(|hold| hold.gates.iter()));
    all.sort();
    all.dedup();
    let hold = Hold {
        gates: all,
        return_to: standing.hold.as_ref().map_or(from, |hold| hold.return_to),
        held_at: by.at,
        reason: reason.to_owned(),
    };
    let mut held = standing.clone();
    held.hold = Some(hold.clone());
    let mut done = change(&held, by, &HELD, None);
    done.event = done.event.with("gates", codes(&hold.gates));
    done.value.hold = Some(hold);
    Ok(done)
}

/// A booking on hold waits for these gates from now on; its people are told where one is new.
///
/// # Errors
/// Not on hold.
pub fn change_gates(standing: &Standing, gates: &[Gate], by: &Actor) -> Decision<Change> {
    let Some(before) = standing
        .hold
        .as_ref()
        .filter(|_| standing.booking.state == State::Held)
    else {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    };
    let is_new = |gate: &Gate| !before.gates.contains(gate);
    let step = match gates.iter().any(is_new) {
        true => &HELD,
        false => &WAITS_FOR_LESS,
    };
    let hold = Hold {
        gates: gates.to_vec(),
        ..before.clone()
    };
    let mut held = standing.clone();
    held.hold = Some(hold.clone());
    let mut done = change(&held, by, step, None);
    done.event = done.event.with("gates", codes(&hold.gates));
    done.value.hold = Some(hold);
    Ok(done)
}

/// The way of use is limited to the one that the offices left; where it stands does not change.
#[must_use]
pub fn limit(standing: &Standing, only: SupportMode, by: &Actor) -> Done<Change> {
    let step = Step {
        kind: Kind::BookingLimited,
        to: standing.booking.state,
        news: &[],
    };
    let mut done = change(standing, by, &step, None);
    limited(standing, &mut done, only);
    done
}

fn limited(standing: &Standing, done: &mut Done<Change>, only: SupportMode) {
    let mut content = standing.booking.content.clone();
    content.support_mode = Some(only);
    done.value.content = Some(content);
    done.event
        .facts
        .insert("support_mode", only.code().to_owned());
}

/// 保留を解く: every gate is open, and the booking goes on; an office may have left one way of use only.
///
/// # Errors
/// Not on hold.
pub fn release(standing: &Standing, only: Option<SupportMode>, by: &Actor) -> Decision<Change> {
    let mut done = go_on(standing, by)?;
    // who asked for staff to operate keeps that where a helping hand would do
    if let Some(only) = only.filter(|&only| standing.booking.content.support_mode < Some(only)) {
        limited(standing, &mut done, only);
    }
    Ok(done)
}

/// 個別に再開する: a manager of the facility lets the booking go on though a gate is not open.
///
/// # Errors
/// Not on hold, begun, their own, without a reason, or for the export control offices to decide.
pub fn resume(standing: &Standing, reason: &str, by: &Actor) -> Decision<Change> {
    let mut refusals: Vec<Refusal> = Vec::new();
    let person = by.person().map(|person| person.id);
    if person == Some(standing.booking.user) {
        refusals.push(Refusal::of(Wrong::OwnRequest));
    }
    refusals.extend(in_state(standing, &[State::Held]));
    refusals.extend(not_started(standing, by));
    let held = standing.hold.iter().flat_map(|hold| &hold.gates);
    if held.into_iter().any(|gate| *gate == Gate::ExportScreening) {
        refusals.push(Refusal::of(Wrong::OnlyTheOffices));
    }
    refusals.extend(check_text(reason, Field::Reason, TEXT_LONGEST));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let mut done = go_on(standing, by)?;
    done.event.kind = Kind::BookingResumed;
    done.value.resumed = true;
    done.event = done.event.with("reason", reason);
    Ok(done)
}

fn go_on(standing: &Standing, by: &Actor) -> Decision<Change> {
    let hold = standing
        .hold
        .as_ref()
        .filter(|_| standing.booking.state == State::Held);
    match hold.map(|hold| hold.return_to) {
        Some(State::Confirmed) => Ok(change(standing, by, &RELEASED_TO_CONFIRMED, None)),
        Some(_) => Ok(change(standing, by, &RELEASED_TO_REVIEW, None)),
        None => Err(vec![Refusal::of(Wrong::WrongState)]),
    }
}

/// Where a booking stands, its hold aside.
#[must_use]
pub fn aside(standing: &Standing) -> State {
    let hold = standing.hold.as_ref();
    hold.map_or(standing.booking.state, |hold| hold.return_to)
}

/// Gates as one text, for the ledger and the table of holds.
#[must_use]
pub fn codes(gates: &[Gate]) -> String {
    gates
        .iter()
        .map(|gate| gate.code())
        .collect::<Vec<_>>()
        .join(",")
}
