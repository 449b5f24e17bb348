//! Published versions with their parameters, and what holds from which day on.

use chrono::NaiveDate;

use crate::domain::parameter::setting::Sheet;
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::refusal::Citation;
use crate::domain::rule::{Rule, coming, in_force_all};

/// A published version with what it says of parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issued {
    pub rule: Rule,
    pub citation: Citation,
    pub sheet: Sheet,
}

/// The terms of one resource today, first, and from each later day on which another version comes
/// into force.
#[must_use]
pub fn periods<'a>(
    base: &Terms,
    issued: impl Iterator<Item = &'a Issued>,
    subject: Subject<'_>,
    today: NaiveDate,
) -> Vec<(NaiveDate, Terms)> {
    let issued: Vec<&Issued> = issued.collect();
    let rules: Vec<Rule> = issued.iter().map(|one| one.rule.clone()).collect();
    let on = |day: NaiveDate| {
        let in_force = in_force_all(&rules, day);
        let layers: Vec<Layer<'_>> = in_force
            .iter()
            .filter_map(|rule| issued.iter().find(|one| one.rule.id == rule.id))
            .map(|one| Layer {
                citation: &one.citation,
                is_whole: one.rule.is_whole,
                sheet: &one.sheet,
            })
            .collect();
        (day, base.under(&layers, subject))
    };
    std::iter::once(today)
        .chain(coming(&rules, today))
        .map(on)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{FacilityId, InstitutionId, RuleId};
    use crate::domain::name::Name;
    use crate::domain::parameter::Parameter;
    use crate::domain::parameter::setting::{ArticleRef, Setting, Target};
    use crate::domain::parameter::terms::Level;
    use crate::domain::parameter::value::Value;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn lead(target: Target, days: i64, binding: bool) -> Setting {
        Setting {
            target,
            parameter: Parameter::LeadBusinessDays,
            value: Value::Number(days),
            article: Some(ArticleRef {
                document: 1,
                article: "7".into(),
            }),
            binding,
        }
    }

    fn issued(id: i64, effective: &str, is_whole: bool, settings: Vec<Setting>) -> Issued {
        let rule = Rule {
            id: RuleId::new(id),
            facility: FacilityId::new(if is_whole { 9 } else { 1 }),
            institution: InstitutionId::new(1),
            is_whole,
            version: format!("{id}.0"),
            title: Name::default(),
            effective_on: day(effective),
            grace_days: 30,
        };
        Issued {
            citation: rule.citation("unit"),
            rule,
            sheet: Sheet {
                titles: [(1, Name::default())].into(),
                settings,
            },
        }
    }

    const TEM: Subject<'_> = Subject {
        category: "tem",
        slug: "x-tem",
    };

    fn leads(all: &[Issued], today: &str) -> Vec<(String, i64, Level)> {
        let base = Terms::of_catalogue(vec![(Parameter::LeadBusinessDays, Value::Number(1))]);
        periods(&base, all.iter(), TEM, day(today))
            .iter()
            .map(|(from, terms)| {
                let term = terms.term(Parameter::LeadBusinessDays);
                let lead = terms.number(Parameter::LeadBusinessDays);
                (from.to_string(), lead, term.origin.level)
            })
            .collect()
    }

    #[test]
    fn the_nearest_level_wins_and_each_version_counts_from_its_day() {
        let all = [
            issued(1, "2026-04-01", false, vec![lead(Target::All, 3, false)]),
            issued(
                2,
                "2027-01-01",
                false,
                vec![
                    lead(Target::Category("tem".into()), 10, false),
                    lead(Target::Resource("other".into()), 20, false),
                    lead(Target::All, 4, false),
                ],
            ),
        ];
        assert_eq!(
            leads(&all, "2026-12-01"),
            [
                ("2026-12-01".to_owned(), 3, Level::Facility),
                ("2027-01-01".to_owned(), 10, Level::Category),
            ]
        );
        assert_eq!(
            leads(&all, "2026-03-01").first(),
            Some(&("2026-03-01".to_owned(), 1, Level::Catalogue))
        );
    }

    #[test]
    fn a_binding_value_of_the_institution_can_be_tightened_but_not_loosened() {
        let whole = |binding| issued(3, "2026-04-01", true, vec![lead(Target::All, 5, binding)]);
        let facility = |days| issued(1, "2026-04-01", false, vec![lead(Target::All, days, false)]);
        let held = |all: &[Issued]| leads(all, "2026-05-01").remove(0);
        let at = "2026-05-01".to_owned();
        assert_eq!(
            held(&[facility(2), whole(false)]),
            (at.clone(), 2, Level::Facility)
        );
        assert_eq!(
            held(&[facility(2), whole(true)]),
            (at.clone(), 5, Level::Institution)
        );
        assert_eq!(held(&[facility(9), whole(true)]), (at, 9, Level::Facility));
    }
}
