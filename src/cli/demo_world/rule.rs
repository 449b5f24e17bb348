//! The model rules of the demonstration: one text for all facilities, with their names in it.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::id::{FacilityId, InstitutionId, RuleId, born};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::rule::text::Text;
use crate::domain::rule::{Draft, Rule};
use crate::domain::time::{Instant, fiscal_year};
use crate::words::when;

const JA: &str = include_str!("rule.ja.md");
const EN: &str = include_str!("rule.en.md");

/// A facility that gets a rule.
#[derive(Clone, Debug)]
pub struct Facility {
    pub id: FacilityId,
    pub slug: String,
    pub name: Name,
    pub institution: Name,
    pub institution_id: InstitutionId,
}

/// The versions of one facility: the one in force and, at the imaging facility, one that comes
/// into force soon, so that visitors can see what a revision asks of them.
#[must_use]
pub fn drafts(facility: &Facility, place: usize, at: Instant) -> Vec<Draft> {
    let today = at.day();
    let begun = NaiveDate::from_ymd_opt(fiscal_year(today), 4, 1).unwrap_or(today);
    // in the first weeks of a fiscal year the bookings of the last one still need their rule
    let begun = begun.checked_sub_months(Months::new(12)).unwrap_or(begun);
    let versions: Vec<(&str, NaiveDate)> = match facility.slug.as_str() {
        "riken-cryoem" => vec![("3.0", begun)],
        "ncvc-imaging" => vec![("2.1", begun), ("3.0", month_after_next(today))],
        _ => vec![("1.0", begun)],
    };
    versions
        .into_iter()
        .enumerate()
        .map(|(number, (version, effective_on))| {
            let count = u16::try_from(place * 8 + number).unwrap_or_default();
            let id = RuleId::new(born(at.unix(), 0, count));
            draft(facility, id, version, effective_on)
        })
        .collect()
}

/// The first day of the month after the next.
fn month_after_next(today: NaiveDate) -> NaiveDate {
    today
        .with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(2)))
        .unwrap_or(today)
}

fn draft(facility: &Facility, id: RuleId, version: &str, effective_on: NaiveDate) -> Draft {
    let fill = |text: &str, language: Language| {
        let (institution, name) = match language {
            Language::Ja => (&facility.institution.ja, &facility.name.ja),
            Language::En => (&facility.institution.en, &facility.name.en),
        };
        text.replace("{institution}", institution)
            .replace("{facility}", name)
            .replace("{version}", version)
            .replace("{effective}", &when::day_with_year(language, effective_on))
    };
    Draft {
        rule: Rule {
            id,
            facility: facility.id,
            version: version.to_owned(),
            title: Name {
                ja: format!("{} 共用設備利用規則（見本）", facility.name.ja),
                en: format!("{}: usage rule (model)", facility.name.en),
            },
            effective_on,
            institution: facility.institution_id,
            is_whole: false,
            grace_days: 30,
        },
        text: Text::plain(
            Name::default(),
            Name {
                ja: fill(JA, Language::Ja),
                en: fill(EN, Language::En),
            },
        ),
    }
}
