//! Changing the holidays that are kept: whole years of the list, single days by hand.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;

use crate::domain::calendar::kept::Correction;
use crate::domain::calendar::list::List;
use crate::domain::halt::Halt;
use crate::domain::id::UserId;
use crate::domain::name::Name;
use crate::secret::chance;
use crate::store::holiday::OPEN;
use crate::store::schema::{holiday, holiday_correction, holiday_edition, holiday_year, resource};
use crate::store::tx::Tx;

/// Takes the turn of every calendar, as each counts the holidays: one change of them at a time, no
/// decision meanwhile, and no page or slot that was found before is shown again.
///
/// # Errors
/// A fault of the database.
pub fn turn(tx: &mut Tx<'_>, by: Option<UserId>) -> Result<(), Halt> {
    diesel::update(resource::table)
        .set(resource::calendar_turn.eq(resource::calendar_turn + 1))
        .execute(&mut **tx)?;
    let last: Option<i64> = holiday_edition::table
        .order(holiday_edition::number.desc())
        .select(holiday_edition::number)
        .first(&mut **tx)
        .optional()?;
    let mark = i64::from_le_bytes(chance::bytes().map_err(Halt::broken)?);
    diesel::insert_into(holiday_edition::table)
        .values((
            holiday_edition::number.eq(last.unwrap_or(0) + 1),
            holiday_edition::mark.eq(mark),
            holiday_edition::kept_at.eq(tx.at().unix()),
            holiday_edition::kept_by.eq(by.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps a list in place of what was kept of its years.
///
/// # Errors
/// A fault of the database.
pub fn replace(tx: &mut Tx<'_>, list: &List, by: Option<UserId>) -> Result<(), Halt> {
    forget(tx, &list.years)?;
    let at = tx.at().unix();
    let by = by.map(UserId::number);
    for year in &list.years {
        diesel::insert_into(holiday_year::table)
            .values((
                holiday_year::year.eq(i64::from(*year)),
                holiday_year::kept_at.eq(at),
                holiday_year::kept_by.eq(by),
            ))
            .execute(&mut **tx)?;
    }
    for (day, named) in &list.days {
        diesel::insert_into(holiday::table)
            .values((
                holiday::day.eq(day.to_string()),
                holiday::kind.eq(named.kind.code()),
                holiday::name_ja.eq(&named.name.ja),
                holiday::name_en.eq(&named.name.en),
                holiday::is_open.eq(false),
                holiday::source.eq("list"),
                holiday::kept_at.eq(at),
                holiday::kept_by.eq(by),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes the lists of years away.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, years: &BTreeSet<i32>) -> Result<(), Halt> {
    let numbers = years.iter().map(|year| i64::from(*year));
    diesel::delete(holiday_year::table.filter(holiday_year::year.eq_any(numbers)))
        .execute(&mut **tx)?;
    let kept: Vec<String> = holiday::table.select(holiday::day).load(&mut **tx)?;
    let gone: Vec<&String> = kept
        .iter()
        .filter(|day| {
            day.parse()
                .is_ok_and(|day: NaiveDate| years.contains(&day.year()))
        })
        .collect();
    diesel::delete(holiday::table.filter(holiday::day.eq_any(gone))).execute(&mut **tx)?;
    Ok(())
}

/// Keeps a correction in place of the one before, if there was one.
///
/// # Errors
/// A fault of the database.
pub fn correct(
    tx: &mut Tx<'_>,
    day: NaiveDate,
    correction: &Correction,
    by: Option<UserId>,
) -> Result<(), Halt> {
    restore(tx, day)?;
    let nameless = Name::default();
    let (kind, name) = match correction {
        Correction::Open => (OPEN, &nameless),
        Correction::Holiday(named) => (named.kind.code(), &named.name),
    };
    diesel::insert_into(holiday_correction::table)
        .values((
            holiday_correction::day.eq(day.to_string()),
            holiday_correction::kind.eq(kind),
            holiday_correction::name_ja.eq(&name.ja),
            holiday_correction::name_en.eq(&name.en),
            holiday_correction::kept_at.eq(tx.at().unix()),
            holiday_correction::kept_by.eq(by.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes a correction back.
///
/// # Errors
/// A fault of the database.
pub fn restore(tx: &mut Tx<'_>, day: NaiveDate) -> Result<(), Halt> {
    diesel::delete(holiday_correction::table.find(day.to_string())).execute(&mut **tx)?;
    Ok(())
}
