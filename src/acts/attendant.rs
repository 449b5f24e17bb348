//! What facility managers do with their attendants: add, change, note an absence, let go.

use crate::domain::actor::Actor;
use crate::domain::attendant::entry::Entry;
use crate::domain::attendant::hand_over::Moved;
use crate::domain::attendant::life::{self, Wish};
use crate::domain::booking::Standing;
use crate::domain::booking::attending::{After, letters};
use crate::domain::booking::news::same_sequence;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{AbsenceId, FacilityId, ResourceId};
use crate::secret::chance;
use crate::store;
use crate::store::attendant::{gather, list, write};
use crate::store::booking;
use crate::store::tx::Tx;

/// 立会者を加える. The form carries the new id: sent twice, it adds one person.
///
/// # Errors
/// As the decision says.
pub fn add(tx: &mut Tx<'_>, by: &Actor, id: ResourceId, entry: &Entry) -> Act<ResourceId> {
    let facility = entry.facility.filter(|one| by.manages(*one));
    let offered = offered(tx, facility)?;
    let account = gather::account(tx, facility, &entry.account)?;
    let done = life::add(id, entry, (&offered, account), by)?;
    let (facility, roster) = &done.value;
    gather::turns(tx, id, &roster.resources)?;
    write::add(tx, id, *facility, roster)?;
    Ok(done.map(|_| id))
}

/// Changes who they are, when they work and what they attend.
///
/// # Errors
/// As the decision says, or that there is no such attendant.
pub fn change(tx: &mut Tx<'_>, by: &Actor, id: ResourceId, entry: &Entry) -> Act<ResourceId> {
    let facility = Some(store::attendant::list::one(tx, id)?.facility);
    let facility = facility.filter(|one| by.manages(*one));
    let offered = offered(tx, facility)?;
    let account = gather::account(tx, facility, &entry.account)?;
    let known = entry.resources.iter().filter(|one| offered.contains(one));
    let scene = gather::scene(tx, id, &known.copied().collect())?;
    let mut done = life::change(&scene, entry, (&offered, account), by)?;
    let (roster, moved) = &done.value;
    // who is told is looked up before their account may become another
    let told = hand_over(tx, id, moved)?;
    write::change(tx, id, roster)?;
    done.event.also.extend(told);
    Ok(done.map(|_| id))
}

/// They attend nothing any more.
///
/// # Errors
/// As [`change`].
pub fn leave(tx: &mut Tx<'_>, by: &Actor, id: ResourceId) -> Act<ResourceId> {
    let scene = gather::scene(tx, id, &std::collections::BTreeSet::new())?;
    let mut done = life::leave(&scene, by)?;
    // who is told is looked up while they are still there
    let told = hand_over(tx, id, &done.value)?;
    write::leave(tx, id)?;
    done.event.also.extend(told);
    Ok(done.map(|_| id))
}

/// They are not there for a while.
///
/// # Errors
/// As [`change`].
pub fn absent(tx: &mut Tx<'_>, by: &Actor, id: ResourceId, wish: &Wish) -> Act<AbsenceId> {
    let scene = gather::scene(tx, id, &std::collections::BTreeSet::new())?;
    let absence = AbsenceId::new(chance::id(by.at));
    let mut done = life::absent(absence, wish, &scene, by)?;
    let (absence, moved) = &done.value;
    let told = hand_over(tx, id, moved)?;
    write::absent(tx, id, absence)?;
    done.event.also.extend(told);
    Ok(done.map(|(absence, _)| absence.id))
}

/// They are there after all.
///
/// # Errors
/// As [`change`], or that there is no such absence to come.
pub fn back(tx: &mut Tx<'_>, by: &Actor, id: ResourceId, absence: AbsenceId) -> Act<AbsenceId> {
    let scene = gather::scene(tx, id, &std::collections::BTreeSet::new())?;
    let done = life::back(absence, &scene, by)?;
    write::back(tx, id, absence)?;
    Ok(done)
}

/// Hands uses over, and tells whoever attended each of them and whoever does now.
fn hand_over(tx: &mut Tx<'_>, from: ResourceId, moved: &[Moved]) -> Result<Vec<Event>, Halt> {
    let at = tx.at();
    let view = |one: &Moved| booking::gather::view(tx, one.booking, at);
    let before: Vec<Standing> = moved.iter().map(view).collect::<Result<_, _>>()?;
    write::hand_over(tx, from, moved)?;
    let told = |standing: &Standing| {
        let id = standing.booking.id;
        let after = After {
            state: standing.booking.state,
            span: standing.booking.span,
            attendant: booking::attendance::of_booking(tx, id)?,
            sequence: same_sequence(standing),
        };
        let letters = letters(standing, &after);
        Ok(Event::about_booking(Kind::AttendantNamed, id, letters))
    };
    before.iter().map(told).collect()
}

/// What can be attended in a facility.
fn offered(tx: &mut Tx<'_>, facility: Option<FacilityId>) -> Result<Vec<ResourceId>, Halt> {
    let facilities: Vec<FacilityId> = facility.into_iter().collect();
    let offered = list::offered(tx, &facilities)?;
    Ok(offered.into_iter().map(|one| one.id).collect())
}
