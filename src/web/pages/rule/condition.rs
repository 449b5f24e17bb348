//! 機械が確かめる条件: what a version sets of parameters, by group, each as its sentence.

use std::collections::BTreeMap;

use crate::domain::name::Name;
use crate::domain::parameter::entry::Group;
use crate::domain::parameter::setting::{Setting, Target};
use crate::domain::rule::Rule;
use crate::domain::rule::text::Text;
use crate::web::links::{self, Link};
use crate::web::pages::rule::article::ByArticle;
use crate::web::pages::rule::standing::of_whole;
use crate::web::visit::Visit;
use crate::words::rule::{document, term};
use crate::words::{name, parameter};

/// Parameters of one group.
pub(super) struct GroupPart {
    pub(super) heading: &'static str,
    pub(super) conditions: Vec<Condition>,
}

/// What a version says of one parameter.
pub(super) struct Condition {
    pub(super) id: String,
    pub(super) label: &'static str,
    pub(super) sentence: String,
    /// For which resources.
    pub(super) scope: String,
    pub(super) binding: Option<&'static str>,
    /// The article that says it.
    pub(super) article: Option<Link>,
}

/// What the machine checks, as the page shows it and by article.
pub(super) struct Conditions {
    pub(super) groups: Vec<GroupPart>,
    pub(super) by_article: ByArticle,
}

/// Everything that the version sets.
pub(super) fn conditions(
    visit: &Visit,
    rule: &Rule,
    text: &Text,
    names: &BTreeMap<Target, Name>,
) -> Conditions {
    let mut settings: Vec<&Setting> = text.sheet.settings.iter().collect();
    settings.sort_by_key(|one| (one.parameter, &one.target));
    let mut by_article = ByArticle::new();
    let mut groups: Vec<(Group, GroupPart)> = Vec::new();
    for (number, setting) in settings.into_iter().enumerate() {
        let named = names.get(&setting.target);
        let condition = Condition {
            id: format!("p{}", number + 1),
            label: parameter::label(visit.language, setting.parameter),
            sentence: parameter::sentence(visit.language, setting.parameter, &setting.value),
            scope: term::scope(
                visit.language,
                &setting.target,
                named.map_or("", |one| name::of(visit.language, one)),
                of_whole(rule),
            ),
            binding: setting.binding.then(|| term::binding(visit.language)),
            article: article(visit, text, setting),
        };
        note(&mut by_article, setting, &condition);
        let group = setting.parameter.entry().group;
        match groups.last_mut() {
            Some((known, part)) if *known == group => part.conditions.push(condition),
            _ => groups.push((
                group,
                GroupPart {
                    heading: parameter::group(visit.language, group),
                    conditions: vec![condition],
                },
            )),
        }
    }
    Conditions {
        groups: groups.into_iter().map(|(_, part)| part).collect(),
        by_article,
    }
}

/// Notes a condition at its article; what is set for several targets is named once.
fn note(by_article: &mut ByArticle, setting: &Setting, condition: &Condition) {
    let Some(at) = &setting.article else {
        return;
    };
    let links = by_article
        .entry((at.document, at.article.clone()))
        .or_default();
    if links.iter().all(|known| known.label != condition.label) {
        links.push(Link {
            href: format!("#{}", condition.id),
            label: condition.label.to_owned(),
        });
    }
}

/// The article that says it, on the same page.
fn article(visit: &Visit, text: &Text, setting: &Setting) -> Option<Link> {
    let at = setting.article.as_ref()?;
    Some(Link {
        href: format!("#{}", links::article_anchor(at.document, &at.article)),
        label: document::place(visit.language, &text.documents, at),
    })
}
