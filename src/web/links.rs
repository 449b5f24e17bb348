//! Links: addresses built from typed ids, with the words to show for them.

use crate::domain::gate::Gate;
use crate::domain::id::{BookingId, FactId, FileId, OutsideId, ResourceId, ServiceId};
use crate::domain::parameter::Parameter;
use crate::domain::refusal::Citation;
use crate::domain::time::{Span, write_local};
use crate::web::form::encode;
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

/// The page of a request, for whoever is responsible for its applicant.
#[must_use]
pub fn endorse(id: BookingId) -> String {
    format!("/endorse/{id}")
}

/// The requests that compete with one, for its managers.
#[must_use]
pub fn conflict(id: BookingId) -> String {
    format!("/manage/conflicts/{id}")
}

/// The form that changes a request to this time.
#[must_use]
pub fn change_to(id: BookingId, time: &Span) -> String {
    let start = write_local(time.start());
    format!("{}/change?start={start}", request(id))
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

/// The calendar of a resource.
#[must_use]
pub fn calendar_of(slug: &str) -> String {
    format!("/resources/{slug}/calendar")
}

/// The form of a place in the line for a time of a resource.
#[must_use]
pub fn wait(slug: &str, span: &Span, units: u32) -> String {
    let start = write_local(span.start());
    let len = span.minutes();
    format!("/waitlist/new?resource={slug}&start={start}&len={len}&units={units}")
}

/// The same for any time of a length.
#[must_use]
pub fn wait_within(slug: &str, minutes: i64) -> String {
    format!("/waitlist/new?resource={slug}&len={minutes}")
}

/// What a resource takes besides and goes with, for its managers.
#[must_use]
pub fn together(slug: &str) -> String {
    format!("/manage/resources/{slug}/together")
}

/// The page of an attendant, for their managers.
#[must_use]
pub fn attendant(id: ResourceId) -> String {
    format!("/manage/attendants/{id}")
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

/// The page of a resource with a time chosen.
#[must_use]
pub fn resource_at(slug: &str, slot: &Span) -> String {
    let start = write_local(slot.start());
    format!("{}?start={start}&len={}", resource(slug), slot.minutes())
}

/// What an address says of how many units are wished; one is not said.
#[must_use]
pub fn units(units: u32) -> String {
    match units {
        1 => String::new(),
        more => format!("&units={more}"),
    }
}

/// Where an exception from a parameter is asked for.
#[must_use]
pub fn waiver(slug: &str, parameter: Parameter, wish: Option<&Span>) -> String {
    let start = wish.map(|wish| format!("&start={}", write_local(wish.start())));
    format!(
        "/waivers/new?resource={}&parameter={}{}",
        encode(slug),
        parameter.code(),
        start.unwrap_or_default()
    )
}

/// The page of a unit's rule: the version in force, those to come, older ones.
#[must_use]
pub fn rule_set(facility_slug: &str) -> String {
    format!("/rules/{facility_slug}")
}

/// The page of what changed from an older version of a unit's rule to this one.
#[must_use]
pub fn rule_changes(facility_slug: &str, version: &str, older: &str) -> String {
    format!("{}/diff/{older}", rule(facility_slug, version))
}

/// A file attached to a version.
#[must_use]
pub fn rule_file(facility_slug: &str, version: &str, file: FileId) -> String {
    format!("{}/files/{file}", rule(facility_slug, version))
}

/// The draft of a unit's rule, for its institution's officers.
#[must_use]
pub fn draft(facility_slug: &str) -> String {
    format!("/institution/rules/{facility_slug}/draft")
}

/// An article of a draft; "new" for one to add.
#[must_use]
pub fn draft_article(facility_slug: &str, document: u32, token: &str) -> String {
    format!("{}/articles/{document}/{token}", draft(facility_slug))
}

/// The head of a document of a draft; "new" for one to add.
#[must_use]
pub fn draft_document(facility_slug: &str, token: &str) -> String {
    format!("{}/documents/{token}", draft(facility_slug))
}

/// A file of a draft.
#[must_use]
pub fn draft_file(facility_slug: &str, file: FileId) -> String {
    format!("{}/files/{file}", draft(facility_slug))
}

/// The parameters of one group in a draft.
#[must_use]
pub fn draft_terms(facility_slug: &str, group: &str) -> String {
    format!("{}/terms/{group}", draft(facility_slug))
}

/// Where a document stands on the page of its version.
#[must_use]
pub fn document_anchor(document: u32) -> String {
    format!("d{document}")
}

/// Where an article stands on the page of its version.
#[must_use]
pub fn article_anchor(document: u32, article: &str) -> String {
    format!("d{document}-a{article}")
}

/// What a citation cites: the article where it is that exact, else the version.
#[must_use]
pub fn cited(citation: &Citation) -> String {
    let version = rule(&citation.facility_slug, &encode(&citation.version));
    match (citation.document_key, &citation.article) {
        (Some(document), Some(article)) => {
            format!("{version}#{}", article_anchor(document, article))
        }
        _ => version,
    }
}

/// The form that enters a fact for a gate, for a resource and a booking where these are known.
#[must_use]
pub fn enter(gate: Gate, slug: &str, booking: Option<BookingId>) -> String {
    let mut path = format!("/my/facts/new?gate={}", gate.code());
    if !slug.is_empty() {
        path.push_str(&format!("&resource={}", encode(slug)));
    }
    if let Some(booking) = booking {
        path.push_str(&format!("&booking={booking}"));
    }
    path
}

/// The page of a fact, for its person.
#[must_use]
pub fn fact(id: FactId) -> String {
    format!("/my/facts/{id}")
}

/// The page of a fact, for the offices that answer on it.
#[must_use]
pub fn office_fact(id: FactId) -> String {
    format!("/office/facts/{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_leads_to_its_article() {
        let citation = Citation {
            version: "3.0".into(),
            facility_slug: "ncvc-imaging".into(),
            document_key: Some(2),
            article: Some("5-2".into()),
            ..Citation::default()
        };
        assert_eq!(cited(&citation), "/rules/ncvc-imaging/3.0#d2-a5-2");
        let whole = Citation {
            document_key: None,
            ..citation
        };
        assert_eq!(cited(&whole), "/rules/ncvc-imaging/3.0");
    }
}
