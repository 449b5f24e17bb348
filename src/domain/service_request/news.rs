//! What is told of a change, and to whom: the letters of a deed with the facts as they stand after it.

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::letter::service::{Amount, ServiceFacts, ServiceNews};
use crate::domain::letter::{Envelope, Letter};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::due::{Reminder, due};
use crate::domain::service_request::ethics::{Approval, approval};
use crate::domain::service_request::life::{Deed, next};
use crate::domain::service_request::state::State;
use crate::domain::service_request::{ServiceRequest, Standing};

/// Who is told.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Told {
    Applicant,
    Managers,
}

/// One deed: what it is, how the ledger calls it, who is told what.
pub(super) struct Step {
    pub(super) deed: Deed,
    pub(super) kind: Kind,
    pub(super) news: &'static [(ServiceNews, Told)],
}

/// Where the deed leads, or why it can't be done from where the request stands.
pub(super) fn reach(standing: &Standing, deed: Deed) -> Result<State, Refusal> {
    let request = &standing.request;
    next(&request.chain, request.state, deed).ok_or_else(|| {
        let decides = matches!(
            deed,
            Deed::Screen | Deed::HandBack | Deed::Grant | Deed::GrantInPart | Deed::Reject
        );
        let decision = &request.decision;
        Refusal::of(match (&decision.by, decision.at) {
            (Some(by), Some(at)) if decides => Wrong::AlreadyDecided {
                by: by.clone(),
                at,
                approved: request.state.is_granted() || request.state == State::Conditional,
            },
            _ => Wrong::WrongState,
        })
    })
}

/// The request after the deed: in its new state, with the next due day; what else changes, `change` says.
pub(super) fn moved(
    standing: &Standing,
    by: &Actor,
    to: State,
    change: impl FnOnce(&mut ServiceRequest),
) -> ServiceRequest {
    let mut request = standing.request.clone();
    let before = request.state;
    change(&mut request);
    request.state = to;
    request.version += 1;
    if before != to || request.report_due != standing.request.report_due {
        request.due = due(standing, &request, by.at.day());
    }
    if to.is_over() {
        request.ended_on = Some(by.at.day());
    }
    request
}

/// The change with its witness and letters.
pub(super) fn done(
    standing: &Standing,
    by: &Actor,
    step: &Step,
    request: ServiceRequest,
    reason: &str,
) -> Done<Changed> {
    let after = Standing {
        request,
        ..standing.clone()
    };
    let letters = letters(&after, by, step.news, reason);
    let mut event = Event::about_service(step.kind, after.request.id, letters);
    if !reason.is_empty() {
        event = event.with("reason", reason);
    }
    Done {
        value: Changed {
            from_version: standing.request.version,
            request: after.request,
            report: None,
        },
        event,
    }
}

/// A deed that changes nothing but where the request stands.
pub(super) fn plainly(
    standing: &Standing,
    by: &Actor,
    step: &Step,
    reason: &str,
) -> Decision<Changed> {
    let to = reach(standing, step.deed).map_err(|refusal| vec![refusal])?;
    let request = moved(standing, by, to, |_| {});
    Ok(done(standing, by, step, request, reason))
}

/// One letter for each reader; nobody reads of their own deed as a manager.
pub(super) fn letters(
    standing: &Standing,
    by: &Actor,
    news: &[(ServiceNews, Told)],
    reason: &str,
) -> Vec<Envelope> {
    let user = standing.request.user;
    news.iter()
        .flat_map(|&(about, told)| {
            let readers = match told {
                Told::Applicant => std::slice::from_ref(&standing.applicant),
                Told::Managers => standing.managers.as_slice(),
            };
            readers
                .iter()
                .filter(move |reader| told == Told::Applicant || reader.user != user)
                .map(move |reader| Envelope {
                    to: reader.clone(),
                    letter: Letter::Service(Box::new(facts(standing, by, about, reason))),
                })
        })
        .collect()
}

/// The letters of a reminder, to whoever acts next.
#[must_use]
pub fn reminding(standing: &Standing, by: &Actor, reminder: Reminder) -> Vec<Envelope> {
    let news: &[(ServiceNews, Told)] = match reminder {
        Reminder::FacilityDue { .. } => &[(ServiceNews::StepDue, Told::Managers)],
        Reminder::ApplicantDue { .. } => &[(ServiceNews::StepDue, Told::Applicant)],
        Reminder::ReportDue { .. } => &[(ServiceNews::ReportDue, Told::Applicant)],
        Reminder::ReportOverdue { .. } => &[
            (ServiceNews::ReportOverdue, Told::Applicant),
            (ServiceNews::ReportOverdue, Told::Managers),
        ],
    };
    letters(standing, by, news, "")
}

fn facts(standing: &Standing, by: &Actor, about: ServiceNews, reason: &str) -> ServiceFacts {
    let request = &standing.request;
    let asked = request.lines.iter().filter_map(|line| {
        Some(Amount {
            quantity: line.item.quantity?,
            unit: line.item.unit?.code().to_owned(),
        })
    });
    let granted = request.lines.iter().filter_map(|line| {
        Some(Amount {
            quantity: line.granted?,
            unit: line.item.unit?.code().to_owned(),
        })
    });
    ServiceFacts {
        about,
        request: request.id,
        resource: standing.resource.name.clone(),
        facility: standing.resource.facility_name.clone(),
        institution: standing.resource.institution_name.clone(),
        applicant_user: request.user,
        applicant: standing.applicant.name.clone(),
        applicant_institution: standing.applicant_institution.clone(),
        asked: asked.collect(),
        granted: granted.collect(),
        conditions: request.decision.conditions.clone(),
        due: request.due,
        delivered_on: request.delivered_on,
        access_until: request.access_until,
        ethics_ends: ethics_ends(standing),
        by: by.person().map(|person| person.name.clone()),
        reason: (!reason.is_empty()).then(|| reason.to_owned()),
    }
}

/// The last day of the approval, where it ends before what was asked for is handed over.
fn ethics_ends(standing: &Standing) -> Option<chrono::NaiveDate> {
    let request = &standing.request;
    if request.state.is_provided() || request.state.is_over() {
        return None;
    }
    let planned = request.planned_on()?;
    match approval(
        request.ethics_need,
        &request.about,
        &standing.facts,
        planned,
    ) {
        Approval::Ends { until } => Some(until),
        _ => None,
    }
}
