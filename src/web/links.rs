//! Links: addresses built from typed ids, with the words to show for them.

use crate::domain::id::BookingId;
use crate::web::visit::Visit;

/// A link with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    pub href: String,
    pub label: String,
}

impl Link {
    /// A link to an address of the visit's language.
    #[must_use]
    pub fn to(visit: &Visit, path: &str, label: impl Into<String>) -> Self {
        Self {
            href: visit.href(path),
            label: label.into(),
        }
    }
}

/// The page of a request, for its applicant.
#[must_use]
pub fn request(id: BookingId) -> String {
    format!("/requests/{id}")
}

/// The page of a request, for its managers.
#[must_use]
pub fn decision(id: BookingId) -> String {
    format!("/manage/requests/{id}")
}

/// The page of a resource.
#[must_use]
pub fn resource(slug: &str) -> String {
    format!("/resources/{slug}")
}

/// The page of an institution.
#[must_use]
pub fn institution(slug: &str) -> String {
    format!("/institutions/{slug}")
}

/// The page of one version of a facility's usage rule.
#[must_use]
pub fn rule(facility_slug: &str, version: &str) -> String {
    format!("/rules/{facility_slug}/{version}")
}
