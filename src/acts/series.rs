//! What people do with a series of bookings: ask for all dates as one, decide, change or give up several of them.

use chrono::NaiveDate;

use crate::acts::amend::amend;
use crate::acts::attend;
use crate::acts::booking::{Ruling, not_made, rule_on};
use crate::domain::actor::Actor;
use crate::domain::booking::change::Change;
use crate::domain::booking::date::Date;
use crate::domain::booking::series::{self, Judged, Repeat};
use crate::domain::booking::{Scene, Standing, Wish, decision};
use crate::domain::event::Event;
use crate::domain::halt::{Act, Decision, Done, Halt};
use crate::domain::id::BookingId;
use crate::domain::letter::{BookingFacts, Letter};
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;
use crate::secret::chance;
use crate::store::booking::bundle::{self, Bundle};
use crate::store::booking::{gather, write};
use crate::store::tx::Tx;
use crate::store::waitlist::offer;

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
    let scene = gather::scene(tx, slug, (Some(whole(first, &spans)), &wish.with), person)?;
    not_made(tx, person, (id, wish), &scene)?;
    if !scene.fellows.is_empty() {
        let alone = Wrong::Use(UseBar::SeriesOfSet);
        return Err(Halt::because(Refusal::of(alone)));
    }
    let judged = judge(by, (id, wish), &spans, &scene)?;
    let made = series::decide(repeat, &scene, judged, id)?;
    let claims: Vec<Span> = made.iter().map(|done| done.value.claim).collect();
    offer::take_up(tx, person.id, (scene.resource.id, &claims))?;
    let every = repeat.every.unwrap_or(1);
    let pattern = format!("every={every};dates={}", made.len());
    bundle::insert(tx, (Bundle::Series, id), person.id, &pattern)?;
    let mut events = Vec::with_capacity(made.len());
    for done in made {
        write::insert(tx, &done.value)?;
        events.push(done.event);
    }
    told(id, events)
}

/// Judges the dates. The first one that is made carries the id of the form, so that a second click finds it.
fn judge(
    by: &Actor,
    (id, wish): (BookingId, &Wish),
    spans: &[Span],
    scene: &Scene,
) -> Result<Judged, Halt> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let numbered = |first: usize| -> Vec<(BookingId, Span)> {
        let number = |place| match place == first {
            true => id,
            false => BookingId::new(chance::id(by.at)),
        };
        let dates = spans.iter().enumerate();
        dates.map(|(place, span)| (number(place), *span)).collect()
    };
    let judged = series::judge(wish, &numbered(0), scene, (person, by.at));
    let first = judged.0.first().map(|done| done.value.booking.span);
    let place = spans.iter().position(|span| Some(*span) == first);
    Ok(match place {
        Some(place) if place > 0 => series::judge(wish, &numbered(place), scene, (person, by.at)),
        _ => judged,
    })
}

/// The time from the first to the last date.
fn whole(first: Span, spans: &[Span]) -> Span {
    let end = spans.last().map_or(first.end(), Span::end);
    Span::new(first.start(), end).unwrap_or(first)
}

/// What one deed did to several dates: of its letters those that calendars need, and the first ones, which
/// say how many dates there are.
fn told(id: BookingId, events: Vec<Event>) -> Act<BookingId> {
    let count = u32::try_from(events.len()).unwrap_or(u32::MAX);
    let letters = events.iter().flat_map(|event| &event.letters);
    let last = letters
        .filter_map(|one| facts(&one.letter))
        .map(|facts| facts.span);
    let last = last.max_by_key(Span::start).filter(|_| count > 1);
    let lean = |(place, mut event): (usize, Event)| {
        if place > 0 {
            let counts = |letter: &Letter| facts(letter).is_none_or(|facts| facts.entry.is_some());
            event.letters.retain(|envelope| counts(&envelope.letter));
        }
        for envelope in event.letters.iter_mut().filter(|_| place == 0) {
            if let Letter::Booking(facts) = &mut envelope.letter {
                facts.series = last.map(|last| (count, last));
            }
        }
        event
    };
    let event = events.into_iter().enumerate().map(lean);
    let event = event.reduce(Event::and);
    let event = event.ok_or_else(|| Halt::because(Refusal::of(Wrong::WrongState)))?;
    Ok(Done { value: id, event })
}

const fn facts(letter: &Letter) -> Option<&BookingFacts> {
    match letter {
        Letter::Booking(facts) => Some(facts),
        _ => None,
    }
}

