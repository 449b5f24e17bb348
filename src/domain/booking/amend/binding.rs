//! Which reasons of a new request stand against a change.

use crate::domain::booking::{Scene, Standing, Wish, request};
use crate::domain::refusal::ground::Remedy;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// What the booking itself takes and counts for must not stand in its own way.
pub(super) fn set_aside(scene: &mut Scene, standing: &Standing) {
    let booking = &standing.booking;
    scene.taken.retain(|one| one.booking != Some(booking.id));
    let uses = &mut scene.applicant.uses;
    let own = uses
        .iter()
        .position(|used| used.resource == booking.resource && used.span == booking.span);
    if let Some(place) = own {
        uses.remove(place);
    }
    let number = &booking.content.project_number;
    for (known, open) in &mut scene.applicant.projects {
        if known == number {
            *open = open.saturating_sub(1);
        }
    }
}

/// The time that the booking has already is no other time to offer.
pub(super) fn offer_others(refusal: &mut Refusal, now: Span) {
    for remedy in &mut refusal.remedies {
        if let Remedy::Slots(slots) = remedy {
            slots.retain(|slot| *slot != now);
        }
    }
    let is_empty = |remedy: &Remedy| matches!(remedy, Remedy::Slots(slots) if slots.is_empty());
    refusal.remedies.retain(|remedy| !is_empty(remedy));
    if let Wrong::Taken { nearest, .. } = &mut refusal.wrong {
        nearest.retain(|slot| *slot != now);
    }
}

/// The time that is wished, or every reason that stands in the way of this change.
///
/// # Errors
/// Those of a new request that bind a change too.
pub(super) fn wished(
    wish: &Wish,
    scene: &Scene,
    standing: &Standing,
    at: Instant,
) -> Result<Span, Vec<Refusal>> {
    let Some(span) = wish.span() else {
        return request::check(wish, scene, at).map(|(span, _)| span);
    };
    match request::check(wish, scene, at) {
        Ok((span, _)) => Ok(span),
        Err(mut refusals) => {
            let booking = &standing.booking;
            refusals.retain(|refusal| binds(&refusal.wrong, &booking.span, &span));
            if span == booking.span && wish.content.support_mode == booking.content.support_mode {
                // whoever attends it, if anybody does, goes on doing so
                refusals.retain(|one| !is_about_attendants(one));
            }
            for refusal in &mut refusals {
                offer_others(refusal, booking.span);
            }
            match refusals.is_empty() {
                true => Ok(span),
                false => Err(refusals),
            }
        }
    }
}

const fn is_about_attendants(refusal: &Refusal) -> bool {
    matches!(&refusal.wrong, Wrong::Use(UseBar::NobodyAttends { .. }))
}

/// Whether a reason of a new request stands against a change: who keeps their time, or only gives part of
/// it back, was granted it in time.
pub(super) fn binds(wrong: &Wrong, old: &Span, new: &Span) -> bool {
    match wrong {
        Wrong::TooSoon { .. }
        | Wrong::TooFar { .. }
        | Wrong::NotReleased { .. }
        | Wrong::InPast
        | Wrong::Unfit(Unfit::Suspended { .. } | Unfit::ReportOverdue { .. }) => !old.covers(new),
        Wrong::TooShort { .. }
        | Wrong::TooLong { .. }
        | Wrong::TooManyDays { .. }
        | Wrong::OffGrid { .. }
        | Wrong::ClosedDay { .. }
        | Wrong::OutsideHours { .. }
        | Wrong::NightBeforeClosed { .. } => old != new,
        // whoever agreed at home, or still will, looks at the booking and not at its hours
        Wrong::Use(UseBar::NobodyResponsible) => false,
        _ => true,
    }
}
