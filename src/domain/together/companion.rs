//! 一緒に申請できるもの: said by the manager of the resource that is asked for first.

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::ResourceId;
use crate::domain::letter::together::TogetherNews;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::keeping::KeepingBar;
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::together::pair::{Pair, letters};
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
/// resource of another facility there, whose time is booked here. Requests are decided by each facility; the
/// other one's managers are told.
///
/// # Errors
/// As [`add`].
pub fn add_other(
    typed: &str,
    (found, pair): (Option<ResourceId>, Option<&Pair>),
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
    let done = chosen_by(field, found, subject, (&offered, known), by)?;
    Ok(told(done, pair, TogetherNews::Offered))
}

/// Another facility's requests don't offer this resource any more; bookings that hold it keep it. That facility's
/// managers are told.
///
/// # Errors
/// [`Halt::Absent`] unless this facility's manager does it, or if it isn't offered there.
pub fn leave(
    main: ResourceId,
    pair: Option<&Pair>,
    subject: &Subject,
    offering: &[ResourceId],
    by: &Actor,
) -> Act<ResourceId> {
    let done = taken(main, subject, offering, by)?;
    Ok(told(done, pair, TogetherNews::Left))
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

/// It can't be asked for together any more; bookings that hold it keep it. If it is another facility's, its
/// managers are told.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it, or if it doesn't go with it.
pub fn remove(
    chosen: ResourceId,
    pair: Option<&Pair>,
    subject: &Subject,
    known: &[ResourceId],
    by: &Actor,
) -> Act<ResourceId> {
    let done = taken(chosen, subject, known, by)?;
    Ok(told(done, pair, TogetherNews::Ended))
}

fn taken(
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

/// With the letters to the other facility, where there is one.
fn told(mut done: Done<ResourceId>, pair: Option<&Pair>, about: TogetherNews) -> Done<ResourceId> {
    done.event.letters = pair.map_or_else(Vec::new, |pair| letters(pair, about));
    done
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
