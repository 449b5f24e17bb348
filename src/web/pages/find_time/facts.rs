//! The search itself: candidates, their claims within a window that widens only while too little is
//! found, and what rules ask of the person; a few queries for any number of instruments.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::attendant::{Attendant, may_attend};
use crate::domain::catalogue::Resource;
use crate::domain::earliest::question::Question;
use crate::domain::earliest::{Answer, earliest, fit};
use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::name::Name;
use crate::domain::policy::applicant::{Applicant, Manner};
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::{Citation, Refusal, Wrong};
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span, day_span};
use crate::store::booking::applicant;
use crate::store::catalogue::comparable::{self, Choice};
use crate::store::catalogue::{resource, vocabulary};
use crate::store::{attendant, claim, rule};
use crate::web::pages::find_time::asked::Asked;
use crate::web::visit::Visit;

/// How far is looked, in days from the first one: near, far, to the end of every horizon.
const REACHES: [i64; 3] = [14, 70, 800];
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
struct Scene {
    about: Option<Name>,
    categories: Vec<(String, Name)>,
    now: Instant,
    from: Instant,
    minutes: i64,
    candidates: Vec<Resource>,
    rules: Vec<(Rule, Citation)>,
    applicants: HashMap<ResourceId, Applicant>,
    manner: Option<Manner>,
}

/// Searches: nearby first, and further for those without an answer while too little was found.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub async fn gather(visit: &Visit, asked: &Asked) -> Result<Facts, Halt> {
    let scene = Arc::new(scene(visit, asked).await?);
    let mut facts = Facts {
        about: scene.about.clone(),
        categories: scene.categories.clone(),
        all: scene.candidates.len(),
        found: Vec::new(),
        barred: Vec::new(),
        full: 0,
        until: scene.from,
    };
    let mut left: Vec<usize> = (0..scene.candidates.len()).collect();
    for reach in REACHES {
        let until = scene.from.plus_minutes(reach * DAY);
        let (known, asked) = (Arc::clone(&scene), std::mem::take(&mut left));
        let ids = known.ids(&asked);
        let look = visit.db().read(move |conn| {
            let (span, attended) = (known.claims_until(until), known.attended(&ids));
            let claims = claim::during(conn, &ids, &span)?;
            let attendants = attendant::of(conn, &attended, (&span, None), known.now)?;
            Ok(known.judged(&asked, (claims, attendants), until))
        });
        for (place, verdict) in look.await? {
            let Some(resource) = scene.candidates.get(place) else {
                continue;
            };
            match verdict {
                Verdict::NotYet => left.push(place),
                Verdict::Found(slot, missing) => facts.found.push(Found {
                    resource: resource.clone(),
                    slot,
                    missing,
                }),
                Verdict::Barred(reasons) => facts.barred.push(Barred {
                    resource: resource.clone(),
                    reasons,
                }),
            }
        }
        facts.until = until;
        if left.is_empty() || facts.found.len() >= ENOUGH {
            break;
        }
    }
    facts.full = left.len();
    facts
        .found
        .sort_by_key(|found| (found.slot.start(), found.resource.id));
    Ok(facts)
}

/// Looks up everything but the claims: those that take requests for time, of the category or like the
/// resource that is asked about; their rules; what these ask of the person.
async fn scene(visit: &Visit, asked: &Asked) -> Result<Scene, Halt> {
    let (asked, now) = (asked.clone(), visit.actor.at);
    let person = visit.actor.person().cloned();
    let look = visit.db().read(move |conn| {
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
        let candidates = resource::several(conn, &ids, now)?;
        let units: Vec<_> = candidates
            .iter()
            .map(|one| (one.facility, one.institution))
            .collect();
        let rules = rule::applying(conn, &units)?;
        let cited = |(rule, slug): (Rule, String)| {
            let citation = rule.citation(&slug);
            (rule, citation)
        };
        Ok(Scene {
            about: about.map(|one| one.name),
            categories: vocabulary::all(conn)?.categories().to_vec(),
            now,
            from: day_span(asked.from).start().max(now),
            minutes: asked.minutes(),
            applicants: match &person {
                Some(person) => {
                    let who = (person.id, person.institution);
                    let all = applicant::of_all(conn, &candidates, who, now)?;
                    candidates.iter().map(|one| one.id).zip(all).collect()
                }
                None => HashMap::new(),
            },
            candidates,
            rules: rules.into_iter().map(cited).collect(),
            manner: asked.support.map(|support| Manner {
                support: Some(support),
                ..Manner::default()
            }),
        })
    });
    look.await
}

