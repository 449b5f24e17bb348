//! What the form has instead of a time that can't be had: why, and what can be chosen in the form itself.

use crate::domain::refusal::Refusal;
use crate::web::parts::{Choice, Field};
use crate::web::request_form::about::About;
use crate::web::request_form::offer::{Offer, reasons};
use crate::web::visit::Visit;
use crate::web::way::Reason;

/// What there is instead of a time that can't be had.
pub(super) struct Instead {
    /// Heading and text, where it was taken in the meantime.
    pub(super) lost: Option<(&'static str, &'static str)>,
    pub(super) reasons: Vec<Reason>,
    pub(super) starts: Vec<Choice>,
    pub(super) lens: Vec<Choice>,
    /// Fewer units of a shared capacity, or other times for them.
    pub(super) parts: Vec<Choice>,
    pub(super) other: Field,
}

/// Why the wished time can't be had, and what can be chosen in the form itself.
pub(super) fn instead(visit: &Visit, about: &About<'_>, offer: &Offer) -> Instead {
    let w = &visit.words().booking;
    let taken = about.refusals.iter().any(Refusal::is_lost_slot);
    let choices = || offer.choices(visit);
    let (mut starts, mut lens, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    match offer {
        Offer::Starts(_) => starts = choices(),
        Offer::Lengths(_) => lens = choices(),
        Offer::Parts(_) => parts = choices(),
        Offer::Nothing => {}
    }
    Instead {
        lost: (taken && !starts.is_empty()).then_some((w.lost_heading, w.lost_text)),
        reasons: reasons(visit, about),
        starts,
        lens,
        parts,
        other: Field::default(),
    }
}
