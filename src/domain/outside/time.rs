//! The time that an allocation occupies: taken, given back, and how it counts by day and year.

use chrono::NaiveDate;

use crate::domain::actor::Actor;
use crate::domain::catalogue::{BookingMode, LONGEST_CLAIM_MINUTES, Resource};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::OutsideSpanId;
use crate::domain::outside::record::NOTE_LONGEST;
use crate::domain::outside::{Occupied, Standing};
use crate::domain::policy::case::{Case, Occupied as Claimed, full};
use crate::domain::policy::verdict::of_opening;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::outside::OutsideBar;
use crate::domain::refusal::outside_field::OutsideField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span, day_span};

/// The longest stretch that is recorded at once, in days.
const DAYS_MOST: u32 = 366;

/// A stretch that is asked for, with the reason why it leaves the opening hours.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    pub from: Option<Instant>,
    pub until: Option<Instant>,
    pub reason: String,
}

/// 配分時間を登録する: time that leaves the opening hours, or a night before a closed day, only with a
/// reason. `taken` are the claims on the resource around it.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; everything that is wrong or to be explained.
pub fn take(
    id: OutsideSpanId,
    wish: &Wish,
    standing: &Standing,
    taken: &[Claimed],
    by: &Actor,
) -> Act<Occupied> {
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    let mut wrong = plain(standing);
    if wish.reason.chars().count() > NOTE_LONGEST {
        wrong.push(Refusal::of(Wrong::TooLongText {
            field: Field::Reason,
            longest: NOTE_LONGEST,
        }));
    }
    let span = match span(wish) {
        Ok(span) => span,
        Err(refusals) => {
            wrong.extend(refusals);
            return Err(Halt::Refused(wrong));
        }
    };
    wrong.extend(misplaced(standing, span, taken));
    let warnings = warnings(&standing.resource, span, by.at);
    if wish.reason.is_empty() {
        wrong.extend(warnings.iter().cloned());
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let reason = if warnings.is_empty() {
        ""
    } else {
        &wish.reason
    };
    let occupied = Occupied {
        id,
        span,
        reason: reason.to_owned(),
    };
    Ok(Done {
        event: event(standing, &occupied),
        value: occupied,
    })
}

fn event(standing: &Standing, occupied: &Occupied) -> Event {
    let event = Event::of(Kind::OutsideTimeTaken)
        .with("outside", standing.outside.id)
        .with("from", occupied.span.start().unix())
        .with("until", occupied.span.end().unix());
    if occupied.reason.is_empty() {
        event
    } else {
        event.with("reason", &occupied.reason)
    }
}

/// 取り消す: a stretch that has not begun is free again.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it, or where it is none of this allocation;
/// refused once it has begun.
pub fn free(standing: &Standing, id: OutsideSpanId, by: &Actor) -> Act<OutsideSpanId> {
    let found = standing.occupied.iter().find(|occupied| occupied.id == id);
    let found = found.filter(|_| by.manages(standing.resource.facility));
    let occupied = found.ok_or(Halt::Absent)?;
    if occupied.span.start() <= by.at {
        return Err(Halt::because(bar(OutsideBar::Begun)));
    }
    let event = Event::of(Kind::OutsideTimeFreed)
        .with("outside", standing.outside.id)
        .with("from", occupied.span.start().unix())
        .with("until", occupied.span.end().unix());
    Ok(Done { value: id, event })
}

fn plain(standing: &Standing) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    if standing.outside.is_ended {
        wrong.push(bar(OutsideBar::Ended));
    }
    if !is_timed(&standing.resource) {
        wrong.push(bar(OutsideBar::NoTime));
    }
    wrong
}

/// Whether what is allocated of the resource is a time of its own; node hours are only counted.
#[must_use]
pub fn is_timed(resource: &Resource) -> bool {
    resource.mode == BookingMode::ExclusiveSlot
}

fn span(wish: &Wish) -> Result<Span, Vec<Refusal>> {
    let (Some(from), Some(until)) = (wish.from, wish.until) else {
        let empty = [
            (wish.from.is_none(), Field::Outside(OutsideField::SpanFrom)),
            (
                wish.until.is_none(),
                Field::Outside(OutsideField::SpanUntil),
            ),
        ];
        let missing = |(_, field): &(bool, Field)| Refusal::of(Wrong::Missing { field: *field });
        return Err(empty.iter().filter(|(is, _)| *is).map(missing).collect());
    };
    let field = Field::Outside(OutsideField::SpanUntil);
    let span =
        Span::new(from, until).ok_or_else(|| vec![Refusal::of(Wrong::Malformed { field })])?;
    if span.minutes() > i64::from(DAYS_MOST) * 24 * 60 {
        return Err(vec![bar(OutsideBar::SpanTooLong { days: DAYS_MOST })]);
    }
    Ok(span)
}

/// Outside the days of the allocation, or where somebody else is already.
fn misplaced(standing: &Standing, span: Span, taken: &[Claimed]) -> Vec<Refusal> {
    let outside = &standing.outside;
    let mut wrong = Vec::new();
    let last = span.end().plus_seconds(-1).day();
    if span.start().day() < outside.starts_on || last > outside.ends_on {
        wrong.push(bar(OutsideBar::OutsidePeriod {
            from: outside.starts_on,
            until: outside.ends_on,
        }));
    }
    let full = full(taken, standing.resource.capacity);
    let during = full.iter().find_map(|full| full.intersect(&span));
    wrong.extend(during.map(|during| bar(OutsideBar::Taken { during })));
    wrong
}

/// What the time does not keep of the resource's opening: each with the rule that says so.
fn warnings(resource: &Resource, span: Span, now: Instant) -> Vec<Refusal> {
    of_opening(&Case::of_time(now, resource, span, &[], None))
        .into_iter()
        .filter_map(|refusal| {
            let wrong = match refusal.wrong {
                Wrong::OutsideHours { .. } => OutsideBar::Hours,
                Wrong::ClosedDay { day, closing, .. } => OutsideBar::Closed { day, closing },
                Wrong::NightBeforeClosed { day } => OutsideBar::Night { day },
                _ => return None,
            };
            Some(Refusal::by_rule(
                Wrong::Outside(wrong),
                refusal.rule.as_ref(),
            ))
        })
        .collect()
}

/// The stretch in pieces of which none is longer than a claim may be: they touch, and leave no gap.
#[must_use]
pub fn pieces(span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut from = span.start();
    while let Some(rest) = Span::new(from, span.end()) {
        let end = from.plus_minutes(LONGEST_CLAIM_MINUTES).min(rest.end());
        pieces.extend(Span::new(from, end));
        from = end;
    }
    pieces
}

/// The minutes of each Tokyo day: how it counts in a rate of use.
#[must_use]
pub fn by_day(span: Span) -> Vec<(NaiveDate, i64)> {
    let last = span.end().plus_seconds(-1).day();
    span.start()
        .day()
        .iter_days()
        .take_while(|day| *day <= last)
        .filter_map(|day| Some((day, day_span(day).intersect(&span)?.minutes())))
        .collect()
}

const fn bar(bar: OutsideBar) -> Refusal {
    Refusal::of(Wrong::Outside(bar))
}
