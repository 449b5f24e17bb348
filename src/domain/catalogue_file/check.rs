//! Checks a file that has the right shape, and builds the catalogue from it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use toml::value::Datetime;
use toml::{Spanned, Value};

use crate::domain::catalogue_file::entry::{Catalogue, Facility, Institution, Term};
use crate::domain::catalogue_file::problem::Findings;
use crate::domain::catalogue_file::resource::{self, Codes};
use crate::domain::catalogue_file::shape;
use crate::domain::name::Name;
use crate::domain::time::parse_day;

/// The version of the file's format that is read here.
const SCHEMA_VERSION: i64 = 1;
/// Longest id; ids stand in addresses.
const LONGEST_ID: usize = 64;

/// The catalogue of a file; everything wrong with it is noted.
pub fn catalogue(file: &shape::File, findings: &mut Findings<'_>) -> Catalogue {
    if *file.schema_version.as_ref() != SCHEMA_VERSION {
        let text = format!("only version {SCHEMA_VERSION} can be read");
        findings.note(file.schema_version.span(), "schema_version", text);
    }
    let terms = terms(file, findings);
    let codes = codes(file, findings);
    let mut seen = Seen::default();
    let (mut facilities, mut resources) = (Vec::new(), Vec::new());
    for one in &file.institution {
        seen.institution.check(&one.id, "institution", findings);
        for facility in &one.facility {
            seen.facility.check(&facility.id, "facility", findings);
            named(&facility.id, &facility.name_ja, &facility.name_en, findings);
            facilities.push(built_facility(facility, one.id.as_ref()));
            for own in &facility.resource {
                seen.resource.check(&own.id, "resource", findings);
                named(&own.id, &own.name_ja, &own.name_en, findings);
                resources.extend(resource::entry(own, facility.id.as_ref(), &codes, findings));
            }
        }
    }
    Catalogue {
        terms,
        institutions: institutions(file, findings),
        facilities,
        resources,
    }
}

/// The ids met so far, for each thing that has ids of its own.
#[derive(Default)]
struct Seen {
    institution: Ids,
    facility: Ids,
    resource: Ids,
}

#[derive(Default)]
struct Ids(BTreeSet<String>);

impl Ids {
    /// Notes an id that can't stand in an address, or that comes a second time.
    fn check(&mut self, id: &Spanned<String>, what: &str, findings: &mut Findings<'_>) {
        let name = id.as_ref();
        let plain = name.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte)
        });
        if name.is_empty() || name.len() > LONGEST_ID || !plain {
            let text = format!("the id of a {what} is 1 to {LONGEST_ID} of a-z, 0-9, - and _");
            findings.note(id.span(), name, text);
        }
        if !self.0.insert(name.clone()) {
            findings.note(id.span(), name, format!("a second {what} with this id"));
        }
    }
}

fn named(id: &Spanned<String>, ja: &str, en: &str, findings: &mut Findings<'_>) {
    for (key, text) in [("name_ja", ja), ("name_en", en)] {
        if text.trim().is_empty() {
            findings.note(id.span(), id.as_ref(), format!("{key} is empty"));
        }
    }
}

fn terms(file: &shape::File, findings: &mut Findings<'_>) -> Vec<Term> {
    let mut terms = Vec::new();
    for (kind, words) in [
        ("category", &file.category),
        ("kind", &file.kind),
        ("prerequisite", &file.prerequisite),
    ] {
        let mut ids = Ids::default();
        for (place, word) in (0..).zip(words) {
            ids.check(&word.id, kind, findings);
            named(&word.id, &word.ja, &word.en, findings);
            terms.push(Term {
                kind,
                code: word.id.as_ref().clone(),
                name: Name {
                    ja: word.ja.clone(),
                    en: word.en.clone(),
                },
                place,
            });
        }
    }
    terms
}

fn codes<'a>(file: &'a shape::File, findings: &mut Findings<'_>) -> Codes<'a> {
    let of =
        |words: &'a [shape::Term]| words.iter().map(|word| word.id.as_ref().as_str()).collect();
    let categories: BTreeSet<&str> = of(&file.category);
    for code in file.defaults.keys() {
        if !categories.contains(code.as_ref().as_str()) {
            let text = format!("defaults for the unknown category '{}'", code.as_ref());
            findings.note(code.span(), code.as_ref(), text);
        }
    }
    Codes {
        kinds: of(&file.kind),
        categories,
        prerequisites: of(&file.prerequisite),
        defaults: file
            .defaults
            .iter()
            .map(|(code, settings)| (code.as_ref().as_str(), settings))
            .collect(),
    }
}

