//! 共用設備: what the model must know of each resource of a facility.

use crate::domain::name::Name;
use crate::domain::parameter::terms::Terms;

/// A resource of the facility.
#[derive(Copy, Clone, Debug)]
pub struct Shared<'a> {
    pub slug: &'a str,
    pub name: &'a Name,
    pub category: &'a str,
    /// What the catalogue says of it: where it differs from its category, the model keeps it.
    pub base: &'a Terms,
}
