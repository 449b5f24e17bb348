//! 告知: who is told of a version that is published or recalled, and what.

use std::collections::BTreeMap;

use crate::domain::id::{FacilityId, UserId};
use crate::domain::letter::reminder::Affected;
use crate::domain::letter::rule::{Breaking, Change, Fate, RuleFacts, RuleNews};
use crate::domain::letter::{Envelope, Letter, Recipient};
use crate::domain::name::Name;
use crate::domain::rule::Rule;
use crate::domain::rule::diff::Difference;
use crate::domain::rule::diff::document::{ArticleChange, DocumentChange};
use crate::domain::rule::diff::pair;
use crate::domain::rule::diff::parameter::ParameterChange;
use crate::domain::rule::draft::Confirmed;
use crate::domain::rule::draft::unit::{Shared, Unit, target_name};
use crate::domain::rule::impact::{Broken, Impact};

/// Most differences and bookings that one letter names.
const MOST: usize = 30;

/// Somebody who is told: they agreed to a version before, or have a booking that falls under it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reader {
    pub to: Recipient,
    /// Theirs on its first day and later.
    pub bookings: Vec<Affected>,
}

/// What a version that is published means, as far as letters say it.
#[derive(Copy, Clone, Debug)]
pub struct News<'a> {
    pub rule: &'a Rule,
    pub unit: &'a Unit,
    /// The version that it is compared with.
    pub before: Option<&'a str>,
    pub difference: &'a Difference,
    pub categories: &'a [(String, Name)],
    pub shared: &'a [Shared],
    pub impact: &'a Impact,
    pub confirmed: Confirmed,
}

/// The letters of a publication: one to each reader, and one to each manager whose bookings break it.
#[must_use]
pub fn letters(
    news: &News<'_>,
    readers: &[Reader],
    managers: &[(FacilityId, Recipient)],
) -> Vec<Envelope> {
    let hits = hits(news);
    let changes = changes(news);
    let about = RuleNews::Announced;
    let to_reader = |reader: &Reader| {
        let to = &reader.to;
        let mine = hits.iter().filter(|hit| hit.user == to.user);
        let facts = RuleFacts {
            changes: changes.iter().take(MOST).cloned().collect(),
            more_changes: changes.len().saturating_sub(MOST),
            due: news.impact.dues.get(&to.user).copied(),
            bookings: reader.bookings.iter().take(MOST).cloned().collect(),
            more_bookings: reader.bookings.len().saturating_sub(MOST),
            breaking: mine.take(MOST).map(|hit| hit.breaking.clone()).collect(),
            ..plain(about, news.rule, news.unit, news.before)
        };
        envelope(to, facts)
    };
    let mut all: Vec<Envelope> = readers.iter().map(to_reader).collect();
    all.extend(to_managers(news, &hits, managers));
    all
}

/// Who decides on bookings that break the version is told which, each person once.
fn to_managers(
    news: &News<'_>,
    hits: &[Hit],
    managers: &[(FacilityId, Recipient)],
) -> Vec<Envelope> {
    let mut theirs: BTreeMap<UserId, (&Recipient, Vec<Breaking>)> = BTreeMap::new();
    for (facility, to) in managers {
        let at = hits.iter().filter(|hit| hit.facility == *facility);
        let (_, mine) = theirs.entry(to.user).or_insert((to, Vec::new()));
        mine.extend(at.map(|hit| hit.breaking.clone()));
    }
    let concerned = theirs.into_values().filter(|(_, mine)| !mine.is_empty());
    let one = |(to, mine): (&Recipient, Vec<Breaking>)| {
        let about = RuleNews::Breaking;
        let facts = RuleFacts {
            more_bookings: mine.len().saturating_sub(MOST),
            breaking: mine.into_iter().take(MOST).collect(),
            ..plain(about, news.rule, news.unit, news.before)
        };
        envelope(to, facts)
    };
    concerned.map(one).collect()
}

