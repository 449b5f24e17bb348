//! The lengths of use that a form offers for a resource.

use crate::domain::catalogue::Parameters;

/// Most lengths that are offered.
const LENGTHS: i64 = 24;

/// The lengths that are offered: multiples of the slot, evenly thinned out where there are too
/// many; shortest, longest and the chosen one always.
#[must_use]
pub fn lengths(parameters: &Parameters, chosen: i64) -> Vec<i64> {
    let slot = i64::from(parameters.slot_minutes.max(1));
    let (shortest, longest) = (
        parameters.shortest(),
        i64::from(parameters.max_minutes) / slot * slot,
    );
    let count = (longest - shortest) / slot + 1;
    let stride = (count + LENGTHS - 3) / (LENGTHS - 2);
    let every = (0..count)
        .filter(|number| number % stride.max(1) == 0)
        .map(|number| shortest + number * slot);
    let mut lengths: Vec<i64> = every.chain([longest.max(shortest), chosen]).collect();
    lengths.sort_unstable();
    lengths.dedup();
    lengths
}
