//! Judging bookings in the order in which they were asked for, each with what was known then.

use std::collections::HashMap;

use crate::domain::catalogue::Resource;
use crate::domain::id::{InstitutionId, ResourceId, UserId};
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::{Applicant, Use};
use crate::domain::policy::case::Case;
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::{Citation, Refusal};
use crate::domain::rule::impact::facts::{Asked, Facts};
use crate::domain::time::Instant;

/// Most earlier uses that any rule counts: 立会いによる初回利用 has no more.
const EARLIER_MOST: u32 = 20;

/// The judge of a sequence of bookings.
pub(super) struct Judge<'a> {
    citation: &'a Citation,
    resources: HashMap<ResourceId, &'a Resource>,
    people: HashMap<(UserId, ResourceId), Applicant>,
    /// When each project's uses of a resource end, whoever asked for them.
    projects: HashMap<(ResourceId, String), Vec<Instant>>,
}

impl<'a> Judge<'a> {
    /// A judge under these resources' terms, who knows of the earlier uses only.
    pub(super) fn new(facts: &'a Facts, resources: &'a [Resource]) -> Self {
        let mut judge = Self {
            citation: &facts.citation,
            resources: resources.iter().map(|one| (one.id, one)).collect(),
            people: HashMap::new(),
            projects: HashMap::new(),
        };
        for earlier in &facts.earlier {
            let known = judge.of(earlier.user, earlier.resource);
            let used = Use {
                resource: earlier.resource,
                span: earlier.last,
                support: earlier.support,
                project_number: String::new(),
                confirmed: true,
                owes: None,
            };
            let times = usize::try_from(earlier.times.min(EARLIER_MOST)).unwrap_or(0);
            known.uses.extend(std::iter::repeat_n(used, times));
        }
        for (user, resource, waiver) in &facts.waivers {
            judge.of(*user, *resource).waivers.push(waiver.clone());
        }
        judge
    }

    fn of(&mut self, user: UserId, resource: ResourceId) -> &mut Applicant {
        let unknown = || Applicant {
            user,
            institution: InstitutionId::new(0),
            org_class: String::new(),
            position_class: String::new(),
            facts: Vec::new(),
            courses: Vec::new(),
            lines: Vec::new(),
            uses: Vec::new(),
            projects: Vec::new(),
            waivers: Vec::new(),
            suspended_until: None,
        };
        self.people.entry((user, resource)).or_insert_with(unknown)
    }

    /// Every reason to refuse a booking, as if it were asked for again at its own time.
    pub(super) fn reasons(&mut self, asked: &Asked) -> Vec<Refusal> {
        let Some(resource) = self.resources.get(&asked.resource).copied() else {
            return Vec::new();
        };
        let citation = self.citation;
        let to_come = self.to_come(asked);
        let by = self.of(asked.by.user, asked.resource);
        by.institution = asked.by.institution;
        by.org_class.clone_from(&asked.by.org_class);
        by.position_class.clone_from(&asked.by.position_class);
        by.projects = vec![(asked.manner.project_number.clone(), to_come)];
        let mut reasons = violations(&Case {
            now: asked.asked_at,
            resource,
            wish: asked.span,
            units: 1,
            taken: &[],
            rule: Some(citation),
            by: Some(by),
            manner: Some(&asked.manner),
            attendants: None,
            beside: &[],
            elsewhere: &[],
        });
        reasons.retain(|one| {
            let ground = one.ground.as_ref();
            ground.is_some_and(|ground| ground.parameter != Parameter::GatesBeforeSending)
        });
        reasons
    }

    /// How many uses of the resource its project had to come when it was asked for.
    fn to_come(&self, asked: &Asked) -> u32 {
        let project = (asked.resource, asked.manner.project_number.clone());
        let ends = self.projects.get(&project).map_or(&[][..], Vec::as_slice);
        let open = ends.iter().filter(|end| **end > asked.asked_at).count();
        u32::try_from(open).unwrap_or(u32::MAX)
    }

    /// Keeps that it was asked for: later ones are judged with it in mind.
    pub(super) fn keep(&mut self, asked: &Asked) {
        let used = Use {
            resource: asked.resource,
            span: asked.span,
            support: asked.manner.support,
            project_number: asked.manner.project_number.clone(),
            confirmed: asked.state.is_settled(),
            owes: None,
        };
        let project = used.project_number.clone();
        self.of(asked.by.user, asked.resource).uses.push(used);
        if !project.is_empty() {
            let ends = self.projects.entry((asked.resource, project)).or_default();
            ends.push(asked.span.end());
        }
    }
}
