//! Limits: how many uses to come, and how many hours within a month or fiscal year.

use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, History};
use crate::domain::policy::case::{Broken, Case};
use crate::domain::refusal::Wrong;
use crate::domain::refusal::ground::{Per, Within};
use crate::domain::refusal::unfit::Unfit;

/// 同時予約数 and 利用上限; 0 sets no limit.
pub(super) fn limits(case: &Case<'_>, by: &Applicant, history: &History) -> Vec<Broken> {
    let project = case.manner.map_or("", |manner| &manner.project_number);
    let open = [
        (Parameter::MaxOpenBookingsPerUser, history.open, Per::Person),
        (
            Parameter::MaxOpenBookingsPerProject,
            by.of_project(project),
            Per::Project,
        ),
    ];
    let hours = [
        (Parameter::QuotaHoursPerMonth, history.month, Within::Month),
        (
            Parameter::QuotaHoursPerFiscalYear,
            history.year,
            Within::FiscalYear,
        ),
    ];
    let open = open
        .into_iter()
        .filter(|(_, _, per)| *per == Per::Person || !project.is_empty())
        .filter_map(|(parameter, have, per)| too_many(case, parameter, have, per));
    let hours = hours
        .into_iter()
        .filter_map(|(parameter, used, within)| over(case, parameter, used, within));
    open.chain(hours).collect()
}

fn too_many(case: &Case<'_>, parameter: Parameter, have: u32, per: Per) -> Option<Broken> {
    let most = case.in_force().terms.count(parameter);
    (most > 0 && have >= most).then(|| {
        Broken::of(
            parameter,
            Value::Number(i64::from(have) + 1),
            Wrong::Unfit(Unfit::TooManyOpen { most, per }),
        )
    })
}

fn over(case: &Case<'_>, parameter: Parameter, used: i64, within: Within) -> Option<Broken> {
    let hours = case.in_force().terms.count(parameter);
    let left = i64::from(hours) * 60 - used;
    (hours > 0 && case.wish.minutes() > left).then(|| {
        Broken::of(
            parameter,
            Value::Number((used + case.wish.minutes()).div_euclid(60)),
            Wrong::Unfit(Unfit::OverQuota {
                hours,
                left: left.max(0),
                within,
            }),
        )
    })
}
