//! Other claims in the way, buffers included.

use crate::domain::counted::Counted;
use crate::domain::policy::capacity::peak;
use crate::domain::policy::case::{Broken, Case, Occupied};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Taken, Wrong};
use crate::domain::time::Span;

/// Other claims in the way, and the nearest slots that are free of them.
pub(super) fn neighbours(case: &Case<'_>) -> Option<Broken> {
    if case.units == 0 {
        let field = Field::Use(UseField::Units);
        return Some(Broken::plainly(Wrong::Malformed { field }));
    }
    let claim = case.in_force().parameters.claim(&case.wish);
    let others = peak(case.taken, &claim);
    if others.saturating_add(case.units) <= case.resource.capacity {
        return None;
    }
    if case.units > 1 && !is_closed(case, &claim) {
        return Some(Broken::plainly(Wrong::Use(UseBar::OverCapacity {
            asked: case.units,
            others,
            capacity: case.resource.capacity,
            counted: Counted::of(&case.resource.category),
        })));
    }
    let rivals = case
        .taken
        .iter()
        .filter(|occupied| occupied.claim.overlaps(&claim));
    let rival = rivals
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

/// Whether maintenance alone leaves nothing at some instant: then no number of units would fit.
fn is_closed(case: &Case<'_>, claim: &Span) -> bool {
    let maintenance: Vec<Occupied> = case
        .taken
        .iter()
        .filter(|occupied| occupied.booking.is_none())
        .copied()
        .collect();
    case.units <= case.resource.capacity && peak(&maintenance, claim) >= case.resource.capacity
}
