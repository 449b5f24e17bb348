//! 利用条件の一覧: what each provider asks of one kind of institution, side by side.

use chrono::NaiveDate;

use crate::domain::catalogue::Resource;
use crate::domain::gate::asked::{Asked, Case, Place, Recognised};
use crate::domain::id::InstitutionId;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::support::SupportMode;
use crate::domain::time::day_span;

/// 自機関: the class of whoever belongs to the institution that owns a resource.
pub const OWN: &str = "own";

/// Where somebody comes from: one institution, or any of a class.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Home {
    /// None for a class.
    pub institution: Option<InstitutionId>,
    /// 機関の区分, by its code.
    pub class: String,
}

/// How many of a provider's resources a class may use.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Share {
    pub admitted: usize,
    pub all: usize,
}

/// One provider with its resources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provider<'a> {
    pub institution: InstitutionId,
    pub name: &'a Name,
    pub resources: Vec<&'a Resource>,
}

/// The class that counts for a resource: whoever comes from its owner is of the class "own".
#[must_use]
pub fn class_at<'a>(
    resource: &Resource,
    institution: Option<InstitutionId>,
    class: &'a str,
) -> &'a str {
    if institution == Some(resource.institution) {
        OWN
    } else {
        class
    }
}

impl Home {
    /// Whether the rules of a resource admit people from here today.
    #[must_use]
    pub fn is_admitted(&self, resource: &Resource) -> bool {
        let class = class_at(resource, self.institution, &self.class);
        admits(resource, class)
    }

    /// The gates that people from here must open for a use of their own, by today's rules.
    #[must_use]
    pub fn asked(&self, resource: &Resource, today: NaiveDate) -> Vec<Asked> {
        let offered = resource.terms.codes(Parameter::SupportModes);
        let alone = SupportMode::SelfOperation;
        let home = match class_at(resource, self.institution, &self.class) {
            OWN => resource.institution,
            // whoever it is, they come from outside
            _ => InstitutionId::new(0),
        };
        let case = Case {
            terms: &resource.terms,
            closed: &resource.parameters.closed,
            asked_on: today,
            span: day_span(today),
            support: match offered.contains(alone.code()) {
                true => alone,
                false => SupportMode::Assisted,
            },
            project_number: "",
            booking: None,
            place: Place {
                facility: resource.facility,
                provider: resource.institution,
                home,
            },
            last_use: None,
            facts: &[],
            courses: &[],
            recognised: &|_, _| Recognised::No,
        };
        case.asked()
    }
}

fn admits(resource: &Resource, class: &str) -> bool {
    let admitted = resource.terms.codes(Parameter::EligibleOrgClasses);
    admitted.contains(class)
}

/// The resources by provider, both in the order in which they come.
#[must_use]
pub fn providers<'a>(resources: impl IntoIterator<Item = &'a Resource>) -> Vec<Provider<'a>> {
    let mut providers: Vec<Provider<'a>> = Vec::new();
    for resource in resources {
        let institution = resource.institution;
        match providers
            .iter_mut()
            .find(|one| one.institution == institution)
        {
            Some(known) => known.resources.push(resource),
            None => providers.push(Provider {
                institution,
                name: &resource.institution_name,
                resources: vec![resource],
            }),
        }
    }
    providers
}

impl Provider<'_> {
    /// How many of its resources a class may use.
    #[must_use]
    pub fn share(&self, class: &str) -> Share {
        let admitted = self.resources.iter().filter(|one| admits(one, class));
        Share {
            admitted: admitted.count(),
            all: self.resources.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gate::Gate;
    use crate::domain::parameter::setting::{Setting, Sheet, Target};
    use crate::domain::parameter::terms::{Layer, Subject, Terms};
    use crate::domain::policy::sample::{confocal, day};
    use crate::domain::refusal::Citation;

    /// The microscope under a facility's rule that says these things.
    fn under(settings: &[(Parameter, &str)]) -> Resource {
        let setting = |(parameter, value): &(Parameter, &str)| Setting {
            parameter: *parameter,
            target: Target::All,
            value: parameter.entry().kind.read(value).unwrap(),
            article: None,
            binding: false,
        };
        let sheet = Sheet {
            settings: settings.iter().map(setting).collect(),
            ..Sheet::default()
        };
        let citation = Citation::default();
        let layer = Layer {
            citation: &citation,
            is_whole: false,
            sheet: &sheet,
        };
        let subject = Subject {
            category: "confocal",
            slug: "ncgg-confocal",
        };
        let terms = Terms::default().under(&[layer], subject);
        Resource {
            terms: terms.into(),
            ..confocal()
        }
    }

    fn from(institution: Option<i64>, class: &str) -> Home {
        Home {
            institution: institution.map(InstitutionId::new),
            class: class.to_owned(),
        }
    }

    #[test]
    fn the_owner_s_people_count_as_their_own_and_others_by_their_class() {
        let resource = under(&[(Parameter::EligibleOrgClasses, "own,university")]);
        assert!(from(None, OWN).is_admitted(&resource));
        assert!(from(Some(1), "inhouse").is_admitted(&resource), "the owner");
        assert!(!from(Some(2), "inhouse").is_admitted(&resource));
        assert!(from(Some(2), "university").is_admitted(&resource));
        assert!(!from(None, "company").is_admitted(&resource));
        assert!(!from(None, "no such class").is_admitted(&resource));
    }

    #[test]
    fn a_pledge_is_for_those_who_come_from_outside() {
        let resource = under(&[
            (Parameter::Gates, "ethics_approval"),
            (Parameter::OrgPledgeRequired, "yearly"),
            (Parameter::TrainingRequired, "C1"),
        ]);
        let gates = |home: &Home| -> Vec<Gate> {
            let asked = home.asked(&resource, day("2026-12-14"));
            asked.iter().map(|asked| asked.gate).collect()
        };
        assert!(gates(&from(Some(2), "inhouse")).contains(&Gate::OrgPledge));
        assert!(gates(&from(None, "company")).contains(&Gate::OrgPledge));
        assert!(!gates(&from(Some(1), "inhouse")).contains(&Gate::OrgPledge));
        assert!(gates(&from(None, OWN)).contains(&Gate::Training));
    }

    #[test]
    fn training_is_for_those_who_operate() {
        let resource = under(&[
            (Parameter::TrainingRequired, "C1"),
            (Parameter::SupportModes, "assisted,proxy"),
        ]);
        let asked = from(None, "company").asked(&resource, day("2026-12-14"));
        assert_eq!(asked, []);
    }

    #[test]
    fn providers_keep_their_order_and_count_what_a_class_may_use() {
        let open = under(&[]);
        let closed = under(&[(Parameter::EligibleOrgClasses, "own")]);
        let other = Resource {
            institution: InstitutionId::new(9),
            ..open.clone()
        };
        let all = [other, open, closed];
        let providers = providers(&all);
        let ids: Vec<i64> = providers
            .iter()
            .map(|one| one.institution.number())
            .collect();
        assert_eq!(ids, [9, 1]);
        let share = |place: usize, class| providers.get(place).unwrap().share(class);
        assert_eq!(
            share(1, "company"),
            Share {
                admitted: 1,
                all: 2
            }
        );
        assert_eq!(
            share(1, OWN),
            Share {
                admitted: 2,
                all: 2
            }
        );
        assert_eq!(super::providers(&[] as &[Resource]).len(), 0);
    }
}
