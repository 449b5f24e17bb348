//! 一緒に申請できるもの: said by the manager of the resource that is asked for first.

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::ResourceId;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::keeping::KeepingBar;
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::together::{Subject, bar, ours};

/// Most things that go with one resource: they stand on the form of its requests.
pub const MOST: u32 = 20;

/// Lets something be asked for together. `offered` is what may be chosen, `known` what goes with it already.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; everything that is wrong with the choice.
pub fn add(
    chosen: Option<ResourceId>,
    subject: &Subject,
    (offered, known): (&[ResourceId], &[ResourceId]),
    by: &Actor,
) -> Act<ResourceId> {
    ours(subject, by)?;
    let field = Field::Keeping(KeepingField::Companion);
    let Some(chosen) = chosen else {
        return Err(Halt::because(Refusal::of(Wrong::Missing { field })));
    };
    if known.contains(&chosen) {
        return Err(Halt::because(bar(KeepingBar::TogetherAlready)));
    }
    if chosen == subject.id || !offered.contains(&chosen) {
        return Err(Halt::because(Refusal::of(Wrong::Malformed { field })));
    }
    if u32::try_from(known.len()).unwrap_or(u32::MAX) >= MOST {
        return Err(Halt::because(bar(KeepingBar::TooManyTogether {
            most: MOST,
        })));
    }
    Ok(done(Kind::CompanionAdded, chosen, subject))
}

/// It can't be asked for together any more; bookings that hold it keep it.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it, or if it doesn't go with it.
pub fn remove(
    chosen: ResourceId,
    subject: &Subject,
    known: &[ResourceId],
    by: &Actor,
) -> Act<ResourceId> {
    ours(subject, by)?;
    match known.contains(&chosen) {
        true => Ok(done(Kind::CompanionRemoved, chosen, subject)),
        false => Err(Halt::Absent),
    }
}

fn done(kind: Kind, chosen: ResourceId, subject: &Subject) -> Done<ResourceId> {
    let event = Event::of(kind)
        .with("resource", &subject.slug)
        .with("companion", chosen);
    Done {
        value: chosen,
        event,
    }
}
