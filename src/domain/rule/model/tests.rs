//! The model: clean on the real catalogue, the same in both languages, and saying what the machine keeps.

use super::*;
use crate::domain::catalogue_file;
use crate::domain::catalogue_file::entry::Entry;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::check::{Ground, check};
use crate::domain::parameter::setting::Target;
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::parameter::value::Value;
use crate::domain::refusal::Citation;
use crate::domain::rule::text;
use std::collections::BTreeSet;

const REAL: &str = include_str!("../../../../docs/catalogue.toml");

fn base(entry: &Entry) -> Terms {
    let number = Value::Number;
    let numbers = &entry.numbers;
    let codes = |text: &str| Value::Codes(text.split(',').map(str::to_owned).collect());
    Terms::of_catalogue(vec![
        (Parameter::SlotMinutes, number(numbers.slot_minutes)),
        (Parameter::MinMinutes, number(numbers.min_minutes)),
        (Parameter::MaxMinutes, number(numbers.max_minutes)),
        (
            Parameter::LeadBusinessDays,
            number(numbers.lead_business_days),
        ),
        (Parameter::HorizonDays, number(numbers.horizon_days)),
        (
            Parameter::ClosedCalendars,
            codes(&format!("{},facility", entry.closed_calendars)),
        ),
        (
            Parameter::OpenWindows,
            Parameter::OpenWindows
                .entry()
                .kind
                .read(&entry.windows)
                .unwrap(),
        ),
    ])
}

fn name(text: &str) -> Name {
    Name {
        ja: text.to_owned(),
        en: text.to_owned(),
    }
}

/// The model for the facility of a resource, with everything that the facility shares.
fn on<'a>(entries: &'a [(Entry, Terms)], facility: &str) -> (Text, Vec<Shared<'a>>) {
    let mine = entries
        .iter()
        .filter(|(entry, _)| entry.facility == facility);
    let shared: Vec<Shared<'a>> = mine
        .map(|(entry, base)| Shared {
            slug: &entry.slug,
            name: &entry.name,
            category: &entry.category,
            base,
        })
        .collect();
    let unit = Unit {
        institution: &name("I"),
        facility: &name("F"),
        shared: &shared,
    };
    (text(unit), shared)
}

fn catalogue() -> Vec<(Entry, Terms)> {
    let file = catalogue_file::read(REAL).unwrap();
    file.resources
        .into_iter()
        .map(|entry| {
            let base = base(&entry);
            (entry, base)
        })
        .collect()
}

#[test]
fn the_model_stands_on_every_resource_of_the_catalogue() {
    let entries = catalogue();
    assert!(entries.len() >= 49);
    let facilities: BTreeSet<&str> = entries
        .iter()
        .map(|(entry, _)| entry.facility.as_str())
        .collect();
    let whole = whole(&name("I"));
    assert_eq!(text::check(&whole), []);
    let citation = Citation::default();
    for facility in facilities {
        let (model, shared) = on(&entries, facility);
        assert_eq!(text::check(&model), [], "{facility}");
        let layers = [(true, &whole.sheet), (false, &model.sheet)].map(|(is_whole, sheet)| Layer {
            citation: &citation,
            is_whole,
            sheet,
        });
        let grounds: Vec<Ground<'_>> = shared
            .iter()
            .map(|one| Ground {
                subject: Subject {
                    category: one.category,
                    slug: one.slug,
                },
                base: one.base,
                layers: &layers,
            })
            .collect();
        assert_eq!(check(&model.sheet, &grounds), [], "{facility}");
        assert_eq!(check(&whole.sheet, &grounds), [], "{facility}");
        for ground in &grounds {
            let held = ground.base.under(&layers, ground.subject);
            for parameter in [Parameter::LeadBusinessDays, Parameter::HorizonDays] {
                let booked = table::ALL
                    .iter()
                    .any(|one| one.code == ground.subject.category && one.booking.is_some());
                if booked {
                    let (held, base) = (held.number(parameter), ground.base.number(parameter));
                    assert_eq!(held, base, "{parameter:?} of {}", ground.subject.slug);
                }
            }
            let of = |terms: &Terms| terms.codes(Parameter::ClosedCalendars).clone();
            assert_eq!(of(&held), of(ground.base), "{}", ground.subject.slug);
        }
    }
}

