//! ひな形: the model rule set that a facility can start from, in Japanese and English.
//!
//! Written for this project from the structure that real rules have in common (domain dossier §3.1),
//! with the typical values of §3.3 and §2.3. Its texts say of themselves that they are a model, and
//! the values in them come from its parameters, so that text and machine say the same.

mod annex;
pub mod category;
pub mod key;
mod parse;
mod said;
pub mod shared;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::domain::name::Name;
use crate::domain::parameter::setting::Sheet;
use crate::domain::rule::document::{Document, DocumentKind};
use crate::domain::rule::model::category::Category;
use crate::domain::rule::model::parse::Source;
use crate::domain::rule::model::shared::Shared;
use crate::domain::rule::text::Text;

/// The facility that the model is filled in for.
#[derive(Copy, Clone, Debug)]
pub struct Unit<'a> {
    pub institution: &'a Name,
    pub facility: &'a Name,
    /// What it shares; with nothing, the model speaks of every category.
    pub shared: &'a [Shared<'a>],
}

/// A document's key, kind, title and text.
type Plan = (u32, DocumentKind, (&'static str, &'static str), Source);

macro_rules! source {
    ($name:literal) => {
        Source {
            ja: include_str!(concat!("text/", $name, ".ja.md")),
            en: include_str!(concat!("text/", $name, ".en.md")),
        }
    };
}

const PLANS: [Plan; 6] = [
    (
        key::RULE,
        DocumentKind::Rule,
        ("共用設備利用規則", "Usage rule for shared instruments"),
        source!("rule"),
    ),
    (
        key::BYLAW,
        DocumentKind::Bylaw,
        ("共用設備利用細則", "Bylaw on the use of shared instruments"),
        source!("bylaw"),
    ),
    (
        key::EQUIPMENT,
        DocumentKind::Annex,
        ("別表1 共用設備", "Annex 1: shared instruments"),
        source!("annex1"),
    ),
    (
        key::PERIODS,
        DocumentKind::Annex,
        ("別表2 期間及び期限", "Annex 2: periods and deadlines"),
        source!("annex2"),
    ),
    (
        key::FORMS,
        DocumentKind::Form,
        ("様式", "Forms"),
        source!("form"),
    ),
    (
        key::TERMS,
        DocumentKind::Terms,
        (
            "共用設備利用約款（機関外の利用者）",
            "Terms for users of other institutions",
        ),
        source!("terms"),
    ),
];

const WHOLE: Plan = (
    key::RULE,
    DocumentKind::Regulation,
    ("共用設備利用規程", "Regulation on shared instruments"),
    source!("whole"),
);

/// The model rule set of a facility.
#[must_use]
pub fn text(unit: Unit<'_>) -> Text {
    let categories = categories(unit.shared);
    let mut sheet = sheet::of_facility(&categories, unit.shared);
    let thanks = thanks(unit);
    sheet.settings.extend(sheet::thanks(&thanks));
    let mut words = words(&sheet, unit.institution, unit.facility);
    words.extend(annex::tables(&categories, unit.shared, &sheet));
    Text {
        documents: PLANS.iter().map(|plan| document(plan, &words)).collect(),
        sheet,
    }
}

/// The model of an institution's own regulation, which applies to all its facilities.
#[must_use]
pub fn whole(institution: &Name) -> Text {
    let sheet = sheet::of_whole();
    let words = words(&sheet, institution, &Name::default());
    Text {
        documents: vec![document(&WHOLE, &words)],
        sheet,
    }
}

/// 謝辞文例
fn thanks(unit: Unit<'_>) -> Name {
    let (institution, facility) = (unit.institution, unit.facility);
    Name {
        ja: format!(
            "本研究の一部は、{}{}の共用設備を利用して行った。",
            institution.ja, facility.ja
        ),
        en: format!(
            "Part of this work was done with shared instruments of {}, {}.",
            facility.en, institution.en
        ),
    }
}

/// The categories of what a facility shares, in the order of the model.
fn categories(shared: &[Shared<'_>]) -> Vec<&'static Category> {
    let is_shared = |category: &&Category| {
        shared.is_empty() || shared.iter().any(|one| one.category == category.code)
    };
    table::ALL.iter().filter(is_shared).collect()
}

/// What stands in braces in the texts: names, and the values of parameters.
fn words(sheet: &Sheet, institution: &Name, facility: &Name) -> BTreeMap<&'static str, Name> {
    let mut words = sheet::values(sheet);
    words.insert("institution", institution.clone());
    words.insert("facility", facility.clone());
    words
}

fn document(plan: &Plan, words: &BTreeMap<&str, Name>) -> Document {
    let (key, kind, (ja, en), source) = plan;
    let fill = |body: &Name| Name {
        ja: filled(&body.ja, words, |name| &name.ja),
        en: filled(&body.en, words, |name| &name.en),
    };
    Document {
        key: *key,
        kind: *kind,
        title: Name {
            ja: (*ja).to_owned(),
            en: (*en).to_owned(),
        },
        version: String::new(),
        enacted_on: None,
        amended_on: None,
        effective_on: None,
        articles: parse::articles(*source, fill),
        files: Vec::new(),
    }
}

/// Puts words in for "{code}"; once, so that no name can ask for another.
fn filled(text: &str, words: &BTreeMap<&str, Name>, of: fn(&Name) -> &String) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        written.push_str(before);
        let known = after
            .split_once('}')
            .and_then(|(code, after)| Some((words.get(code)?, after)));
        match known {
            Some((word, after)) => {
                written.push_str(of(word));
                rest = after;
            }
            None => {
                written.push('{');
                rest = after;
            }
        }
    }
    written.push_str(rest);
    written
}
