//! 利用規則: versioned usage rules, and which version is in force on a day.

pub mod announce;
pub mod diff;
pub mod document;
pub mod draft;
pub mod impact;
pub mod issued;
pub mod model;
pub mod pdf;
pub mod text;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::actor::{Actor, Role, Who};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{FacilityId, InstitutionId, RuleId, UserId};
use crate::domain::name::Name;
use crate::domain::refusal::Citation;
use crate::domain::rule::text::Text;
use crate::domain::time::Instant;

/// One published version of a facility's usage rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    pub id: RuleId,
    /// The unit that owns it: a facility, or the institution as a whole.
    pub facility: FacilityId,
    pub institution: InstitutionId,
    /// Whether it is the institution's own rule, which applies to all its facilities.
    pub is_whole: bool,
    /// As written on the document: "3.0".
    pub version: String,
    pub title: Name,
    /// 施行日: the first day (Asia/Tokyo) on which it is in force.
    pub effective_on: NaiveDate,
    /// 再同意の猶予: so many days from the effective day on, bookings that stood already may wait for
    /// a new consent.
    pub grace_days: u32,
}

impl Rule {
    /// Whether it applies to a facility of an institution.
    #[must_use]
    pub fn applies_to(&self, facility: FacilityId, institution: InstitutionId) -> bool {
        self.facility == facility || self.is_whole && self.institution == institution
    }

    /// Whether the title says that this is a model for demonstrations (「見本」), not a rule that an
    /// institution made.
    #[must_use]
    pub fn is_model(&self) -> bool {
        self.title.ja.contains("見本")
    }

    /// How refusals cite this rule.
    #[must_use]
    pub fn citation(&self, facility_slug: &str) -> Citation {
        Citation {
            title: self.title.clone(),
            version: self.version.clone(),
            facility_slug: facility_slug.to_owned(),
            document: None,
            document_key: None,
            article: None,
        }
    }
}

/// The version in force on a day, of the facility if it has one, else of its institution: the latest
/// that took effect on or before the day.
#[must_use]
pub fn in_force(versions: &[Rule], day: NaiveDate) -> Option<&Rule> {
    in_force_all(versions, day).pop()
}

/// The versions in force on a day, one of each unit: the institution's own first.
#[must_use]
pub fn in_force_all(versions: &[Rule], day: NaiveDate) -> Vec<&Rule> {
    let mut latest: BTreeMap<(bool, FacilityId), &Rule> = BTreeMap::new();
    for rule in versions.iter().filter(|rule| rule.effective_on <= day) {
        let place = latest
            .entry((!rule.is_whole, rule.facility))
            .or_insert(rule);
        if (rule.effective_on, rule.id) > (place.effective_on, place.id) {
            *place = rule;
        }
    }
    latest.into_values().collect()
}

/// 施行日 of the versions that are still to come, sorted.
#[must_use]
pub fn coming(versions: &[Rule], today: NaiveDate) -> Vec<NaiveDate> {
    let days: BTreeSet<NaiveDate> = versions
        .iter()
        .map(|rule| rule.effective_on)
        .filter(|day| *day > today)
        .collect();
    days.into_iter().collect()
}

/// Longest version, in characters.
const VERSION_LONGEST: usize = 20;

/// A version on its way to being published, with its documents and parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    pub rule: Rule,
    pub text: Text,
}

/// 公開: the version counts from its effective date on.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the house, an administrator or an officer of the facility's
/// institution publishes; a fault if the draft can't be one (there is no form for it yet).
pub fn publish(draft: Draft, institution: InstitutionId, by: &Actor) -> Act<Draft> {
    let speaks = by.who == Who::House
        || by.holds(|role| {
            matches!(role, Role::Administrator) || role == Role::InstitutionOfficer(institution)
        });
    if !speaks {
        return Err(Halt::NotAllowed);
    }
    let version = &draft.rule.version;
    if !is_version(version) {
        return Err(Halt::broken(format!(
            "'{version}' can't be a version of a rule"
        )));
    }
    if let Some(problem) = text::check(&draft.text).first() {
        return Err(Halt::broken(format!(
            "the text can't be published: {problem:?}"
        )));
    }
    let event = Event::of(Kind::RulePublished)
        .with("rule", draft.rule.id)
        .with("facility", draft.rule.facility)
        .with("version", version)
        .with("effective_on", draft.rule.effective_on);
    Ok(Done {
        value: draft,
        event,
    })
}

