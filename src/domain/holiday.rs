//! Keeping the calendar of holidays: the official list by year, and corrections by hand.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::domain::actor::{Actor, Role, Who};
use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::calendar::kept::{Correction, Named};
use crate::domain::calendar::list::{self, List, NAME_LONGEST};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::name::Name;
use crate::domain::refusal::calendar::CalendarBar;
use crate::domain::refusal::calendar_field::CalendarField;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};

/// Most corrections that stand at once.
pub const CORRECTIONS_MOST: usize = 400;

/// What an administrator types to correct a day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewCorrection {
    pub day: Option<NaiveDate>,
    /// Whether the day is to be a holiday or an open day.
    pub standing: Option<Standing>,
    pub name: Name,
}

/// What a day is to be.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Standing {
    Holiday,
    Open,
}

impl Standing {
    /// Both, in the order of forms.
    pub const ALL: [Self; 2] = [Self::Holiday, Self::Open];

    /// The code posted by forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::Open => "open",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Keeps a list: each of its years goes by it from now on.
///
/// # Errors
/// [`Halt::NotAllowed`] unless an administrator or the operator keeps it; every line that can't be read.
pub fn import(text: &str, by: &Actor) -> Act<List> {
    allowed(by)?;
    let list = list::read(text).map_err(|problems| {
        let refusals = problems.into_iter().map(|problem| {
            let bar = CalendarBar::Line(problem);
            Refusal::of(Wrong::Calendar(bar))
        });
        Halt::Refused(refusals.collect())
    })?;
    let event = Event::of(Kind::HolidaysKept)
        .with("years", years(&list.years))
        .with("days", list.days.len());
    Ok(Done { value: list, event })
}

/// Takes the list of a year away: the year is computed again.
///
/// # Errors
/// [`Halt::NotAllowed`] as for [`import`], [`Halt::Absent`] if the year has no list.
pub fn forget(year: i32, listed: &BTreeSet<i32>, by: &Actor) -> Act<i32> {
    allowed(by)?;
    if !listed.contains(&year) {
        return Err(Halt::Absent);
    }
    let event = Event::of(Kind::HolidaysForgotten).with("year", year);
    Ok(Done { value: year, event })
}

/// Sets a day by hand; it wins over list and computation until it is taken back.
///
/// # Errors
/// [`Halt::NotAllowed`] as for [`import`]; everything that is wrong with what was typed.
pub fn correct(
    new: &NewCorrection,
    standing: &BTreeMap<NaiveDate, Correction>,
    by: &Actor,
) -> Act<(NaiveDate, Correction)> {
    allowed(by)?;
    let mut wrong = Vec::new();
    match new.day {
        None => wrong.push(missing(Field::Calendar(CalendarField::Day))),
        Some(day) if !list::YEARS.contains(&day.year()) => {
            wrong.push(malformed(Field::Calendar(CalendarField::Day)));
        }
        Some(day) if standing.len() >= CORRECTIONS_MOST && !standing.contains_key(&day) => {
            let most = CORRECTIONS_MOST;
            wrong.push(Refusal::of(Wrong::Calendar(CalendarBar::TooMany { most })));
        }
        Some(_) => {}
    }
    if new.standing.is_none() {
        wrong.push(missing(Field::Calendar(CalendarField::Standing)));
    }
    if new.standing == Some(Standing::Holiday) {
        for (text, field) in [
            (&new.name.ja, Field::Calendar(CalendarField::NameJa)),
            (&new.name.en, Field::Calendar(CalendarField::NameEn)),
        ] {
            wrong.extend(check_name(text, field));
        }
    }
    let (Some(day), Some(to_be), true) = (new.day, new.standing, wrong.is_empty()) else {
        return Err(Halt::Refused(wrong));
    };
    let correction = match to_be {
        Standing::Open => Correction::Open,
        Standing::Holiday => Correction::Holiday(Named {
            kind: HolidayKind::National,
            name: new.name.clone(),
        }),
    };
    let event = Event::of(Kind::HolidayCorrected)
        .with("day", day)
        .with("to_be", to_be.code());
    Ok(Done {
        value: (day, correction),
        event,
    })
}

/// Takes a correction back.
///
/// # Errors
/// [`Halt::NotAllowed`] as for [`import`], [`Halt::Absent`] if the day was not corrected.
pub fn restore(
    day: NaiveDate,
    standing: &BTreeMap<NaiveDate, Correction>,
    by: &Actor,
) -> Act<NaiveDate> {
    allowed(by)?;
    if !standing.contains_key(&day) {
        return Err(Halt::Absent);
    }
    let event = Event::of(Kind::HolidayRestored).with("day", day);
    Ok(Done { value: day, event })
}

fn allowed(by: &Actor) -> Result<(), Halt> {
    let may = by.who == Who::House || by.holds(|role| role == Role::Administrator);
    may.then_some(()).ok_or(Halt::NotAllowed)
}

/// What is wrong with the name of a day, typed into a field.
#[must_use]
pub fn check_name(text: &str, field: Field) -> Option<Refusal> {
    if text.is_empty() {
        return Some(missing(field));
    }
    if text.chars().count() > NAME_LONGEST {
        let longest = NAME_LONGEST;
        return Some(Refusal::of(Wrong::TooLongText { field, longest }));
    }
    (!list::is_name(text)).then(|| malformed(field))
}

fn years(years: &BTreeSet<i32>) -> String {
    match (years.first(), years.last()) {
        (Some(first), Some(last)) => format!("{first}..{last}"),
        _ => String::new(),
    }
}

const fn missing(field: Field) -> Refusal {
    Refusal::of(Wrong::Missing { field })
}

const fn malformed(field: Field) -> Refusal {
    Refusal::of(Wrong::Malformed { field })
}

#[cfg(test)]
mod tests;
