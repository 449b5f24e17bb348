//! Time: past, lead and horizon, length, raster, days, opening hours, the night before a closed day.

use chrono::{Days, NaiveDate};

use crate::domain::availability;
use crate::domain::catalogue::Parameters;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::case::{Broken, Case};
use crate::domain::policy::room::{earliest_under, last_day, last_under, openings};
use crate::domain::refusal::Wrong;
use crate::domain::time::Instant;

/// The longest stretch whose days are looked at one by one.
const MOST_DAYS: u64 = 40;

/// How many nights of a use are looked at.
const NIGHTS: usize = 41;

/// Past, lead and horizon.
pub(super) fn moment(case: &Case<'_>) -> Option<Broken> {
    let in_force = case.in_force();
    let day = case.wish.start().day();
    if case.wish.start() <= case.now {
        return Some(Broken::plainly(Wrong::InPast));
    }
    if day > last_under(in_force.parameters, case.now) {
        let ahead = day.signed_duration_since(case.now.day()).num_days();
        return Some(Broken::of(
            Parameter::HorizonDays,
            Value::Number(ahead),
            Wrong::TooFar {
                horizon_days: in_force.parameters.horizon_days,
                last: last_day(case.resource, case.now),
            },
        ));
    }
    lead(case, day)
}

/// 申請期限; the first use may have one of its own.
fn lead(case: &Case<'_>, day: NaiveDate) -> Option<Broken> {
    let in_force = case.in_force();
    let usual = in_force.parameters.lead_business_days;
    let first = in_force.terms.count(Parameter::LeadFirstUseBusinessDays);
    let is_first = case
        .by
        .is_some_and(|by| by.history(case.resource.id, &case.wish, "", case.now).past == 0);
    let (parameter, lead) = if is_first && first > usual {
        (Parameter::LeadFirstUseBusinessDays, first)
    } else {
        (Parameter::LeadBusinessDays, usual)
    };
    let closed = &in_force.parameters.closed;
    let deadline = closed.before(day, lead);
    let given = (0..lead)
        .rev()
        .find(|n| closed.before(day, *n) >= case.now.day());
    (deadline < case.now.day()).then(|| {
        Broken::of(
            parameter,
            Value::Number(i64::from(given.unwrap_or(0))),
            Wrong::TooSoon {
                lead_business_days: lead,
                deadline,
                earliest: earliest_under(
                    &Parameters {
                        lead_business_days: lead,
                        ..in_force.parameters.clone()
                    },
                    case.now,
                ),
            },
        )
    })
}

/// Shortest and longest use.
pub(super) fn length(case: &Case<'_>) -> Option<Broken> {
    let parameters = case.in_force().parameters;
    let seconds = case.wish.end().unix() - case.wish.start().unix();
    let wished = Value::Number(seconds.div_euclid(60));
    if seconds < i64::from(parameters.min_minutes) * 60 {
        let min_minutes = parameters.min_minutes;
        return Some(Broken::of(
            Parameter::MinMinutes,
            wished,
            Wrong::TooShort { min_minutes },
        ));
    }
    let max_minutes = parameters.max_minutes;
    (seconds > i64::from(max_minutes) * 60).then(|| {
        Broken::of(
            Parameter::MaxMinutes,
            wished,
            Wrong::TooLong { max_minutes },
        )
    })
}

/// 連続利用の上限: the days that a use touches.
pub(super) fn days(case: &Case<'_>) -> Option<Broken> {
    let most = case.in_force().terms.count(Parameter::MaxConsecutiveDays);
    let last = case.wish.end().plus_seconds(-1).day();
    let touched = last
        .signed_duration_since(case.wish.start().day())
        .num_days()
        + 1;
    (most > 0 && touched > i64::from(most)).then(|| {
        Broken::of(
            Parameter::MaxConsecutiveDays,
            Value::Number(touched),
            Wrong::TooManyDays { most },
        )
    })
}

/// Start and length on the raster of slots.
pub(super) fn raster(case: &Case<'_>) -> Option<Broken> {
    let unit = case.in_force().parameters.unit();
    let seconds = case.wish.end().unix() - case.wish.start().unix();
    let whole = seconds % (i64::from(unit.slot_minutes.max(1)) * 60) == 0;
    let nearest = unit.next_start(case.wish.start());
    (!whole || !unit.aligned(case.wish.start())).then(|| {
        Broken::of(
            Parameter::SlotMinutes,
            Value::Number(case.wish.minutes()),
            Wrong::OffGrid {
                slot_minutes: unit.slot_minutes,
                nearest,
            },
        )
    })
}

/// Closed days and opening hours: the wish must lie within them from end to end.
pub(super) fn hours(case: &Case<'_>) -> Option<Broken> {
    let parameters = case.in_force().parameters;
    let first = case.wish.start().day();
    let last = case.wish.end().day().min(
        first
            .checked_add_days(Days::new(MOST_DAYS))
            .unwrap_or(first),
    );
    let open = openings(parameters, first, last);
    let missing = availability::subtract(&[case.wish], &open)
        .first()
        .copied()?;
    let day = missing.start().day();
    let at = u16::try_from(missing.start().minute_of_day()).unwrap_or(0);
    Some(match parameters.closed.closing(day) {
        Some(closing) => Broken::of(
            Parameter::ClosedCalendars,
            Value::Text(day.to_string()),
            Wrong::ClosedDay {
                day,
                closing,
                next_open: parameters.closed.after(day, 1),
            },
        ),
        None => Broken::of(
            Parameter::OpenWindows,
            Value::TimeOfDay(at),
            Wrong::OutsideHours {
                windows: parameters.windows.clone(),
            },
        ),
    })
}

/// 休前日の夜間利用: no use may run through midnight into a closed day.
pub(super) fn night(case: &Case<'_>) -> Option<Broken> {
    let in_force = case.in_force();
    if in_force.terms.flag(Parameter::OvernightBeforeClosedDay) {
        return None;
    }
    let last = case.wish.end().plus_seconds(-1).day();
    let closed = case
        .wish
        .start()
        .day()
        .iter_days()
        .take(NIGHTS)
        .skip(1)
        .take_while(|day| *day <= last)
        .find(|day| !in_force.parameters.closed.is_open(*day))?;
    Some(Broken::of(
        Parameter::OvernightBeforeClosedDay,
        Value::Flag(true),
        Wrong::NightBeforeClosed { day: closed },
    ))
}

/// The first Tokyo midnight after a moment, which ends a use before a closed day.
pub(super) fn midnight_after(start: Instant) -> Instant {
    let next = start.day().succ_opt().unwrap_or(start.day());
    Instant::of_tokyo(next, 0)
}
