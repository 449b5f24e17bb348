//! What waits for somebody's consent, by institution, with what changed since they agreed last.

use crate::domain::id::{InstitutionId, RuleId};
use crate::domain::reconsent::obligation::Obligation;
use crate::domain::rule::in_force_all;
use crate::store::consent::Applying;
use crate::web::form::encode;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Fact, Field};
use crate::web::visit::Visit;
use crate::words::consent as said;
use crate::words::{name, when};

/// What the page is made of.
pub(super) struct Facts {
    pub(super) applying: Vec<Applying>,
    pub(super) pending: Vec<Obligation>,
}

/// What one tick agrees to: the versions of one institution.
pub(super) struct Group {
    pub(super) heading: String,
    pub(super) ids: String,
    pub(super) field_id: String,
    pub(super) agree: Field,
    pub(super) versions: Vec<Waiting>,
}

pub(super) struct Waiting {
    pub(super) name: String,
    pub(super) standing: Chip,
    pub(super) facts: Vec<Fact>,
    pub(super) bookings: Vec<Link>,
    pub(super) changes: Option<Link>,
    pub(super) text: Link,
}

/// What waits, by institution: first what bookings need, then what the next request will need.
pub(super) fn groups(visit: &Visit, facts: &Facts) -> Vec<Group> {
    let today = visit.actor.at.day();
    let rules: Vec<_> = facts.applying.iter().map(|one| one.rule.clone()).collect();
    let current: Vec<RuleId> = in_force_all(&rules, today)
        .into_iter()
        .chain(rules.iter().filter(|rule| rule.effective_on > today))
        .map(|rule| rule.id)
        .collect();
    let needed = |one: &Applying| {
        let mut pending = facts.pending.iter();
        pending.any(|known| known.version.rule.id == one.rule.id)
    };
    let mut waiting: Vec<&Applying> = facts
        .applying
        .iter()
        .filter(|one| one.agreed_at.is_none())
        .filter(|one| needed(one) || current.contains(&one.rule.id))
        .collect();
    waiting.sort_by_key(|one| (!needed(one), one.rule.institution, !one.rule.is_whole));
    let mut groups: Vec<(InstitutionId, Group)> = Vec::new();
    for one in waiting {
        let owner = one.rule.institution;
        if groups.iter().all(|(known, _)| *known != owner) {
            groups.push((owner, group(visit, one, groups.len())));
        }
        let mine = groups.iter_mut().find(|(known, _)| *known == owner);
        if let Some((_, group)) = mine {
            if !group.ids.is_empty() {
                group.ids.push(',');
            }
            group.ids.push_str(&one.rule.id.to_string());
            group.versions.push(version(visit, facts, one));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn group(visit: &Visit, one: &Applying, before: usize) -> Group {
    Group {
        heading: name::of(visit.language, &one.institution).to_owned(),
        ids: String::new(),
        field_id: match before {
            0 => "agree".to_owned(),
            before => format!("agree-{}", before + 1),
        },
        agree: Field::default(),
        versions: Vec::new(),
    }
}

fn version(visit: &Visit, facts: &Facts, one: &Applying) -> Waiting {
    let (language, w) = (visit.language, &visit.words().consent);
    let mine: Vec<&Obligation> = facts
        .pending
        .iter()
        .filter(|known| known.version.rule.id == one.rule.id)
        .collect();
    let day = when::day_with_year(language, one.rule.effective_on);
    let mut lines = vec![
        Fact::new(w.unit, name::of(language, &one.unit)),
        Fact::new(w.effective, day),
    ];
    let due = mine
        .iter()
        .filter(|known| !known.was_held)
        .map(|known| known.due);
    lines.extend(
        due.min()
            .map(|due| Fact::new(w.due, when::moment_with_year(language, due))),
    );
    let (tone, text) = match mine.is_empty() {
        false => ("o", w.needed),
        true => ("", w.not_needed_yet),
    };
    Waiting {
        name: version_name(visit, one),
        standing: Chip {
            tone,
            text: text.to_owned(),
        },
        facts: lines,
        bookings: mine.iter().map(|known| booking(visit, known)).collect(),
        changes: before(facts, one).map(|old| {
            let path = changes(one, old);
            Link::to(visit, &path, w.what_changed)
        }),
        text: Link::to(visit, &text_of(one), w.read_all),
    }
}

/// The version of the same unit that they agreed to last.
fn before<'a>(facts: &'a Facts, one: &Applying) -> Option<&'a Applying> {
    facts
        .applying
        .iter()
        .filter(|known| known.rule.facility == one.rule.facility && known.agreed_at.is_some())
        .max_by_key(|known| known.rule.effective_on)
}

fn changes(new: &Applying, old: &Applying) -> String {
    format!("{}/diff/{}", text_of(new), encode(&old.rule.version))
}

pub(super) fn text_of(one: &Applying) -> String {
    links::rule(&one.unit_slug, &encode(&one.rule.version))
}

pub(super) fn version_name(visit: &Visit, one: &Applying) -> String {
    let title = name::of(visit.language, &one.rule.title);
    said::version(visit.language, title, &one.rule.version)
}

fn booking(visit: &Visit, known: &Obligation) -> Link {
    let resource = name::of(visit.language, &known.resource);
    let label = format!(
        "{resource} {}",
        when::span_with_year(visit.language, &known.span)
    );
    Link::to(visit, &links::request(known.booking), label)
}