fn built_facility(facility: &shape::Facility, institution: &str) -> Facility {
    Facility {
        slug: facility.id.as_ref().clone(),
        institution: institution.to_owned(),
        name: Name {
            ja: facility.name_ja.clone(),
            en: facility.name_en.clone(),
        },
        site: facility.site.clone(),
        source: resource::source(&facility.src, facility.src_default.as_deref()),
    }
}

/// The institutions, a successor before its predecessors.
fn institutions(file: &shape::File, findings: &mut Findings<'_>) -> Vec<Institution> {
    let successors: BTreeMap<&str, &str> = file
        .institution
        .iter()
        .filter_map(|one| {
            let successor = one.successor.as_ref()?;
            Some((one.id.as_ref().as_str(), successor.as_ref().as_str()))
        })
        .collect();
    let known: BTreeSet<&str> = file
        .institution
        .iter()
        .map(|one| one.id.as_ref().as_str())
        .collect();
    let mut placed = Vec::new();
    for one in &file.institution {
        named(&one.id, &one.name_ja, &one.name_en, findings);
        for other in one.successor.iter().chain(&one.predecessors) {
            if !known.contains(other.as_ref().as_str()) {
                let text = format!("unknown institution '{}'", other.as_ref());
                findings.note(other.span(), one.id.as_ref(), text);
            }
        }
        let steps = steps(one.id.as_ref(), &successors);
        if let (None, Some(successor)) = (steps, &one.successor) {
            let text = "its successors lead back to itself";
            findings.note(successor.span(), one.id.as_ref(), text);
        }
        placed.push((steps.unwrap_or_default(), institution(one, findings)));
    }
    placed.sort_by_key(|(steps, _)| *steps);
    placed.into_iter().map(|(_, one)| one).collect()
}

/// How many successors follow; none when they go round in a circle.
fn steps(id: &str, successors: &BTreeMap<&str, &str>) -> Option<usize> {
    let mut at = id;
    for steps in 0..=successors.len() {
        match successors.get(at) {
            Some(next) => at = next,
            None => return Some(steps),
        }
    }
    None
}

fn institution(one: &shape::Institution, findings: &mut Findings<'_>) -> Institution {
    let mut day = |key: &str, value: &Option<Spanned<Value>>| {
        let value = value.as_ref()?;
        let day = date(value.as_ref());
        if day.is_none() {
            let text = format!("{key} is no date; write 2025-03-31");
            findings.note(value.span(), one.id.as_ref(), text);
        }
        day
    };
    let (valid_from, valid_to) = (
        day("valid_from", &one.valid_from),
        day("valid_to", &one.valid_to),
    );
    if let (Some(successor), None) = (&one.successor, &one.valid_to) {
        let text = "a successor without valid_to, the last day of its own";
        findings.note(successor.span(), one.id.as_ref(), text);
    }
    let abbr = one.abbr_current.as_ref().unwrap_or(&one.abbr).clone();
    Institution {
        slug: one.id.as_ref().clone(),
        name: Name {
            ja: one.name_ja.clone(),
            en: one.name_en.clone(),
        },
        short_ja: one.short_ja.clone(),
        former_abbr: one.abbr_current.as_ref().map(|_| one.abbr.clone()),
        abbr,
        prefecture: one.prefecture.clone(),
        sites: one.sites.clone(),
        ministry: one.ministry.clone(),
        domain: one.domain.clone(),
        ror: one.ror.clone(),
        is_council_member: one.is_council_member,
        owns_shared_instruments: one.owns_shared_instruments.clone(),
        valid_from,
        valid_to,
        successor: one.successor.as_ref().map(|id| id.as_ref().clone()),
        note_ja: one.note.clone(),
        source: resource::source(&one.src, one.src_default.as_deref()),
    }
}

/// A day, written as a TOML date or as text.
fn date(value: &Value) -> Option<NaiveDate> {
    match value {
        Value::Datetime(Datetime {
            date: Some(date),
            time: None,
            ..
        }) => parse_day(&date.to_string()),
        Value::String(text) => parse_day(text),
        _ => None,
    }
}
