//! The closed days of facilities, who set them, and the bookings that fall on them.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::closed_day::{ClosedRange, DAYS_MOST};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, UserId};
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{closed_day, facility, resource, user};
use crate::store::tx::Tx;

/// A facility that somebody manages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    pub id: FacilityId,
    pub name: Name,
}

/// One closed day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Closed {
    pub facility: FacilityId,
    pub day: NaiveDate,
    pub name: Name,
    /// None for days of before these were noted.
    pub at: Option<Instant>,
    pub by: Option<String>,
}

/// These facilities, by address.
///
/// # Errors
/// A fault of the database.
pub fn units(conn: &mut Conn, facilities: &[FacilityId]) -> Result<Vec<Unit>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, String, String)> = facility::table
        .filter(facility::id.eq_any(numbers))
        .order(facility::slug)
        .select((facility::id, facility::name_ja, facility::name_en))
        .load(conn)?;
    let read = |(id, ja, en)| Unit {
        id: FacilityId::new(id),
        name: Name { ja, en },
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The closed days of facilities from a day on, by facility and day.
///
/// # Errors
/// A fault of the database.
pub fn ahead(
    conn: &mut Conn,
    facilities: &[FacilityId],
    from: NaiveDate,
) -> Result<Vec<Closed>, Halt> {
    type Row = (i64, String, String, String, i64, Option<String>);
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let most = i64::try_from(DAYS_MOST * facilities.len().max(1)).unwrap_or(i64::MAX);
    let rows: Vec<Row> = closed_day::table
        .left_join(user::table)
        .filter(closed_day::facility_id.eq_any(numbers))
        .filter(closed_day::day.ge(from.to_string()))
        .order((closed_day::facility_id, closed_day::day))
        .limit(most)
        .select((
            closed_day::facility_id,
            closed_day::day,
            closed_day::name_ja,
            closed_day::name_en,
            closed_day::kept_at,
            user::name.nullable(),
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(facility, day, ja, en, at, by)| {
            Ok(Closed {
                facility: FacilityId::new(facility),
                day: day
                    .parse()
                    .map_err(|_| Halt::broken(format!("the closed day '{day}' can't be read")))?,
                name: Name { ja, en },
                at: (at > 0).then(|| Instant::from_unix(at)),
                by,
            })
        })
        .collect()
}

/// Takes the turn of every calendar of a facility: no decision while its days change, and no page
/// or slot that was found before is shown again.
///
/// # Errors
/// A fault of the database.
pub fn turn(tx: &mut Tx<'_>, facility: FacilityId) -> Result<(), Halt> {
    diesel::update(resource::table.filter(resource::facility_id.eq(facility.number())))
        .set(resource::calendar_turn.eq(resource::calendar_turn + 1))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps closed days in place of what was kept of them.
///
/// # Errors
/// A fault of the database.
pub fn close(tx: &mut Tx<'_>, range: &ClosedRange, by: Option<UserId>) -> Result<(), Halt> {
    let days: Vec<String> = range.days.iter().map(NaiveDate::to_string).collect();
    diesel::delete(
        closed_day::table
            .filter(closed_day::facility_id.eq(range.facility.number()))
            .filter(closed_day::day.eq_any(&days)),
    )
    .execute(&mut **tx)?;
    for day in &days {
        diesel::insert_into(closed_day::table)
            .values((
                closed_day::facility_id.eq(range.facility.number()),
                closed_day::day.eq(day),
                closed_day::name_ja.eq(&range.name.ja),
                closed_day::name_en.eq(&range.name.en),
                closed_day::kept_at.eq(tx.at().unix()),
                closed_day::kept_by.eq(by.map(UserId::number)),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes a closed day back.
///
/// # Errors
/// A fault of the database.
pub fn open(tx: &mut Tx<'_>, facility: FacilityId, day: NaiveDate) -> Result<(), Halt> {
    diesel::delete(closed_day::table.find((facility.number(), day.to_string())))
        .execute(&mut **tx)?;
    Ok(())
}
