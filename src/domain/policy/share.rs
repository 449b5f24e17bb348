//! 自機関優先枠: how much of a week's open hours people of other institutions may use together.

use chrono::{Datelike, Days};

use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::case::{Broken, Case, Occupied};
use crate::domain::policy::room::openings;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::unfit::Unfit;
use crate::domain::time::{Span, day_span};

/// Whether the wish of somebody from elsewhere fits into what is left for others in its week.
pub(super) fn share(case: &Case<'_>, by: &Applicant) -> Option<Broken> {
    let in_force = case.in_force();
    let share = in_force
        .terms
        .count(Parameter::OwnUseReservedShare)
        .min(100);
    if share == 0 || by.institution == case.resource.institution {
        return None;
    }
    let week = week(case)?;
    let last = week.end().plus_seconds(-1).day();
    let open: i64 = openings(in_force.parameters, week.start().day(), last)
        .iter()
        .filter_map(|span| span.intersect(&week))
        .map(|span| span.minutes())
        .sum();
    let units = i64::from(case.resource.capacity.max(1));
    let for_others = open * units * i64::from(100 - share) / 100;
    let all_left = (for_others - used_by_others(case, &week)).max(0);
    // what is left of the hours of all units, for as many as are wished
    let left = all_left / i64::from(case.units.max(1));
    let wished = case.wish.minutes();
    (wished > left).then(|| {
        Broken::of(
            Parameter::OwnUseReservedShare,
            Value::Number(wished),
            Wrong::Unfit(Unfit::OverShare { share, left }),
        )
    })
}

/// The Tokyo week from Monday to Sunday in which the wish starts.
fn week(case: &Case<'_>) -> Option<Span> {
    let day = case.wish.start().day();
    let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
    let monday = day.checked_sub_days(back)?;
    let sunday = monday.checked_add_days(Days::new(6))?;
    Span::new(day_span(monday).start(), day_span(sunday).end())
}

/// Minutes of uses that start in the week, of institutions other than the owner.
fn used_by_others(case: &Case<'_>, week: &Span) -> i64 {
    let owner = case.resource.institution;
    let is_other = |claim: &&Occupied| {
        claim.home.is_some_and(|home| home != owner) && week.contains(claim.used.start())
    };
    let minutes = |claim: &Occupied| claim.used.minutes() * i64::from(claim.units);
    case.taken.iter().filter(is_other).map(minutes).sum()
}
