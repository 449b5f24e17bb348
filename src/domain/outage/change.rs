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
use crate::domain::outage::start::{Scene, bar, going_on, strike, touched};
use crate::domain::outage::{Outage, REPORT_LONGEST, mark};
use crate::domain::parameter::Parameter;
use crate::domain::policy::capacity::most;
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::outage::OutageBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
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
}

/// 復旧を登録する: it ended at `at`; one that has not begun is dropped, whenever it would have ended. Time of
/// bookings that it had called off can be used again ([`kept_again`]).
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; ended already; not between its start and now.
pub fn end(outage: &Outage, at: Option<Instant>, scene: &Scene, by: &Actor) -> Act<Changed> {
    open(outage, scene, by)?;
    if outage.span.start() > by.at {
        let dropped = Outage {
            is_ended: true,
            is_dropped: true,
            ..outage.clone()
        };
        return Ok(shorter(dropped, scene, Kind::OutageDropped));
    }
    let at = at.ok_or_else(|| missing(UseField::EndedAt))?;
    let span = Span::new(outage.span.start(), at).filter(|_| at <= by.at);
    let span = span.ok_or_else(|| Halt::because(bar(OutageBar::EndOutside)))?;
    let outage = Outage {
        span,
        is_ended: true,
        ..outage.clone()
    };
    Ok(shorter(outage, scene, Kind::OutageEnded))
}

/// It takes less time than before, and touches nothing more.
fn shorter(outage: Outage, scene: &Scene, kind: Kind) -> Done<Changed> {
    Done {
        event: about(kind, &outage, scene),
        value: Changed {
            outage,
            hits: Vec::new(),
            stay: Vec::new(),
        },
    }
}

/// The time of an outage with another end.
///
/// # Errors
/// No end, and everything that is wrong with it.
pub fn with_end(
    outage: &Outage,
    until: Option<Instant>,
    now: Instant,
) -> Result<Span, Vec<Refusal>> {
    let field = Field::Use(UseField::StopUntil);
    let until = until.ok_or_else(|| vec![Refusal::of(Wrong::Missing { field })])?;
    going_on((outage.span.start(), until), now)
}

/// 復旧見込みを変える: later touches more bookings, which the manager saw; earlier gives time back.
///
/// # Errors
/// As [`end`]; other bookings touched than those that were seen, or another outage in the way.
pub fn postpone(
    outage: &Outage,
    (until, seen): (Option<Instant>, &str),
    scene: &Scene,
    by: &Actor,
) -> Act<Changed> {
    open(outage, scene, by)?;
    let span = with_end(outage, until, by.at).map_err(Halt::Refused)?;
    let until = span.end();
    let changed = Outage {
        span,
        ..outage.clone()
    };
    let Some(more) = Span::new(outage.span.end(), until) else {
        return Ok(shorter(changed, scene, Kind::OutageChanged));
    };
    let mut event = about(Kind::OutageChanged, &changed, scene);
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
        },
        event,
    })
}

/// 利用者の誤操作と記録する, with what was damaged: nothing is credited to whoever used it then.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; no report, or too long; dropped before it began.
pub fn blame(
    outage: &Outage,
    damage: &str,
    interrupted: &[Standing],
    (scene, by): (&Scene, &Actor),
) -> Act<Outage> {
    if !by.manages(scene.resource.facility) {
        return Err(Halt::Absent);
    }
    let mut wrong: Vec<Refusal> = check_text(damage, Field::Reason, REPORT_LONGEST)
        .into_iter()
        .collect();
    if outage.is_dropped {
        wrong.push(bar(OutageBar::Ended));
    }
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
    Halt::because(Refusal::of(Wrong::Missing { field }))
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

/// Whether a booking that was called off can be used after all: its time lies behind the end that the outage has
/// now and before the one that it had, and its applicant has no other since. What came back before does not again.
#[must_use]
pub fn is_back((before, now): (&Outage, &Outage), one: &CalledOff, at: Instant) -> bool {
    let from = match now.is_dropped {
        true => at,
        false => now.span.end().max(at),
    };
    let start = one.standing.booking.span.start();
    !one.has_rebooked && start > from && start < before.span.end()
}

/// The old time of a booking that is back, kept for its applicant beside what is taken of its resource; none where
/// there is no room. Of several the earliest comes first, and what is kept for it is taken for the next.
#[must_use]
pub fn kept_again(
    one: &CalledOff,
    taken: &[Occupied],
    (id, at): (OfferId, Instant),
) -> Option<Done<Served>> {
    let (booking, resource) = (&one.standing.booking, &one.standing.resource);
    let in_force = resource.on(booking.span.start().day());
    let claim = in_force.parameters.claim(&booking.span);
    (booking.units <= most(taken, &claim, resource.capacity)).then(|| {
        let offer = offer(id, resource, booking, at);
        keep(resource, offer, &one.standing.applicant)
    })
}
