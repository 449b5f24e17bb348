//! Recording what was allocated: entered, corrected, ended.

use crate::domain::actor::Actor;
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::OutsideId;
use crate::domain::outside::{Outside, Standing, Told};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::outside::OutsideBar;
use crate::domain::refusal::outside_field::OutsideField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::text;

/// Longest proposal number, in characters.
pub const PROPOSAL_LONGEST: usize = 60;
/// Longest name and institution, in characters.
pub const NAME_LONGEST: usize = 200;
/// Longest note and reason, in characters.
pub const NOTE_LONGEST: usize = 2_000;
/// The most that can be allocated or used, in its unit.
pub const AMOUNT_MOST: u64 = 1_000_000_000_000;

/// 登録する
///
/// # Errors
/// [`Halt::NotAllowed`] unless the facility's manager does it; everything that is wrong with what was
/// typed; `known` says that the proposal stands already.
pub fn record(
    id: OutsideId,
    told: &Told,
    resource: &Resource,
    known: Option<OutsideId>,
    by: &Actor,
) -> Act<Outside> {
    if !by.manages(resource.facility) {
        return Err(Halt::NotAllowed);
    }
    let outside = checked(id, told, resource, known)?;
    let event = event(Kind::OutsideRecorded, &outside);
    Ok(Done {
        value: outside,
        event,
    })
}

/// 訂正する, also the use so far.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; as [`record`], and when it has ended.
pub fn correct(
    standing: &Standing,
    told: &Told,
    known: Option<OutsideId>,
    by: &Actor,
) -> Act<Outside> {
    let before = &standing.outside;
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    if before.is_ended {
        return Err(Halt::because(bar(OutsideBar::Ended)));
    }
    let known = known.filter(|known| *known != before.id);
    let mut outside = checked(before.id, told, &standing.resource, known)?;
    let outlying = standing.occupied.iter().any(|occupied| {
        let last = occupied.span.end().plus_seconds(-1).day();
        occupied.span.start().day() < outside.starts_on || last > outside.ends_on
    });
    if outlying {
        return Err(Halt::because(bar(OutsideBar::OutsidePeriod {
            from: outside.starts_on,
            until: outside.ends_on,
        })));
    }
    outside.version = before.version + 1;
    let event = event(Kind::OutsideCorrected, &outside);
    Ok(Done {
        value: outside,
        event,
    })
}

/// 終了とする: nothing is recorded on it any more; time that has not begun becomes free.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; refused when it has ended.
pub fn end(standing: &Standing, by: &Actor) -> Act<Outside> {
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    if standing.outside.is_ended {
        return Err(Halt::because(bar(OutsideBar::Ended)));
    }
    let mut outside = standing.outside.clone();
    outside.is_ended = true;
    outside.version += 1;
    let event = event(Kind::OutsideEnded, &outside);
    Ok(Done {
        value: outside,
        event,
    })
}

fn event(kind: Kind, outside: &Outside) -> Event {
    Event::of(kind)
        .with("outside", outside.id)
        .with("resource", outside.resource)
        .with("proposal", &outside.proposal)
        .with("granted", outside.granted)
        .with("used", outside.used)
}

/// What was typed, complete and within its limits.
fn checked(
    id: OutsideId,
    told: &Told,
    resource: &Resource,
    known: Option<OutsideId>,
) -> Result<Outside, Halt> {
    let mut wrong = texts(told);
    if access(resource.mode, resource.allocation) != Access::Elsewhere {
        wrong.push(bar(OutsideBar::NotByCall));
    }
    if known.is_some() {
        wrong.push(bar(OutsideBar::Known));
    }
    let granted = amount(
        told.granted,
        1,
        Field::Outside(OutsideField::Granted),
        &mut wrong,
    );
    let used = amount(told.used, 0, Field::Outside(OutsideField::Used), &mut wrong);
    let (Some(unit), Some(starts_on), Some(ends_on)) = (told.unit, told.starts_on, told.ends_on)
    else {
        wrong.extend(unchosen(told));
        return Err(Halt::Refused(wrong));
    };
    if ends_on < starts_on {
        wrong.push(bar(OutsideBar::EndsBefore));
    }
    if !wrong.is_empty() {
        return Err(Halt::Refused(wrong));
    }
    Ok(Outside {
        id,
        resource: resource.id,
        proposal: told.proposal.clone(),
        holder_email: told.holder_email.clone(),
        holder_name: told.holder_name.clone(),
        holder_institution: told.holder_institution.clone(),
        granted,
        unit,
        starts_on,
        ends_on,
        used,
        note: told.note.clone(),
        version: 1,
        is_ended: false,
    })
}

/// What has to be chosen and was not.
fn unchosen(told: &Told) -> impl Iterator<Item = Refusal> {
    let empty = [
        (
            told.unit.is_none(),
            Field::Outside(OutsideField::AmountUnit),
        ),
        (
            told.starts_on.is_none(),
            Field::Outside(OutsideField::StartsOn),
        ),
        (told.ends_on.is_none(), Field::EndsOn),
    ];
    let empty = empty.into_iter().filter(|(is_empty, _)| *is_empty);
    empty.map(|(_, field)| missing(field))
}

fn texts(told: &Told) -> Vec<Refusal> {
    let mut wrong: Vec<Refusal> = [
        (
            &told.proposal,
            Field::Outside(OutsideField::Proposal),
            PROPOSAL_LONGEST,
        ),
        (
            &told.holder_name,
            Field::Outside(OutsideField::HolderName),
            NAME_LONGEST,
        ),
        (
            &told.holder_institution,
            Field::Outside(OutsideField::HolderInstitution),
            NAME_LONGEST,
        ),
        (&told.note, Field::Note, NOTE_LONGEST),
    ]
    .into_iter()
    .filter(|(text, _, longest)| text.chars().count() > *longest)
    .map(|(_, field, longest)| Refusal::of(Wrong::TooLongText { field, longest }))
    .collect();
    if told.proposal.is_empty() {
        wrong.insert(0, missing(Field::Outside(OutsideField::Proposal)));
    }
    let named = !told.holder_name.is_empty() && !told.holder_institution.is_empty();
    match (told.holder_email.is_empty(), named) {
        (true, false) => wrong.push(bar(OutsideBar::NoHolder)),
        (false, _) if !text::is_email(&told.holder_email) => {
            wrong.push(Refusal::of(Wrong::NotAnEmail));
        }
        _ => {}
    }
    wrong
}

fn amount(typed: Option<u64>, least: u64, field: Field, wrong: &mut Vec<Refusal>) -> u64 {
    match typed {
        Some(amount) if (least..=AMOUNT_MOST).contains(&amount) => amount,
        Some(_) => {
            wrong.push(Refusal::of(Wrong::Malformed { field }));
            least
        }
        None => {
            wrong.push(missing(field));
            least
        }
    }
}

const fn missing(field: Field) -> Refusal {
    Refusal::of(Wrong::Missing { field })
}

const fn bar(bar: OutsideBar) -> Refusal {
    Refusal::of(Wrong::Outside(bar))
}
