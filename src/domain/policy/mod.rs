//! The parameters the machine enforces: every reason why a wish can't be granted, each with its remedy.
//!
//! One pure function serves the live panel, the form, the deed and the replay of past bookings under
//! a draft: [`check`]. [`verdict::violations`] is the same without remedies, for who only asks yes or no.

pub mod applicant;
mod attended;
#[cfg(test)]
mod bad;
pub mod beside;
pub mod capacity;
pub mod case;
pub mod elsewhere;
mod hour;
#[cfg(test)]
mod laws;
mod limit;
pub mod need;
mod neighbour;
pub mod person;
#[cfg(test)]
mod proof;
mod record;
mod remedy;
pub mod room;
#[cfg(test)]
pub(crate) mod sample;
mod share;
#[cfg(test)]
mod tests;
mod training;
pub mod verdict;
pub mod waiver;

use crate::domain::policy::case::Case;
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::ground::Remedy;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;

/// The free times among these ways forward.
#[must_use]
pub fn free_times(remedies: &[Remedy]) -> Vec<Span> {
    remedy::slots_of(remedies)
}

/// Every reason why the wish can't be granted, each with ways forward; none means that it can.
#[must_use]
pub fn check(case: &Case<'_>) -> Vec<Refusal> {
    let mut refusals = violations(case);
    let found = refusals.clone();
    for refusal in &mut refusals {
        refusal.remedies = remedy::of(case, refusal, &found);
        if let Wrong::Taken { nearest, .. } = &mut refusal.wrong {
            *nearest = remedy::slots_of(&refusal.remedies);
        }
    }
    refusals
}
