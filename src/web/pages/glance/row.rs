//! One resource: who may use it, and on which terms, each with the article that says it.

use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::gate::Gate;
use crate::domain::gate::asked::Asked;
use crate::domain::glance::{Home, providers};
use crate::domain::parameter::Parameter;
use crate::domain::training::Course;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::parameter::value;
use crate::words::{gate, glance as said, name};

/// The resources of one provider.
pub(super) struct Group {
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
}

/// One resource.
pub(super) struct Row {
    pub(super) resource: Link,
    pub(super) facility: String,
    /// In the order of the columns.
    pub(super) cells: Vec<Vec<Said>>,
}

/// One thing that is said, with the article that says it.
pub(super) struct Said {
    pub(super) text: String,
    pub(super) href: Option<String>,
}

/// Courses, and where the reader comes from.
type Given<'a> = (&'a [Course], Option<&'a (String, Home)>);

/// The rows, by provider.
pub(super) fn groups(visit: &Visit, shown: &[Resource], given: Given<'_>) -> Vec<Group> {
    providers(shown)
        .into_iter()
        .map(|provider| Group {
            name: name::of(visit.language, provider.name).to_owned(),
            rows: provider
                .resources
                .iter()
                .map(|resource| row(visit, resource, given))
                .collect(),
        })
        .collect()
}

fn row(visit: &Visit, resource: &Resource, (courses, mine): Given<'_>) -> Row {
    let w = &visit.words().glance;
    let sight = Sight { visit, resource };
    let anybody = Home {
        institution: None,
        class: String::new(),
    };
    let home = mine.map_or(&anybody, |(_, home)| home);
    let asked = home.asked(resource, visit.actor.at.day());
    let (lead, horizon, length, support) = match access(resource.mode, resource.allocation) {
        Access::Slot => (
            sight.lead(),
            sight.horizon(),
            sight.length(),
            sight.value(Parameter::SupportModes),
        ),
        Access::Request => (plain(""), plain(w.no_slot), plain(""), plain("")),
        Access::Elsewhere => (plain(""), plain(w.elsewhere), plain(""), plain("")),
    };
    // strangers see on the resource's page what their kind of institution must bring
    let class = mine.filter(|_| visit.actor.person().is_none());
    let page = links::resource(&resource.slug);
    let page = match class {
        Some((_, home)) => {
            let class = crate::domain::glance::class_at(resource, home.institution, &home.class);
            format!("{page}?as={class}")
        }
        None => page,
    };
    Row {
        resource: Link::to(visit, &page, name::of(visit.language, &resource.name)),
        facility: name::of(visit.language, &resource.facility_name).to_owned(),
        cells: vec![
            sight.who(mine.map(|(_, home)| home)),
            lead,
            horizon,
            length,
            support,
            sight.paperwork(&asked),
            sight.training(&asked, courses),
            sight.approval(),
            plain(w.ask_facility),
        ],
    }
}

/// What no article says.
fn plain(text: &str) -> Vec<Said> {
    let said = Said {
        text: text.to_owned(),
        href: None,
    };
    match text {
        "" => Vec::new(),
        _ => vec![said],
    }
}

#[derive(Copy, Clone)]
struct Sight<'a> {
    visit: &'a Visit,
    resource: &'a Resource,
}

impl Sight<'_> {
    /// A text with the article that says the parameter behind it.
    fn by(&self, parameter: Parameter, text: impl Into<String>) -> Said {
        let origin = &self.resource.terms.term(parameter).origin;
        let rule = origin.citation.as_deref();
        Said {
            text: text.into(),
            href: rule.map(|rule| self.visit.href(&links::cited(rule))),
        }
    }

    fn value(&self, parameter: Parameter) -> Vec<Said> {
        let value = &self.resource.terms.term(parameter).value;
        vec![self.by(parameter, value::say(self.visit.language, parameter, value))]
    }

    fn who(&self, mine: Option<&Home>) -> Vec<Said> {
        let w = &self.visit.words().glance;
        let classes = Parameter::EligibleOrgClasses;
        let mut said = match mine.map(|home| home.is_admitted(self.resource)) {
            Some(true) => vec![self.by(classes, w.admitted)],
            Some(false) => return vec![self.by(classes, w.not_admitted)],
            None => self.value(classes),
        };
        let positions = Parameter::EligiblePositions;
        let admitted = self.resource.terms.codes(positions).len();
        if admitted < positions.entry().kind.codes().len() {
            said.extend(self.value(positions));
        }
        said
    }

    fn lead(&self) -> Vec<Said> {
        let (language, resource) = (self.visit.language, self.resource);
        let first = said::first_lead(language, resource)
            .map(|text| self.by(Parameter::LeadFirstUseBusinessDays, text));
        std::iter::once(self.by(Parameter::LeadBusinessDays, said::lead(language, resource)))
            .chain(first)
            .collect()
    }

    fn horizon(&self) -> Vec<Said> {
        let (language, resource) = (self.visit.language, self.resource);
        let release =
            said::release(language, resource).map(|text| self.by(Parameter::HorizonRelease, text));
        std::iter::once(self.by(Parameter::HorizonDays, said::horizon(language, resource)))
            .chain(release)
            .collect()
    }

    fn length(&self) -> Vec<Said> {
        let text = said::length(self.visit.language, self.resource);
        vec![self.by(Parameter::MaxMinutes, text)]
    }

    fn paperwork(&self, asked: &[Asked]) -> Vec<Said> {
        let w = &self.visit.words().glance;
        let papers = asked.iter().filter(|one| {
            let known = [Gate::Training, Gate::RuleConsent];
            !known.contains(&one.gate)
        });
        let language = self.visit.language;
        std::iter::once(self.by(Parameter::RuleConsentScope, w.consent))
            .chain(papers.map(|one| self.by(one.by, gate::gate(language, one.gate))))
            .collect()
    }

    fn training(&self, asked: &[Asked], courses: &[Course]) -> Vec<Said> {
        let (language, w) = (self.visit.language, &self.visit.words().glance);
        let course = |code: &String| {
            let mut known = courses.iter();
            let known =
                known.find(|one| one.facility == self.resource.facility && one.code == *code);
            known.map_or_else(
                || code.clone(),
                |course| name::of(language, &course.name).to_owned(),
            )
        };
        let mut said: Vec<Said> = asked
            .iter()
            .filter(|one| one.gate == Gate::Training)
            .map(|one| match &one.course {
                Some(code) => self.by(one.by, course(code)),
                None => self.by(one.by, gate::gate(language, one.gate)),
            })
            .collect();
        let sessions = Parameter::SupervisedFirstSessions;
        let supervised = said::supervised(language, self.resource.terms.count(sessions));
        said.extend(supervised.map(|text| self.by(sessions, text)));
        if said.is_empty() {
            return plain(w.no_training);
        }
        said
    }

    fn approval(&self) -> Vec<Said> {
        let due = Parameter::ApprovalDueBusinessDays;
        let days = said::decided(self.visit.language, self.resource.terms.count(due));
        let mut said = self.value(Parameter::ApprovalChain);
        said.extend(days.map(|text| self.by(due, text)));
        said
    }
}
