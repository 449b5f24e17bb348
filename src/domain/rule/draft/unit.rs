//! The units that own rules, and the institution as a whole as one of them.

use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::name::Name;
use crate::domain::parameter::setting::Target;
use crate::domain::parameter::terms::Terms;

/// The unit that owns rules: a facility, or an institution as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    pub facility: FacilityId,
    pub institution: InstitutionId,
    /// 機関全体
    pub is_whole: bool,
    pub slug: String,
    pub name: Name,
    /// Its short name.
    pub institution_name: Name,
}

impl Unit {
    /// The facility, unless the unit is the institution as a whole.
    #[must_use]
    pub const fn only(&self) -> Option<FacilityId> {
        if self.is_whole {
            None
        } else {
            Some(self.facility)
        }
    }
}

/// The address of an institution as a whole, until it has one: its own with an ending.
#[must_use]
pub fn whole_slug(institution_slug: &str) -> String {
    format!("{institution_slug}-whole")
}

/// What an institution as a whole is called among its facilities.
#[must_use]
pub fn whole_name() -> Name {
    Name {
        ja: "機関全体".to_owned(),
        en: "Whole institution".to_owned(),
    }
}

/// A resource that the rules of a unit are for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shared {
    pub id: ResourceId,
    pub slug: String,
    pub name: Name,
    pub category: String,
    pub facility: FacilityId,
    /// What the catalogue says of it, whatever rules say.
    pub base: Terms,
}

/// What people call the category or resource of a target; empty for all, its code where it is gone.
#[must_use]
pub fn target_name(categories: &[(String, Name)], shared: &[Shared], target: &Target) -> Name {
    let plain = |code: &String| Name {
        ja: code.clone(),
        en: code.clone(),
    };
    match target {
        Target::All => Name::default(),
        Target::Category(code) => {
            let known = categories.iter().find(|(known, _)| known == code);
            known.map_or_else(|| plain(code), |(_, name)| name.clone())
        }
        Target::Resource(slug) => {
            let known = shared.iter().find(|one| one.slug == *slug);
            known.map_or_else(|| plain(slug), |one| one.name.clone())
        }
    }
}

/// The targets that a rule of a unit can speak of: all, then categories, then resources.
#[must_use]
pub fn targets(shared: &[Shared]) -> Vec<Target> {
    let mut categories: Vec<&str> = shared.iter().map(|one| one.category.as_str()).collect();
    categories.sort_unstable();
    categories.dedup();
    let categories = categories
        .into_iter()
        .map(|code| Target::Category(code.to_owned()));
    let resources = shared.iter().map(|one| Target::Resource(one.slug.clone()));
    std::iter::once(Target::All)
        .chain(categories)
        .chain(resources)
        .collect()
}
