//! 利用の前に: whether somebody can use a resource, what is missing, how long that takes, and the earliest start with all of it.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::domain::gate::standing::{NextStep, Standing};
use crate::domain::gate::{Gate, Office};
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::case::{Case, full};
use crate::domain::policy::room::{Room, earliest_day, last_day};
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span, day_span};

/// How many free times are tried for the first one that passes.
const TRIED: usize = 400;
/// How often the day is looked at anew, because something ends before it.
const ROUNDS: usize = 4;

/// What somebody must know before they begin.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Preflight {
    /// Why they can't use it at all, however long they wait.
    pub barred: Vec<Refusal>,
    /// What is missing.
    pub needs: Vec<Need>,
    /// Uses with somebody at hand that come before the first one alone.
    pub supervised: u32,
    /// 初回利用の申請期限 in business days, where this would be their first use and it is longer.
    pub first_lead: u32,
    /// The first day that all of it allows; none where nobody can say.
    pub day: Option<NaiveDate>,
    /// The first free time from that day on; none where none is known.
    pub slot: Option<Span>,
}

/// Something that is missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    pub what: What,
    pub ready: Ready,
}

/// What is missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// The consent to so many versions, with one tick.
    Consent(usize),
    Gate(Standing),
}

/// When something that is missing can stand.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Ready {
    /// It takes a click or a declaration of one's own.
    AtOnce,
    /// A use from this day on finds it standing.
    On(NaiveDate),
    /// Nobody knows: no date is set, or an office said no.
    Unknown,
}

/// The versions of rules, and which of them the person agreed to.
#[derive(Copy, Clone)]
pub struct Consents<'a> {
    pub versions: &'a [Rule],
    pub agreed: &'a dyn Fn(&Rule) -> bool,
}

impl Consents<'_> {
    /// How many versions a use on this day still needs a consent to.
    fn open(&self, day: NaiveDate) -> usize {
        crate::domain::reconsent::open(self.versions, day, self.agreed).len()
    }
}

/// The first day that everything allows, before it is known which times are free: from it on claims
/// must be known for [`preflight`].
#[must_use]
pub fn first_day(case: &Case<'_>, consents: Consents<'_>) -> Option<NaiveDate> {
    let case = case.at(nominal(case, earliest_day(case.resource, case.now)));
    day_after(&case, &needs(&case, consents))
}

/// Looks at everything. The case's wish says how long; its claims are known until `known_until`.
#[must_use]
pub fn preflight(case: &Case<'_>, consents: Consents<'_>, known_until: Instant) -> Preflight {
    let mut at = nominal(case, earliest_day(case.resource, case.now));
    let mut found = Preflight::default();
    for _ in 0..ROUNDS {
        let here = case.at(at);
        let needs = needs(&here, consents);
        let day = day_after(&here, &needs);
        let slot = day.and_then(|day| first_slot(&here, day, known_until));
        found = Preflight {
            barred: barred(&here),
            supervised: supervised(&here),
            first_lead: first_lead(&here),
            needs,
            day,
            slot,
        };
        // what stands today may have ended by the day that was found
        match slot.or(day.map(|day| nominal(case, day))) {
            Some(next) if next.start().day() != at.start().day() => at = next,
            _ => break,
        }
    }
    found
}

/// What is missing for a use at the case's wish.
#[must_use]
pub fn needs(case: &Case<'_>, consents: Consents<'_>) -> Vec<Need> {
    let consent = match consents.open(case.wish.start().day()) {
        0 => None,
        versions => Some(Need {
            what: What::Consent(versions),
            ready: Ready::AtOnce,
        }),
    };
    let gate = |standing: Standing| Need {
        ready: ready(case, &standing),
        what: What::Gate(standing),
    };
    let closed = case
        .gates()
        .into_iter()
        .filter(|standing| !standing.is_open() && standing.asked.gate != Gate::RuleConsent);
    consent.into_iter().chain(closed.map(gate)).collect()
}

/// What will be needed where no time is booked: what is missing of it, and what stands already.
#[must_use]
pub fn prospects(case: &Case<'_>) -> (Vec<Need>, Vec<Standing>) {
    let (stand, missing): (Vec<Standing>, Vec<Standing>) =
        case.prospects().into_iter().partition(Standing::is_open);
    let need = |standing: Standing| Need {
        ready: ready(case, &standing),
        what: What::Gate(standing),
    };
    (missing.into_iter().map(need).collect(), stand)
}

/// When a gate that is closed now can stand.
fn ready(case: &Case<'_>, standing: &Standing) -> Ready {
    let in_force = case.in_force();
    let (today, closed) = (case.now.day(), &in_force.parameters.closed);
    let days = in_force.terms.count(Parameter::GateOfficeBusinessDays);
    match standing.next {
        NextStep::Nothing => Ready::AtOnce,
        NextStep::Train => case.by.map_or(Ready::Unknown, |by| {
            let day = next_training(by, standing.asked.course.as_deref());
            day.and_then(|day| day.succ_opt())
                .map_or(Ready::Unknown, Ready::On)
        }),
        NextStep::Enter | NextStep::Renew if speaks_for_itself(case, standing) => Ready::AtOnce,
        NextStep::Enter | NextStep::Renew => Ready::On(closed.earliest_use(today, days)),
        NextStep::Await { .. } => Ready::On(standing.due.unwrap_or(today).max(today)),
        NextStep::Ask { .. } => Ready::Unknown,
    }
}

