//! 一緒に使うもの: another resource that is used together with one.

use crate::domain::id::ResourceId;
use crate::domain::name::Name;

/// Another resource that is used together with one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    pub id: ResourceId,
    pub slug: String,
    pub name: Name,
}
