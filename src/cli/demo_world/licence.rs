//! The licences of the person whom visitors sign in as first, one of which ends soon.

use chrono::{Days, NaiveDate};

use crate::cli::demo_world::fact::Facts;
use crate::cli::demo_world::story::Troupe;
use crate::domain::actor::Role;
use crate::domain::gate::Gate;
use crate::domain::gate::declaration::Detail;
use crate::domain::gate::fact::Side;
use crate::domain::id::{CourseId, FactId, UserId};
use crate::domain::time::Instant;
use crate::domain::training::Course;
use crate::domain::world::Placed;
use crate::domain::world::known::{Confirmed, Known};
use crate::store::world::survey::Facility;

/// Where the visitor's own person holds licences; elsewhere she is new.
const LICENSED: [&str; 5] = [
    "ncgg-ri",
    "ncchd-ri",
    "ncvc-imaging",
    "ncgm-ri",
    "niid-core",
];

/// The visitor's licences: those that her bookings did not need yet, and one that ends in some weeks.
pub fn licences(troupe: &Troupe<'_>, bookings: &[Placed], facts: &mut Facts<'_>) {
    let Some(sato) = troupe.known("sato.megumi") else {
        return;
    };
    let facilities = troupe.land.facilities.iter();
    for facility in facilities.filter(|one| LICENSED.contains(&one.slug.as_str())) {
        let courses = facts
            .courses
            .iter()
            .filter(|one| one.facility == facility.id);
        let mut needed: Vec<Option<CourseId>> = courses.map(|one| Some(one.id)).collect();
        if needed.is_empty() {
            needed.push(None);
        }
        for course in needed {
            let has = facts.known.iter().any(|fact| {
                (fact.user, fact.gate) == (sato.id, Gate::Training)
                    && (fact.facility, fact.course) == (Some(facility.id), course)
            });
            if !has {
                let licence = licence(troupe, (sato.id, facility), course, facts);
                facts.known.push(licence);
            }
        }
    }
    ends_soon(troupe, sato.id, bookings, facts);
}

fn licence(
    troupe: &Troupe<'_>,
    (user, facility): (UserId, &Facility),
    course: Option<CourseId>,
    facts: &mut Facts<'_>,
) -> Known {
    let issued = troupe.day(-120);
    let (id, said) = (FactId::new(facts.born(8)), facts.born(7));
    let entered_at = Instant::of_tokyo(issued, 15 * 60);
    let mut people = facts.people.iter();
    let manager = people.find(|one| one.roles.contains(&Role::FacilityManager(facility.id)));
    Known {
        id,
        gate: Gate::Training,
        user,
        facility: Some(facility.id),
        booking: None,
        course,
        issuer: Some(facility.institution),
        project_number: String::new(),
        number: format!("T-{:04}", said.unsigned_abs() % 10_000),
        level: String::new(),
        issued_on: Some(issued),
        valid_until: Some(troupe.day(245)),
        detail: Detail::default(),
        entered_at,
        asks: Vec::new(),
        confirmed: vec![Confirmed {
            id: said,
            side: Side::Provider,
            institution: Some(facility.institution),
            by: manager.map(|one| one.id),
            at: entered_at,
        }],
    }
}

/// The licence for the confocal microscopes ends in some weeks, after the last use that stands.
fn ends_soon(troupe: &Troupe<'_>, user: UserId, bookings: &[Placed], facts: &mut Facts<'_>) {
    let imaging = |course: &&Course| course.code == "confocal";
    let Some(course) = facts.courses.iter().find(imaging).map(|course| course.id) else {
        return;
    };
    let last = bookings
        .iter()
        .filter(|placed| placed.booking.user == user)
        .map(|placed| placed.booking.span.end().day());
    let until = last.fold(troupe.day(24), NaiveDate::max);
    let mut known = facts.known.iter_mut();
    if let Some(licence) = known.find(|fact| fact.user == user && fact.course == Some(course)) {
        "L-0231".clone_into(&mut licence.number);
        licence.issued_on = until.checked_sub_days(Days::new(364));
        licence.valid_until = Some(until);
    }
}
