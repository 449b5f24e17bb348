//! The rules of the demonstration: the model rule set for every facility, an institution's own
//! regulation, and the amendment that comes into force soon.

use std::sync::Arc;

use chrono::{Datelike, Months, NaiveDate};

use crate::cli::demo_world::amendment;
use crate::cli::demo_world::course::COURSES;
use crate::cli::demo_world::setting::set;
use crate::domain::id::{FacilityId, InstitutionId, RuleId, born};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Sheet, Target};
use crate::domain::parameter::terms::Terms;
use crate::domain::rule::model::shared::Shared;
use crate::domain::rule::model::{self, Unit, key};
use crate::domain::rule::text::Text;
use crate::domain::rule::{Draft, Rule};
use crate::domain::time::{Instant, fiscal_year};

/// The facility whose rule is amended.
pub const AMENDED: &str = "ncvc-imaging";
/// The instrument whose manager chooses among requests for the same time.
pub const CHOSEN: &str = "riken-nmr";
/// The instrument whose staff reserve their own time with its.
pub const ATTENDED: &str = "ncgg-aio";
/// The same as [`CHOSEN`] for storms, in which nothing else is asked.
const CONTESTED: &str = "ncgg-qpcr";
/// The facility that wants the agreement of its guests' institutions.
pub const ENDORSED: &str = "nibiohn-core";
/// The institution that has a regulation of its own.
pub const WHOLE: &str = "riken";

/// The training that is given already, and the category whose self operation needs it.
const ADVANCED: (&str, &str, &[&str]) = (AMENDED, "C1", &["advanced_optical"]);

/// The documents that an amendment changes; the others keep their first version.
const AMENDED_DOCUMENTS: [u32; 3] = [key::RULE, key::BYLAW, key::PERIODS];

/// Which rules the demonstration gets.
#[derive(Copy, Clone, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Rules {
    /// The model rule set with its parameters.
    Model,
    /// The model's text without parameters: nobody is limited or held up, for storms.
    Plain,
}

/// A unit that gets a rule.
#[derive(Clone, Debug)]
pub struct Facility {
    pub id: FacilityId,
    pub slug: String,
    pub name: Name,
    pub institution: Name,
    pub institution_id: InstitutionId,
    /// What it shares: address, name, category and what the catalogue says.
    pub shared: Vec<(String, Name, String, Arc<Terms>)>,
}

/// The versions of one facility: the one in force and, at the imaging facility, one that comes
/// into force soon, so that visitors can see what a revision asks of them.
#[must_use]
pub fn drafts(facility: &Facility, place: usize, at: Instant, rules: Rules) -> Vec<Draft> {
    let mut text = text(facility);
    if rules == Rules::Plain {
        choose(facility, CONTESTED, &mut text.sheet);
    }
    let begun = begun(at.day());
    let soon = month_after_next(at.day());
    let versions: Vec<(&str, NaiveDate, Text)> = match facility.slug.as_str() {
        "riken-cryoem" => vec![("3.0", begun, text)],
        AMENDED => vec![
            ("2.1", begun, text.clone()),
            ("3.0", soon, amendment::of(text)),
        ],
        _ => vec![("1.0", begun, text)],
    };
    versions
        .into_iter()
        .enumerate()
        .map(|(number, (version, effective_on, text))| {
            let count = u16::try_from(place * 8 + number).unwrap_or_default();
            let id = RuleId::new(born(at.unix(), 0, count));
            let title = Name {
                ja: format!("{} 共用設備利用規則（見本）", facility.name.ja),
                en: format!("{}: usage rule (model)", facility.name.en),
            };
            let rule = rule(facility, id, title, (version, effective_on));
            draft(rule, text, (begun, rules))
        })
        .collect()
}

/// The regulation of an institution as a whole.
#[must_use]
pub fn whole(unit: &Facility, place: usize, at: Instant, rules: Rules) -> Draft {
    let count = u16::try_from(place * 8).unwrap_or_default();
    let id = RuleId::new(born(at.unix(), 0, count));
    let title = Name {
        ja: format!("{} 共用設備利用規程（見本）", unit.institution.ja),
        en: format!(
            "{}: regulation on shared instruments (model)",
            unit.institution.en
        ),
    };
    let begun = begun(at.day());
    let rule = Rule {
        is_whole: true,
        ..rule(unit, id, title, ("1.0", begun))
    };
    draft(rule, model::whole(&unit.institution), (begun, rules))
}

/// In the first weeks of a fiscal year the bookings of the last one still need their rule.
fn begun(today: NaiveDate) -> NaiveDate {
    let begun = NaiveDate::from_ymd_opt(fiscal_year(today), 4, 1).unwrap_or(today);
    begun.checked_sub_months(Months::new(12)).unwrap_or(begun)
}

