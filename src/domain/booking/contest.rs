//! 競合: requests for the same time that wait side by side until the facility chooses among them.

use crate::domain::actor::Actor;
use crate::domain::booking::change::{Change, Claimed};
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::{Scene, Standing, State};
use crate::domain::catalogue::Resource;
use crate::domain::event::{Event, Kind};
use crate::domain::letter::{BookingNews, Letter};
use crate::domain::parameter::Parameter;
use crate::domain::policy;
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Citation, Refusal, Wrong};
use crate::domain::time::{Instant, Span};

const PASSED_OVER: Step = Step {
    kind: Kind::BookingPassedOver,
    to: State::Submitted,
    news: &[(BookingNews::PassedOver, Told::Applicant)],
};

/// Whether requests for a use of this time compete: the rule of its day lets the facility choose
/// (`priority_rule`), whoever came first.
#[must_use]
pub fn competes(resource: &Resource, used: &Span) -> bool {
    let terms = resource.on(used.start().day()).terms;
    terms.code(Parameter::PriorityRule) != "first_come"
}

/// The same for one applicant: what is kept for them, because they waited or because the facility stood
/// still, is theirs to ask for.
#[must_use]
pub fn competes_for(scene: &Scene, used: &Span) -> bool {
    let kept = scene.kept.iter().any(|kept| kept.covers(used));
    competes(&scene.resource, used) && !kept
}

/// What a request would take of its resource, were it approved.
#[must_use]
pub fn claimed(standing: &Standing) -> Claimed {
    let booking = &standing.booking;
    // buffers are those of the rule in force on the day of use
    let day = booking.span.start().day();
    Claimed {
        booking: booking.id,
        resource: booking.resource,
        used: booking.span,
        claim: standing.resource.on(day).parameters.claim(&booking.span),
        units: booking.units,
    }
}

/// Why there is no room for a request beside the claims of others, with free times; none where there is.
#[must_use]
pub fn obstacles(standing: &Standing, others: &[Occupied], at: Instant) -> Vec<Refusal> {
    let rule = Citation::default();
    let mut refusals = policy::check(&case(standing, others, &rule, at));
    refusals.retain(is_about_room);
    let refusals = refusals.into_iter();
    refusals.map(Refusal::to_the_facility).collect()
}

/// Whether there is room for a request beside the claims of others.
#[must_use]
pub fn has_room(standing: &Standing, others: &[Occupied], at: Instant) -> bool {
    let rule = Citation::default();
    let found = violations(&case(standing, others, &rule, at));
    !found.iter().any(is_about_room)
}

/// Taken by others, or more than there is at all: the capacity may have shrunk since it was asked for.
const fn is_about_room(refusal: &Refusal) -> bool {
    let wrong = &refusal.wrong;
    matches!(
        wrong,
        Wrong::Taken { .. } | Wrong::Use(UseBar::OverCapacity { .. })
    )
}

fn case<'a>(
    standing: &'a Standing,
    others: &'a [Occupied],
    rule: &'a Citation,
    at: Instant,
) -> Case<'a> {
    let booking = &standing.booking;
    Case {
        units: booking.units,
        ..Case::of_time(at, &standing.resource, booking.span, others, Some(rule))
    }
}

/// The approval of a request that competed takes its time.
///
/// # Errors
/// Others have it by now.
pub fn take(
    standing: &Standing,
    others: &[Occupied],
    change: &mut Change,
    at: Instant,
) -> Result<(), Vec<Refusal>> {
    let refusals = obstacles(standing, others, at);
    if !refusals.is_empty() {
        return Err(refusals);
    }
    change.claimed = Some(claimed(standing));
    Ok(())
}

/// Those who lose their time to a request that was approved: they are told, with the free times nearest to
/// the one they wished for. Who had lost it before is not told again.
#[must_use]
pub fn passed_over(
    rivals: &[Standing],
    (winner, others): (&Standing, &[Occupied]),
    by: &Actor,
) -> Vec<Event> {
    let mut after = others.to_vec();
    after.push(occupied(winner));
    rivals
        .iter()
        .filter_map(|one| lost(one, (others, &after), by))
        .collect()
}

/// What is told to one who has lost their time: there was room for them before, and there is none after.
#[must_use]
pub fn lost(
    one: &Standing,
    (before, after): (&[Occupied], &[Occupied]),
    by: &Actor,
) -> Option<Event> {
    let is_lost = has_room(one, before, by.at) && !has_room(one, after, by.at);
    is_lost.then(|| told(one, after, by))
}

/// What others would see taken, were it approved.
#[must_use]
pub fn occupied(standing: &Standing) -> Occupied {
    let taken = claimed(standing);
    Occupied {
        booking: Some(taken.booking),
        claim: taken.claim,
        used: taken.used,
        units: taken.units,
        home: Some(standing.booking.institution),
    }
}

fn told(standing: &Standing, others: &[Occupied], by: &Actor) -> Event {
    let nearest = nearest(standing, others, by.at);
    let mut event = change(standing, by, &PASSED_OVER, None).event;
    for envelope in &mut event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            facts.nearest.clone_from(&nearest);
            // who decided for another is nothing to them
            facts.by = None;
        }
    }
    event
}

/// Free times of the same length, those nearest to the one that was wished for; none while there is room.
#[must_use]
pub fn nearest(standing: &Standing, others: &[Occupied], at: Instant) -> Vec<Span> {
    let refusals = obstacles(standing, others, at);
    let offers = refusals
        .iter()
        .map(|refusal| policy::free_times(&refusal.remedies));
    offers.max_by_key(Vec::len).unwrap_or_default()
}

/// Which of these requests stands where in the order in which they were sent, from one on.
#[must_use]
pub fn place(all: &[Standing], one: &Standing) -> usize {
    let sent = |standing: &Standing| (standing.booking.created_at, standing.booking.id);
    1 + all.iter().filter(|other| sent(other) < sent(one)).count()
}

#[cfg(test)]
mod tests;
