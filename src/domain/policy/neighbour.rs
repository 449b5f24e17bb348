//! Other claims in the way, buffers included.

use crate::domain::policy::case::{Broken, Case, Occupied};
use crate::domain::refusal::{Taken, Wrong};
use crate::domain::time::{Instant, Span};

/// Other claims in the way, and the nearest slots that are free of them.
pub(super) fn neighbours(case: &Case<'_>) -> Option<Broken> {
    let claim = case.in_force().parameters.claim(&case.wish);
    let rivals: Vec<&Occupied> = case
        .taken
        .iter()
        .filter(|occupied| occupied.claim.overlaps(&claim))
        .collect();
    if peak(&rivals, &claim).saturating_add(case.units) <= case.resource.capacity {
        return None;
    }
    let rival = rivals
        .iter()
        .min_by_key(|occupied| (!occupied.used.overlaps(&case.wish), occupied.claim.start()))?;
    let by = match (rival.booking, rival.used.overlaps(&case.wish)) {
        (None, _) => Taken::Maintenance,
        (Some(_), true) => Taken::Booking,
        (Some(_), false) => Taken::Buffer,
    };
    let during = rival.claim.intersect(&claim).unwrap_or(rival.claim);
    Some(Broken::plainly(Wrong::Taken {
        by,
        during,
        nearest: Vec::new(),
    }))
}

/// The most units in use at one instant of `claim`.
fn peak(rivals: &[&Occupied], claim: &Span) -> u32 {
    let at = |moment: Instant| {
        rivals
            .iter()
            .filter(|rival| rival.claim.contains(moment))
            .fold(0_u32, |load, rival| load.saturating_add(rival.units))
    };
    rivals
        .iter()
        .map(|rival| rival.claim.start().max(claim.start()))
        .map(at)
        .max()
        .unwrap_or(0)
}
