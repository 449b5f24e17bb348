//! Getting in line, and leaving it.

use chrono::Days;

use crate::domain::actor::{Actor, Person};
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::id::WaitId;
use crate::domain::letter::Recipient;
use crate::domain::parameter::Parameter;
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::waiting::WaitBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Span, day_span};
use crate::domain::waitlist::serve::free;
use crate::domain::waitlist::{Entry, Want};

/// The longest window, in days.
pub const WINDOW_DAYS: u32 = 93;
/// The most places in lines that one person may have at once.
pub const MOST: usize = 20;

/// What was chosen; none where nothing was, or nothing that can be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    pub want: Option<Want>,
    pub window: Option<Span>,
    pub minutes: Option<i64>,
    pub units: Option<u32>,
}

/// What stands when somebody gets in line.
#[derive(Copy, Clone, Debug)]
pub struct Scene<'a> {
    pub resource: &'a Resource,
    /// The claims on it within the window.
    pub taken: &'a [Occupied],
    /// The lines in which this person stands, of all resources.
    pub mine: &'a [Entry],
}

/// Whether one can wait for this resource at all.
#[must_use]
pub fn is_waited_for(resource: &Resource) -> bool {
    resource.open && access(resource.mode, resource.allocation) == Access::Slot
}

/// 空き待ちに登録する
///
/// # Errors
/// Everything that is missing or out of range; the rule knows no line, too many places, the same place
/// again, or time that is free already.
pub fn join(id: WaitId, wish: &Wish, scene: &Scene<'_>, by: (&Person, &Actor)) -> Decision<Entry> {
    let (person, actor) = by;
    let mut wrong = bars(scene);
    let (want, window, minutes, units) = match read(wish, scene.resource) {
        Ok(read) => read,
        Err(missing) => {
            wrong.extend(missing);
            return Err(wrong);
        }
    };
    let entry = Entry {
        id,
        resource: scene.resource.id,
        to: Recipient {
            user: person.id,
            name: person.name.clone(),
            email: person.email.clone(),
            language: person.language,
        },
        want,
        window,
        minutes,
        units,
        joined_at: actor.at,
    };
    let days = Days::new(u64::from(WINDOW_DAYS));
    let latest = window.start().day().checked_add_days(days);
    if window.end() <= actor.at {
        wrong.push(bar(WaitBar::WindowOver));
    } else if latest.is_some_and(|latest| window.end() > day_span(latest).end()) {
        wrong.push(bar(WaitBar::WindowTooLong { days: WINDOW_DAYS }));
    }
    wrong.extend(again(&entry, scene));
    if wrong.is_empty() && free(scene.resource, scene.taken, &entry, actor.at).is_some() {
        wrong.push(bar(WaitBar::IsFree));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let event = Event::about_user(Kind::WaitJoined, person.id, Vec::new())
        .with("resource", &scene.resource.slug)
        .with("want", want.code());
    Ok(Done {
        value: entry,
        event,
    })
}

/// 空き待ちをやめる
#[must_use]
pub fn leave(entry: &Entry) -> Done<WaitId> {
    let event = Event::about_user(Kind::WaitLeft, entry.to.user, Vec::new());
    Done {
        value: entry.id,
        event,
    }
}

/// What no wish can mend.
fn bars(scene: &Scene<'_>) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    if !scene.resource.terms.flag(Parameter::AllowWaitlist) {
        wrong.push(bar(WaitBar::NoLine));
    }
    if scene.mine.len() >= MOST {
        let most = u32::try_from(MOST).unwrap_or(u32::MAX);
        wrong.push(bar(WaitBar::TooManyPlaces { most }));
    }
    wrong
}

type Read = (Want, Span, i64, u32);

fn read(wish: &Wish, resource: &Resource) -> Result<Read, Vec<Refusal>> {
    let missing = |field| Refusal::of(Wrong::Missing { field });
    let mut wrong = Vec::new();
    if wish.window.is_none() {
        wrong.push(missing(Field::Use(UseField::WaitFrom)));
    }
    let longest = i64::from(resource.parameters.max_minutes);
    match wish.minutes {
        None => wrong.push(missing(Field::Length)),
        Some(minutes) if minutes < 1 || minutes > longest => {
            let max_minutes = resource.parameters.max_minutes;
            wrong.push(Refusal::of(Wrong::TooLong { max_minutes }));
        }
        Some(minutes) if wish.window.is_some_and(|window| window.minutes() < minutes) => {
            wrong.push(bar(WaitBar::WindowTooShort));
        }
        Some(_) => {}
    }
    if wish.want.is_none() {
        wrong.push(missing(Field::Use(UseField::Want)));
    }
    let units = wish.units.unwrap_or(1);
    if units < 1 || units > resource.capacity {
        let most = resource.capacity;
        wrong.push(bar(WaitBar::TooManyUnits { most }));
    }
    match (wish.want, wish.window, wish.minutes) {
        (Some(want), Some(window), Some(minutes)) if wrong.is_empty() => {
            Ok((want, window, minutes, units))
        }
        _ => Err(wrong),
    }
}

/// The same place again.
fn again(entry: &Entry, scene: &Scene<'_>) -> Option<Refusal> {
    let same = |one: &&Entry| {
        one.resource == entry.resource
            && one.window == entry.window
            && one.minutes == entry.minutes
            && one.units == entry.units
    };
    let found = scene.mine.iter().find(same);
    found.map(|_| bar(WaitBar::WaitsAlready))
}

const fn bar(bar: WaitBar) -> Refusal {
    Refusal::of(Wrong::Use(UseBar::Wait(bar)))
}
