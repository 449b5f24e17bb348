//! An attendant's life: added, changed, absent for a while, gone; uses that they can't attend go to others.

use crate::domain::actor::Actor;
use crate::domain::attendant::Attendant;
use crate::domain::attendant::entry::{Entry, Roster, read};
use crate::domain::attendant::hand_over::{Attendance, Moved, Pool, hand_over};
use crate::domain::catalogue::LONGEST_CLAIM_MINUTES;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{AbsenceId, FacilityId, ResourceId, UserId};
use crate::domain::refusal::field::Field;
use crate::domain::refusal::keeping::KeepingBar;
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// Longest note on an absence, in characters.
pub const NOTE_LONGEST: usize = 200;
/// Longest absence, in days: the longest claim.
pub const ABSENCE_DAYS: u32 = 31;

/// An absence that is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Absence {
    pub id: AbsenceId,
    pub span: Span,
    pub note: String,
}

/// An absence as it is typed; none where nothing was, or nothing that can be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    pub from: Option<Instant>,
    pub until: Option<Instant>,
    pub note: String,
}

/// Everything that a deed on an attendant is decided by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scene {
    pub facility: FacilityId,
    pub has_left: bool,
    /// As they are, with everything that they are busy with from now on.
    pub who: Attendant,
    /// What they attend from now on, the soonest first.
    pub attendances: Vec<Attendance>,
    pub absences: Vec<Absence>,
    /// Who else attends these resources.
    pub others: Pool,
}

/// 立会者を加える.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; everything that is wrong with what was written.
pub fn add(
    id: ResourceId,
    entry: &Entry,
    (offered, account): (&[ResourceId], Option<UserId>),
    by: &Actor,
) -> Act<(FacilityId, Roster)> {
    let mut wrong = Vec::new();
    match entry.facility {
        Some(facility) if !by.manages(facility) => return Err(Halt::Absent),
        Some(_) => {}
        None => wrong.push(Refusal::of(Wrong::Missing {
            field: Field::Facility,
        })),
    }
    let roster = read(entry, offered, account);
    wrong.extend(roster.as_ref().err().into_iter().flatten().cloned());
    let (Some(facility), Ok(roster), true) = (entry.facility, roster, wrong.is_empty()) else {
        return Err(Halt::Refused(wrong));
    };
    let event = Event::of(Kind::AttendantAdded)
        .with("attendant", id)
        .with("facility", facility);
    Ok(Done {
        value: (facility, roster),
        event,
    })
}

/// Changes who they are, when they work and what they attend. Uses to come that no longer fit are handed
/// over; those that have begun stay theirs.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; everything that is wrong with what was written;
/// uses that nobody else can attend.
pub fn change(
    scene: &Scene,
    entry: &Entry,
    (offered, account): (&[ResourceId], Option<UserId>),
    by: &Actor,
) -> Act<(Roster, Vec<Moved>)> {
    ours(scene, by)?;
    let roster = read(entry, offered, account)?;
    let mut who = scene.who.clone();
    who.parameters.windows.clone_from(&roster.windows);
    who.parameters.closed.weekend = !roster.works_at_weekends();
    let fits = |one: &Attendance| {
        let shift = who.shift(&one.used);
        roster.resources.contains(&one.resource) && shift.as_ref() == Some(&one.claims)
    };
    let to_come = scene
        .attendances
        .iter()
        .filter(|one| one.used.start() > by.at);
    let moving: Vec<&Attendance> = to_come.filter(|one| !fits(one)).collect();
    let mut pool = scene.others.clone();
    who.busy = busy_but_for(&scene.who, &moving);
    for resource in &roster.resources {
        pool.entry(*resource).or_default().push(who.clone());
    }
    let moved = hand_over(&moving, pool, scene.who.id).map_err(Halt::because)?;
    let event = event(Kind::AttendantChanged, scene, &moved);
    Ok(Done {
        value: (roster, moved),
        event,
    })
}

/// They attend nothing any more.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; refused if they have left, or for uses to come
/// that nobody else can attend.
pub fn leave(scene: &Scene, by: &Actor) -> Act<Vec<Moved>> {
    ours(scene, by)?;
    let to_come = scene
        .attendances
        .iter()
        .filter(|one| one.used.start() > by.at);
    let moving: Vec<&Attendance> = to_come.collect();
    let pool = scene.others.clone();
    let moved = hand_over(&moving, pool, scene.who.id).map_err(Halt::because)?;
    let event = event(Kind::AttendantLeft, scene, &moved);
    Ok(Done {
        value: moved,
        event,
    })
}

