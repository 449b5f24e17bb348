//! A line of the table in words.

use crate::domain::gate::Gate;
use crate::store::equivalence::Published;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::{equivalence as said, gate, name, when};

/// A line.
pub(super) struct Row {
    pub(super) institution: Link,
    pub(super) gate: String,
    /// What it stands for at the institution that recognises; "" where there are no courses.
    pub(super) course: String,
    pub(super) issuer: Option<Link>,
    pub(super) issuer_course: String,
    pub(super) term: String,
    pub(super) since: String,
    pub(super) note: String,
}

/// Says a line.
pub(super) fn row(visit: &Visit, one: &Published) -> Row {
    let (language, w) = (visit.language, &visit.words().equivalence);
    let line = &one.line;
    let course = |known: Option<&crate::domain::name::Name>, any: &str| match (line.gate, known) {
        (Gate::Training, Some(known)) => name::of(language, known).to_owned(),
        (Gate::Training, None) => any.to_owned(),
        _ => String::new(),
    };
    let place = |place: &crate::store::equivalence::Place| {
        let path = links::institution(&place.slug);
        Link::to(visit, &path, name::of(language, &place.name))
    };
    Row {
        institution: place(&one.institution),
        gate: gate::gate(language, line.gate).to_owned(),
        course: course(one.course.as_ref(), w.any_course),
        issuer: one.issuer.as_ref().map(place),
        issuer_course: course(one.issuer_course.as_ref(), w.any_of_theirs),
        term: said::term(language, line.most_months, line.ends_on),
        since: when::day_with_year(language, one.at.day()),
        note: name::of(language, &line.note).to_owned(),
    }
}
