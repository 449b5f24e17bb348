//! Equivalent resources of other institutions, gathered for one wish: no query per resource.

use crate::domain::actor::Person;
use crate::domain::attendant::{Attendant, may_attend};
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::case::Occupied;
use crate::domain::policy::elsewhere::Other;
use crate::domain::refusal::Citation;
use crate::domain::rule::{Rule, in_force};
use crate::domain::time::{Instant, Span};
use crate::store::booking::applicant;
use crate::store::catalogue::{comparable, resource};
use crate::store::engine::Conn;
use crate::store::{attendant, claim, rule};

/// Most resources that are looked at.
const MOST: usize = 4;
/// How far around the wish claims are read, in minutes: for its nearest free times.
const AROUND: i64 = 38 * 24 * 60;

/// What there is instead of a resource, for a wish of this person or, if nobody signed in, of anybody.
///
/// # Errors
/// A fault of the database.
pub fn of(
    conn: &mut Conn,
    instead_of: &Resource,
    wish: &Span,
    by: Option<&Person>,
    at: Instant,
) -> Result<Vec<Other>, Halt> {
    let ids = comparable::alike(conn, instead_of, MOST, at.day())?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let resources = resource::several(conn, &ids, at)?;
    let units: Vec<_> = resources
        .iter()
        .map(|one| (one.facility, one.institution))
        .collect();
    let rules = rule::applying(conn, &units)?;
    let around = wish.widen(AROUND, AROUND);
    let claims = claim::homed(conn, &ids, &around, by.map(|person| person.id))?;
    let attendants = match resources.iter().any(may_attend) {
        true => attendant::of(conn, &ids, (&around, None), at)?,
        false => Vec::new(),
    };
    let people: Vec<Option<Applicant>> = match by {
        Some(person) => applicant::of_all(conn, &resources, (person.id, person.institution), at)?
            .into_iter()
            .map(Some)
            .collect(),
        None => vec![None; resources.len()],
    };
    Ok(resources
        .into_iter()
        .zip(people)
        .map(|(resource, by)| Other {
            taken: of_resource(&claims, resource.id),
            attendants: attending(&attendants, resource.id),
            rule: citation(&rules, &resource, wish),
            by,
            resource,
        })
        .collect())
}

fn of_resource(claims: &[(ResourceId, Occupied)], id: ResourceId) -> Vec<Occupied> {
    let mine = claims.iter().filter(|(resource, _)| *resource == id);
    mine.map(|(_, occupied)| *occupied).collect()
}

fn attending(all: &[(ResourceId, Attendant)], id: ResourceId) -> Vec<Attendant> {
    let mine = all.iter().filter(|(resource, _)| *resource == id);
    mine.map(|(_, one)| one.clone()).collect()
}

/// The rule in force at a resource on the day of the wish.
fn citation(rules: &[(Rule, String)], resource: &Resource, wish: &Span) -> Option<Citation> {
    let applying: Vec<Rule> = rules
        .iter()
        .map(|(rule, _)| rule)
        .filter(|rule| rule.applies_to(resource.facility, resource.institution))
        .cloned()
        .collect();
    let rule = in_force(&applying, wish.start().day())?;
    let (_, slug) = rules.iter().find(|(known, _)| known.id == rule.id)?;
    Some(rule.citation(slug))
}
