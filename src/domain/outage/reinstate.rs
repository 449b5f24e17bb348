//! 元の枠に戻す: a booking that an outage had called off is made anew, once its time can be used after all.

use crate::domain::actor::Actor;
use crate::domain::attendant::is_needed;
use crate::domain::booking::evaluation::Evaluation;
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::request::Requested;
use crate::domain::booking::{Booking, Standing, State};
use crate::domain::event::Kind;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::BookingId;
use crate::domain::letter::BookingNews;
use crate::domain::waitlist::Offer;

const CONFIRMED: Step = Step {
    kind: Kind::BookingReinstated,
    to: State::Confirmed,
    news: &[
        (BookingNews::Confirmed, Told::Applicant),
        (BookingNews::Confirmed, Told::Managers),
    ],
};
const ASKED: Step = Step {
    kind: Kind::BookingReinstated,
    to: State::FacilityReview,
    news: &[
        (BookingNews::Received, Told::Applicant),
        (BookingNews::ApprovalAsked, Told::Managers),
    ],
};

/// Makes it anew with all that it was: confirmed where it had been, otherwise waiting for its decision. The
/// rules are not asked again: it had passed them, and the facility itself had called it off.
///
/// # Errors
/// [`Halt::Absent`] unless it is kept for them, and still is.
pub fn reinstate(
    id: BookingId,
    was: &Standing,
    (offer, evaluation): (&Offer, Evaluation),
    was_settled: bool,
    by: &Actor,
) -> Act<Requested> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    if offer.user != person.id || offer.until <= by.at || was.booking.user != person.id {
        return Err(Halt::Absent);
    }
    let step = if was_settled { &CONFIRMED } else { &ASKED };
    let booking = Booking {
        id,
        span: offer.span,
        units: offer.units,
        state: step.to,
        version: 1,
        created_at: by.at,
        ..was.booking.clone()
    };
    let new = Standing {
        booking: Booking {
            // a letter counts the change that it tells of
            version: 0,
            ..booking.clone()
        },
        decided: None,
        hold: None,
        ..was.clone()
    };
    let event = change(&new, by, step, None).event;
    let in_force = was.resource.on(offer.span.start().day());
    Ok(Done {
        value: Requested {
            claim: in_force.parameters.claim(&offer.span),
            booking,
            consents: Vec::new(),
            hold: None,
            evaluation,
            attended: is_needed(in_force.terms, was.booking.content.support_mode),
            with: was.parts.iter().map(|part| part.id).collect(),
            competes: false,
            member: None,
        },
        event: event.with("instead_of", was.booking.id),
    })
}
