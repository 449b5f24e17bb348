//! Who may load and publish what stands in the catalogue, and when a resource takes requests.

use chrono::NaiveDate;

use crate::domain::actor::{Actor, Role, Who};
use crate::domain::catalogue::Access;
use crate::domain::counted::Counted;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::name::Name;
use crate::domain::policy::capacity::peak;
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;

/// What publishing a resource is decided by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    pub id: ResourceId,
    pub slug: String,
    pub facility: FacilityId,
    pub access: Access,
    /// Whether the facility has published a usage rule.
    pub has_rule: bool,
}

/// A resource that takes requests from now on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Publication {
    pub id: ResourceId,
    /// The day on which its owner confirmed what its page says; none leaves that as it is.
    pub confirmed_on: Option<NaiveDate>,
}

/// A shared capacity that would become smaller.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lowered {
    pub name: Name,
    pub counted: Counted,
    /// What it would be.
    pub capacity: u32,
    /// What is in use of it and booked.
    pub taken: Vec<Occupied>,
    /// The time from now on.
    pub ahead: Span,
}

/// Each capacity that would be less than what is booked of it at some instant to come.
#[must_use]
pub fn booked_above(lowered: &[Lowered]) -> Vec<Refusal> {
    let above = |one: &Lowered| {
        let peak = peak(&one.taken, &one.ahead);
        (peak > one.capacity).then(|| {
            Refusal::of(Wrong::Use(UseBar::BookedAbove {
                resource: one.name.clone(),
                peak,
                capacity: one.capacity,
                counted: one.counted,
            }))
        })
    };
    lowered.iter().filter_map(above).collect()
}

/// Lets a resource take requests. That its owner confirmed the entry is another fact: a resource
/// may be one without the other.
///
/// # Errors
/// The actor is not its manager, an administrator or the house; or time would be booked without a
/// usage rule.
pub fn publish(
    candidate: &Candidate,
    confirmed_on: Option<NaiveDate>,
    by: &Actor,
) -> Act<Publication> {
    if !keeps(candidate.facility, by) {
        return Err(Halt::NotAllowed);
    }
    if candidate.access == Access::Slot && !candidate.has_rule {
        return Err(Halt::because(Refusal::of(Wrong::NoRule)));
    }
    let mut event = Event::of(Kind::ResourcePublished).with("resource", candidate.slug.as_str());
    if let Some(day) = confirmed_on {
        event = event.with("confirmed_on", day);
    }
    Ok(Done {
        value: Publication {
            id: candidate.id,
            confirmed_on,
        },
        event,
    })
}

/// Whether somebody keeps the entries of a facility.
fn keeps(facility: FacilityId, by: &Actor) -> bool {
    by.who == Who::House || by.manages(facility) || by.holds(|role| role == Role::Administrator)
}

/// Whether somebody may load a whole catalogue.
#[must_use]
pub fn may_load(by: &Actor) -> bool {
    by.who == Who::House || by.holds(|role| role == Role::Administrator)
}
