//! What people do to the time of a set: all of it moves, or nothing.

use crate::acts::changing::{drop_it, put, written};
use crate::acts::open_gates::gates_of_fellow;
use crate::domain::actor::{Actor, Person};
use crate::domain::booking::amend::{Proposal, as_changed, whole};
use crate::domain::booking::set::name_given_back;
use crate::domain::booking::{Scene, Standing, Wish};
use crate::domain::event::Event;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, ChangeId};
use crate::domain::name::Name;
use crate::secret::chance;
use crate::store::booking::gather;
use crate::store::booking::proposal::{self, Fate};
use crate::store::tx::Tx;

/// Asks all facilities of a set for another time: done at once, or asked of each.
///
/// # Errors
/// Every refusal of every facility at once.
pub(super) fn amend(
    tx: &mut Tx<'_>,
    (person, by): (&Person, &Actor),
    standing: Standing,
    wish: &Wish,
) -> Act<BookingId> {
    let id = standing.booking.id;
    let mut all: Vec<(Standing, Scene)> = Vec::new();
    let others: Vec<BookingId> = whole::others(&standing).map(|one| one.id).collect();
    let mut standings = vec![standing];
    for other in others {
        // what was asked for of it alone gives way too
        if proposal::open(tx, other)?.is_some() {
            drop_it(tx, other, Fate::Withdrawn)?;
        }
        standings.push(gather::standing(tx, other)?);
    }
    for one in standings {
        let scene = gather::scene_without(tx, &one, wish.span(), person, by.at)?;
        all.push((one, scene));
    }
    let ids: Vec<ChangeId> = all
        .iter()
        .map(|_| ChangeId::new(chance::id(by.at)))
        .collect();
    let made = whole::amend(&mut all, wish, &ids, by)?;
    let mut event: Option<Event> = None;
    for ((standing, _), done) in all.iter().zip(made) {
        let done = put(tx, (person, standing), done)?;
        event = Some(match event {
            None => done.event,
            Some(before) => before.and(done.event),
        });
    }
    let event = event.ok_or(Halt::Absent)?;
    Ok(Done { value: id, event })
}

/// The changes of the others of its set that wait for the same time as this one.
///
/// # Errors
/// A fault of the database.
pub(super) fn open(
    tx: &mut Tx<'_>,
    standing: &Standing,
    own: &Proposal,
) -> Result<Vec<(Standing, Proposal)>, Halt> {
    let mut found = Vec::new();
    if own.span == standing.booking.span {
        return Ok(found);
    }
    for fellow in whole::others(standing) {
        let waits = proposal::open(tx, fellow.id)?;
        if let Some(waits) = waits.filter(|one| one.span == own.span) {
            found.push((gather::standing(tx, fellow.id)?, waits));
        }
    }
    Ok(found)
}

/// The last facility agreed: the others move too, where nothing that they ask for stands in the way by now.
///
/// # Errors
/// A gate of one of them is closed, or a fault.
pub(super) fn complete(
    tx: &mut Tx<'_>,
    by: &Actor,
    others: Vec<(Standing, Proposal)>,
) -> Result<Vec<Event>, Halt> {
    let mut events = Vec::new();
    for (standing, proposal) in others {
        gates_of_fellow(tx, by, as_changed(&standing, &proposal))?;
        proposal::end(tx, standing.booking.id, Fate::Granted)?;
        let done = whole::complete(&standing, &proposal, by.at);
        events.push(written(tx, &standing, done)?.event);
    }
    Ok(events)
}

/// The change of one came to nothing: those of the others do too, and its letters name them.
///
/// # Errors
/// A fault of the database.
pub(super) fn fall(
    tx: &mut Tx<'_>,
    others: &[(Standing, Proposal)],
    event: &mut Event,
) -> Result<(), Halt> {
    let names = others.iter().map(|(one, _)| one.resource.name.clone());
    name_given_back(event, &names.collect::<Vec<Name>>());
    event.also.extend(fallen(tx, others)?);
    Ok(())
}

/// Drops these changes, and tells their managers.
///
/// # Errors
/// A fault of the database.
pub(super) fn fallen(tx: &mut Tx<'_>, others: &[(Standing, Proposal)]) -> Result<Vec<Event>, Halt> {
    let mut events = Vec::new();
    for (standing, proposal) in others {
        drop_it(tx, standing.booking.id, Fate::Withdrawn)?;
        events.push(whole::fall(standing, proposal, tx.at()));
    }
    Ok(events)
}
