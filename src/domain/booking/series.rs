//! 定期予約: the dates of a series, each judged like a request of its own, all of them asked for as one.

use chrono::{Months, NaiveDate};

use crate::domain::actor::Person;
use crate::domain::attendant::choose;
use crate::domain::booking::member::Member;
use crate::domain::booking::request::{Requested, request};
use crate::domain::booking::{Scene, Wish};
use crate::domain::halt::Done;
use crate::domain::id::BookingId;
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::Use;
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// Most dates of one series.
pub const MOST: u32 = 366;
/// How far its last date may lie from the first.
const REACH: Months = Months::new(12);
/// Minutes of one day.
const DAY: i64 = 24 * 60;

/// What to do where some dates can't be had.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum Conflicts {
    /// すべてそろわなければ申請しない
    #[default]
    AllOrNothing,
    /// 申請できる日だけ申請する
    Skip,
}

/// How a series goes on after its first date.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Repeat {
    /// Days from one date to the next; 7 is weekly.
    pub every: Option<u32>,
    pub until: Option<NaiveDate>,
    pub times: Option<u32>,
    /// What was typed and can't be read.
    pub unread: Vec<UseField>,
    pub conflicts: Conflicts,
    /// The dates that the applicant saw can't be had.
    pub seen: Vec<NaiveDate>,
}

/// A date that can't be had, with every reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Barred {
    pub span: Span,
    pub refusals: Vec<Refusal>,
}

/// The dates, or what is wrong with how they were asked for.
///
/// # Errors
/// No interval or no end, more dates than [`MOST`], or one beyond twelve months.
pub fn spans(first: Span, repeat: &Repeat) -> Result<Vec<Span>, Vec<Refusal>> {
    let wrong = unfit(&first, repeat);
    if !wrong.is_empty() {
        return Err(wrong.into_iter().map(Refusal::of).collect());
    }
    let every = i64::from(repeat.every.unwrap_or(1)) * DAY;
    let date = |count: u32| {
        let start = first.start().plus_minutes(every * i64::from(count));
        Span::of_minutes(start, first.minutes())
    };
    let within = |span: &Span| {
        let until = repeat.until;
        until.is_none_or(|until| span.start().day() <= until)
    };
    let most = repeat.times.unwrap_or(MOST + 1);
    let found: Vec<Span> = (0..most).map_while(date).take_while(within).collect();
    let wrong = match u32::try_from(found.len()) {
        Ok(0 | 1) => Wrong::Use(UseBar::SeriesOfOne),
        Ok(count) if count <= MOST => return Ok(found),
        _ => Wrong::Use(UseBar::SeriesTooMany { most: MOST }),
    };
    Err(vec![Refusal::of(wrong)])
}

fn unfit(first: &Span, repeat: &Repeat) -> Vec<Wrong> {
    let field = |field| Wrong::Malformed {
        field: Field::Use(field),
    };
    let mut wrong: Vec<Wrong> = repeat.unread.iter().copied().map(field).collect();
    if !wrong.is_empty() {
        return wrong;
    }
    let missing = |field| Wrong::Missing {
        field: Field::Use(field),
    };
    let last = first.start().day().checked_add_months(REACH);
    let last = last.unwrap_or(first.start().day());
    match repeat.every {
        None => wrong.push(missing(UseField::Every)),
        Some(0 | 367..) => wrong.push(Wrong::Use(UseBar::SeriesStep { most: MOST })),
        Some(_) => {}
    }
    match (repeat.until, repeat.times) {
        (None, None) => wrong.push(missing(UseField::Times)),
        (Some(until), _) if until > last => wrong.push(Wrong::Use(UseBar::SeriesTooFar { last })),
        (_, Some(times)) if times > MOST => {
            wrong.push(Wrong::Use(UseBar::SeriesTooMany { most: MOST }));
        }
        (None, Some(times)) if wrong.is_empty() => {
            let days = u64::from(times.saturating_sub(1)) * u64::from(repeat.every.unwrap_or(1));
            let end = first
                .start()
                .day()
                .checked_add_days(chrono::Days::new(days));
            if end.is_none_or(|end| end > last) {
                wrong.push(Wrong::Use(UseBar::SeriesTooFar { last }));
            }
        }
        _ => {}
    }
    wrong
}

/// The dates that can be had, and those that can't.
pub type Judged = (Vec<Done<Requested>>, Vec<Barred>);

