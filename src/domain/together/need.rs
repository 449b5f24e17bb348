//! 構成要素: what every use of a resource takes of others, also the uses that are booked already.

use std::collections::BTreeSet;

use crate::domain::actor::Actor;
use crate::domain::attendant::entry::NAME_LONGEST;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::name::Name;
use crate::domain::policy::capacity::peak;
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::keeping::{InTheWay, KeepingBar};
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;
use crate::domain::together::{Subject, bar, ours};

/// Most units of a component, and most of them that there are.
pub const UNITS_MOST: u32 = 9_999;
/// Most components of one resource.
pub const MOST: u32 = 20;

/// What was chosen or typed: a resource that is there, or the name and number of new ones.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entry {
    pub known: Option<ResourceId>,
    pub name: Name,
    pub capacity: Option<u32>,
    pub units: Option<u32>,
}

/// What stands when a component is added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scene {
    pub subject: Subject,
    /// What the facility's resources need of each other: by, and needed.
    pub needs: Vec<(ResourceId, ResourceId)>,
    /// The facility's resources that can be chosen, with how many there are.
    pub offered: Vec<(ResourceId, u32)>,
    /// What is booked or kept of the resource from now on.
    pub claims: Vec<(Option<BookingId>, Span)>,
    /// What the component is busy with in that time.
    pub taken: Vec<Occupied>,
}

/// A component of which every use takes some.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Added {
    pub id: ResourceId,
    pub units: u32,
    /// The name and number of those that were not there before.
    pub new: Option<(Name, u32)>,
}

/// Adds a component; `fresh` is its id if it is new.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; everything that is wrong with what was written;
/// bookings to come for which there is not enough of it.
pub fn add(fresh: ResourceId, entry: &Entry, scene: &Scene, by: &Actor) -> Act<Added> {
    ours(&scene.subject, by)?;
    let mut wrong = Vec::new();
    let component = match entry.known {
        Some(known) => chosen(known, scene, &mut wrong),
        None => named(entry, &mut wrong).map(|capacity| (fresh, capacity)),
    };
    let units = number(entry.units, KeepingField::Units, &mut wrong);
    if let (Some((_, capacity)), Some(units)) = (component, units)
        && units > capacity
    {
        wrong.push(bar(KeepingBar::NeedsTooMany { capacity }));
    }
    let mine = scene.needs.iter().filter(|(by, _)| *by == scene.subject.id);
    if u32::try_from(mine.count()).unwrap_or(u32::MAX) >= MOST {
        wrong.push(bar(KeepingBar::TooManyTogether { most: MOST }));
    }
    let (Some((id, capacity)), Some(units), true) = (component, units, wrong.is_empty()) else {
        return Err(Halt::Refused(wrong));
    };
    room(scene, units, capacity)?;
    let event = event(Kind::NeedAdded, &scene.subject, id).with("units", units);
    let new = entry.known.is_none();
    let new = new.then(|| (entry.name.clone(), capacity));
    Ok(Done {
        value: Added { id, units, new },
        event,
    })
}

/// Uses don't take it any more.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it, or if it is no component.
pub fn remove(
    needed: ResourceId,
    subject: &Subject,
    known: &[ResourceId],
    by: &Actor,
) -> Act<ResourceId> {
    ours(subject, by)?;
    if !known.contains(&needed) {
        return Err(Halt::Absent);
    }
    Ok(Done {
        value: needed,
        event: event(Kind::NeedRemoved, subject, needed),
    })
}

/// A resource that is there, and how many there are.
fn chosen(known: ResourceId, scene: &Scene, wrong: &mut Vec<Refusal>) -> Option<(ResourceId, u32)> {
    let this = scene.subject.id;
    if known == this || needs(known, this, &scene.needs) {
        wrong.push(bar(KeepingBar::NeedsItself));
        return None;
    }
    if scene.needs.contains(&(this, known)) {
        wrong.push(bar(KeepingBar::NeededAlready));
        return None;
    }
    let found = scene.offered.iter().find(|(id, _)| *id == known);
    if found.is_none() {
        let field = Field::Keeping(KeepingField::Needed);
        wrong.push(Refusal::of(Wrong::Malformed { field }));
    }
    found.copied()
}

/// Whether something needs another one, if only through others.
fn needs(by: ResourceId, what: ResourceId, all: &[(ResourceId, ResourceId)]) -> bool {
    let mut seen: BTreeSet<ResourceId> = BTreeSet::new();
    let mut open = vec![by];
    while let Some(one) = open.pop() {
        if one == what {
            return true;
        }
        if seen.insert(one) {
            let next = all.iter().filter(|(by, _)| *by == one);
            open.extend(next.map(|(_, needed)| *needed));
        }
    }
    false
}

/// A new one, by name; how many there are.
fn named(entry: &Entry, wrong: &mut Vec<Refusal>) -> Option<u32> {
    let names = [
        (&entry.name.ja, KeepingField::ComponentJa),
        (&entry.name.en, KeepingField::ComponentEn),
    ];
    for (text, field) in names {
        let field = Field::Keeping(field);
        if text.is_empty() {
            wrong.push(Refusal::of(Wrong::Missing { field }));
        } else if text.chars().count() > NAME_LONGEST {
            let longest = NAME_LONGEST;
            wrong.push(Refusal::of(Wrong::TooLongText { field, longest }));
        }
    }
    number(entry.capacity, KeepingField::Capacity, wrong)
}

fn number(value: Option<u32>, field: KeepingField, wrong: &mut Vec<Refusal>) -> Option<u32> {
    let field = Field::Keeping(field);
    match value {
        None => wrong.push(Refusal::of(Wrong::Missing { field })),
        Some(number) if !(1..=UNITS_MOST).contains(&number) => {
            wrong.push(Refusal::of(Wrong::Malformed { field }));
        }
        Some(number) => return Some(number),
    }
    None
}

/// Whether everything that is booked can take so many units.
fn room(scene: &Scene, units: u32, capacity: u32) -> Result<(), Halt> {
    let mut taken = scene.taken.clone();
    let mut stuck = Vec::new();
    for (booking, span) in &scene.claims {
        if peak(&taken, span).saturating_add(units) > capacity {
            stuck.push(*booking);
            continue;
        }
        taken.push(Occupied {
            booking: *booking,
            claim: *span,
            used: *span,
            units,
            home: None,
        });
    }
    if stuck.is_empty() {
        return Ok(());
    }
    let named: Vec<BookingId> = stuck.into_iter().flatten().collect();
    Err(Halt::because(bar(KeepingBar::NoRoom(InTheWay::of(&named)))))
}

fn event(kind: Kind, subject: &Subject, needed: ResourceId) -> Event {
    Event::of(kind)
        .with("resource", &subject.slug)
        .with("needed", needed)
}
