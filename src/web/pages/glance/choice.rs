//! What there is to choose from: kinds of institutions, institutions, categories, providers.

use crate::domain::id::InstitutionId;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::web::pages::glance::look::Facts;
use crate::web::parts::Choice;
use crate::web::visit::Visit;
use crate::words::name;
use crate::words::parameter::code;

/// 機関の区分
pub(super) fn classes() -> &'static [&'static str] {
    Parameter::EligibleOrgClasses.entry().kind.codes()
}

pub(super) fn class_name(visit: &Visit, class: &'static str) -> &'static str {
    code::say(visit.language, Parameter::EligibleOrgClasses, class)
}

pub(super) fn named_providers(facts: &Facts) -> Vec<(String, Name)> {
    let named = |(_, slug, name): &(InstitutionId, String, Name)| (slug.clone(), name.clone());
    facts.providers.iter().map(named).collect()
}

pub(super) fn choices(visit: &Visit, known: &[(String, Name)], chosen: &str) -> Vec<Choice> {
    let choice = |(value, named): &(String, Name)| Choice {
        value: value.clone(),
        label: name::of(visit.language, named).to_owned(),
        hint: None,
        chosen: value == chosen,
    };
    known.iter().map(choice).collect()
}

/// Kinds of institutions first, then institutions.
pub(super) fn mine_choices(
    visit: &Visit,
    facts: &Facts,
    chosen: Option<&str>,
) -> Vec<(&'static str, Vec<Choice>)> {
    let w = &visit.words().glance;
    let class = |one: &&'static str| Choice {
        value: (*one).to_owned(),
        label: class_name(visit, one).to_owned(),
        hint: None,
        chosen: chosen == Some(*one),
    };
    let named: Vec<(String, Name)> = facts
        .homes
        .iter()
        .map(|one| (one.slug.clone(), one.name.clone()))
        .collect();
    vec![
        (w.classes, classes().iter().map(class).collect()),
        (
            w.institutions,
            choices(visit, &named, chosen.unwrap_or_default()),
        ),
    ]
}
