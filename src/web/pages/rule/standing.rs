//! Where a version stands on a day, and what it is called.

use chrono::NaiveDate;

use crate::domain::rule::{Rule, in_force};
use crate::web::parts::Chip;
use crate::web::visit::Visit;
use crate::words::name;
use crate::words::rule::Words;
use crate::words::rule::term::Whole;

/// Where a version stands.
#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    InForce,
    NotYet,
    Replaced,
}

/// Where a version stands on a day, among all versions of its unit.
pub(super) fn standing(rule: &Rule, versions: &[Rule], today: NaiveDate) -> Standing {
    match in_force(versions, today) {
        Some(newest) if newest.id == rule.id => Standing::InForce,
        _ if rule.effective_on > today => Standing::NotYet,
        _ => Standing::Replaced,
    }
}

pub(super) fn chip(w: &Words, standing: Standing) -> Chip {
    let (tone, text) = match standing {
        Standing::InForce => ("g", w.in_force),
        Standing::NotYet => ("b", w.not_yet),
        Standing::Replaced => ("", w.replaced),
    };
    Chip {
        tone,
        text: text.to_owned(),
    }
}

/// 第3.0版, Version 3.0.
pub(super) fn numbered(w: &Words, rule: &Rule) -> String {
    w.title_version.replace("{}", &rule.version)
}

/// The title with the version.
pub(super) fn titled(visit: &Visit, rule: &Rule) -> String {
    let title = name::of(visit.language, &rule.title);
    format!("{title} {}", numbered(&visit.words().rule, rule))
        .trim()
        .to_owned()
}

/// The version that this one replaced, or is to replace; versions stand latest first.
pub(super) fn before<'a>(rule: &Rule, versions: &'a [Rule]) -> Option<&'a Rule> {
    let at = versions.iter().position(|one| one.id == rule.id)?;
    versions.get(at + 1)
}

/// What the unit is that a rule belongs to.
pub(super) const fn of_whole(rule: &Rule) -> Whole {
    if rule.is_whole {
        Whole::Institution
    } else {
        Whole::Facility
    }
}
