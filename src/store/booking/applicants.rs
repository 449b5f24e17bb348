//! What rules ask of a person, for many resources at once: the same few queries for any number of them.

use std::collections::HashMap;

use crate::domain::actor::Person;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::policy::applicant::{Applicant, Course};
use crate::store::booking::applicant::{classes, uses, waivers};
use crate::store::engine::Conn;
use crate::store::{course, equivalence, gate};

/// The person as each resource's rules see them. When the next trainings are is not looked up: it
/// decides nothing.
///
/// # Errors
/// A fault of the database.
pub fn of_all(
    conn: &mut Conn,
    resources: &[Resource],
    by: &Person,
) -> Result<HashMap<ResourceId, Applicant>, Halt> {
    let ids: Vec<ResourceId> = resources.iter().map(|one| one.id).collect();
    let mut facilities: Vec<FacilityId> = resources.iter().map(|one| one.facility).collect();
    let mut institutions: Vec<InstitutionId> =
        resources.iter().map(|one| one.institution).collect();
    facilities.sort_unstable();
    facilities.dedup();
    institutions.sort_unstable();
    institutions.dedup();
    let (org_class, position_class) = classes(conn, by)?;
    let facts = gate::of_user(conn, by.id)?;
    let courses = course::of_facilities(conn, &facilities)?;
    let lines = equivalence::of_institutions(conn, &institutions)?;
    let uses = uses(conn, &facilities, by)?;
    let waivers = waivers(conn, &ids, by)?;
    let applicant = |one: &Resource| Applicant {
        user: by.id,
        institution: by.institution,
        org_class: org_class.clone(),
        position_class: position_class.clone(),
        facts: facts.clone(),
        courses: courses
            .iter()
            .filter(|course| course.facility == one.facility)
            .map(|course| Course {
                id: course.id,
                code: course.code.clone(),
                next: None,
            })
            .collect(),
        lines: lines
            .iter()
            .filter(|line| line.institution == one.institution)
            .cloned()
            .collect(),
        uses: uses
            .iter()
            .filter(|(facility, _)| *facility == one.facility)
            .map(|(_, used)| used.clone())
            .collect(),
        waivers: waivers
            .iter()
            .filter(|(resource, _)| *resource == one.id)
            .map(|(_, waiver)| waiver.clone())
            .collect(),
    };
    Ok(resources
        .iter()
        .map(|one| (one.id, applicant(one)))
        .collect())
}
