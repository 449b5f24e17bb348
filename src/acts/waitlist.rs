//! What people and the clock do with lines: get in, leave, decline what is kept, let it lapse.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{OfferId, ResourceId, WaitId};
use crate::domain::time::Span;
use crate::domain::waitlist::join::{self, Scene, Wish};
use crate::domain::waitlist::serve;
use crate::store;
use crate::store::booking::turn;
use crate::store::tx::Tx;
use crate::store::waitlist::offer::{self, Fate};
use crate::store::waitlist::{Place, pass_on};

/// How far around the window claims are read, in minutes.
const AROUND: i64 = 24 * 60;

/// Gets in line. The form carries the id, so a second click makes no second place.
///
/// # Errors
/// As the decision says, or that there is no such resource.
pub fn join(tx: &mut Tx<'_>, by: &Actor, id: WaitId, slug: &str, wish: &Wish) -> Act<WaitId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    store::user::take_turn(tx, person.id)?;
    turn::take(tx, slug)?;
    let resource = store::catalogue::resource::by_slug(tx, slug, by.at)?;
    if !join::is_waited_for(&resource) {
        return Err(Halt::Absent);
    }
    let taken = match wish.window {
        Some(window) => taken(tx, resource.id, &window)?,
        None => Vec::new(),
    };
    let mine = store::waitlist::of_person(tx, person.id)?;
    let scene = Scene {
        resource: &resource,
        taken: &taken,
        mine: &mine,
    };
    let done = join::join(id, wish, &scene, (person, by))?;
    store::waitlist::insert(tx, &done.value)?;
    Ok(done.map(|entry| entry.id))
}

fn taken(
    tx: &mut Tx<'_>,
    resource: ResourceId,
    window: &Span,
) -> Result<Vec<crate::domain::policy::case::Occupied>, Halt> {
    let claims = store::claim::during(tx, &[resource], &window.widen(AROUND, AROUND))?;
    Ok(claims.into_iter().map(|(_, occupied)| occupied).collect())
}

/// Leaves a line.
///
/// # Errors
/// [`Halt::Absent`] unless they wait in it.
pub fn leave(tx: &mut Tx<'_>, by: &Actor, id: WaitId) -> Act<WaitId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let mine = store::waitlist::of_person(tx, person.id)?;
    let entry = mine.iter().find(|entry| entry.id == id);
    let done = join::leave(entry.ok_or(Halt::Absent)?);
    store::waitlist::mark(tx, id, Place::Waiting, Place::Left)?;
    Ok(done)
}

/// Declines what is kept for them: the next in line has it.
///
/// # Errors
/// [`Halt::Absent`] unless it is kept for them.
pub fn decline(tx: &mut Tx<'_>, by: &Actor, id: OfferId) -> Act<OfferId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let (kept, to) = offer::standing(tx, id)?;
    if to.user != person.id {
        return Err(Halt::Absent);
    }
    turn::of(tx, kept.resource)?;
    let resource = store::catalogue::resource::by_id(tx, kept.resource, by.at)?;
    offer::end(tx, &kept, Fate::Declined)?;
    Ok(Done {
        value: id,
        event: serve::decline(&resource, &kept),
    })
}

/// Lets lapse what was kept and not asked for: the next in line has it.
///
/// # Errors
/// [`Halt::Absent`] where it is kept no longer, or still.
pub fn lapse(tx: &mut Tx<'_>, by: &Actor, id: OfferId) -> Act<OfferId> {
    let (kept, to) = offer::standing(tx, id)?;
    if kept.until > by.at {
        return Err(Halt::Absent);
    }
    turn::of(tx, kept.resource)?;
    let resource = store::catalogue::resource::by_id(tx, kept.resource, by.at)?;
    offer::end(tx, &kept, Fate::Lapsed)?;
    Ok(Done {
        value: id,
        event: serve::lapse(&resource, &kept, &to),
    })
}

/// Serves a line, whatever it was that freed time.
///
/// # Errors
/// [`Halt::Absent`] where nobody in it can be served, or a fault.
pub fn serve(tx: &mut Tx<'_>, id: ResourceId) -> Act<()> {
    turn::of(tx, id)?;
    tx.freed(id);
    let mut events = pass_on::pass_on(tx)?.into_iter();
    let mut event = events.next().ok_or(Halt::Absent)?;
    event.also.extend(events);
    Ok(Done { value: (), event })
}
