//! Entering an outage: what it touches is called off or cut short in the same deed, and everybody is told.

use crate::domain::actor::Actor;
use crate::domain::booking::Standing;
use crate::domain::booking::amend::{Proposal, ruling};
use crate::domain::booking::content::check_text;
use crate::domain::catalogue::Resource;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, OutageId};
use crate::domain::outage::hit::{Hit, hit, touches};
use crate::domain::outage::{DAYS_BACK, DAYS_MOST, NOTE_LONGEST, Outage, Sort, mark};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::outage::OutageBar;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// What was entered; none where nothing was, or nothing that can be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    pub sort: Option<Sort>,
    pub from: Option<Instant>,
    pub until: Option<Instant>,
    pub note: String,
    /// The mark of the bookings that were shown as touched.
    pub seen: String,
}

/// What stands when it is entered.
#[derive(Clone, Debug)]
pub struct Scene {
    pub resource: Resource,
    /// The bookings whose time it may touch, by start.
    pub bookings: Vec<Standing>,
    /// Bookings that would move into it, with their wishes.
    pub moving: Vec<(Standing, Proposal)>,
    /// Other outages of the resource that have not ended.
    pub others: Vec<Outage>,
}

/// What entering one writes.
#[derive(Clone, Debug)]
pub struct Begun {
    pub outage: Outage,
    pub hits: Vec<Hit>,
    /// The bookings whose wish to move is refused.
    pub stay: Vec<BookingId>,
}

/// The time of an outage, or everything that is wrong with it.
///
/// # Errors
/// Missing, backwards, long ago, over, or too long.
pub fn time(
    from: Option<Instant>,
    until: Option<Instant>,
    now: Instant,
) -> Result<Span, Vec<Refusal>> {
    let missing = |field| {
        Refusal::of(Wrong::Missing {
            field: Field::Use(field),
        })
    };
    let mut wrong = Vec::new();
    if from.is_none() {
        wrong.push(missing(UseField::StopFrom));
    }
    if until.is_none() {
        wrong.push(missing(UseField::StopUntil));
    }
    let (Some(from), Some(until)) = (from, until) else {
        return Err(wrong);
    };
    if from < now.plus_minutes(-i64::from(DAYS_BACK) * DAY) {
        wrong.push(bar(OutageBar::LongAgo { days: DAYS_BACK }));
    }
    match going_on((from, until), now) {
        Ok(span) if wrong.is_empty() => Ok(span),
        Ok(_) => Err(wrong),
        Err(more) => {
            wrong.extend(more);
            Err(wrong)
        }
    }
}

const DAY: i64 = 24 * 60;

/// The time of an outage that lasts until later than now, however long ago it began.
pub(super) fn going_on(
    (from, until): (Instant, Instant),
    now: Instant,
) -> Result<Span, Vec<Refusal>> {
    let span = Span::new(from, until).ok_or_else(|| vec![bar(OutageBar::Backwards)])?;
    let mut wrong = Vec::new();
    if until <= now {
        wrong.push(bar(OutageBar::AllPast));
    }
    if span.minutes() > i64::from(DAYS_MOST) * DAY {
        wrong.push(bar(OutageBar::TooLong { days: DAYS_MOST }));
    }
    match wrong.is_empty() {
        true => Ok(span),
        false => Err(wrong),
    }
}

/// 停止を登録する, by a manager who saw which bookings it touches.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; everything that is wrong with what was entered;
/// other bookings touched than those that were seen.
pub fn begin(id: OutageId, wish: &Wish, scene: &Scene, by: &Actor) -> Act<Begun> {
    if !by.manages(scene.resource.facility) {
        return Err(Halt::Absent);
    }
    let mut wrong = Vec::new();
    if wish.sort.is_none() {
        wrong.push(Refusal::of(Wrong::Missing {
            field: Field::Use(UseField::StopSort),
        }));
    }
    wrong.extend(check_text(&wish.note, Field::Reason, NOTE_LONGEST));
    let span = time(wish.from, wish.until, by.at);
    wrong.extend(span.as_ref().err().cloned().unwrap_or_default());
    let (Ok(span), Some(sort)) = (span, wish.sort) else {
        return Err(Halt::Refused(wrong));
    };
    if scene.others.iter().any(|one| one.span.overlaps(&span)) {
        wrong.push(bar(OutageBar::Known));
    }
    let touched = touched(&scene.bookings, &span);
    if wrong.is_empty() && mark(touched.iter().map(|one| one.booking.id)) != wish.seen {
        wrong.push(bar(OutageBar::OthersTouched));
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    let outage = Outage {
        id,
        resource: scene.resource.id,
        sort,
        span,
        is_ended: false,
        is_dropped: false,
        note: wish.note.clone(),
        by_user: false,
        damage: String::new(),
    };
    let mut event = Event::of(Kind::OutageBegun)
        .with("outage", id)
        .with("resource", &scene.resource.slug)
        .with("sort", sort.code());
    let (hits, stay) = strike(&touched, (scene, &outage), by, &mut event);
    Ok(Done {
        value: Begun { outage, hits, stay },
        event,
    })
}

/// The bookings that an outage during this time touches.
#[must_use]
pub fn touched<'a>(bookings: &'a [Standing], during: &Span) -> Vec<&'a Standing> {
    let mut touched: Vec<&Standing> = bookings.iter().filter(|one| touches(one, during)).collect();
    touched.sort_by_key(|one| (one.booking.span.start(), one.booking.id));
    touched
}

/// Does to each what must be done, with its own line and letters.
pub(super) fn strike(
    touched: &[&Standing],
    (scene, outage): (&Scene, &Outage),
    by: &Actor,
    event: &mut Event,
) -> (Vec<Hit>, Vec<BookingId>) {
    let mut hits = Vec::new();
    for standing in touched {
        let done = hit(standing, &outage.span, &outage.note, by);
        event.also.push(done.event);
        hits.push(done.value);
    }
    let mut stay = Vec::new();
    for (standing, proposal) in &scene.moving {
        let id = standing.booking.id;
        if hits.iter().any(|(change, _)| change.booking == id) {
            continue;
        }
        event
            .also
            .push(ruling::give_up(standing, proposal, &outage.note, by));
        stay.push(id);
    }
    (hits, stay)
}

pub(super) const fn bar(bar: OutageBar) -> Refusal {
    Refusal::of(Wrong::Use(UseBar::Outage(bar)))
}