/// Whether a text can be the number of a version: "3.0", "2027-a".
#[must_use]
pub fn is_version(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
    !text.is_empty() && text.len() <= VERSION_LONGEST && text.chars().all(plain)
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
    use crate::domain::actor::Person;
    use crate::domain::language::Language;

    fn by(roles: &[Role]) -> Actor {
        let person = Person {
            id: UserId::new(1),
            name: String::new(),
            email: String::new(),
            language: Language::Ja,
            institution: InstitutionId::new(7),
            roles: roles.to_vec(),
        };
        Actor {
            who: Who::Person(person),
            at: Instant::from_unix(0),
        }
    }

    fn draft(number: &str, body: &str) -> Draft {
        Draft {
            rule: version(1, number, "2026-04-01"),
            text: Text::plain(
                Name::default(),
                Name {
                    ja: body.into(),
                    en: body.into(),
                },
            ),
        }
    }

    #[test]
    fn only_who_speaks_for_the_institution_publishes() {
        let owner = InstitutionId::new(7);
        let try_as = |by: &Actor| publish(draft("1.0", "# A"), owner, by).is_ok();
        assert!(try_as(&Actor::house(Instant::from_unix(0))));
        assert!(try_as(&by(&[Role::Administrator])));
        assert!(try_as(&by(&[Role::InstitutionOfficer(owner)])));
        assert!(!try_as(&by(&[])));
        assert!(!try_as(&by(&[
            Role::InstitutionOfficer(InstitutionId::new(8)),
            Role::FacilityManager(FacilityId::new(1)),
            Role::Council,
        ])));
        assert!(!try_as(&Actor {
            who: Who::Stranger,
            at: Instant::from_unix(0),
        }));
    }

    #[test]
    fn a_version_is_short_and_a_body_is_bounded() {
        let house = Actor::house(Instant::from_unix(0));
        let owner = InstitutionId::new(7);
        for number in ["", "1/0", "一", "..%2f", "1234567890.1234567890"] {
            assert!(
                publish(draft(number, "# A"), owner, &house).is_err(),
                "{number}"
            );
        }
        assert!(publish(draft("1.0", ""), owner, &house).is_err());
        let long = "x".repeat(text::ARTICLE_LONGEST + 1);
        assert!(publish(draft("1.0", &long), owner, &house).is_err());
    }

    fn version(id: i64, version: &str, effective: &str) -> Rule {
        Rule {
            id: RuleId::new(id),
            facility: FacilityId::new(1),
            version: version.into(),
            title: Name::default(),
            effective_on: effective.parse().unwrap(),
            institution: InstitutionId::new(7),
            is_whole: false,
            grace_days: 30,
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

    #[test]
    fn the_institutions_own_rule_stands_beside_the_facilitys() {
        let whole = Rule {
            facility: FacilityId::new(9),
            is_whole: true,
            ..version(3, "1.0", "2026-10-01")
        };
        let versions = [version(1, "2.1", "2026-04-01"), whole.clone()];
        let on = |day: &str| -> Vec<i64> {
            in_force_all(&versions, day.parse().unwrap())
                .iter()
                .map(|rule| rule.id.number())
                .collect()
        };
        assert_eq!(on("2026-04-01"), [1]);
        assert_eq!(on("2026-10-01"), [3, 1]);
        let day = "2026-10-01".parse().unwrap();
        assert_eq!(
            in_force(&versions, day).map(|rule| rule.id),
            Some(RuleId::new(1))
        );
        assert_eq!(
            in_force(&versions[1..], day).map(|rule| rule.id),
            Some(RuleId::new(3))
        );
        assert!(whole.applies_to(FacilityId::new(1), InstitutionId::new(7)));
        assert!(!whole.applies_to(FacilityId::new(1), InstitutionId::new(8)));
    }
}
