//! What an applicant does with a series of bookings: asks for all dates as one, gives several of them up.

use crate::acts::booking::not_made;
use crate::domain::actor::Actor;
use crate::domain::booking::change::Change;
use crate::domain::booking::series::{self, Repeat};
use crate::domain::booking::{Standing, Wish, decision};
use crate::domain::event::Event;
use crate::domain::halt::{Act, Decision, Done, Halt};
use crate::domain::id::BookingId;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;
use crate::secret::chance;
use crate::store::booking::{bundle, gather, write};
use crate::store::tx::Tx;

/// Asks for every date of a series, in one deed: all of them, or all but those that were seen to be barred.
///
/// # Errors
/// What is wrong with the series or its dates, what was made already, or that there is no such resource.
pub fn request(
    tx: &mut Tx<'_>,
    by: &Actor,
    (id, slug): (BookingId, &str),
    wish: &Wish,
    repeat: &Repeat,
) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let Some(first) = wish.span() else {
        return crate::acts::booking::request(tx, by, id, slug, wish);
    };
    let spans = series::spans(first, repeat)?;
    let scene = gather::scene(tx, slug, Some(whole(first, &spans)), person)?;
    not_made(tx, person, (id, wish), &scene)?;
    let later = || BookingId::new(chance::id(by.at));
    let mut dates: Vec<(BookingId, Span)> = spans.into_iter().map(|span| (later(), span)).collect();
    let (made, _) = series::judge(wish, &dates, &scene, (person, by.at));
    // the first date that is made carries the id of the form, so that a second click finds it
    let first_open = made.first().map(|done| done.value.booking.id);
    for (one, _) in &mut dates {
        if Some(*one) == first_open {
            *one = id;
        }
    }
    let judged = series::judge(wish, &dates, &scene, (person, by.at));
    let made = series::decide(repeat, &scene, judged, id)?;
    let every = repeat.every.unwrap_or(1);
    bundle::insert(
        tx,
        id,
        person.id,
        &format!("every={every};dates={}", made.len()),
    )?;
    let mut events = Vec::with_capacity(made.len());
    for done in made {
        write::insert(tx, &done.value)?;
        events.push(done.event);
    }
    let event = joined(events).ok_or_else(|| Halt::broken("a series without a date"))?;
    Ok(Done { value: id, event })
}

/// One event for the ledger, the first, with what else the same deed did.
fn joined(events: Vec<Event>) -> Option<Event> {
    events.into_iter().reduce(Event::and)
}

/// The time from the first to the last date.
fn whole(first: Span, spans: &[Span]) -> Span {
    let end = spans.last().map_or(first.end(), Span::end);
    Span::new(first.start(), end).unwrap_or(first)
}

/// Which dates are given up.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Extent {
    /// この日以降
    Following,
    /// すべて
    All,
}

/// Withdraws what is not settled and cancels what is, of the dates to come, all or none.
///
/// # Errors
/// Not theirs, nothing to give up, or dearer by now than the `seen` percent that they agreed to.
pub fn give_up(
    tx: &mut Tx<'_>,
    by: &Actor,
    (id, extent): (BookingId, Extent),
    seen: u32,
) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let standing = gather::standing(tx, id)?;
    if standing.booking.user != person {
        return Err(Halt::Absent);
    }
    let members = bundle::members(tx, &standing, extent == Extent::Following)?;
    let open = members
        .iter()
        .filter(|one| !one.booking.state.is_given_up() && one.booking.span.start() > by.at);
    let done: Vec<Done<Change>> = open
        .map(|one| end(one, seen, by))
        .collect::<Result<_, _>>()?;
    let mut events = Vec::with_capacity(done.len());
    for one in done {
        write::change(tx, &one.value)?;
        events.push(one.event);
    }
    let event = joined(events).ok_or_else(|| Halt::because(Refusal::of(Wrong::WrongState)))?;
    Ok(Done { value: id, event })
}

fn end(standing: &Standing, seen: u32, by: &Actor) -> Decision<Change> {
    match standing.booking.state.is_settled() {
        true => decision::cancel(standing, seen, by),
        false => decision::withdraw(standing, by).or_else(|_| decision::cancel(standing, seen, by)),
    }
}
