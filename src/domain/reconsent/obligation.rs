//! Who still has to agree to which version, for which of their bookings, and until when.

use std::collections::BTreeMap;

use crate::domain::catalogue::Resource;
use crate::domain::id::{BookingId, ResourceId, RuleId, UserId};
use crate::domain::letter::Recipient;
use crate::domain::letter::reminder::{Affected, ConsentDue};
use crate::domain::name::Name;
use crate::domain::reconsent::{Step, due, reminders, step_now};
use crate::domain::rule::{Rule, in_force_all};
use crate::domain::time::{Instant, Span};

/// A booking to come whose user has not agreed to a version that begins before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub rule: RuleId,
    pub booking: BookingId,
    pub user: Recipient,
    pub resource: ResourceId,
    pub span: Span,
    /// Whether it was put on hold for a consent before: a manager may have let it go on.
    pub was_held: bool,
}

/// A published version with what its readers are told of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    pub rule: Rule,
    pub unit: Name,
    pub unit_slug: String,
    pub published_at: Instant,
}

/// One consent that one booking waits for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Obligation {
    pub version: Version,
    pub booking: BookingId,
    pub user: Recipient,
    pub resource: Name,
    pub span: Span,
    /// When the booking is put on hold without it.
    pub due: Instant,
    pub steps: Vec<(Step, Instant)>,
    pub was_held: bool,
}

/// The consents that are really needed: of each unit only the version that is in force on the day
/// of use. Sorted by when they are due.
#[must_use]
pub fn obligations(
    found: Vec<Found>,
    versions: &[Version],
    resources: &[Resource],
) -> Vec<Obligation> {
    let rules: Vec<Rule> = versions.iter().map(|one| one.rule.clone()).collect();
    let mut all: Vec<Obligation> = found
        .into_iter()
        .filter_map(|found| obligation(found, versions, &rules, resources))
        .collect();
    all.sort_by_key(|one| (one.due, one.booking, one.version.rule.id));
    all
}

fn obligation(
    found: Found,
    versions: &[Version],
    rules: &[Rule],
    resources: &[Resource],
) -> Option<Obligation> {
    let version = versions.iter().find(|one| one.rule.id == found.rule)?;
    let resource = resources.iter().find(|one| one.id == found.resource)?;
    let used_on = found.span.start().day();
    let applying: Vec<Rule> = rules
        .iter()
        .filter(|rule| rule.applies_to(resource.facility, resource.institution))
        .cloned()
        .collect();
    let in_force = in_force_all(&applying, used_on);
    if !in_force.iter().any(|rule| rule.id == found.rule) {
        return None;
    }
    let there = resource.on(used_on);
    let closed = &there.parameters.closed;
    let due = due(&version.rule, used_on, there.terms, closed);
    Some(Obligation {
        steps: reminders(&version.rule, version.published_at, due, closed),
        version: version.clone(),
        booking: found.booking,
        user: found.user,
        resource: resource.name.clone(),
        span: found.span,
        due,
        was_held: found.was_held,
    })
}

/// A letter that should go out now, with the key under which it is kept that it did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reminder {
    pub key: String,
    pub to: Recipient,
    pub facts: ConsentDue,
}

/// The reminders that should have gone out by now: one letter to each person for each version.
#[must_use]
pub fn reminders_now(obligations: &[Obligation], now: Instant) -> Vec<Reminder> {
    let mut groups: BTreeMap<(UserId, RuleId), Vec<&Obligation>> = BTreeMap::new();
    let open = obligations
        .iter()
        .filter(|one| !one.was_held && now < one.due);
    for one in open {
        let key = (one.user.user, one.version.rule.id);
        groups.entry(key).or_default().push(one);
    }
    let groups = groups.into_iter();
    groups
        .filter_map(|((user, rule), mine)| {
            let first = mine.first()?;
            let step = step_now(&first.steps, now)?;
            let key = match step {
                Step::BeforeEffective => format!("consent:{rule}:{user}:{}", step.code()),
                Step::BeforeDue => {
                    format!("consent:{rule}:{user}:{}:{}", step.code(), first.due.day())
                }
            };
            Some(Reminder {
                key,
                to: first.user.clone(),
                facts: facts(first, &mine),
            })
        })
        .collect()
}

fn facts(first: &Obligation, mine: &[&Obligation]) -> ConsentDue {
    let version = &first.version;
    let affected = |one: &&Obligation| Affected {
        booking: one.booking,
        resource: one.resource.clone(),
        span: one.span,
    };
    ConsentDue {
        title: version.rule.title.clone(),
        version: version.rule.version.clone(),
        unit: version.unit.clone(),
        effective_on: version.rule.effective_on,
        due: first.due,
        bookings: mine.iter().map(affected).collect(),
    }
}

/// The bookings that nobody agreed for in time.
#[must_use]
pub fn overdue(obligations: &[Obligation], now: Instant) -> Vec<BookingId> {
    let mut late: Vec<BookingId> = obligations
        .iter()
        .filter(|one| one.due < now && !one.was_held && now < one.span.start())
        .map(|one| one.booking)
        .collect();
    late.sort();
    late.dedup();
    late
}