/// What came of one candidate.
enum Verdict {
    Found(Span, Vec<Gate>),
    Barred(Vec<Refusal>),
    NotYet,
}

/// What resources, and those who attend them, are busy with.
type Busy = (Vec<claim::Claim>, Vec<(ResourceId, Attendant)>);

impl Scene {
    fn ids(&self, places: &[usize]) -> Vec<ResourceId> {
        let found = places
            .iter()
            .filter_map(|place| self.candidates.get(*place));
        found.map(|one| one.id).collect()
    }

    /// The time of all claims that could matter; a day before, for the buffer before a first use.
    fn claims_until(&self, until: Instant) -> Span {
        let day = day_span(self.from.day());
        Span::new(day.start().plus_minutes(-DAY), until).unwrap_or(day)
    }

    /// Those of them that somebody may have to attend: who does not say how they operate is asked for
    /// nobody's time.
    fn attended(&self, ids: &[ResourceId]) -> Vec<ResourceId> {
        let known = self.candidates.iter().filter(|one| may_attend(one));
        let asked = known.filter(|one| self.manner.is_some() && ids.contains(&one.id));
        asked.map(|one| one.id).collect()
    }

    fn judged(
        &self,
        places: &[usize],
        (claims, attendants): Busy,
        until: Instant,
    ) -> Vec<(usize, Verdict)> {
        let mut taken: HashMap<ResourceId, Vec<Occupied>> = HashMap::new();
        for (id, occupied) in claims {
            taken.entry(id).or_default().push(occupied);
        }
        let judged = |place: &usize| {
            let one = self.candidates.get(*place)?;
            let taken = taken.get(&one.id).map_or(&[][..], Vec::as_slice);
            let mine = attendants.iter().filter(|(id, _)| *id == one.id);
            let mine: Vec<Attendant> = mine.map(|(_, attendant)| attendant.clone()).collect();
            Some((*place, self.judge(one, (taken, &mine), until)))
        };
        places.iter().filter_map(judged).collect()
    }

    fn judge(
        &self,
        one: &Resource,
        (taken, attendants): (&[Occupied], &[Attendant]),
        until: Instant,
    ) -> Verdict {
        let applies = |known: &&(Rule, Citation)| known.0.applies_to(one.facility, one.institution);
        let (rules, citations): (Vec<Rule>, Vec<Citation>) =
            self.rules.iter().filter(applies).cloned().unzip();
        let Some(minutes) = fit(&one.parameters, self.minutes) else {
            let max_minutes = one.parameters.max_minutes;
            return Verdict::Barred(vec![Refusal::of(Wrong::TooLong { max_minutes })]);
        };
        let question = Question {
            now: self.now,
            resource: one,
            minutes,
            taken,
            rules: &rules,
            citations: &citations,
            by: self.applicants.get(&one.id),
            manner: self.manner.as_ref(),
            attendants: Some(attendants),
            from: self.from,
            known_until: until,
        };
        match earliest(&question) {
            Answer::At(slot) => {
                let gates = question.case(slot).gates();
                let closed = gates.iter().filter(|standing| !standing.is_open());
                let mut missing: Vec<Gate> = closed.map(|standing| standing.asked.gate).collect();
                missing.dedup();
                Verdict::Found(slot, missing)
            }
            Answer::Barred(reasons) => Verdict::Barred(reasons),
            Answer::NotYet => Verdict::NotYet,
        }
    }
}
