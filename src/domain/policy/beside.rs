//! 一緒に使うもの: when what a wish takes besides its resource is taken.

use crate::domain::policy::case::{Beside, Case, full};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Citation, Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// The times at which something that the wish takes besides has nothing left: searches skip them.
pub(super) fn full_of(case: &Case<'_>) -> Vec<Span> {
    let of_one = |one: &Beside| full(&one.taken, one.resource.capacity);
    case.beside.iter().flat_map(of_one).collect()
}

/// Why there is no room in it for a use at this time, for whoever decides about the time of others.
#[must_use]
pub fn obstacles(beside: &Beside, used: &Span, at: Instant) -> Vec<Refusal> {
    let rule = Citation::default();
    let case = Case::of_time(at, &beside.resource, *used, &beside.taken, Some(&rule));
    let about_room = |refusal: &Refusal| {
        matches!(
            &refusal.wrong,
            Wrong::Taken { .. } | Wrong::Use(UseBar::OverCapacity { .. })
        )
    };
    let found = violations(&case).into_iter().filter(about_room);
    let named = |refusal: Refusal| Refusal {
        beside: Some(beside.resource.name.clone()),
        ..refusal.to_the_facility()
    };
    found.map(named).collect()
}
