//! What becomes of an outage: it ends, is expected to last longer or shorter, or turns out to be a user's doing.

use crate::domain::actor::Actor;
use crate::domain::booking::content::check_text;
use crate::domain::booking::decided::Decided;
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::{Booking, Standing};
use crate::domain::catalogue::Resource;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, OfferId};
use crate::domain::letter::BookingNews;
use crate::domain::outage::hit::{Hit, tell};
use crate::domain::outage::start::{Scene, bar, strike, time, touched};
use crate::domain::outage::{Outage, REPORT_LONGEST, mark};
use crate::domain::parameter::Parameter;
use crate::domain::policy::case::{Occupied, full};
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::outage::OutageBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::time::{Instant, Span};
use crate::domain::waitlist::serve::{Served, keep};
use crate::domain::waitlist::{Cause, Offer};

/// A booking that the outage had called off, and whether its applicant has another time since.
#[derive(Clone, Debug)]
pub struct CalledOff {
    pub standing: Standing,
    pub has_rebooked: bool,
}

/// What a change of an outage writes.
#[derive(Clone, Debug)]
pub struct Changed {
    pub outage: Outage,
    pub hits: Vec<Hit>,
    pub stay: Vec<BookingId>,
    /// The times that can be used after all, each kept for whoever had it.
    pub back: Vec<Served>,
}

/// What is back: bookings that were called off, and what else stands on the resource then.
#[derive(Copy, Clone, Debug)]
pub struct Back<'a> {
    pub called_off: &'a [CalledOff],
    pub taken: &'a [Occupied],
}