/// Whether the person's own declaration is enough, as far as one can say before it is made.
fn speaks_for_itself(case: &Case<'_>, standing: &Standing) -> bool {
    let declared = case.in_force().terms.code(Parameter::ExportCheck) == "self_declaration";
    let gate = standing.asked.gate;
    gate.office() == Office::Nobody || gate == Gate::ExportScreening && declared
}

/// The next day on which somebody can complete the course, or any of the facility's.
fn next_training(by: &Applicant, course: Option<&str>) -> Option<NaiveDate> {
    by.courses
        .iter()
        .filter(|known| course.is_none_or(|code| code == known.code))
        .filter_map(|known| known.enrolled.or(known.next))
        .min()
}

/// The first day that the lead and everything missing allow.
fn day_after(case: &Case<'_>, needs: &[Need]) -> Option<NaiveDate> {
    let in_force = case.in_force();
    let before = in_force.terms.codes(Parameter::GatesBeforeSending);
    let mut sent = case.now.day();
    let mut day = sent;
    for need in needs {
        let on = match need.ready {
            Ready::AtOnce => continue,
            Ready::On(on) => on,
            Ready::Unknown => return None,
        };
        day = day.max(on);
        let is_before = matches!(&need.what, What::Gate(standing) if before.contains(standing.asked.gate.code()));
        if is_before {
            sent = sent.max(on);
        }
    }
    let lead = in_force.parameters.lead_business_days.max(first_lead(case));
    let waived = |parameter| {
        case.by
            .is_some_and(|by| by.waiver(parameter, day).is_some())
    };
    let lead = if waived(Parameter::LeadBusinessDays) {
        0
    } else {
        lead
    };
    let from = in_force.parameters.closed.earliest_use(sent, lead);
    Some(day.max(from))
}

/// 初回利用の申請期限 in business days, where this is a first use and it is longer than the usual one.
fn first_lead(case: &Case<'_>) -> u32 {
    let in_force = case.in_force();
    let first = in_force.terms.count(Parameter::LeadFirstUseBusinessDays);
    let is_first = case.by.is_some() && case.history().past == 0;
    match is_first && first > in_force.parameters.lead_business_days {
        true => first,
        false => 0,
    }
}

/// Uses with somebody at hand that are still to come before one alone.
fn supervised(case: &Case<'_>) -> u32 {
    let sessions = case
        .in_force()
        .terms
        .count(Parameter::SupervisedFirstSessions);
    sessions.saturating_sub(case.history().supervised)
}

/// Reasons that no time and no paper mends.
fn barred(case: &Case<'_>) -> Vec<Refusal> {
    let mut found = violations(case);
    found.retain(|refusal| {
        matches!(
            refusal.wrong,
            Wrong::NotBookable
                | Wrong::NoRule
                | Wrong::Unfit(
                    Unfit::InstitutionNotEligible { .. }
                        | Unfit::PositionNotEligible { .. }
                        | Unfit::StudentNotResponsible
                        | Unfit::TooManyOpen { .. }
                )
        )
    });
    found
}

/// The first free time from this day on at which nothing but what is missing stands in the way.
fn first_slot(case: &Case<'_>, from: NaiveDate, known_until: Instant) -> Option<Span> {
    let resource = case.resource;
    let room = Room {
        resource,
        full: &full(case.taken, resource.capacity),
        now: case.now,
        from: day_span(from).start(),
        until: day_span(last_day(resource, case.now))
            .end()
            .min(known_until),
    };
    let minutes = resource.on(from).parameters.shortest().max(1);
    let passes = |slot: &Span| {
        violations(&case.at(*slot)).iter().all(|refusal| {
            matches!(refusal.wrong, Wrong::Unfit(Unfit::GateClosed { .. }))
                || is_of_person(&refusal.wrong)
        })
    };
    let mut slots = room.first(minutes, TRIED).into_iter();
    slots.find(passes)
}

const fn is_of_person(wrong: &Wrong) -> bool {
    matches!(
        wrong,
        Wrong::Unfit(
            Unfit::InstitutionNotEligible { .. }
                | Unfit::PositionNotEligible { .. }
                | Unfit::StudentNotResponsible
        )
    )
}

/// A use on this day, for looking at what holds then: from noon, as short as may be.
fn nominal(case: &Case<'_>, day: NaiveDate) -> Span {
    let noon = Instant::of_tokyo(day, 12 * 60);
    let minutes = case.resource.on(day).parameters.shortest().max(1);
    Span::of_minutes(noon, minutes).unwrap_or(case.wish)
}