/// They are not there for a while.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it; everything that is wrong with what was written;
/// uses that nobody else can attend.
pub fn absent(id: AbsenceId, wish: &Wish, scene: &Scene, by: &Actor) -> Act<(Absence, Vec<Moved>)> {
    ours(scene, by)?;
    let span = check(wish, &scene.absences, by.at)?;
    let touches = |one: &&Attendance| one.claims.iter().any(|claim| claim.overlaps(&span));
    let moving: Vec<&Attendance> = scene.attendances.iter().filter(touches).collect();
    let mut pool = scene.others.clone();
    // a use that runs on for days may lie around the absence: then they still attend it
    let mut who = scene.who.clone();
    who.busy = busy_but_for(&scene.who, &moving);
    who.busy.push(span);
    for one in &moving {
        let all = pool.entry(one.resource).or_default();
        if all.iter().all(|other| other.id != who.id) {
            all.push(who.clone());
        }
    }
    let moved = hand_over(&moving, pool, scene.who.id).map_err(Halt::because)?;
    let event = event(Kind::AttendantAbsent, scene, &moved).with("absence", id);
    let absence = Absence {
        id,
        span,
        note: wish.note.clone(),
    };
    Ok(Done {
        value: (absence, moved),
        event,
    })
}

/// They are there after all.
///
/// # Errors
/// [`Halt::Absent`] unless the facility's manager does it, or if there is no such absence to come.
pub fn back(id: AbsenceId, scene: &Scene, by: &Actor) -> Act<AbsenceId> {
    ours(scene, by)?;
    if scene.absences.iter().all(|one| one.id != id) {
        return Err(Halt::Absent);
    }
    let event = event(Kind::AbsenceRemoved, scene, &[]).with("absence", id);
    Ok(Done { value: id, event })
}

/// Others' attendants do not exist for a manager; of those who left, nothing changes any more.
fn ours(scene: &Scene, by: &Actor) -> Result<(), Halt> {
    match (by.manages(scene.facility), scene.has_left) {
        (false, _) => Err(Halt::Absent),
        (true, true) => Err(Halt::because(bar(KeepingBar::HasLeft))),
        (true, false) => Ok(()),
    }
}

/// The time of an absence, or everything that is wrong with it.
fn check(wish: &Wish, known: &[Absence], now: Instant) -> Result<Span, Vec<Refusal>> {
    let mut wrong = Vec::new();
    for (time, field) in [
        (wish.from, KeepingField::AbsentFrom),
        (wish.until, KeepingField::AbsentUntil),
    ] {
        if time.is_none() {
            let field = Field::Keeping(field);
            wrong.push(Refusal::of(Wrong::Missing { field }));
        }
    }
    if wish.note.chars().count() > NOTE_LONGEST {
        wrong.push(Refusal::of(Wrong::TooLongText {
            field: Field::Note,
            longest: NOTE_LONGEST,
        }));
    }
    let (Some(from), Some(until)) = (wish.from, wish.until) else {
        return Err(wrong);
    };
    let Some(span) = Span::new(from, until) else {
        wrong.push(bar(KeepingBar::AbsenceBackwards));
        return Err(wrong);
    };
    // whoever fell ill this morning is entered at noon
    if from.day() < now.day() || until <= now {
        wrong.push(bar(KeepingBar::AbsencePast));
    }
    if span.minutes() > LONGEST_CLAIM_MINUTES {
        wrong.push(bar(KeepingBar::AbsenceTooLong { days: ABSENCE_DAYS }));
    }
    if known.iter().any(|one| one.span.overlaps(&span)) {
        wrong.push(bar(KeepingBar::AbsenceKnown));
    }
    match wrong.is_empty() {
        true => Ok(span),
        false => Err(wrong),
    }
}

/// What they are busy with besides these uses.
fn busy_but_for(who: &Attendant, uses: &[&Attendance]) -> Vec<Span> {
    let theirs = |span: &&Span| uses.iter().any(|one| one.claims.contains(span));
    let busy = who.busy.iter();
    busy.filter(|span| !theirs(span)).copied().collect()
}

fn event(kind: Kind, scene: &Scene, moved: &[Moved]) -> Event {
    let event = Event::of(kind)
        .with("attendant", scene.who.id)
        .with("facility", scene.facility);
    if moved.is_empty() {
        return event;
    }
    let each = moved
        .iter()
        .map(|one| format!("{}: {}", one.booking, one.to));
    event.with("now_attended_by", each.collect::<Vec<_>>().join(", "))
}

const fn bar(bar: KeepingBar) -> Refusal {
    Refusal::of(Wrong::Use(UseBar::Keeping(bar)))
}