/// 復旧を登録する: it ended at `at`; time of bookings that it had called off is kept for their applicants,
/// the earliest first, unless they have another time already.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; ended already; not between its start and now.
pub fn end(
    outage: &Outage,
    at: Option<Instant>,
    (scene, back): (&Scene, Back<'_>),
    by: &Actor,
    fresh: &mut impl FnMut() -> OfferId,
) -> Act<Changed> {
    open(outage, scene, by)?;
    let at = at.ok_or_else(|| missing(UseField::EndedAt))?;
    let span = Span::new(outage.span.start(), at).filter(|_| at <= by.at);
    let span = span.ok_or_else(|| Halt::because(bar(OutageBar::EndOutside)))?;
    let outage = Outage {
        span,
        is_ended: true,
        ..outage.clone()
    };
    let event = about(Kind::OutageEnded, &outage, scene);
    Ok(freed(outage, (scene, back), by, fresh, event))
}

/// 復旧見込みを変える: later touches more bookings, which the manager saw; earlier gives time back.
///
/// # Errors
/// As [`end`]; other bookings touched than those that were seen, or another outage in the way.
pub fn postpone(
    outage: &Outage,
    (until, seen): (Option<Instant>, &str),
    (scene, back): (&Scene, Back<'_>),
    by: &Actor,
    fresh: &mut impl FnMut() -> OfferId,
) -> Act<Changed> {
    open(outage, scene, by)?;
    let until = until.ok_or_else(|| missing(UseField::StopUntil))?;
    let now = outage.span.start().max(by.at);
    let span = time(Some(outage.span.start()), Some(until), now).map_err(Halt::Refused)?;
    let changed = Outage {
        span,
        ..outage.clone()
    };
    let mut event = about(Kind::OutageChanged, &changed, scene);
    let Some(more) = Span::new(outage.span.end(), until) else {
        return Ok(freed(changed, (scene, back), by, fresh, event));
    };
    let mut others = scene.others.iter().filter(|one| one.id != outage.id);
    if others.any(|one| one.span.overlaps(&more)) {
        return Err(Halt::because(bar(OutageBar::Known)));
    }
    let touched = touched(&scene.bookings, &more);
    if mark(touched.iter().map(|one| one.booking.id)) != seen {
        return Err(Halt::because(bar(OutageBar::OthersTouched)));
    }
    let (hits, stay) = strike(&touched, (scene, &changed), by, &mut event);
    Ok(Done {
        value: Changed {
            outage: changed,
            hits,
            stay,
            back: Vec::new(),
        },
        event,
    })
}

/// 利用者の誤操作と記録する, with what was damaged: nothing is credited to whoever used it then.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; no report, or too long.
pub fn blame(
    outage: &Outage,
    damage: &str,
    interrupted: &[Standing],
    (scene, by): (&Scene, &Actor),
) -> Act<Outage> {
    if !by.manages(scene.resource.facility) {
        return Err(Halt::Absent);
    }
    let wrong: Vec<Refusal> = check_text(damage, Field::Reason, REPORT_LONGEST)
        .into_iter()
        .collect();
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let outage = Outage {
        by_user: true,
        damage: damage.to_owned(),
        ..outage.clone()
    };
    let mut event = about(Kind::OutageBlamed, &outage, scene);
    for standing in interrupted {
        let told = Step {
            kind: Kind::CreditWithdrawn,
            to: standing.booking.state,
            news: &[(BookingNews::NoCredit, Told::Applicant)],
        };
        let decided = Decided::by(by, Some(damage));
        let mut done = change(standing, by, &told, decided);
        tell(&mut done, |facts| {
            facts.credit_minutes = Some(0);
            facts.entry = None;
        });
        event.also.push(done.event);
    }
    Ok(Done {
        value: outage,
        event,
    })
}

fn missing(field: UseField) -> Halt {
    let field = Field::Use(field);
    Halt::because(Refusal::of(crate::domain::refusal::Wrong::Missing {
        field,
    }))
}

fn open(outage: &Outage, scene: &Scene, by: &Actor) -> Result<(), Halt> {
    if !by.manages(scene.resource.facility) {
        return Err(Halt::Absent);
    }
    match outage.is_ended {
        true => Err(Halt::because(bar(OutageBar::Ended))),
        false => Ok(()),
    }
}

fn about(kind: Kind, outage: &Outage, scene: &Scene) -> Event {
    Event::of(kind)
        .with("outage", outage.id)
        .with("resource", &scene.resource.slug)
        .with("until", outage.span.end().unix())
}

/// Its old time for whoever had it: as long as the rule keeps a provisional booking, an hour at least.
fn offer(id: OfferId, resource: &Resource, booking: &Booking, at: Instant) -> Offer {
    let terms = resource.on(booking.span.start().day()).terms;
    let hours = i64::from(terms.count(Parameter::ProvisionalHoldHours).max(1));
    Offer {
        id,
        resource: resource.id,
        user: booking.user,
        cause: Cause::CalledOff(booking.id),
        span: booking.span,
        units: booking.units,
        made_at: at,
        until: at.plus_minutes(hours * 60).min(booking.span.start()),
    }
}

/// The outage is shorter than it was: whose time lies behind it has it kept.
fn freed(
    outage: Outage,
    (scene, back): (&Scene, Back<'_>),
    by: &Actor,
    fresh: &mut impl FnMut() -> OfferId,
    mut event: Event,
) -> Done<Changed> {
    let resource = &scene.resource;
    let from = outage.span.end().max(by.at);
    let mut taken = back.taken.to_vec();
    let mut kept = Vec::new();
    let waits = |one: &&CalledOff| !one.has_rebooked && one.standing.booking.span.start() > from;
    for one in back.called_off.iter().filter(waits) {
        let booking = &one.standing.booking;
        let claim = resource
            .on(booking.span.start().day())
            .parameters
            .claim(&booking.span);
        let room = resource
            .capacity
            .saturating_sub(booking.units.saturating_sub(1));
        if full(&taken, room).iter().any(|busy| busy.overlaps(&claim)) {
            continue;
        }
        let offer = offer(fresh(), resource, booking, by.at);
        let done = keep(resource, offer, &one.standing.applicant);
        if let Served::Kept(_, takes) = &done.value {
            taken.push(*takes);
        }
        event.also.push(done.event);
        kept.push(done.value);
    }
    Done {
        value: Changed {
            outage,
            hits: Vec::new(),
            stay: Vec::new(),
            back: kept,
        },
        event,
    }
}