/// The first day of the month after the next.
fn month_after_next(today: NaiveDate) -> NaiveDate {
    today
        .with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(2)))
        .unwrap_or(today)
}

/// The model with the facility's courses, and companies where it takes them.
fn text(facility: &Facility) -> Text {
    let shared: Vec<Shared<'_>> = facility
        .shared
        .iter()
        .map(|(slug, name, category, base)| Shared {
            slug,
            name,
            category,
            base,
        })
        .collect();
    let mut text = model::text(Unit {
        institution: &facility.institution,
        facility: &facility.name,
        shared: &shared,
    });
    let courses = COURSES
        .iter()
        .map(|one| (one.facility, one.code, one.categories));
    let mine = courses
        .chain([ADVANCED])
        .filter(|(owner, ..)| *owner == facility.slug);
    for (_, course, categories) in mine {
        let targets = categories.iter().map(|code| match *code {
            "" => Target::All,
            code => Target::Category(code.to_owned()),
        });
        let by = Parameter::TrainingRequired;
        let settings = targets.filter_map(|target| set(target, by, course, (key::BYLAW, "8")));
        text.sheet.settings.extend(settings);
    }
    choose(facility, CHOSEN, &mut text.sheet);
    if facility.slug == ENDORSED {
        let (by, settings) = (Parameter::ApprovalChain, &mut text.sheet.settings);
        settings.retain(|one| one.parameter != by);
        settings.extend(set(Target::All, by, "standard", (key::BYLAW, "6")));
    }
    attend(facility, &mut text.sheet);
    if facility.slug.starts_with("aist-") {
        open_to_companies(&mut text);
    }
    text
}

/// 選考: where this instrument is the facility's, its manager chooses.
fn choose(facility: &Facility, slug: &str, sheet: &mut Sheet) {
    if facility.shared.iter().any(|(known, ..)| known == slug) {
        let target = Target::Resource(slug.to_owned());
        let by = Parameter::PriorityRule;
        let chosen = set(target, by, "manager_decides", (key::BYLAW, "3"));
        sheet.settings.extend(chosen);
    }
}

/// 立会い: where this instrument is the facility's, assisted use reserves its staff's own time.
fn attend(facility: &Facility, sheet: &mut Sheet) {
    if facility.shared.iter().any(|(slug, ..)| slug == ATTENDED) {
        let target = Target::Resource(ATTENDED.to_owned());
        let (by, modes) = (Parameter::AttendantCalendar, "assisted,proxy");
        sheet
            .settings
            .extend(set(target, by, modes, (key::RULE, "7")));
    }
}

/// 企業の利用: where an institution works for industry.
fn open_to_companies(text: &mut Text) {
    let classes = "own,inhouse,university,public,company";
    let settings = &mut text.sheet.settings;
    settings.retain(|one| one.parameter != Parameter::EligibleOrgClasses);
    settings.extend(set(
        Target::All,
        Parameter::EligibleOrgClasses,
        classes,
        (key::RULE, "5"),
    ));
    let articles = text.documents.iter_mut().flat_map(|one| &mut one.articles);
    for body in articles.map(|article| &mut article.body) {
        body.ja = body.ja.replace(
            "    - 国又は地方公共団体の試験研究機関その他の公的機関",
            "    - 国又は地方公共団体の試験研究機関その他の公的機関\n    - 企業（約款による。）",
        );
        body.en = body.en.replace(
            "    - public research institutes and other public bodies",
            "    - public research institutes and other public bodies\n    - companies (under the terms)",
        );
    }
}

fn rule(
    unit: &Facility,
    id: RuleId,
    title: Name,
    (version, effective_on): (&str, NaiveDate),
) -> Rule {
    Rule {
        id,
        facility: unit.id,
        version: version.to_owned(),
        title,
        effective_on,
        institution: unit.institution_id,
        is_whole: false,
        grace_days: 30,
    }
}

fn draft(rule: Rule, mut text: Text, (begun, rules): (NaiveDate, Rules)) -> Draft {
    for document in &mut text.documents {
        let is_main = AMENDED_DOCUMENTS.contains(&document.key);
        let is_amended = is_main && rule.effective_on > begun;
        document.version = match is_main {
            true => rule.version.clone(),
            false => "1.0".to_owned(),
        };
        document.enacted_on = Some(begun);
        document.amended_on = is_amended.then_some(rule.effective_on);
    }
    if rules == Rules::Plain {
        let contested = Target::Resource(CONTESTED.to_owned());
        let mut settings = text.sheet.settings;
        settings.retain(|one| match one.parameter {
            Parameter::PriorityRule => one.target == contested,
            // attendants limit nobody who operates alone
            parameter => parameter == Parameter::AttendantCalendar,
        });
        text.sheet = Sheet {
            settings,
            ..Sheet::default()
        };
    }
    Draft { rule, text }
}
