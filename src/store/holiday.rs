//! The calendar of holidays that is kept: read once per edition, written whole years and single days at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;

use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::calendar::kept::{Correction, Kept, Named};
use crate::domain::calendar::list::List;
use crate::domain::halt::Halt;
use crate::domain::id::UserId;
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::secret::chance;
use crate::store::engine::Conn;
use crate::store::schema::{
    holiday, holiday_correction, holiday_edition, holiday_year, resource, user,
};
use crate::store::tx::Tx;

/// The code of a correction that opens a day.
const OPEN: &str = "open";
/// Most editions remembered at once: one, and those of databases beside it.
const MOST: usize = 8;

/// The calendars that were read, by the mark of their edition. A mark is born by chance and never
/// comes again, so one memory serves all databases of a process.
static REMEMBERED: Mutex<Vec<(i64, Arc<Kept>)>> = Mutex::new(Vec::new());

/// The holidays as they are kept now: one small query while nobody changes them.
///
/// # Errors
/// A fault of the database.
pub fn kept(conn: &mut Conn) -> Result<Arc<Kept>, Halt> {
    let mark: Option<i64> = holiday_edition::table
        .order(holiday_edition::number.desc())
        .select(holiday_edition::mark)
        .first(conn)
        .optional()?;
    let Some(mark) = mark else {
        return Ok(Arc::default());
    };
    let known = remembered(|all| {
        let found = all.iter().find(|(known, _)| *known == mark);
        found.map(|(_, kept)| Arc::clone(kept))
    });
    if let Some(kept) = known {
        return Ok(kept);
    }
    let kept = Arc::new(read(conn)?);
    remembered(|all| {
        if all.len() >= MOST {
            all.remove(0);
        }
        all.push((mark, Arc::clone(&kept)));
    });
    Ok(kept)
}

fn remembered<T>(look: impl FnOnce(&mut Vec<(i64, Arc<Kept>)>) -> T) -> T {
    look(&mut REMEMBERED.lock().unwrap_or_else(PoisonError::into_inner))
}

fn read(conn: &mut Conn) -> Result<Kept, Halt> {
    let years: Vec<i64> = holiday_year::table.select(holiday_year::year).load(conn)?;
    let days: Vec<(String, String, String, String)> = holiday::table
        .select((
            holiday::day,
            holiday::kind,
            holiday::name_ja,
            holiday::name_en,
        ))
        .load(conn)?;
    let days = days.into_iter().map(|(day, kind, ja, en)| {
        let kind = HolidayKind::from_code(&kind).ok_or_else(|| unreadable(&day))?;
        let name = Name { ja, en };
        Ok((parse(&day)?, Named { kind, name }))
    });
    let corrections = corrections(conn)?.into_iter();
    Ok(Kept::new(
        years
            .into_iter()
            .filter_map(|year| i32::try_from(year).ok())
            .collect(),
        days.collect::<Result<_, Halt>>()?,
        corrections.map(|one| (one.day, one.correction)).collect(),
    ))
}

/// A correction with who set it and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Corrected {
    pub day: NaiveDate,
    pub correction: Correction,
    pub at: Instant,
    /// None for the operator.
    pub by: Option<String>,
}

/// The corrections by hand, by day.
///
/// # Errors
/// A fault of the database.
pub fn corrections(conn: &mut Conn) -> Result<Vec<Corrected>, Halt> {
    type Row = (String, String, String, String, i64, Option<String>);
    let rows: Vec<Row> = holiday_correction::table
        .left_join(user::table)
        .order(holiday_correction::day)
        .select((
            holiday_correction::day,
            holiday_correction::kind,
            holiday_correction::name_ja,
            holiday_correction::name_en,
            holiday_correction::kept_at,
            user::name.nullable(),
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(day, kind, ja, en, at, by)| {
            let correction = match HolidayKind::from_code(&kind) {
                None if kind == OPEN => Correction::Open,
                None => return Err(unreadable(&day)),
                Some(kind) => Correction::Holiday(Named {
                    kind,
                    name: Name { ja, en },
                }),
            };
            Ok(Corrected {
                day: parse(&day)?,
                correction,
                at: Instant::from_unix(at),
                by,
            })
        })
        .collect()
}

/// A year whose list is kept, with who kept it and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedYear {
    pub year: i32,
    pub at: Instant,
    /// None for the operator.
    pub by: Option<String>,
}

/// The years whose list is kept, latest first.
///
/// # Errors
/// A fault of the database.
pub fn listed(conn: &mut Conn) -> Result<Vec<ListedYear>, Halt> {
    let rows: Vec<(i64, i64, Option<String>)> = holiday_year::table
        .left_join(user::table)
        .order(holiday_year::year.desc())
        .select((
            holiday_year::year,
            holiday_year::kept_at,
            user::name.nullable(),
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|(year, at, by)| {
            Some(ListedYear {
                year: i32::try_from(year).ok()?,
                at: Instant::from_unix(at),
                by,
            })
        })
        .collect())
}

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
        .filter(|day| parse(day).is_ok_and(|day| years.contains(&day.year())))
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

/// The corrections that stand, for a decision.
///
/// # Errors
/// A fault of the database.
pub fn standing(conn: &mut Conn) -> Result<BTreeMap<NaiveDate, Correction>, Halt> {
    let all = corrections(conn)?.into_iter();
    Ok(all.map(|one| (one.day, one.correction)).collect())
}

fn parse(day: &str) -> Result<NaiveDate, Halt> {
    day.parse().map_err(|_| unreadable(day))
}

fn unreadable(day: &str) -> Halt {
    Halt::broken(format!("the holiday '{day}' can't be read"))
}
