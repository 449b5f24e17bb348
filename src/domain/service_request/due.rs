//! Who acts next until when, and what the clock reminds of.

use chrono::{Days, Months, NaiveDate};

use crate::domain::parameter::Parameter;
use crate::domain::service_request::state::{State, Turn};
use crate::domain::service_request::{ServiceRequest, Standing};

/// Business days that an applicant has to correct, accept or complete; afterwards it lapses.
const APPLICANT_DAYS: u32 = 20;
/// Business days within which a receipt is confirmed.
const RECEIPT_DAYS: u32 = 5;
/// Business days within which both sides sign, and a payment is settled.
const CONTRACT_DAYS: u32 = 20;
/// A progress report is due so many months after the last.
const REPORT_MONTHS: u32 = 12;

/// Until when whoever acts next on a request in this state acts, from a Tokyo day on.
#[must_use]
pub fn due(standing: &Standing, request: &ServiceRequest, today: NaiveDate) -> Option<NaiveDate> {
    let closed = &standing.resource.parameters.closed;
    let within = |days| Some(closed.after(today, days));
    match request.state {
        State::Inquiry => within(
            standing
                .resource
                .terms
                .count(Parameter::ApprovalDueBusinessDays),
        ),
        State::Screening | State::Committee => request.answer_due,
        State::Application | State::Returned | State::Conditional => within(APPLICANT_DAYS),
        State::Contract | State::Payment => within(CONTRACT_DAYS),
        State::Preparing => request.planned_on().max(Some(today)),
        State::Delivered | State::Granted => within(RECEIPT_DAYS),
        State::InUse | State::ProgressReport => request.report_due,
        _ => None,
    }
}

/// 回答期限: so many business days after it was sent; those of an ordinary approval where nobody said.
#[must_use]
pub fn answer_due(standing: &Standing, today: NaiveDate) -> NaiveDate {
    let resource = &standing.resource;
    let days = match standing.response_days {
        0 => resource.terms.count(Parameter::ApprovalDueBusinessDays),
        days => days,
    };
    resource.parameters.closed.after(today, days)
}

/// When the next progress report is due: a year after a day, and not after a right of access ends.
#[must_use]
pub fn report_due(from: NaiveDate, access_until: Option<NaiveDate>) -> NaiveDate {
    let year = from
        .checked_add_months(Months::new(REPORT_MONTHS))
        .unwrap_or(from);
    access_until.map_or(year, |until| year.min(until))
}

/// What the clock tells somebody of a request today.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Reminder {
    /// The facility acts until this day.
    FacilityDue { due: NaiveDate },
    /// The applicant acts until this day.
    ApplicantDue { due: NaiveDate },
    /// 経過報告の期限: so many days are left.
    ReportDue { due: NaiveDate, days: u32 },
    /// 経過報告の期限超過
    ReportOverdue { due: NaiveDate },
}

impl Reminder {
    /// The key under which it is kept that it went out: each once.
    #[must_use]
    pub fn key(&self, request: &ServiceRequest) -> String {
        let (id, state) = (request.id, request.state.code());
        match self {
            Self::FacilityDue { due } | Self::ApplicantDue { due } => {
                format!("service:{id}:{state}:{due}")
            }
            Self::ReportDue { due, days } => format!("service:{id}:report:{due}:{days}"),
            Self::ReportOverdue { due } => format!("service:{id}:report:{due}:over"),
        }
    }
}

/// What is to be told today.
#[must_use]
pub fn reminder(standing: &Standing, today: NaiveDate) -> Option<Reminder> {
    let request = &standing.request;
    if let Some(due) = report(request) {
        return report_reminder(standing, due, today);
    }
    let due = request.due?;
    let terms = &standing.resource.terms;
    let ahead = terms.count(Parameter::RemindAfterBusinessDays);
    let from = standing.resource.parameters.closed.before(due, ahead);
    if today < from {
        return None;
    }
    match request.state.turn() {
        Turn::Facility => Some(Reminder::FacilityDue { due }),
        Turn::Applicant => Some(Reminder::ApplicantDue { due }),
        Turn::Nobody => None,
    }
}

/// The progress report that waits, if one does.
fn report(request: &ServiceRequest) -> Option<NaiveDate> {
    let reports = matches!(request.state, State::InUse | State::ProgressReport);
    request.report_due.filter(|_| reports)
}

/// 期限の予告 so many days ahead, on the day itself, and once it is over.
fn report_reminder(standing: &Standing, due: NaiveDate, today: NaiveDate) -> Option<Reminder> {
    let left = due.signed_duration_since(today).num_days();
    if left < 0 {
        return Some(Reminder::ReportOverdue { due });
    }
    warnings(standing)
        .into_iter()
        .filter(|days| left <= i64::from(*days))
        .min()
        .map(|days| Reminder::ReportDue { due, days })
}

fn warnings(standing: &Standing) -> Vec<u32> {
    let ahead = standing
        .resource
        .terms
        .numbers(Parameter::GateExpiryWarningDays);
    ahead.iter().copied().chain([0]).collect()
}

/// Whether the time has come in which the next progress report is asked for.
#[must_use]
pub fn is_report_asked(standing: &Standing, today: NaiveDate) -> bool {
    let first = warnings(standing).into_iter().max().unwrap_or(0);
    let asked = |due: NaiveDate| due.checked_sub_days(Days::new(u64::from(first)));
    standing.request.state == State::InUse
        && report(&standing.request)
            .and_then(asked)
            .is_some_and(|from| from <= today)
}

/// Whether the applicant let their time pass: the last day itself is in time.
#[must_use]
pub fn has_lapsed(request: &ServiceRequest, today: NaiveDate) -> bool {
    request.state.lapses() && request.due.is_some_and(|due| due < today)
}
