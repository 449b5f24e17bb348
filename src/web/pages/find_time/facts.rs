//! The search itself: candidates, their claims within a window that widens only while too little is
//! found, and what rules ask of the person; a few queries for any number of instruments.

use std::collections::HashMap;

use crate::domain::actor::Person;
use crate::domain::catalogue::Resource;
use crate::domain::earliest::{Answer, Question, earliest, fit};
use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::name::Name;
use crate::domain::policy::applicant::{Applicant, Manner};
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::{Citation, Refusal};
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span, day_span};
use crate::store::booking::applicants;
use crate::store::catalogue::comparable::{self, Choice};
use crate::store::catalogue::{resource, vocabulary};
use crate::store::engine::Conn;
use crate::store::{claim, rule};
use crate::web::pages::find_time::asked::Asked;
use crate::web::visit::Visit;

/// How far is looked, in days from the first one: near, far, to the end of every horizon.
const REACHES: [i64; 3] = [21, 70, 800];
/// So many times are enough: the window widens only while there are fewer.
const ENOUGH: usize = 3;
/// Minutes of one day.
const DAY: i64 = 24 * 60;

/// An instrument with its earliest time.
pub struct Found {
    pub resource: Resource,
    pub slot: Span,
    /// What does not stand yet, and would put the request on hold.
    pub missing: Vec<Gate>,
}

/// An instrument that this person can't use, whatever time they ask for.
pub struct Barred {
    pub resource: Resource,
    pub reasons: Vec<Refusal>,
}

/// What came of the search.
pub struct Facts {
    /// The resource that was asked about.
    pub about: Option<Name>,
    pub categories: Vec<(String, Name)>,
    /// How many were searched.
    pub all: usize,
    /// Earliest first.
    pub found: Vec<Found>,
    pub barred: Vec<Barred>,
    /// How many have nothing free as far as was looked.
    pub full: usize,
    pub until: Instant,
}

/// What every candidate is judged by.
struct Scene<'a> {
    now: Instant,
    from: Instant,
    minutes: i64,
    rules: &'a [(Rule, Citation)],
    applicants: &'a HashMap<ResourceId, Applicant>,
    manner: Option<&'a Manner>,
}

/// Searches.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub async fn gather(visit: &Visit, asked: &Asked) -> Result<Facts, Halt> {
    let (asked, now) = (asked.clone(), visit.actor.at);
    let person = visit.actor.person().cloned();
    visit
        .db()
        .read(move |conn| search(conn, &asked, person.as_ref(), now))
        .await
}

fn search(
    conn: &mut Conn,
    asked: &Asked,
    person: Option<&Person>,
    now: Instant,
) -> Result<Facts, Halt> {
    let (about, candidates) = candidates(conn, asked, now)?;
    let units: Vec<_> = candidates
        .iter()
        .map(|one| (one.facility, one.institution))
        .collect();
    let rules: Vec<(Rule, Citation)> = rule::applying(conn, &units)?
        .into_iter()
        .map(|(rule, slug)| {
            let citation = rule.citation(&slug);
            (rule, citation)
        })
        .collect();
    let applicants = match person {
        Some(person) => applicants::of_all(conn, &candidates, person)?,
        None => HashMap::new(),
    };
    let manner = asked.support.map(|support| Manner {
        support: Some(support),
        ..Manner::default()
    });
    let scene = Scene {
        now,
        from: day_span(asked.from).start().max(now),
        minutes: asked.minutes(),
        rules: &rules,
        applicants: &applicants,
        manner: manner.as_ref(),
    };
    let all = candidates.len();
    let mut facts = Facts {
        about,
        categories: vocabulary::all(conn)?.categories().to_vec(),
        all,
        found: Vec::new(),
        barred: Vec::new(),
        full: 0,
        until: scene.from,
    };
    widen(conn, &scene, candidates, &mut facts)?;
    facts
        .found
        .sort_by_key(|found| (found.slot.start(), found.resource.id));
    Ok(facts)
}

/// Those that take requests for time: of the category, or like the resource that is asked about.
fn candidates(
    conn: &mut Conn,
    asked: &Asked,
    now: Instant,
) -> Result<(Option<Name>, Vec<Resource>), Halt> {
    let about = match asked.resource.as_str() {
        "" => None,
        slug => Some(resource::by_slug(conn, slug, now)?),
    };
    let category = about.as_ref().map_or(&asked.category, |one| &one.category);
    let choice = Choice {
        category: category.clone(),
        institution: String::new(),
    };
    let ids = comparable::ids(conn, &choice, u32::MAX, now.day())?;
    let resources = resource::several(conn, &ids, now)?;
    Ok((about.map(|one| one.name), resources))
}

/// Looks nearby first, and further for those without an answer while too little was found.
fn widen(
    conn: &mut Conn,
    scene: &Scene<'_>,
    candidates: Vec<Resource>,
    facts: &mut Facts,
) -> Result<(), Halt> {
    let mut left = candidates;
    for reach in REACHES {
        let until = scene.from.plus_minutes(reach * DAY);
        let ids: Vec<ResourceId> = left.iter().map(|one| one.id).collect();
        let time = day_span(scene.from.day());
        let time = Span::new(time.start().plus_minutes(-DAY), until).unwrap_or(time);
        let mut claims: HashMap<ResourceId, Vec<Occupied>> = HashMap::new();
        for (id, occupied) in claim::during(conn, &ids, &time)? {
            claims.entry(id).or_default().push(occupied);
        }
        facts.until = until;
        let mut rest = Vec::new();
        for one in left {
            let taken = claims.get(&one.id).map_or(&[][..], Vec::as_slice);
            match scene.judge(&one, taken, until) {
                Verdict::Found(slot, missing) => facts.found.push(Found {
                    resource: one,
                    slot,
                    missing,
                }),
                Verdict::Barred(reasons) => facts.barred.push(Barred {
                    resource: one,
                    reasons,
                }),
                Verdict::NotYet => rest.push(one),
            }
        }
        left = rest;
        if left.is_empty() || facts.found.len() >= ENOUGH {
            break;
        }
    }
    facts.full = left.len();
    Ok(())
}

/// What came of one candidate.
enum Verdict {
    Found(Span, Vec<Gate>),
    Barred(Vec<Refusal>),
    NotYet,
}

impl Scene<'_> {
    fn judge(&self, one: &Resource, taken: &[Occupied], until: Instant) -> Verdict {
        let (rules, citations): (Vec<Rule>, Vec<Citation>) = self
            .rules
            .iter()
            .filter(|(rule, _)| rule.applies_to(one.facility, one.institution))
            .cloned()
            .unzip();
        let Some(minutes) = fit(&one.parameters, self.minutes) else {
            let max_minutes = one.parameters.max_minutes;
            let wrong = crate::domain::refusal::Wrong::TooLong { max_minutes };
            return Verdict::Barred(vec![Refusal::of(wrong)]);
        };
        let question = Question {
            now: self.now,
            resource: one,
            minutes,
            taken,
            rules: &rules,
            citations: &citations,
            by: self.applicants.get(&one.id),
            manner: self.manner,
            from: self.from,
            known_until: until,
        };
        match earliest(&question) {
            Answer::At(slot) => {
                let gates = question.case(slot).gates();
                let mut missing: Vec<Gate> = gates
                    .iter()
                    .filter(|standing| !standing.is_open())
                    .map(|standing| standing.asked.gate)
                    .collect();
                missing.dedup();
                Verdict::Found(slot, missing)
            }
            Answer::Barred(reasons) => Verdict::Barred(reasons),
            Answer::NotYet => Verdict::NotYet,
        }
    }
}