#[test]
fn without_instruments_it_speaks_of_every_category_of_the_catalogue() {
    let codes: BTreeSet<&str> = table::ALL.iter().map(|one| one.code).collect();
    let entries = catalogue();
    for (entry, _) in &entries {
        assert!(
            codes.contains(entry.category.as_str()),
            "{}",
            entry.category
        );
    }
    assert_eq!(codes.len(), 27);
    let (model, _) = on(&[], "none");
    assert_eq!(text::check(&model), []);
    assert_eq!(check(&model.sheet, &[]), []);
    for code in codes {
        let target = Target::Category(code.to_owned());
        assert!(
            model.sheet.of(Parameter::Gates, &target).is_some(),
            "{code}"
        );
    }
}

#[test]
fn both_languages_have_every_article_and_nothing_is_left_to_fill_in() {
    let entries = catalogue();
    let (model, _) = on(&entries, "ncvc-imaging");
    for text in [model, whole(&name("I"))] {
        for document in &text.documents {
            for article in &document.articles {
                let at = format!("{} {}", document.title.ja, article.number);
                assert!(
                    !article.body.ja.is_empty() && !article.body.en.is_empty(),
                    "{at}"
                );
                assert_eq!(
                    article.heading.ja.is_empty(),
                    article.number.is_empty(),
                    "{at}"
                );
                assert_eq!(
                    article.heading.en.is_empty(),
                    article.number.is_empty(),
                    "{at}"
                );
                for body in [&article.body.ja, &article.body.en] {
                    assert!(!body.contains(['{', '}']), "{at}: {body}");
                }
            }
        }
    }
    for plan in PLANS.iter().chain([&WHOLE]) {
        let numbers = |text: &str| -> Vec<String> {
            let headings = text.lines().filter(|line| line.starts_with("# "));
            headings
                .filter_map(|line| Some(line.split(' ').nth(1)?.to_owned()))
                .collect()
        };
        assert_eq!(numbers(plan.3.ja), numbers(plan.3.en), "{}", plan.2.0);
    }
}

#[test]
fn every_parameter_cites_an_article_and_none_is_lost() {
    let (model, _) = on(&[], "none");
    assert!(model.sheet.settings.iter().all(|one| one.article.is_some()));
    let of_all = model
        .sheet
        .settings
        .iter()
        .filter(|one| one.target == Target::All);
    assert_eq!(of_all.count(), sheet::count());
    let named: BTreeSet<Parameter> = model
        .sheet
        .settings
        .iter()
        .map(|one| one.parameter)
        .collect();
    assert!(named.len() >= 60, "{}", named.len());
}

#[test]
fn it_says_that_it_is_a_model_and_prints_the_values_that_the_machine_keeps() {
    let entries = catalogue();
    let (model, _) = on(&entries, "ncvc-imaging");
    let body = |document: u32, article: &str| {
        let document = model.document(document).unwrap();
        let found = document.articles.iter().find(|one| one.number == article);
        found.unwrap().body.clone()
    };
    assert!(body(key::RULE, "").ja.contains("ひな形（見本）"));
    assert!(body(key::RULE, "").en.contains("model"));
    assert!(body(key::BYLAW, "5").ja.contains("3件まで"));
    assert!(body(key::BYLAW, "9").ja.contains("60・30・7日前"));
    assert!(
        body(key::PERIODS, "1")
            .ja
            .contains("| 共焦点レーザー顕微鏡 | 3営業日前まで | 60日先まで |")
    );
    assert!(body(key::PERIODS, "2").en.contains("later 50%"));
    // what the facility does not have is not spoken of
    assert!(!body(key::PERIODS, "1").ja.contains("クライオ"));
    assert!(body(key::PERIODS, "7").ja.contains("該当なし"));
    let (nmr, _) = on(&entries, "riken-yokohama-nmr");
    let lead = nmr.sheet.of(
        Parameter::LeadBusinessDays,
        &Target::Resource("riken-nmr".into()),
    );
    assert_eq!(lead.map(|one| one.value.clone()), Some(Value::Number(20)));
}

#[test]
fn a_name_can_not_ask_for_words() {
    let odd = name("{facility} {lead} {");
    let text = whole(&odd);
    let first = &text.documents[0].articles[0];
    assert!(first.body.ja.contains("{facility} {lead} {"));
}
