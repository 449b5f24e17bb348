//! The model's parameters: each with its value and the article that says it.

use std::collections::BTreeMap;

use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{ArticleRef, Setting, Sheet, Target};
use crate::domain::parameter::terms::Level;
use crate::domain::parameter::value::Value;
use crate::domain::rule::model::category::{Category, Night};
use crate::domain::rule::model::key;
use crate::domain::rule::model::said::{BINDING, Line, OF_ALL, OF_WHOLE};
use crate::domain::rule::model::shared::Shared;

/// What single instruments may say otherwise than their category, in the catalogue.
pub const EXCEPTIONS: &[(Parameter, (u32, &str))] = &[
    (Parameter::LeadBusinessDays, (key::PERIODS, "7")),
    (Parameter::HorizonDays, (key::PERIODS, "7")),
    (Parameter::ClosedCalendars, (key::EQUIPMENT, "3")),
];

/// The parameters of a facility with these categories and instruments.
pub fn of_facility(categories: &[&Category], shared: &[Shared<'_>]) -> Sheet {
    let mut settings: Vec<Setting> = OF_ALL
        .iter()
        .filter_map(|line| read(&Target::All, line))
        .collect();
    settings.extend(categories.iter().flat_map(|category| of_category(category)));
    let exceptions: Vec<Setting> = shared
        .iter()
        .flat_map(|one| of_resource(one, &settings))
        .collect();
    settings.extend(exceptions);
    sheet(settings)
}

/// The parameters of an institution's own regulation.
pub fn of_whole() -> Sheet {
    let setting = |line: &Line| {
        let setting = read(&Target::All, line)?;
        Some(Setting {
            binding: BINDING.contains(&setting.parameter),
            ..setting
        })
    };
    sheet(OF_WHOLE.iter().filter_map(setting).collect())
}

/// 謝辞文例, with the names of the facility in it.
pub fn thanks(text: &Name) -> Vec<Setting> {
    let of = |(parameter, text): (Parameter, &String)| {
        setting(&Target::All, parameter, text, (key::FORMS, "2"))
    };
    [
        (Parameter::AcknowledgementJa, &text.ja),
        (Parameter::AcknowledgementEn, &text.en),
    ]
    .into_iter()
    .filter_map(of)
    .collect()
}

/// The values for all instruments as texts say them, by the codes under which texts name them.
pub fn values(sheet: &Sheet) -> BTreeMap<&'static str, Name> {
    let said = |value: &Value| match value {
        Value::Numbers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
            Name {
                ja: numbers.join("・"),
                en: numbers.join(", "),
            }
        }
        value => Name {
            ja: value.to_string(),
            en: value.to_string(),
        },
    };
    let all = sheet.settings.iter();
    all.filter(|setting| setting.target == Target::All)
        .map(|setting| (setting.parameter.code(), said(&setting.value)))
        .collect()
}

fn sheet(settings: Vec<Setting>) -> Sheet {
    Sheet {
        settings,
        ..Sheet::default()
    }
}

fn of_category(category: &Category) -> Vec<Setting> {
    let target = Target::Category(category.code.to_owned());
    let mut said: Vec<(Parameter, String, &'static str)> =
        vec![(Parameter::Gates, category.gates.join(","), "3")];
    if let Some(booking) = category.booking {
        said.push((Parameter::LeadBusinessDays, booking.lead.to_string(), "1"));
        said.push((Parameter::HorizonDays, booking.horizon.to_string(), "1"));
        if let Some(free) = booking.free {
            said.push((Parameter::CancelFreeBusinessDays, free.to_string(), "2"));
            said.push((Parameter::CancelTiers, tiers(free), "2"));
        }
    }
    if !category.before_sending.is_empty() {
        let gates = category.before_sending.join(",");
        said.push((Parameter::GatesBeforeSending, gates, "4"));
    }
    for (parameter, number) in [
        (Parameter::SupervisedFirstSessions, category.supervised),
        (Parameter::QuotaHoursPerMonth, category.month_hours),
    ] {
        if number > 0 {
            said.push((parameter, number.to_string(), "5"));
        }
    }
    if category.through_the_night == Night::GoesOn {
        said.push((Parameter::OvernightBeforeClosedDay, "yes".to_owned(), "6"));
    }
    let of = |(parameter, value, article): &(Parameter, String, &'static str)| {
        setting(&target, *parameter, value, (key::PERIODS, *article))
    };
    let mut settings: Vec<Setting> = said.iter().filter_map(of).collect();
    settings.extend(of_gates(category, &target));
    settings
}

/// What gates need said beside being listed: how they are looked at, and how often.
fn of_gates(category: &Category, target: &Target) -> Vec<Setting> {
    let lines: [(&str, Line); 3] = [
        (
            "export_screening",
            (
                Parameter::ExportCheck,
                "office_decision",
                (key::PERIODS, "3"),
            ),
        ),
        (
            "chemical_sds",
            (Parameter::ChemicalsDeclaration, "sds", (key::PERIODS, "3")),
        ),
        (
            "org_pledge",
            (Parameter::OrgPledgeRequired, "yearly", (key::TERMS, "3")),
        ),
    ];
    let asked = lines
        .iter()
        .filter(|(gate, _)| category.gates.contains(gate));
    asked.filter_map(|(_, line)| read(target, line)).collect()
}

/// Free until so many business days before, then half, on the day itself all of it.
fn tiers(free: u32) -> String {
    match free {
        0 => String::new(),
        1 => "1:0,0:100".to_owned(),
        _ => format!("{free}:0,1:50,0:100"),
    }
}

/// What the catalogue says of an instrument otherwise than the model of its category.
fn of_resource(shared: &Shared<'_>, settings: &[Setting]) -> Vec<Setting> {
    let target = Target::Resource(shared.slug.to_owned());
    let category = Target::Category(shared.category.to_owned());
    let one = |(parameter, at): &(Parameter, (u32, &'static str))| {
        let term = shared.base.term(*parameter);
        let said = |target: &Target| {
            let mut settings = settings.iter();
            settings.find(|one| one.parameter == *parameter && one.target == *target)
        };
        let usual = said(&category).or_else(|| said(&Target::All))?;
        let differs = term.origin.level == Level::Catalogue && term.value != usual.value;
        differs.then(|| plain(&target, *parameter, term.value.clone(), *at))
    };
    EXCEPTIONS.iter().filter_map(one).collect()
}

fn read(target: &Target, (parameter, text, at): &Line) -> Option<Setting> {
    setting(target, *parameter, text, *at)
}

/// A value that can't be read would be left out; a test sees that none is.
fn setting(target: &Target, parameter: Parameter, text: &str, at: (u32, &str)) -> Option<Setting> {
    let value = parameter.entry().kind.read(text).ok()?;
    Some(plain(target, parameter, value, at))
}

fn plain(target: &Target, parameter: Parameter, value: Value, at: (u32, &str)) -> Setting {
    let (document, article) = at;
    Setting {
        target: target.clone(),
        parameter,
        value,
        article: Some(ArticleRef {
            document,
            article: article.to_owned(),
        }),
        binding: false,
    }
}

/// How many parameters the model sets for all instruments of a facility.
#[cfg(test)]
pub fn count() -> usize {
    OF_ALL.len() + 2
}
