//! The bookings that an outage touches, as rows.

use crate::domain::booking::Standing;
use crate::domain::outage::hit::hit;
use crate::domain::outage::start::touched;
use crate::domain::outage::{Effect, mark};
use crate::domain::time::Span;
use crate::web::links;
use crate::web::visit::Visit;
use crate::words::{name, outage, when};

/// One booking; see templates/parts/touched.html.
pub struct Row {
    pub href: String,
    pub number: String,
    pub when: String,
    pub applicant: String,
    pub what: String,
}

/// What would be touched, with the mark by which a form says that it was seen.
pub struct Preview {
    pub rows: Vec<Row>,
    pub seen: String,
}

/// What an outage during this time would touch.
#[must_use]
pub fn preview(visit: &Visit, bookings: &[Standing], during: &Span) -> Preview {
    let touched = touched(bookings, during);
    Preview {
        seen: mark(touched.iter().map(|one| one.booking.id)),
        rows: touched
            .into_iter()
            .map(|one| {
                let (_, effect) = hit(one, during, "", &visit.actor).value;
                row(visit, one, &effect)
            })
            .collect(),
    }
}

/// What one touched.
#[must_use]
pub fn row(visit: &Visit, standing: &Standing, effect: &Effect) -> Row {
    let booking = &standing.booking;
    let institution = name::of(visit.language, &standing.applicant_institution);
    Row {
        href: visit.href(&links::decision(booking.id)),
        number: booking.id.to_string(),
        when: when::span_with_year(visit.language, &booking.span),
        applicant: format!("{} {institution}", standing.applicant.name),
        what: outage::what(visit.language, effect.what),
    }
}
