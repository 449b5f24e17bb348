//! The lines of requests: what was asked for, granted, delivered and left over.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::ServiceId;
use crate::domain::service_request::Line;
use crate::domain::service_request::content::{Arm, Item, Unit};
use crate::store::engine::Conn;
use crate::store::schema::service_item;
use crate::store::tx::Tx;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = service_item)]
struct Row {
    request_id: i64,
    place: i64,
    what: String,
    quantity: i64,
    unit: String,
    condition: String,
    arm: String,
    linked: bool,
    granted: Option<i64>,
    delivered: Option<i64>,
    left_over: Option<i64>,
}

/// The lines of several requests, by request and place.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, requests: &[i64]) -> Result<BTreeMap<i64, Vec<Line>>, Halt> {
    let rows: Vec<Row> = service_item::table
        .filter(service_item::request_id.eq_any(requests))
        .order((service_item::request_id, service_item::place))
        .select(Row::as_select())
        .load(conn)?;
    let mut lines: BTreeMap<i64, Vec<Line>> = BTreeMap::new();
    for row in rows {
        lines.entry(row.request_id).or_default().push(read(row));
    }
    Ok(lines)
}

fn read(row: Row) -> Line {
    let count = |number: i64| u32::try_from(number).ok();
    Line {
        item: Item {
            what: row.what,
            quantity: count(row.quantity).filter(|quantity| *quantity > 0),
            unit: Unit::from_code(&row.unit),
            condition: row.condition,
            arm: Arm::from_code(&row.arm).unwrap_or_default(),
            linked: row.linked,
        },
        granted: row.granted.and_then(count),
        delivered: row.delivered.and_then(count),
        left: row.left_over.and_then(count),
    }
}

/// Keeps the lines of a request instead of those before.
///
/// # Errors
/// A fault of the database.
pub(super) fn keep(tx: &mut Tx<'_>, id: ServiceId, lines: &[Line]) -> Result<(), Halt> {
    let before = service_item::table.filter(service_item::request_id.eq(id.number()));
    diesel::delete(before).execute(&mut **tx)?;
    for (place, line) in (0_i64..).zip(lines) {
        let row = Row {
            request_id: id.number(),
            place,
            what: line.item.what.clone(),
            quantity: line.item.quantity.map_or(0, i64::from),
            unit: line.item.unit.map_or("", Unit::code).to_owned(),
            condition: line.item.condition.clone(),
            arm: line.item.arm.code().to_owned(),
            linked: line.item.linked,
            granted: line.granted.map(i64::from),
            delivered: line.delivered.map(i64::from),
            left_over: line.left.map(i64::from),
        };
        diesel::insert_into(service_item::table)
            .values(&row)
            .execute(&mut **tx)?;
    }
    Ok(())
}
