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
    chosen_by(
        KeepingField::Companion,
        chosen,
        subject,
        (offered, known),
        by,
    )
}

/// Lets something of another facility be asked for together, by what was typed of its address. `found` is the
/// resource of another facility there, whose time is booked here. Requests are decided by each facility.
///
/// # Errors
/// As [`add`].
pub fn add_other(
    typed: &str,
    found: Option<ResourceId>,
    subject: &Subject,
    known: &[ResourceId],
    by: &Actor,
) -> Act<ResourceId> {
    ours(subject, by)?;
    if found.is_none() && !typed.trim().is_empty() {
        return Err(Halt::because(bar(KeepingBar::OtherUnknown)));
    }
    let offered: Vec<ResourceId> = found.into_iter().collect();
    let field = KeepingField::OtherCompanion;
    chosen_by(field, found, subject, (&offered, known), by)
}

/// Another facility's requests don't offer this resource any more; bookings that hold it keep it.
///
/// # Errors
/// [`Halt::Absent`] unless this facility's manager does it, or if it isn't offered there.
pub fn leave(
    main: ResourceId,
    subject: &Subject,
    offering: &[ResourceId],
    by: &Actor,
) -> Act<ResourceId> {
    remove(main, subject, offering, by)
}

fn chosen_by(
    field: KeepingField,
    chosen: Option<ResourceId>,
    subject: &Subject,
    (offered, known): (&[ResourceId], &[ResourceId]),
    by: &Actor,
) -> Act<ResourceId> {
    ours(subject, by)?;
    let bar_of = |wrong| Err(Halt::because(bar(wrong)));
    let already = KeepingBar::TogetherAlready { field };
    let field = Field::Keeping(field);
    let Some(chosen) = chosen else {
        return Err(Halt::because(Refusal::of(Wrong::Missing { field })));
    };
    if known.contains(&chosen) {
        return bar_of(already);
    }
    if chosen == subject.id || !offered.contains(&chosen) {
        return Err(Halt::because(Refusal::of(Wrong::Malformed { field })));
    }
    if u32::try_from(known.len()).unwrap_or(u32::MAX) >= MOST {
        return bar_of(KeepingBar::TooManyTogether { most: MOST });
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
