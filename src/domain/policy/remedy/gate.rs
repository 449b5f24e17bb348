//! Ways to open a gate that must stand before sending: a training that would count, or the thing to enter.

use chrono::NaiveDate;

use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::id::FactId;
use crate::domain::policy::applicant::{Applicant, Course};
use crate::domain::policy::case::Case;
use crate::domain::refusal::ground::{GateClosed, Remedy};
use crate::domain::time::Instant;

/// The thing to enter, where it is the person's turn.
pub(super) fn enter(gate: Gate, why: GateClosed) -> Vec<Remedy> {
    match why {
        GateClosed::Missing | GateClosed::Expires(_) => vec![Remedy::Enter(gate)],
        GateClosed::Waiting(_) | GateClosed::Refused(_) => Vec::new(),
    }
}

/// The next dates of the courses that are still missing, as far as a licence of that day would count
/// for the wish.
pub(super) fn trainings(case: &Case<'_>) -> Vec<Remedy> {
    let Some(by) = case.by else { return Vec::new() };
    let missing: Vec<Option<String>> = case
        .gates()
        .into_iter()
        .filter(|standing| standing.asked.gate == Gate::Training && !standing.is_open())
        .map(|standing| standing.asked.course)
        .collect();
    let is_wanted = |course: &Course| {
        let mut wanted = missing.iter();
        wanted.any(|code| code.as_ref().is_none_or(|code| *code == course.code))
    };
    by.courses
        .iter()
        .filter(|course| is_wanted(course))
        .filter_map(|course| Some((course, course.next?)))
        .filter(|(_, next)| *next < case.wish.start().day())
        .filter(|(course, next)| counts(case, by, course, *next))
        .map(|(course, day)| Remedy::Training {
            course: course.code.clone(),
            day,
        })
        .collect()
}

/// Whether a licence of this day would open the gate of its course.
fn counts(case: &Case<'_>, by: &Applicant, course: &Course, day: NaiveDate) -> bool {
    let mut later = by.clone();
    later.facts.push(licence(case, by, course, day));
    // tested on the day of the request, it must stand when that is sent: afterwards
    let now = case.now.max(Instant::of_tokyo(day, 24 * 60 - 1));
    let case = Case {
        now,
        by: Some(&later),
        ..*case
    };
    let of_course = |code: &Option<String>| code.as_ref().is_none_or(|code| *code == course.code);
    case.gates()
        .iter()
        .filter(|standing| standing.asked.gate == Gate::Training)
        .filter(|standing| of_course(&standing.asked.course))
        .all(|standing| standing.is_open())
}

/// The licence that completing the course on this day would give.
fn licence(case: &Case<'_>, by: &Applicant, course: &Course, day: NaiveDate) -> Fact {
    let at = Instant::of_tokyo(day, 0);
    Fact {
        id: FactId::new(i64::MAX),
        gate: Gate::Training,
        user: by.user,
        facility: Some(case.resource.facility),
        booking: None,
        course: Some(course.id),
        issuer: Some(case.resource.institution),
        project_number: String::new(),
        number: String::new(),
        level: String::new(),
        issued_on: Some(day),
        valid_until: None,
        entered_at: at,
        rulings: vec![Ruling {
            side: Side::Provider,
            verdict: Verdict::Confirmed,
            number: String::new(),
            ruled_on: day,
            condition: None,
            at,
        }],
    }
}