/// Judges each date as a request of its own, as if those before it had been made already.
#[must_use]
pub fn judge(
    wish: &Wish,
    dates: &[(BookingId, Span)],
    scene: &Scene,
    (by, at): (&Person, Instant),
) -> Judged {
    let mut scene = scene.clone();
    let (mut made, mut barred) = (Vec::new(), Vec::new());
    for (id, span) in dates {
        let asked = Wish {
            start: Some(span.start()),
            minutes: Some(span.minutes()),
            ..wish.clone()
        };
        match request(*id, asked, &scene, by, at) {
            Ok(done) => {
                keep(&mut scene, &done.value);
                made.push(done);
            }
            Err(refusals) => barred.push(Barred {
                span: *span,
                refusals,
            }),
        }
    }
    (made, barred)
}

/// What was made stands in the way of what comes after it, and counts for its limits.
fn keep(scene: &mut Scene, made: &Requested) {
    let booking = &made.booking;
    for one in &mut scene.beside {
        let parameters = one.resource.on(booking.span.start().day()).parameters;
        one.taken.push(Occupied {
            booking: Some(booking.id),
            claim: parameters.claim(&booking.span),
            used: booking.span,
            units: 1,
            home: Some(booking.institution),
        });
    }
    scene.taken.push(Occupied {
        booking: Some(booking.id),
        claim: made.claim,
        used: booking.span,
        units: booking.units,
        home: Some(booking.institution),
    });
    let chosen = choose(&scene.attendants, &booking.span, None);
    if let Some(id) = chosen.filter(|_| made.attended).map(|one| one.id) {
        let mine = scene.attendants.iter_mut().filter(|one| one.id == id);
        for one in mine {
            let shift = one.shift(&booking.span);
            one.busy.extend(shift.unwrap_or_default());
        }
    }
    let agreed = made.consents.iter().map(|consent| consent.rule);
    scene.consents.extend(agreed);
    let number = &booking.content.project_number;
    scene.applicant.uses.push(Use {
        resource: booking.resource,
        span: booking.span,
        support: booking.content.support_mode,
        project_number: number.clone(),
        confirmed: false,
        owes: None,
    });
    scene.applicant.uses.sort_by_key(|used| used.span.start());
    for (known, open) in &mut scene.applicant.projects {
        if known == number {
            *open = open.saturating_add(1);
        }
    }
}

/// The days on which a series as it is asked for has a date; only the first where it can't be made out.
#[must_use]
pub fn days(first: Span, repeat: Option<&Repeat>) -> Vec<NaiveDate> {
    let dates = repeat.and_then(|repeat| spans(first, repeat).ok());
    let dates = dates.unwrap_or_else(|| vec![first]);
    dates.iter().map(|span| span.start().day()).collect()
}

/// Why the rule of a day offers this applicant no series; none where it does.
#[must_use]
pub fn bar(scene: &Scene, day: NaiveDate) -> Option<UseBar> {
    let terms = scene.resource.on(day).terms;
    let is_own = scene.applicant.institution == scene.resource.institution;
    match terms.code(Parameter::AllowRecurring) {
        "yes" => None,
        "own" if is_own => None,
        "own" => Some(UseBar::NoSeries { own_only: true }),
        _ => Some(UseBar::NoSeries { own_only: false }),
    }
}

/// All dates, or all but those that the applicant saw can't be had; otherwise every reason.
///
/// # Errors
/// The rule offers no series, or dates can't be had and were not set aside.
pub fn decide(
    repeat: &Repeat,
    scene: &Scene,
    (made, barred): Judged,
    bundle: BookingId,
) -> Result<Vec<Done<Requested>>, Vec<Refusal>> {
    let dates = made.iter().map(|done| done.value.booking.span);
    let day = dates.chain(barred.iter().map(|one| one.span)).next();
    let bar = day.and_then(|span| bar(scene, span.start().day()));
    if let Some(bar) = bar {
        return Err(vec![Refusal::of(Wrong::Use(bar))]);
    }
    let missed: Vec<NaiveDate> = barred.iter().map(|one| one.span.start().day()).collect();
    let agreed = repeat.conflicts == Conflicts::Skip && repeat.seen == missed && !made.is_empty();
    if !barred.is_empty() && !agreed {
        let count = u32::try_from(barred.len()).unwrap_or(u32::MAX);
        let mut refusals = vec![Refusal::of(Wrong::Use(UseBar::SeriesBarred { count }))];
        // what is wrong with every date is said once, beside its field
        let first = barred.into_iter().next().filter(|_| made.is_empty());
        refusals.extend(first.into_iter().flat_map(|one| one.refusals));
        return Err(refusals);
    }
    let place = |(place, mut done): (usize, Done<Requested>)| {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        done.value.member = Some(Member { bundle, place });
        done
    };
    Ok(made.into_iter().enumerate().map(place).collect())
}

#[cfg(test)]
mod tests;
