//! What an outage does to one booking: called off before its start, cut short after it.

use chrono::Days;

use crate::domain::actor::Actor;
use crate::domain::booking::cancellation;
use crate::domain::booking::change::{Change, Claimed, Cut};
use crate::domain::booking::decided::Decided;
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::news::{Step, Told, cancelling, change};
use crate::domain::booking::{Standing, State};
use crate::domain::event::Kind;
use crate::domain::halt::Done;
use crate::domain::letter::{BookingFacts, BookingNews, Letter};
use crate::domain::outage::credit::credited;
use crate::domain::outage::{Effect, What};
use crate::domain::parameter::Parameter;
use crate::domain::time::Span;
use crate::domain::usage::Used;

const STOPPED: Step = Step {
    kind: Kind::BookingCalledOff,
    to: State::CancelledByFacility,
    news: &[
        (BookingNews::Stopped, Told::Applicant),
        (BookingNews::CalledOff, Told::Managers),
    ],
};
const INTERRUPTED: Step = Step {
    kind: Kind::UseInterrupted,
    to: State::Used,
    news: &[(BookingNews::Interrupted, Told::Applicant)],
};

/// What happened to one booking.
pub type Hit = (Change, Effect);

/// Whether an outage during this time touches the booking at all.
#[must_use]
pub fn touches(standing: &Standing, during: &Span) -> bool {
    let booking = &standing.booking;
    let goes_on = leads(booking.state, Deed::CallOff).is_some() && booking.state.holds_time();
    goes_on && booking.span.overlaps(during)
}

/// What it does to a booking that it touches, in the words of whoever entered it.
#[must_use]
pub fn hit(standing: &Standing, during: &Span, note: &str, by: &Actor) -> Done<Hit> {
    let booking = &standing.booking;
    // what a planned outage will meet on its way has not begun yet
    let has_begun = booking.span.start() <= by.at || booking.state == State::InUse;
    let before = booking.span.start() < during.start();
    match has_begun && before && leads(booking.state, Deed::CheckOut).is_some() {
        true => interrupted(standing, during, note, by),
        false => called_off(standing, note, by),
    }
}

fn called_off(standing: &Standing, note: &str, by: &Actor) -> Done<Hit> {
    let booking = &standing.booking;
    let means = cancellation::by_facility(by.at);
    let decided = Decided::by(by, Some(note));
    let mut done = cancelling(standing, by, (&STOPPED, decided), means);
    let terms = standing.resource.on(booking.span.start().day()).terms;
    let days = u64::from(terms.count(Parameter::RebookPriorityDays));
    let today = by.at.day();
    let rebook_until = today.checked_add_days(Days::new(days)).unwrap_or(today);
    tell(&mut done, |facts| facts.rebook_until = Some(rebook_until));
    let effect = Effect {
        booking: booking.id,
        lost: booking.span,
        was_settled: booking.state.is_settled(),
        what: What::CalledOff { rebook_until },
    };
    done.map(|change| (change, effect))
}

fn interrupted(standing: &Standing, during: &Span, note: &str, by: &Actor) -> Done<Hit> {
    let booking = &standing.booking;
    let lost = Span::new(during.start(), booking.span.end()).unwrap_or(booking.span);
    let terms = standing.resource.on(booking.span.start().day()).terms;
    let units = (
        terms.count(Parameter::FailureCreditUnitMinutes),
        terms.count(Parameter::FailureCreditDropBelowMinutes),
    );
    let credit_minutes = credited(lost.minutes(), booking.span.minutes(), units);
    let decided = Decided::by(by, Some(note));
    let mut done = change(standing, by, &INTERRUPTED, decided);
    done.value.used = Some(Used {
        from: None,
        until: Some(during.start()),
    });
    done.value.cut = Span::new(booking.span.start(), during.start()).map(|used| {
        let parameters = standing.resource.on(used.start().day()).parameters;
        let before = parameters.claim(&used).start();
        Cut::To(Claimed {
            booking: booking.id,
            resource: booking.resource,
            used,
            // nobody cleans what stands still
            claim: Span::new(before, used.end()).unwrap_or(used),
            units: booking.units,
        })
    });
    tell(&mut done, |facts| {
        facts.credit_minutes = Some(credit_minutes);
    });
    let effect = Effect {
        booking: booking.id,
        lost,
        was_settled: true,
        what: What::Interrupted { credit_minutes },
    };
    done.map(|change| (change, effect))
}

/// Adds to what every letter of a deed on a booking says.
pub(super) fn tell<T>(done: &mut Done<T>, add: impl Fn(&mut BookingFacts)) {
    for envelope in &mut done.event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            add(facts);
        }
    }
}
