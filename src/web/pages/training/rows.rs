//! The rows of the page of one's trainings: enrolments, licences, dates to come, what lies behind.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::id::TrainingId;
use crate::domain::passport::{Record, Standing};
use crate::domain::time::Span;
use crate::domain::training::Course;
use crate::domain::training::date::{Date, Enrolled};
use crate::domain::training::licence::lapses_on;
use crate::store::training::mine::Overview;
use crate::web::parts::Chip;
use crate::web::record;
use crate::web::visit::Visit;
use crate::words::{name, training as said, when};

/// Most rows of what lies behind.
const PAST: usize = 50;

/// A licence that ends soon, and what to do about it.
pub(super) struct Soon {
    pub(super) text: String,
    pub(super) more: String,
}

/// A date that one takes part in.
pub(super) struct Mine {
    pub(super) course: String,
    pub(super) facility: String,
    pub(super) when: String,
    pub(super) place: String,
    pub(super) leave: String,
}

/// A licence.
pub(super) struct Licence {
    pub(super) course: String,
    pub(super) facility: String,
    pub(super) number: String,
    pub(super) until: String,
    pub(super) lapses: String,
    pub(super) next: String,
    pub(super) standing: Chip,
}

/// A date to come.
pub(super) struct Offered {
    pub(super) id: TrainingId,
    pub(super) anchor: String,
    pub(super) course: String,
    pub(super) facility: String,
    pub(super) when: String,
    pub(super) place: String,
    pub(super) seats: String,
    pub(super) standing: Option<Chip>,
    pub(super) enrol: Option<String>,
    pub(super) error: Option<String>,
}

/// A date that lies behind, or was called off.
pub(super) struct Past {
    pub(super) course: String,
    pub(super) when: String,
    pub(super) standing: Chip,
}

fn chip(tone: &'static str, text: &str) -> Chip {
    Chip {
        tone,
        text: text.to_owned(),
    }
}

fn course(visit: &Visit, course: &Course) -> String {
    let called = name::of(visit.language, &course.name);
    said::course(visit.language, called, &course.code)
}

/// Where a course is given.
fn facility(visit: &Visit, course: &Course) -> String {
    let institution = name::of(visit.language, &course.institution_name);
    let unit = name::of(visit.language, &course.facility_name);
    format!("{institution} {unit}")
}

/// The dates to come that one takes part in, the next one first.
fn coming<'a>(visit: &Visit, facts: &'a Overview) -> Vec<&'a Enrolled> {
    let at = visit.actor.at;
    let mut coming: Vec<&Enrolled> = facts
        .enrolled
        .iter()
        .filter(|one| one.is_coming(at))
        .collect();
    coming.reverse();
    coming
}

pub(super) fn mine(visit: &Visit, facts: &Overview) -> Vec<Mine> {
    coming(visit, facts)
        .into_iter()
        .map(|one| Mine {
            course: course(visit, &one.date.course),
            facility: facility(visit, &one.date.course),
            when: when::span_with_year(visit.language, &one.date.span),
            place: one.date.place.clone(),
            leave: visit.href(&format!("/trainings/{}/leave", one.date.id)),
        })
        .collect()
}

/// The licences that the page is about.
fn held(facts: &Overview) -> impl Iterator<Item = &Record> {
    let wanted = move |record: &&Record| match &facts.narrowed {
        None => true,
        Some(narrowed) => record
            .fact
            .course
            .is_some_and(|id| narrowed.courses.contains(&id)),
    };
    facts.licences.iter().filter(wanted)
}

/// The dates by which a licence can be renewed: the next with a seat, and one's own.
fn renewal<'a>(
    visit: &Visit,
    facts: &'a Overview,
    record: &Record,
) -> (Option<&'a Span>, Option<&'a Span>) {
    let at = visit.actor.at;
    let of_course = |date: &Date| Some(date.course.id) == record.fact.course;
    let next = facts
        .renewals
        .iter()
        .find(|date| of_course(date) && date.is_open(at));
    let mine = coming(visit, facts)
        .into_iter()
        .find(|one| of_course(&one.date));
    (next.map(|date| &date.span), mine.map(|one| &one.date.span))
}

