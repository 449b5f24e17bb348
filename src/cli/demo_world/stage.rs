//! One resource with everybody and everything its bookings need.

use crate::domain::catalogue::Resource;
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::rule::Rule;
use crate::domain::time::Instant;

/// Somebody who asks or decides.
#[derive(Clone, Debug)]
pub struct Cast {
    pub id: UserId,
    pub name: String,
    pub institution: InstitutionId,
    pub language: Language,
}

/// One resource with everybody and everything its bookings need.
#[derive(Copy, Clone, Debug)]
pub struct Stage<'a> {
    pub resource: &'a Resource,
    pub rules: &'a [Rule],
    pub manager: &'a Cast,
    pub applicants: &'a [Cast],
    /// Whom visitors sign in as first.
    pub visitor: UserId,
    pub at: Instant,
}

/// The seed of its bookings: the same for each resource and day.
pub(super) fn seed_of(resource: &Resource, at: Instant) -> u64 {
    let days = at.unix().div_euclid(86_400).unsigned_abs();
    resource.slug.bytes().fold(days, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    })
}
