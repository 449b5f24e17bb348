//! Everything that somebody's page of trainings is made of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::catalogue::Resource;
use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, ResourceId, UserId};
use crate::domain::parameter::Parameter;
use crate::domain::passport::Record;
use crate::domain::time::Instant;
use crate::domain::training::Course;
use crate::domain::training::date::{Date, Enrolled};
use crate::store::booking::applicant;
use crate::store::catalogue::resource;
use crate::store::engine::Conn;
use crate::store::training::dates;
use crate::store::{course, passport};

/// Most enrolments that are looked at, the last ones.
const ENROLLED: i64 = 100;
/// Most dates that are looked at for renewals.
const RENEWALS: i64 = 200;

/// What somebody holds, takes part in, and may take part in.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Their licences, the last ones first.
    pub licences: Vec<Record>,
    /// The courses of the facilities that issued them.
    pub courses: Vec<Course>,
    /// The resources of these facilities.
    pub resources: Vec<Resource>,
    /// The day of their last use of each of these.
    pub last_uses: BTreeMap<ResourceId, NaiveDate>,
    pub enrolled: Vec<Enrolled>,
    /// One page of the dates to come, and one row more.
    pub offered: Vec<Date>,
    /// The dates to come of the courses that they hold licences of.
    pub renewals: Vec<Date>,
    /// The resource that the page is about, if it is about one.
    pub narrowed: Option<Narrowed>,
}

/// A resource, and what its rules ask of who operates it.
#[derive(Clone, Debug)]
pub struct Narrowed {
    pub resource: Resource,
    /// The codes that its rules name, now or from a later day on.
    pub codes: BTreeSet<String>,
    /// Those of them that the facility gives.
    pub courses: BTreeSet<CourseId>,
}

/// Looks it all up: the same few queries for everybody.
///
/// # Errors
/// [`Halt::Absent`] without such a resource, or a fault.
pub fn overview(
    conn: &mut Conn,
    (user, at): (UserId, Instant),
    slug: Option<&str>,
    rows: (i64, i64),
) -> Result<Overview, Halt> {
    let narrowed = match slug {
        Some(slug) => Some(asking(conn, slug, at)?),
        None => None,
    };
    let mut licences = passport::of_person(conn, user)?;
    licences.retain(|record| record.fact.gate == Gate::Training);
    let offered = match &narrowed {
        None => dates::coming(conn, at, rows)?,
        Some(narrowed) => dates::coming_of(conn, &list(&narrowed.courses), at, rows)?,
    };
    let held: BTreeSet<CourseId> = licences.iter().filter_map(|one| one.fact.course).collect();
    let units: BTreeSet<FacilityId> = licences
        .iter()
        .filter_map(|one| one.fact.facility)
        .collect();
    let ids = resource::of_facilities(conn, &list(&units))?;
    Ok(Overview {
        courses: course::of_facilities(conn, &list(&units))?,
        resources: resource::several(conn, &ids, at)?,
        last_uses: applicant::last_uses(conn, user, &ids, at)?,
        enrolled: dates::of_person(conn, user, ENROLLED)?,
        renewals: dates::coming_of(conn, &list(&held), at, (0, RENEWALS))?,
        licences,
        offered,
        narrowed,
    })
}

/// A resource with the courses that its rules ask for, now or from a later day on.
fn asking(conn: &mut Conn, slug: &str, at: Instant) -> Result<Narrowed, Halt> {
    let asking = resource::by_slug(conn, slug, at)?;
    let later = asking.later.iter().map(|period| &period.terms);
    let codes: BTreeSet<String> = std::iter::once(&asking.terms)
        .chain(later)
        .flat_map(|terms| terms.codes(Parameter::TrainingRequired).clone())
        .collect();
    let courses = course::of_facilities(conn, &[asking.facility])?
        .into_iter()
        .filter(|course| codes.contains(&course.code))
        .map(|course| course.id)
        .collect();
    Ok(Narrowed {
        resource: asking,
        codes,
        courses,
    })
}

fn list<T: Copy>(set: &BTreeSet<T>) -> Vec<T> {
    set.iter().copied().collect()
}
