//! What managers do where a resource stands still: enter it, say how long, end it, say whose doing it was; and
//! what applicants do whose time is back.

use crate::acts::changing::drop_it;
use crate::acts::contest::{Reach, at_risk, told};
use crate::acts::{set, set_change};
use crate::domain::actor::Actor;
use crate::domain::booking::hold;
use crate::domain::event::Event;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, OfferId, OutageId};
use crate::domain::outage::change::{self, Changed};
use crate::domain::outage::hit::Hit;
use crate::domain::outage::reinstate;
use crate::domain::outage::start::{self, Wish};
use crate::domain::outage::{Outage, What};
use crate::domain::time::{Instant, Span};
use crate::domain::waitlist::Cause;
use crate::domain::waitlist::serve::{self, Served};
use crate::secret::chance;
use crate::store;
use crate::store::booking::{evaluation, gather, proposal, write};
use crate::store::outage::{effect, scene};
use crate::store::tx::Tx;
use crate::store::waitlist::offer::{self, Fate};

/// Enters an outage, and does to bookings what it means. The form carries the id, so a second click makes no
/// second outage.
///
/// # Errors
/// As the decision says, or that there is no such resource.
pub fn begin(tx: &mut Tx<'_>, by: &Actor, id: OutageId, slug: &str, wish: &Wish) -> Act<OutageId> {
    let resource = store::catalogue::resource::by_slug(tx, slug, by.at)?;
    let during = wish.from.zip(wish.until);
    let during = during.and_then(|(from, until)| Span::new(from, until));
    let scene = scene::scene(tx, resource.id, during)?;
    let Done { value, mut event } = start::begin(id, wish, &scene, by)?;
    let risk = at_risk(tx, (resource.id, value.outage.span), Reach::Whole)?;
    let person = by.person().map(|person| person.id);
    store::outage::insert(tx, &value.outage, person)?;
    event
        .also
        .extend(strike(tx, id, (&value.hits, &value.stay))?);
    let ended = block(tx, &value.outage, scene.resource.capacity)?;
    event.also.extend(ended);
    event.also.extend(told(tx, by, &risk)?);
    Ok(Done { value: id, event })
}

/// Says that it has ended, at a time up to now.
///
/// # Errors
/// As the decision says, or that there is no such outage.
pub fn end(tx: &mut Tx<'_>, by: &Actor, id: OutageId, at: Option<Instant>) -> Act<OutageId> {
    let outage = store::outage::of(tx, id)?;
    let scene = scene::scene(tx, outage.resource, None)?;
    let done = change::end(&outage, at, &scene, by)?;
    changed(tx, by, (&outage, &scene), done)
}

/// Says until when it is expected to last now.
///
/// # Errors
/// As [`end`].
pub fn postpone(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: OutageId,
    (until, seen): (Option<Instant>, &str),
) -> Act<OutageId> {
    let outage = store::outage::of(tx, id)?;
    let more = until.and_then(|until| Span::new(outage.span.end(), until));
    let scene = scene::scene(tx, outage.resource, more)?;
    let done = change::postpone(&outage, (until, seen), &scene, by)?;
    changed(tx, by, (&outage, &scene), done)
}

/// Records that a user's handling was the cause, with what was damaged.
///
/// # Errors
/// As [`end`].
pub fn blame(tx: &mut Tx<'_>, by: &Actor, id: OutageId, damage: &str) -> Act<OutageId> {
    let outage = store::outage::of(tx, id)?;
    let scene = scene::scene(tx, outage.resource, None)?;
    let mut interrupted = Vec::new();
    for one in effect::of_outage(tx, id)? {
        if matches!(one.what, What::Interrupted { .. }) {
            interrupted.push(gather::standing(tx, one.booking)?);
        }
    }
    let done = change::blame(&outage, damage, &interrupted, (&scene, by))?;
    store::outage::change(tx, &done.value)?;
    effect::withdraw_credit(tx, id)?;
    Ok(done.map(|outage: Outage| outage.id))
}

