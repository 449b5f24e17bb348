//! 利用の開始と終了: by the user or the facility's staff, and by the clock once the time is over.

use crate::domain::actor::{Actor, Who};
use crate::domain::booking::change::{Change, Claimed, Cut};
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::{Standing, State};
use crate::domain::event::Kind;
use crate::domain::halt::{Decision, Done};
use crate::domain::letter::BookingNews;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};
use crate::domain::usage::Used;

/// How long before its start a use can be begun, in minutes.
pub const EARLY_MINUTES: i64 = 30;
/// A use that nobody ended counts as over so many minutes after its time.
pub const FORGOTTEN_MINUTES: i64 = 12 * 60;
/// Whoever used something longer ago than so many minutes is not written to about it any more.
pub const TOLD_MINUTES: i64 = 3 * 24 * 60;

const BEGUN: Step = Step {
    kind: Kind::UseBegun,
    to: State::InUse,
    news: &[],
};
const ENDED: Step = Step {
    kind: Kind::UseEnded,
    to: State::Used,
    news: &[(BookingNews::UseOver, Told::Applicant)],
};
const ENDED_LONG_AGO: Step = Step { news: &[], ..ENDED };

/// 利用を始める
///
/// # Errors
/// Not confirmed, more than [`EARLY_MINUTES`] before the start, or over.
pub fn check_in(standing: &Standing, by: &Actor) -> Decision<Change> {
    let booking = &standing.booking;
    let opens = booking.span.start().plus_minutes(-EARLY_MINUTES);
    if leads(booking.state, Deed::CheckIn).is_none() {
        return refused(Wrong::WrongState);
    }
    if by.at < opens {
        return refused(Wrong::Use(UseBar::TooEarly { opens }));
    }
    if by.at >= booking.span.end() {
        return refused(Wrong::Use(UseBar::Over));
    }
    let mut done = change(standing, by, &BEGUN, None);
    done.value.used = Some(Used {
        from: Some(by.at),
        until: None,
    });
    Ok(done)
}

/// 利用を終える: what is left of the time is free for others at once.
///
/// # Errors
/// Not in use.
pub fn check_out(standing: &Standing, by: &Actor) -> Decision<Change> {
    let booking = &standing.booking;
    if booking.state != State::InUse || leads(booking.state, Deed::CheckOut).is_none() {
        return refused(Wrong::WrongState);
    }
    let mut done = change(standing, by, &ENDED, None);
    done.value.used = Some(Used {
        from: None,
        until: Some(by.at),
    });
    done.value.cut = cut(standing, by.at);
    Ok(done)
}

/// What the clock does once the time is over: whoever did not begin or end the use is asked for the log.
///
/// # Errors
/// Not confirmed nor in use, or not over yet.
pub fn over(standing: &Standing, by: &Actor) -> Decision<Change> {
    let booking = &standing.booking;
    let grace = match booking.state {
        State::InUse => FORGOTTEN_MINUTES,
        _ => 0,
    };
    let end = booking.span.end();
    let is_over = end.plus_minutes(grace) <= by.at;
    if by.who != Who::House || !is_over || leads(booking.state, Deed::CheckOut).is_none() {
        return refused(Wrong::WrongState);
    }
    let step = match end.plus_minutes(TOLD_MINUTES) < by.at {
        true => &ENDED_LONG_AGO,
        false => &ENDED,
    };
    Ok(change(standing, by, step, None))
}

/// 超過: tells who comes next that the use before theirs goes on though its time is over.
///
/// # Errors
/// The use before is not overdue, or the next one does not follow it.
pub fn warn(running: &Standing, next: &Standing, by: &Actor) -> Decision<()> {
    let late = running.booking.state == State::InUse && running.booking.span.end() <= by.at;
    let follows = next.booking.state == State::Confirmed
        && next.booking.resource == running.booking.resource
        && next.booking.span.start() >= running.booking.span.end();
    if by.who != Who::House || !late || !follows {
        return refused(Wrong::WrongState);
    }
    let told = Step {
        kind: Kind::UseOverran,
        to: next.booking.state,
        news: &[(BookingNews::Overrun, Told::Applicant)],
    };
    let Done { event, .. } = change(next, by, &told, None);
    Ok(Done { value: (), event })
}

/// 督促: asks again for a log that is overdue.
#[must_use]
pub fn reminder(standing: &Standing, by: &Actor) -> Done<()> {
    let told = Step {
        kind: Kind::ReminderSent,
        to: standing.booking.state,
        news: &[(BookingNews::LogMissing, Told::Applicant)],
    };
    let Done { event, .. } = change(standing, by, &told, None);
    Done { value: (), event }
}

/// What is given back by ending early, to the minute.
fn cut(standing: &Standing, at: Instant) -> Option<Cut> {
    let booking = &standing.booking;
    let minute = Instant::from_unix(at.unix().saturating_add(59).div_euclid(60) * 60);
    if minute >= booking.span.end() {
        return None;
    }
    let Some(used) = Span::new(booking.span.start(), minute) else {
        return Some(Cut::Whole);
    };
    Some(Cut::To(Claimed {
        booking: booking.id,
        resource: booking.resource,
        used,
        claim: standing.resource.parameters.claim(&used),
        units: booking.units,
    }))
}

fn refused<T>(wrong: Wrong) -> Decision<T> {
    Err(vec![Refusal::of(wrong)])
}

#[cfg(test)]
mod tests;