pub(super) fn soon(visit: &Visit, facts: &Overview) -> Vec<Soon> {
    let today = visit.actor.at.day();
    let fresh = record::fresh(&facts.licences);
    held(facts)
        .filter(|record| {
            fresh.contains(&record.fact.id) && record.ends_within(record::ahead(), today)
        })
        .filter_map(|record| {
            let (next, mine) = renewal(visit, facts, record);
            let course = record.course.as_ref()?;
            let course = name::of(visit.language, course);
            let last = record.last_day()?;
            Some(Soon {
                text: said::ends(visit.language, course, &record.fact.number, last),
                more: said::renew(visit.language, next, mine),
            })
        })
        .collect()
}

pub(super) fn licences(visit: &Visit, facts: &Overview) -> Vec<Licence> {
    let w = &visit.words().training;
    let language = visit.language;
    let fresh = record::fresh(&facts.licences);
    held(facts)
        .map(|record| {
            let day = |day| when::day_with_year(language, day);
            let (next, mine) = renewal(visit, facts, record);
            let lapses = lapse(facts, record);
            let lapsed = lapses.is_some_and(|day| day < visit.actor.at.day());
            let standing = match record.standing(visit.actor.at.day()) {
                Standing::Confirmed if lapsed => chip("r", w.lapsed),
                _ => record::chip(visit, record, &fresh),
            };
            Licence {
                course: record
                    .course
                    .as_ref()
                    .map(|course| name::of(language, course).to_owned())
                    .unwrap_or_default(),
                facility: record
                    .issuer
                    .as_ref()
                    .map(|issuer| name::of(language, issuer).to_owned())
                    .unwrap_or_default(),
                number: record.fact.number.clone(),
                until: record.last_day().map_or(w.never.to_owned(), day),
                lapses: lapses.map_or(w.never.to_owned(), day),
                next: mine.or(next).map_or(w.next_none.to_owned(), |span| {
                    when::span_with_year(language, span)
                }),
                standing,
            }
        })
        .collect()
}

/// When a licence that counts lapses if its holder uses nothing any more.
fn lapse(facts: &Overview, record: &Record) -> Option<NaiveDate> {
    let (id, issued) = (record.fact.course?, record.fact.issued_on?);
    let known = facts.courses.iter().find(|course| course.id == id)?;
    let mine = facts
        .resources
        .iter()
        .filter(|resource| Some(resource.facility) == record.fact.facility)
        .map(|resource| (&*resource.terms, facts.last_uses.get(&resource.id).copied()));
    lapses_on(&known.code, issued, mine)
}

pub(super) fn offered(visit: &Visit, facts: &Overview) -> Vec<Offered> {
    let w = &visit.words().training;
    let (language, at) = (visit.language, visit.actor.at);
    let mine: BTreeSet<TrainingId> = facts.enrolled.iter().map(|one| one.date.id).collect();
    facts
        .offered
        .iter()
        .map(|date| {
            let is_mine = mine.contains(&date.id);
            let standing = match (is_mine, date.free()) {
                (true, _) => Some(chip("g", w.enrolled)),
                (false, 0) => Some(chip("", w.full)),
                (false, _) => None,
            };
            let may = !is_mine && date.is_open(at);
            Offered {
                id: date.id,
                anchor: format!("t-{}", date.id),
                course: course(visit, &date.course),
                facility: facility(visit, &date.course),
                when: when::span_with_year(language, &date.span),
                place: date.place.clone(),
                seats: said::seats(language, date.free(), date.seats),
                standing,
                enrol: may.then(|| visit.href(&format!("/trainings/{}/enrol", date.id))),
                error: None,
            }
        })
        .collect()
}

pub(super) fn past(visit: &Visit, facts: &Overview) -> Vec<Past> {
    let w = &visit.words().training;
    facts
        .enrolled
        .iter()
        .filter(|one| !one.is_coming(visit.actor.at))
        .take(PAST)
        .map(|one| Past {
            course: course(visit, &one.date.course),
            when: when::span_with_year(visit.language, &one.date.span),
            standing: match (one.date.is_called_off, one.completed_at, one.absent_at) {
                (_, Some(_), _) => chip("g", w.completed),
                (_, None, Some(_)) => chip("", w.absent),
                (true, None, None) => chip("r", w.called_off),
                (false, None, None) => chip("y", w.unrecorded),
            },
        })
        .collect()
}
