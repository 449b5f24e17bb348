//! The calendar of holidays that is kept: read once per edition.

pub mod write;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::calendar::kept::{Correction, Kept, Named};
use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{holiday, holiday_correction, holiday_edition, holiday_year, user};

/// The code of a correction that opens a day.
pub(in crate::store) const OPEN: &str = "open";
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
