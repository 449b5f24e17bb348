//! What a booking must be for a deed: whose, in which state, not begun.

use crate::domain::actor::Actor;
use crate::domain::booking::{Standing, State};
use crate::domain::refusal::{Refusal, Wrong};

/// The booking must be the actor's own.
pub(super) fn own(standing: &Standing, by: &Actor) -> Vec<Refusal> {
    let own = by
        .person()
        .is_some_and(|person| person.id == standing.booking.user);
    if own {
        Vec::new()
    } else {
        vec![Refusal::of(Wrong::WrongState)]
    }
}

/// Whether it waits for gates, and stood here before.
pub(super) fn is_held_from(standing: &Standing, state: State) -> bool {
    let hold = standing.hold.as_ref();
    standing.booking.state == State::Held && hold.is_some_and(|hold| hold.return_to == state)
}

/// The booking must be in one of these states; if it was decided, the refusal says by whom.
pub(super) fn in_state(standing: &Standing, states: &[State]) -> Option<Refusal> {
    if states.contains(&standing.booking.state) {
        return None;
    }
    let approved = standing.booking.state == State::Confirmed;
    Some(Refusal::of(match &standing.decided {
        Some(decided) => Wrong::AlreadyDecided {
            by: decided.by.clone(),
            at: decided.at,
            approved,
        },
        None => Wrong::WrongState,
    }))
}

/// The use must not have begun.
pub(super) fn not_started(standing: &Standing, by: &Actor) -> Option<Refusal> {
    (standing.booking.span.start() <= by.at).then(|| Refusal::of(Wrong::Started))
}
