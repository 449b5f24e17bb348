//! What a scene says of a wish and of its rules.

use crate::domain::booking::{Scene, Wish};
use crate::domain::rule::Rule;

impl Scene {
    /// How many units a wish takes: one of what is not shared, whatever was posted.
    #[must_use]
    pub fn units(&self, wish: &Wish) -> u32 {
        match self.resource.capacity {
            0 | 1 => 1,
            _ => wish.units.unwrap_or(1),
        }
    }

    /// The address of the unit that owns a rule.
    #[must_use]
    pub fn unit_slug(&self, rule: &Rule) -> &str {
        match (&self.whole_slug, rule.is_whole) {
            (Some(slug), true) => slug,
            _ => &self.resource.facility_slug,
        }
    }
}
