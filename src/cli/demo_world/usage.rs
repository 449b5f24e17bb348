//! What became of the invented bookings whose time has come: in use now, over, or reported.

use crate::domain::booking::State;
use crate::domain::event::Kind;
use crate::domain::time::Instant;
use crate::domain::usage::{Log, Used};
use crate::domain::world::{Happened, Placed, Usage};

/// Logs of the last so many minutes are not there yet.
const UNREPORTED_MINUTES: i64 = 2 * 24 * 60;

/// The booking as its use left it.
pub(super) fn after(mut placed: Placed, at: Instant) -> Placed {
    let span = placed.booking.span;
    if placed.booking.state != State::Confirmed || span.start() >= at {
        return placed;
    }
    let number = placed.booking.id.number();
    let from = span.start().plus_minutes(number.rem_euclid(4) * 4);
    if span.end() > at {
        // some forget to say that they began
        if number.rem_euclid(3) != 0 && from < at {
            let used = Used {
                from: Some(from),
                until: None,
            };
            become_of(&mut placed, State::InUse, (Kind::UseBegun, from));
            placed.usage = Some(Usage { used, log: None });
        }
        return placed;
    }
    let until = span.end().plus_minutes(-number.rem_euclid(3) * 5).max(from);
    become_of(&mut placed, State::Used, (Kind::UseEnded, span.end()));
    let mut log = None;
    if span.end().plus_minutes(UNREPORTED_MINUTES) <= at {
        let entered = span.end().plus_minutes(20 + number.rem_euclid(600));
        become_of(&mut placed, State::Reported, (Kind::UseLogged, entered));
        log = Some((samples(number), entered));
    }
    let used = Used {
        from: Some(from),
        until: Some(until),
    };
    placed.usage = Some(Usage { used, log });
    placed
}

fn become_of(placed: &mut Placed, state: State, (kind, at): (Kind, Instant)) {
    placed.booking.state = state;
    placed.booking.version += 1;
    placed.history.push(Happened {
        at,
        kind,
        by: placed.booking.user,
        reason: None,
    });
}

fn samples(number: i64) -> Log {
    Log {
        samples: u32::try_from(1 + number.rem_euclid(6)).unwrap_or(1),
        note: String::new(),
        incident: String::new(),
    }
}