/// Takes back the time of a booking that had been called off, which is kept for its applicant. The form
/// carries the new booking's id.
///
/// # Errors
/// [`Halt::Absent`] unless it is kept for them.
pub fn take_back(tx: &mut Tx<'_>, by: &Actor, new: BookingId, id: OfferId) -> Act<BookingId> {
    let (kept, _) = offer::standing(tx, id)?;
    let Cause::CalledOff(was) = kept.cause else {
        return Err(Halt::Absent);
    };
    let was = gather::standing(tx, was)?;
    let evaluation = evaluation::of(tx, was.booking.id)?.unwrap_or_default();
    let effect = effect::of_booking(tx, was.booking.id)?;
    let was_settled = effect.is_some_and(|(_, effect)| effect.was_settled);
    let done = reinstate::reinstate(new, &was, (&kept, evaluation), was_settled, by)?;
    offer::end(tx, &kept, Fate::Taken)?;
    write::insert(tx, &done.value)?;
    Ok(done.map(|requested| requested.booking.id))
}

fn changed(
    tx: &mut Tx<'_>,
    by: &Actor,
    (before, scene): (&Outage, &start::Scene),
    done: Done<Changed>,
) -> Act<OutageId> {
    let Done { value, mut event } = done;
    let id = value.outage.id;
    let place = (value.outage.resource, value.outage.span);
    let risk = at_risk(tx, place, Reach::Whole)?;
    store::outage::change(tx, &value.outage)?;
    event
        .also
        .extend(strike(tx, id, (&value.hits, &value.stay))?);
    let capacity = scene.resource.capacity;
    event.also.extend(block(tx, &value.outage, capacity)?);
    event.also.extend(told(tx, by, &risk)?);
    event.also.extend(give_back(tx, (before, &value.outage))?);
    Ok(Done { value: id, event })
}

/// Claims the time of an outage: what was kept of it for somebody is kept no longer, and they are told.
fn block(tx: &mut Tx<'_>, outage: &Outage, capacity: u32) -> Result<Vec<Event>, Halt> {
    let mut events = Vec::new();
    if !outage.is_dropped {
        for id in store::outage::kept_within(tx, outage)? {
            let (kept, to) = offer::standing(tx, id)?;
            let at = tx.at();
            let resource = store::catalogue::resource::by_id(tx, kept.resource, at)?;
            offer::end(tx, &kept, Fate::Stopped)?;
            events.push(serve::stop(&resource, &kept, &to));
        }
    }
    store::outage::block(tx, outage, capacity)?;
    Ok(events)
}

/// Keeps the times that can be used again for whoever had them, one after the other: each is taken for the next.
fn give_back(tx: &mut Tx<'_>, course: (&Outage, &Outage)) -> Result<Vec<Event>, Halt> {
    let at = tx.at();
    let mut events = Vec::new();
    let mut back = scene::called_off(tx, course.0.id, at)?;
    back.retain(|one| change::is_back(course, one, at));
    for one in back {
        let taken = scene::taken_around(tx, &one)?;
        let fresh = (OfferId::new(chance::id(at)), at);
        let Some(done) = change::kept_again(&one, &taken, fresh) else {
            continue;
        };
        if let Served::Kept(kept, takes) = &done.value {
            offer::insert(tx, kept, takes)?;
        }
        events.push(done.event);
    }
    Ok(events)
}

/// Writes what an outage did to bookings, and gives back what waits with one of them for other facilities.
fn strike(
    tx: &mut Tx<'_>,
    id: OutageId,
    (hits, stay): (&[Hit], &[BookingId]),
) -> Result<Vec<Event>, Halt> {
    let mut given_back = Vec::new();
    for booking in stay {
        let standing = gather::standing(tx, *booking)?;
        // another of its set may have ended it already
        if let Some(wish) = proposal::open(tx, *booking)? {
            let others = set_change::open(tx, &standing, &wish)?;
            given_back.extend(set_change::fallen(tx, &others)?);
            drop_it(tx, *booking, proposal::Fate::Refused)?;
        }
    }
    for (change, one) in hits {
        let before = gather::standing(tx, change.booking)?;
        write::change(tx, change)?;
        effect::insert(tx, id, one)?;
        if hold::aside(&before).is_open() {
            let at = tx.at();
            // those that it touches too are called off themselves
            let mut others = before.fellows;
            others.retain(|one| !hits.iter().any(|(hit, _)| hit.booking == one.id));
            given_back.extend(set::given_back(tx, &others, at)?);
        }
    }
    Ok(given_back)
}
