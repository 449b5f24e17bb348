//! What stands against a person at a facility: a suspension, or reports of earlier uses that are overdue.

use chrono::{Days, NaiveDate};

use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, Use};
use crate::domain::policy::case::{Broken, Case};
use crate::domain::refusal::Wrong;
use crate::domain::refusal::ground::Owed;
use crate::domain::refusal::unfit::Unfit;

/// 利用停止, and 未提出者の予約停止 where the rule says so.
pub(super) fn record(case: &Case<'_>, by: &Applicant) -> Vec<Broken> {
    let today = case.now.day();
    let suspended = by.suspended_until.filter(|until| *until >= today);
    let suspended = suspended.map(|until| {
        let days = case.in_force().terms.count(Parameter::SuspensionDays);
        Broken::of(
            Parameter::SuspensionDays,
            Value::Number(i64::from(days)),
            Wrong::Unfit(Unfit::Suspended { until }),
        )
    });
    suspended.into_iter().chain(overdue(case, by)).collect()
}

fn overdue(case: &Case<'_>, by: &Applicant) -> Option<Broken> {
    let blocks = Parameter::BlockNewIfReportOverdue;
    if !case.in_force().terms.flag(blocks) {
        return None;
    }
    let today = case.now.day();
    let of_this = by
        .uses
        .iter()
        .filter(|one| one.resource == case.resource.id);
    let owed = of_this.filter_map(|one| Some((one.owes?, due(case, one)?)));
    let (owed, due) = owed
        .filter(|(_, due)| *due < today)
        .min_by_key(|(_, due)| *due)?;
    Some(Broken::of(
        blocks,
        Value::Flag(true),
        Wrong::Unfit(Unfit::ReportOverdue { owed, due }),
    ))
}

/// The last Tokyo day of what is owed, by the rule of the day of use.
fn due(case: &Case<'_>, used: &Use) -> Option<NaiveDate> {
    let parameter = match used.owes? {
        Owed::Log => Parameter::UseLogDueDays,
        Owed::Report => Parameter::ResultReportDueDays,
    };
    let terms = case.resource.on(used.span.start().day()).terms;
    let last = used.span.end().plus_seconds(-1).day();
    last.checked_add_days(Days::new(u64::from(terms.count(parameter))))
}
