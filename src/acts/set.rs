//! What people do with a set: several facilities asked as one, each of which decides for itself.

use crate::acts::changing::written;
use crate::acts::open_gates::gates_of_fellow;
use crate::domain::actor::{Actor, Person};
use crate::domain::booking::change::Change;
use crate::domain::booking::hold;
use crate::domain::booking::set::{ask, complete, dissolve, name_given_back};
use crate::domain::booking::{Fellow, Scene, Standing, State, Wish};
use crate::domain::event::Event;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::BookingId;
use crate::domain::name::Name;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;
use crate::secret::chance;
use crate::store::booking::bundle::{self, Bundle};
use crate::store::booking::{gather, write};
use crate::store::tx::Tx;
use crate::store::waitlist::offer;

/// Asks every facility of a scene for the same time: all of it, or nothing. The form carries the id of the
/// first booking.
///
/// # Errors
/// Every refusal of every facility at once.
pub(super) fn request(
    tx: &mut Tx<'_>,
    (person, at): (&Person, Instant),
    (id, wish): (BookingId, &Wish),
    scene: &Scene,
) -> Act<BookingId> {
    let others = scene.fellows.iter();
    let others = others.map(|_| BookingId::new(chance::id(at)));
    let ids: Vec<BookingId> = std::iter::once(id).chain(others).collect();
    let made = ask(&ids, wish, scene, (person, at))?;
    bundle::insert(tx, (Bundle::Set, id), person.id, "")?;
    let mut whole: Option<Event> = None;
    for done in made {
        let Done { value, mut event } = done;
        let kept = (value.booking.resource, &[value.claim][..]);
        offer::take_up(tx, person.id, kept)?;
        write::insert(tx, &value)?;
        if value.booking.id != id {
            // one receipt names them all
            event.letters.retain(|one| one.to.user != person.id);
        }
        whole = Some(match whole {
            None => event,
            Some(before) => before.and(event),
        });
    }
    let event = whole.ok_or_else(|| Halt::because(Refusal::of(Wrong::WrongState)))?;
    Ok(Done { value: id, event })
}

/// What the change of one booking means for the others of its set, once it is written: with the last yes all are
/// confirmed; where one comes to nothing before that, all are given back.
///
/// # Errors
/// A fault of the database.
pub(super) fn follow(
    tx: &mut Tx<'_>,
    by: &Actor,
    before: &Standing,
    done: &mut Done<Change>,
) -> Result<(), Halt> {
    // what was confirmed and waits for a gate is given up by itself
    let (was, is) = (hold::aside(before), done.value.state);
    if !was.is_open() || is.is_open() {
        return Ok(());
    }
    if is.is_settled() {
        let confirm = |tx: &mut Tx<'_>, one: &Standing| {
            gates_of_fellow(tx, by, one.clone())?;
            Ok(complete(one, by.at)?)
        };
        let agreed = |state| state == State::Approved;
        let found = each(tx, &before.fellows, agreed, confirm)?;
        done.event.also.extend(found);
        return Ok(());
    }
    let found = given_back(tx, &before.fellows, by.at)?;
    let open = before.fellows.iter().filter(|one| one.state.is_open());
    let names: Vec<Name> = open.map(|one| one.name.clone()).collect();
    name_given_back(&mut done.event, &names);
    done.event.also.extend(found);
    Ok(())
}

/// Gives back what waits of a set, where one of its bookings came to nothing.
///
/// # Errors
/// A fault of the database.
pub(super) fn given_back(
    tx: &mut Tx<'_>,
    fellows: &[Fellow],
    at: Instant,
) -> Result<Vec<Event>, Halt> {
    let give_back = |_: &mut Tx<'_>, one: &Standing| Ok(dissolve(one, at)?);
    each(tx, fellows, State::is_open, give_back)
}

/// Does the same to those whose state is meant.
fn each(
    tx: &mut Tx<'_>,
    fellows: &[Fellow],
    is_meant: impl Fn(State) -> bool,
    decide: impl Fn(&mut Tx<'_>, &Standing) -> Act<Change>,
) -> Result<Vec<Event>, Halt> {
    let mut events = Vec::new();
    for fellow in fellows.iter().filter(|one| is_meant(one.state)) {
        let standing = gather::standing(tx, fellow.id)?;
        let one = decide(tx, &standing)?;
        events.push(written(tx, &standing, one)?.event);
    }
    Ok(events)
}
