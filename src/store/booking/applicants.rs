//! What rules ask of a person, for many resources at once: the same few queries for any number of them.

use std::collections::{BTreeSet, HashMap};

use crate::domain::actor::Person;
use crate::domain::catalogue::Resource;
use crate::domain::equivalence::Line;
use crate::domain::gate::fact::Fact;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::policy::applicant::{Applicant, Course, Use};
use crate::domain::policy::waiver::Waiver;
use crate::domain::training as known;
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
    let facts = Facts::gather(conn, resources, by)?;
    Ok(resources
        .iter()
        .map(|one| (one.id, facts.of(one, by)))
        .collect())
}

/// Everything that any of them asks.
struct Facts {
    classes: (String, String),
    facts: Vec<Fact>,
    courses: Vec<known::Course>,
    lines: Vec<Line>,
    uses: Vec<(FacilityId, Use)>,
    waivers: Vec<(ResourceId, Waiver)>,
}

impl Facts {
    fn gather(conn: &mut Conn, resources: &[Resource], by: &Person) -> Result<Self, Halt> {
        let ids: Vec<ResourceId> = resources.iter().map(|one| one.id).collect();
        let facilities: BTreeSet<FacilityId> = resources.iter().map(|one| one.facility).collect();
        let facilities: Vec<FacilityId> = facilities.into_iter().collect();
        let owners: BTreeSet<InstitutionId> = resources.iter().map(|one| one.institution).collect();
        let owners: Vec<InstitutionId> = owners.into_iter().collect();
        Ok(Self {
            classes: classes(conn, by)?,
            facts: gate::of_user(conn, by.id)?,
            courses: course::of_facilities(conn, &facilities)?,
            lines: equivalence::of_institutions(conn, &owners)?,
            uses: uses(conn, &facilities, by)?,
            waivers: waivers(conn, &ids, by)?,
        })
    }

    /// What one of them asks.
    fn of(&self, one: &Resource, by: &Person) -> Applicant {
        let (org_class, position_class) = self.classes.clone();
        let courses = self
            .courses
            .iter()
            .filter(|course| course.facility == one.facility);
        let lines = self
            .lines
            .iter()
            .filter(|line| line.institution == one.institution);
        let uses = self
            .uses
            .iter()
            .filter(|(facility, _)| *facility == one.facility);
        let waivers = self
            .waivers
            .iter()
            .filter(|(resource, _)| *resource == one.id);
        Applicant {
            user: by.id,
            institution: by.institution,
            org_class,
            position_class,
            facts: self.facts.clone(),
            courses: courses
                .map(|course| Course {
                    id: course.id,
                    code: course.code.clone(),
                    next: None,
                })
                .collect(),
            lines: lines.cloned().collect(),
            uses: uses.map(|(_, used)| used.clone()).collect(),
            waivers: waivers.map(|(_, waiver)| waiver.clone()).collect(),
        }
    }
}
