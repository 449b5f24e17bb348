//! Links: addresses built from typed ids, with the words to show for them.

use actix_web::http::Uri;

use crate::domain::id::{BookingId, OutsideId, ServiceId};
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

/// The page of a request without a slot, for its applicant.
#[must_use]
pub fn service(id: ServiceId) -> String {
    format!("/service/{id}")
}

/// The page of a request without a slot, for its managers.
#[must_use]
pub fn service_desk(id: ServiceId) -> String {
    format!("/manage/service/{id}")
}

/// The form of a request without a slot.
#[must_use]
pub fn service_form(slug: &str) -> String {
    format!("/service/new?resource={slug}")
}

/// The page of an outside allocation, for its managers.
#[must_use]
pub fn outside(id: OutsideId) -> String {
    format!("/manage/allocations/{id}")
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

/// Longest address that somebody is led back to.
const LONGEST_BACK: usize = 2_000;

/// The address that somebody was to come back to after signing in, if it is a path of this house:
/// read as an address and written anew, never judged by how it begins.
#[must_use]
pub fn back(text: &str) -> Option<String> {
    let is_plain = text
        .bytes()
        .all(|byte| (0x21..=0x7e).contains(&byte) && !b"\\<>\"".contains(&byte));
    if text.len() > LONGEST_BACK || !is_plain || !text.starts_with('/') {
        return None;
    }
    let parts = text.parse::<Uri>().ok()?.into_parts();
    if parts.scheme.is_some() || parts.authority.is_some() {
        return None;
    }
    let path = parts.path_and_query?;
    (!path.path().starts_with("//")).then(|| path.as_str().to_owned())
}

/// The address of a site elsewhere, from its domain name.
#[must_use]
pub fn web_site(domain: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    let named = domain.contains('.') && domain.bytes().all(plain);
    named.then(|| format!("https://{domain}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c04_whoever_signs_in_stays_here() {
        for local in [
            "/",
            "/requests/new?resource=x&start=2026-12-14T10%3A00",
            "/en/my/requests",
            "/@evil.example",
            "/%2f%2fevil.example",
            "/resources?q=%E9%A1%95&x=//evil.example",
        ] {
            assert_eq!(back(local).as_deref(), Some(local));
        }
        assert_eq!(back("/my#part").as_deref(), Some("/my"));
        let long = format!("/{}", "a".repeat(10_000));
        for away in [
            "",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "https:evil.example",
            "https:/evil.example",
            "javascript:alert(1)",
            "evil.example",
            "@evil.example",
            "/\tevil",
            "/\r\nset-cookie: a=b",
            "/\u{0}",
            " //evil.example",
            "\t//evil.example",
            "/あ",
            "*",
            &long,
        ] {
            assert_eq!(back(away), None, "{away:?}");
        }
    }
}