/// Which dates are meant.
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
    let standing = own(tx, by, id)?;
    let members = bundle::members(tx, &standing, extent == Extent::Following)?;
    let done: Vec<(&Standing, Done<Change>)> = members
        .iter()
        .filter(|one| Date::of(one).can_be_given_up(by.at))
        .map(|one| end(one, seen, by).map(|done| (one, done)))
        .collect::<Result<_, _>>()?;
    let mut events = Vec::with_capacity(done.len());
    for (standing, mut one) in done {
        write::change(tx, &one.value)?;
        attend::tell(tx, standing, &mut one)?;
        events.push(one.event);
    }
    told(id, events)
}

fn own(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Result<Standing, Halt> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let standing = gather::standing(tx, id)?;
    match standing.booking.user == person {
        true => Ok(standing),
        false => Err(Halt::Absent),
    }
}

fn end(standing: &Standing, seen: u32, by: &Actor) -> Decision<Change> {
    match standing.booking.state.is_settled() {
        true => decision::cancel(standing, seen, by),
        false => decision::withdraw(standing, by).or_else(|_| decision::cancel(standing, seen, by)),
    }
}

/// Changes this date and those after it alike: earlier or later by as much, with the same length, units and
/// content; each at once or asked for, as its own change would be. All or none.
///
/// # Errors
/// Not theirs, or of the dates that stay as they are the first one's reasons.
pub fn amend_following(tx: &mut Tx<'_>, by: &Actor, id: BookingId, wish: &Wish) -> Act<BookingId> {
    let standing = own(tx, by, id)?;
    let Some(wished) = wish.span() else {
        return amend(tx, by, id, wish);
    };
    let seconds = wished.start().unix() - standing.booking.span.start().unix();
    let mut members = bundle::members(tx, &standing, true)?;
    members.retain(|one| one.booking.id == id || Date::of(one).can_be_changed(by.at));
    if seconds > 0 {
        // a date must not run into the next one's place before that has moved on
        members.reverse();
    }
    each(id, members, |one| {
        let start = one.booking.span.start().plus_minutes(seconds / 60);
        let moved = Wish {
            start: Some(start),
            ..wish.clone()
        };
        amend(tx, by, one.booking.id, &moved)
    })
}

/// Decides alike on all dates of a series that wait for a decision. All or none.
///
/// # Errors
/// Not a manager of the facility, nothing to decide, or of the dates that stay the first one's reasons.
pub fn rule_all(tx: &mut Tx<'_>, by: &Actor, id: BookingId, ruling: &Ruling) -> Act<BookingId> {
    let standing = gather::standing(tx, id)?;
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    let mut members = bundle::members(tx, &standing, false)?;
    members.retain(|one| one.booking.id == id || Date::of(one).waits(by.at));
    each(id, members, |one| rule_on(tx, by, one, ruling))
}

/// Does the same to each; where some refuse, none is done.
pub(super) fn each(
    id: BookingId,
    members: Vec<Standing>,
    mut deed: impl FnMut(Standing) -> Act<BookingId>,
) -> Act<BookingId> {
    let (mut events, mut refused): (Vec<Event>, Vec<(NaiveDate, Vec<Refusal>)>) =
        Default::default();
    let mut unchanged = None;
    for one in members {
        let day = one.booking.span.start().day();
        match deed(one) {
            Ok(done) => events.push(done.event),
            Err(Halt::Refused(why)) if is_same(&why) => unchanged = Some(why),
            Err(Halt::Refused(why)) => refused.push((day, why)),
            Err(halt) => return Err(halt),
        }
    }
    refused.sort_by_key(|(day, _)| *day);
    let days: Vec<NaiveDate> = refused.iter().map(|(day, _)| *day).collect();
    match (refused.into_iter().next(), unchanged) {
        (Some((_, why)), _) => {
            let stays = Refusal::of(Wrong::Use(UseBar::SeriesStays { days }));
            Err(Halt::Refused(std::iter::once(stays).chain(why).collect()))
        }
        (None, Some(why)) if events.is_empty() => Err(Halt::Refused(why)),
        (None, _) => told(id, events),
    }
}

/// Whether a date is already as it is asked to be.
fn is_same(why: &[Refusal]) -> bool {
    let same = Wrong::Use(UseBar::NothingChanged);
    matches!(why, [one] if one.wrong == same)
}
