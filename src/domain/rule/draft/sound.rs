//! 検証: what in a draft contradicts itself, on every resource it would be for.

use chrono::NaiveDate;

use crate::domain::id::{FacilityId, RuleId};
use crate::domain::parameter::check::{Contradiction, Ground, check};
use crate::domain::parameter::setting::Target;
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::refusal::Citation;
use crate::domain::rule::draft::Amendment;
use crate::domain::rule::draft::publication::version_of;
use crate::domain::rule::draft::unit::Shared;
use crate::domain::rule::issued::Issued;
use crate::domain::rule::{Rule, in_force_all};

/// What stands around a draft.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Around {
    pub shared: Vec<Shared>,
    /// Published versions of the institution's units, the draft's own unit among them.
    pub issued: Vec<Issued>,
}

/// Every contradiction that a draft would bring if it came into force on this day.
#[must_use]
pub fn contradictions(
    amendment: &Amendment,
    around: &Around,
    day: NaiveDate,
) -> Vec<Contradiction> {
    let citation = Citation::default();
    let mine = Layer {
        citation: &citation,
        is_whole: amendment.unit.is_whole,
        sheet: &amendment.text.sheet,
    };
    let others: Vec<&Issued> = others(amendment, around, day);
    let layers: Vec<Vec<Layer<'_>>> = around
        .shared
        .iter()
        .map(|shared| layers(mine, &others, shared.facility))
        .collect();
    let grounds: Vec<Ground<'_>> = around
        .shared
        .iter()
        .zip(&layers)
        .map(|(shared, layers)| Ground {
            subject: Subject {
                category: &shared.category,
                slug: &shared.slug,
            },
            base: &shared.base,
            layers,
        })
        .collect();
    check(&amendment.text.sheet, &grounds)
}

/// What would hold for a target if the draft said nothing for it: from wider levels, each with its origin.
#[must_use]
pub fn inherited(amendment: &Amendment, around: &Around, day: NaiveDate, target: &Target) -> Terms {
    let others = others(amendment, around, day);
    let of = |slug: &str| around.shared.iter().find(|one| one.slug == slug);
    let (category, slug, base, facility) = match target {
        Target::All => ("", "", None, amendment.unit.facility),
        Target::Category(code) => (code.as_str(), "", None, amendment.unit.facility),
        Target::Resource(slug) => {
            let known = of(slug);
            let category = known.map_or("", |one| one.category.as_str());
            let facility = known.map_or(amendment.unit.facility, |one| one.facility);
            (
                category,
                slug.as_str(),
                known.map(|one| &one.base),
                facility,
            )
        }
    };
    let rule = version_of(amendment, RuleId::new(0), day);
    let citation = rule.citation(&amendment.unit.slug);
    let mut sheet = amendment.text.sheet.clone();
    sheet.settings.retain(|one| one.target != *target);
    let documents = amendment.text.documents.iter();
    sheet.titles = documents.map(|one| (one.key, one.title.clone())).collect();
    let mine = Layer {
        citation: &citation,
        is_whole: amendment.unit.is_whole,
        sheet: &sheet,
    };
    let mut layers = layers(mine, &others, facility);
    if *target == Target::All {
        // of a whole institution's rule the facilities' own are nearer, not wider
        layers.retain(|layer| layer.is_whole || !mine.is_whole);
    }
    let terms = base.cloned().unwrap_or_default();
    terms.under(&layers, Subject { category, slug })
}

/// The versions of other units that would be in force beside it.
fn others<'a>(amendment: &Amendment, around: &'a Around, day: NaiveDate) -> Vec<&'a Issued> {
    let rules: Vec<Rule> = around.issued.iter().map(|one| one.rule.clone()).collect();
    let in_force: Vec<_> = in_force_all(&rules, day)
        .into_iter()
        .map(|rule| rule.id)
        .collect();
    around
        .issued
        .iter()
        .filter(|one| one.rule.facility != amendment.unit.facility)
        .filter(|one| in_force.contains(&one.rule.id))
        .collect()
}

/// The layers of a resource of a facility, the widest first.
fn layers<'a>(mine: Layer<'a>, others: &[&'a Issued], facility: FacilityId) -> Vec<Layer<'a>> {
    let beside = others
        .iter()
        .filter(|one| one.rule.is_whole != mine.is_whole)
        .filter(|one| one.rule.is_whole || one.rule.facility == facility)
        .map(|one| Layer {
            citation: &one.citation,
            is_whole: one.rule.is_whole,
            sheet: &one.sheet,
        });
    let mut layers: Vec<Layer<'a>> = std::iter::once(mine).chain(beside).collect();
    layers.sort_by_key(|layer| !layer.is_whole);
    layers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ResourceId;
    use crate::domain::name::Name;
    use crate::domain::parameter::Parameter;
    use crate::domain::parameter::clash::Clash;
    use crate::domain::parameter::setting::{Setting, Sheet};
    use crate::domain::parameter::value::Value;
    use crate::domain::rule::draft::sample::amendment;

    fn setting(parameter: Parameter, number: i64) -> Setting {
        Setting {
            target: Target::All,
            parameter,
            value: Value::Number(number),
            article: None,
            binding: false,
        }
    }

    fn around(whole: Vec<Setting>) -> Around {
        let day = "2026-04-01".parse().unwrap();
        let mut rule = version_of(&amendment(), RuleId::new(5), day);
        rule.facility = FacilityId::new(9);
        rule.is_whole = true;
        Around {
            shared: vec![Shared {
                id: ResourceId::new(1),
                slug: "x".into(),
                name: Name::default(),
                category: "tem".into(),
                facility: FacilityId::new(1),
                base: Terms::of_catalogue(vec![(Parameter::MaxMinutes, Value::Number(120))]),
            }],
            issued: vec![Issued {
                citation: rule.citation("whole"),
                rule,
                sheet: Sheet {
                    settings: whole,
                    ..Sheet::default()
                },
            }],
        }
    }

    fn clashes(draft: Vec<Setting>, whole: Vec<Setting>) -> Vec<Clash> {
        let mut drafted = amendment();
        drafted.text.sheet.settings = draft;
        let day = "2027-01-01".parse().unwrap();
        let found = contradictions(&drafted, &around(whole), day);
        found.into_iter().map(|one| one.clash).collect()
    }

    #[test]
    fn a_draft_is_checked_with_the_catalogue_and_the_institutions_own_rule() {
        let min = |number| setting(Parameter::MinMinutes, number);
        let unit = setting(Parameter::SlotMinutes, 60);
        assert_eq!(clashes(vec![min(60)], vec![]), []);
        assert_eq!(
            clashes(vec![min(180)], vec![]),
            [Clash::ShortestOverLongest]
        );
        let wider = setting(Parameter::MaxMinutes, 240);
        assert_eq!(clashes(vec![min(180)], vec![wider]), []);
        assert_eq!(clashes(vec![min(90)], vec![unit]), [Clash::UnitAndShortest]);
    }
}