/// The letters of a recall.
#[must_use]
pub fn recalled(rule: &Rule, unit: &Unit, readers: &[Recipient]) -> Vec<Envelope> {
    let facts = plain(RuleNews::Recalled, rule, unit, None);
    let one = |to: &Recipient| envelope(to, facts.clone());
    readers.iter().map(one).collect()
}

fn envelope(to: &Recipient, facts: RuleFacts) -> Envelope {
    Envelope {
        to: to.clone(),
        letter: Letter::Rule(Box::new(facts)),
    }
}

fn plain(about: RuleNews, rule: &Rule, unit: &Unit, before: Option<&str>) -> RuleFacts {
    RuleFacts {
        about,
        title: rule.title.clone(),
        version: rule.version.clone(),
        unit: unit.name.clone(),
        unit_slug: unit.slug.clone(),
        institution: unit.institution_name.clone(),
        effective_on: rule.effective_on,
        before: before.map(str::to_owned),
        changes: Vec::new(),
        more_changes: 0,
        due: None,
        bookings: Vec::new(),
        breaking: Vec::new(),
        more_bookings: 0,
    }
}

/// A confirmed booking that breaks the version.
struct Hit {
    user: UserId,
    facility: FacilityId,
    breaking: Breaking,
}

/// What breaks it, unless confirmed bookings keep the rule that they were made under.
fn hits(news: &News<'_>) -> Vec<Hit> {
    if news.confirmed == Confirmed::Keep {
        return Vec::new();
    }
    let hit = |broken: &Broken| {
        let asked = &broken.asked;
        let resource = news.shared.iter().find(|one| one.id == asked.resource)?;
        let grounds = broken.reasons.iter().filter_map(|one| one.ground.as_ref());
        Some(Hit {
            user: asked.by.user,
            facility: resource.facility,
            breaking: Breaking {
                booking: Affected {
                    booking: asked.booking,
                    resource: resource.name.clone(),
                    span: asked.span,
                },
                parameters: grounds
                    .map(|ground| ground.parameter.code().to_owned())
                    .collect(),
            },
        })
    };
    news.impact.broken.iter().filter_map(hit).collect()
}

/// What differs, in short: documents and articles, then parameters.
fn changes(news: &News<'_>) -> Vec<Change> {
    let documents = news.difference.documents.iter().flat_map(of_document);
    let parameters = news.difference.parameters.iter();
    let parameters = parameters
        .filter(|change| change.changes_value())
        .map(|change| of_parameter(news, change));
    documents.chain(parameters).collect()
}

fn of_document(change: &DocumentChange) -> Vec<Change> {
    let title = change.title.clone();
    if change.fate != pair::Fate::Changed {
        let fate = fate(change.fate);
        return vec![Change::Document { title, fate }];
    }
    let article = |article: &ArticleChange| Change::Article {
        document: title.clone(),
        number: article.number.clone(),
        fate: fate(article.fate),
    };
    let is_else = !change.facts.is_empty() || !change.files.is_empty();
    let head = (is_else && change.articles.is_empty()).then(|| Change::Document {
        title: title.clone(),
        fate: Fate::Changed,
    });
    let articles = change.articles.iter().map(article);
    head.into_iter().chain(articles).collect()
}

const fn fate(fate: pair::Fate) -> Fate {
    match fate {
        pair::Fate::Added => Fate::Added,
        pair::Fate::Removed => Fate::Removed,
        pair::Fate::Changed => Fate::Changed,
    }
}

fn of_parameter(news: &News<'_>, change: &ParameterChange) -> Change {
    Change::Parameter {
        parameter: change.parameter.code().to_owned(),
        target: change.target.code(),
        name: target_name(news.categories, news.shared, &change.target),
        value: change.to.as_ref().map(|setting| setting.value.to_string()),
    }
}

#[cfg(test)]
mod tests;
