//! Time: past, lead and horizon, length, raster, days, opening hours, the night before a closed day.

use chrono::{Days, NaiveDate};

use crate::domain::availability;
use crate::domain::catalogue::{LONGEST_CLAIM_MINUTES, Parameters};
use crate::domain::gate::Gate;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::History;
use crate::domain::policy::case::{Broken, Case};
use crate::domain::policy::room::{earliest_under, last_under, openings};
use crate::domain::refusal::Wrong;
use crate::domain::release::Release;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

/// The longest stretch whose days are looked at one by one.
const MOST_DAYS: u64 = 40;

/// How many nights of a use are looked at.
const NIGHTS: usize = 41;

/// Past, lead and horizon.
pub(super) fn moment(case: &Case<'_>, history: &History) -> Option<Broken> {
    let in_force = case.in_force();
    let day = case.wish.start().day();
    if case.wish.start() <= case.now {
        return Some(Broken::plainly(Wrong::InPast));
    }
    if day > last_under(in_force.parameters, case.now) {
        return Some(beyond(case, day));
    }
    lead(case, day, history)
}

/// 予約できる先の日数, and portions that are not open yet.
fn beyond(case: &Case<'_>, day: NaiveDate) -> Broken {
    let parameters = case.in_force().parameters;
    let (release, horizon_days) = (parameters.release, parameters.horizon_days);
    let last = last_under(parameters, case.now);
    if release != Release::Rolling {
        let opens = release.opens(day, horizon_days);
        return Broken::of(
            Parameter::HorizonRelease,
            Value::Text(day.to_string()),
            Wrong::NotReleased {
                release,
                last,
                opens,
            },
        );
    }
    let ahead = day.signed_duration_since(case.now.day()).num_days();
    Broken::of(
        Parameter::HorizonDays,
        Value::Number(ahead),
        Wrong::TooFar { horizon_days, last },
    )
}

/// 申請期限; the first use may have one of its own.
fn lead(case: &Case<'_>, day: NaiveDate, history: &History) -> Option<Broken> {
    let in_force = case.in_force();
    let usual = in_force.parameters.lead_business_days;
    let first = in_force.terms.count(Parameter::LeadFirstUseBusinessDays);
    let is_first = case.by.is_some() && history.past == 0;
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
    let claim = parameters.claim(&case.wish);
    if claim.minutes() > LONGEST_CLAIM_MINUTES {
        // beyond it no calendar would see the use, so nobody can set this aside
        let buffers = i64::from(parameters.buffer_before) + i64::from(parameters.buffer_after);
        let max_minutes = u32::try_from(LONGEST_CLAIM_MINUTES - buffers).unwrap_or(0);
        let max_minutes = max_minutes.min(parameters.max_minutes);
        return Some(Broken::plainly(Wrong::TooLong { max_minutes }));
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

/// 連続利用の上限: the days that a use touches, with the person's own uses that it joins.
pub(super) fn days(case: &Case<'_>) -> Option<Broken> {
    let most = case.in_force().terms.count(Parameter::MaxConsecutiveDays);
    if most == 0 {
        return None;
    }
    let (first, last) = run(case);
    let touched = last.signed_duration_since(first).num_days() + 1;
    (touched > i64::from(most)).then(|| {
        Broken::of(
            Parameter::MaxConsecutiveDays,
            Value::Number(touched),
            Wrong::TooManyDays { most },
        )
    })
}

/// The first and the last of the days in use one after the other, the wish among them.
fn run(case: &Case<'_>) -> (NaiveDate, NaiveDate) {
    let touched = |span: &Span| (span.start().day(), span.end().plus_seconds(-1).day());
    let (mut first, mut last) = touched(&case.wish);
    let uses = case.by.map(|by| by.uses.as_slice()).unwrap_or_default();
    let mine = uses.iter().filter(|used| used.resource == case.resource.id);
    let next = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    // uses are sorted by start: one look back and one look on find all that join
    for used in mine.clone().rev() {
        let (from, to) = touched(&used.span);
        if from < first && next(to) >= first {
            first = from;
        }
    }
    for used in mine {
        let (from, to) = touched(&used.span);
        if to > last && from <= next(last) {
            last = to;
        }
    }
    (first, last)
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
    let missing = |parameters: &Parameters| {
        let open = openings(parameters, first, last);
        availability::subtract(&[case.wish], &open).first().copied()
    };
    let mut outside = missing(parameters)?;
    if case.in_force().terms.code(Parameter::AfterHoursPolicy) == "licensed" && is_licensed(case) {
        outside = missing(&Parameters {
            windows: Vec::new(),
            ..parameters.clone()
        })?;
    }
    Some(closed_or_outside(parameters, outside.start()))
}

/// 時間外利用: whether they operate themselves and hold every licence that the rule asks for.
fn is_licensed(case: &Case<'_>) -> bool {
    let alone = case
        .support()
        .is_none_or(|mode| mode == SupportMode::SelfOperation);
    let holds_all = || {
        let mut gates = case.gates().into_iter();
        gates.all(|standing| standing.asked.gate != Gate::Training || standing.is_open())
    };
    case.by.is_some() && alone && holds_all()
}

fn closed_or_outside(parameters: &Parameters, missing: Instant) -> Broken {
    let day = missing.day();
    let at = u16::try_from(missing.minute_of_day()).unwrap_or(0);
    match parameters.closed.closing(day) {
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
    }
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
