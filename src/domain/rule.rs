//! 利用規則: versioned usage rules, and which version is in force on a day.

use chrono::NaiveDate;

use crate::domain::catalogue::Name;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::Done;
use crate::domain::id::{FacilityId, RuleId, UserId};
use crate::domain::refusal::Citation;
use crate::domain::time::Instant;

/// One published version of a facility's usage rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    pub id: RuleId,
    pub facility: FacilityId,
    /// As written on the document: "3.0".
    pub version: String,
    pub title: Name,
    /// 施行日: the first day (Asia/Tokyo) on which it is in force.
    pub effective_on: NaiveDate,
}

impl Rule {
    /// How refusals cite this rule.
    #[must_use]
    pub fn citation(&self, facility_slug: &str) -> Citation {
        Citation {
            title: self.title.clone(),
            version: self.version.clone(),
            facility_slug: facility_slug.to_owned(),
        }
    }
}

/// The version in force on a day: the latest that took effect on or before it.
#[must_use]
pub fn in_force(versions: &[Rule], day: NaiveDate) -> Option<&Rule> {
    versions
        .iter()
        .filter(|rule| rule.effective_on <= day)
        .max_by_key(|rule| (rule.effective_on, rule.id))
}

/// 同意: one person's consent to one version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Consent {
    pub user: UserId,
    pub rule: RuleId,
    pub at: Instant,
}

/// Records a consent.
#[must_use]
pub fn agree(user: UserId, rule: RuleId, at: Instant) -> Done<Consent> {
    let event = Event::about_user(Kind::RuleAgreed, user, Vec::new()).with("rule", rule);
    Done {
        value: Consent { user, rule, at },
        event,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(id: i64, version: &str, effective: &str) -> Rule {
        Rule {
            id: RuleId::new(id),
            facility: FacilityId::new(1),
            version: version.into(),
            title: Name::default(),
            effective_on: effective.parse().unwrap(),
        }
    }

    #[test]
    fn the_version_in_force_is_the_latest_that_took_effect() {
        let versions = [
            version(1, "2.1", "2026-04-01"),
            version(2, "3.0", "2027-01-01"),
        ];
        let on =
            |day: &str| in_force(&versions, day.parse().unwrap()).map(|rule| rule.version.as_str());
        assert_eq!(on("2026-03-31"), None);
        assert_eq!(on("2026-04-01"), Some("2.1"));
        assert_eq!(on("2026-12-31"), Some("2.1"));
        assert_eq!(on("2027-01-01"), Some("3.0"));
    }
}
