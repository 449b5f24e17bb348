//! What those who attend uses are told: that they do, that its time moved, that they need not any more.

use crate::domain::actor::Actor;
use crate::domain::attendant::{Attendant, Attending, is_needed};
use crate::domain::booking::news::facts;
use crate::domain::booking::{Standing, State};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::id::ResourceId;
use crate::domain::letter::{BookingFacts, BookingNews, Envelope, Letter};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// A booking as it stands after a deed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct After {
    pub state: State,
    pub span: Span,
    pub attendant: Option<Attending>,
    /// The SEQUENCE of the attendants' calendar entries.
    pub sequence: u32,
}

/// 立会者を決める, by the facility: of those who attend the resource one who can at the time of the use.
///
/// # Errors
/// Begun or given up, nobody chosen, or whoever was chosen can't.
pub fn name<'a>(
    standing: &Standing,
    all: &'a [Attendant],
    chosen: Option<ResourceId>,
    by: &Actor,
) -> Decision<&'a Attendant> {
    let booking = &standing.booking;
    if !can_name(standing, by.at) {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    let field = Field::Use(UseField::Attendant);
    let Some(chosen) = chosen else {
        return Err(vec![Refusal::of(Wrong::Missing { field })]);
    };
    let found = all.iter().find(|one| one.id == chosen);
    let Some(found) = found.filter(|one| one.is_free(&booking.span)) else {
        return Err(vec![Refusal::of(Wrong::Use(UseBar::AttendantBusy))]);
    };
    let event = Event::about_booking(Kind::AttendantNamed, booking.id, Vec::new());
    Ok(Done {
        value: found,
        event: event.with("attendant", found.id),
    })
}

/// Whether somebody can be named who attends a booking: its way of use asks for it, and it has its time
/// and has not begun.
#[must_use]
pub fn can_name(standing: &Standing, at: Instant) -> bool {
    let booking = &standing.booking;
    let terms = standing.resource.on(booking.span.start().day()).terms;
    let waits = booking.state.is_open() && booking.state.holds_time();
    let stands = waits || booking.state == State::Confirmed;
    stands && booking.span.start() > at && is_needed(terms, booking.content.support_mode)
}

/// The letters to whoever attended a booking before a deed and to whoever does after it. Only what is
/// confirmed is told, and nothing where all stays as it was.
#[must_use]
pub fn letters(before: &Standing, after: &After) -> Vec<Envelope> {
    let is_theirs = |state: State| state == State::Confirmed;
    let was = before.attendant.as_ref();
    let was = was.filter(|_| is_theirs(before.booking.state));
    let is = after.attendant.as_ref().filter(|_| is_theirs(after.state));
    let begun = !is_theirs(after.state) && after.state.is_settled();
    if begun {
        return Vec::new();
    }
    let (old, new) = (before.booking.span, after.span);
    let same = was.map(|one| one.id) == is.map(|one| one.id);
    let mut told = Vec::new();
    if let Some(was) = was.filter(|_| !same) {
        let news = (BookingNews::AttendsNoMore, old, None);
        told.extend(letter((before, after), was, news));
    }
    if let Some(is) = is.filter(|_| !same || old != new) {
        let other = (same && old != new).then_some(old);
        let news = (BookingNews::Attends, new, other);
        told.extend(letter((before, after), is, news));
    }
    told
}

fn letter(
    (standing, after): (&Standing, &After),
    to: &Attending,
    (about, span, other_span): (BookingNews, Span, Option<Span>),
) -> Option<Envelope> {
    let to = to.account.clone()?;
    let facts = BookingFacts {
        span,
        other_span,
        sequence: after.sequence,
        ..facts(standing, about, None, None)
    };
    Some(Envelope {
        to,
        letter: Letter::Booking(Box::new(facts)),
    })
}
