//! 一緒に使うもの: another resource that is used together with one.

use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::name::Name;

/// Another resource that is used together with one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    pub id: ResourceId,
    pub slug: String,
    pub name: Name,
    /// Whose it is: where that is not the facility of the one, it is asked for itself.
    pub facility: FacilityId,
    /// The facility with its institution.
    pub place: Name,
}
