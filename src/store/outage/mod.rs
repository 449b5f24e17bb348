//! 保守・故障 as they are kept: when a resource stands still, and the claims that say so.

pub mod effect;
pub mod scene;

use diesel::prelude::*;

use crate::domain::availability::subtract;
use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{FacilityId, OfferId, OutageId, ResourceId, UserId};
use crate::domain::name::Name;
use crate::domain::outage::{Outage, Sort};
use crate::domain::outside::time::pieces;
use crate::domain::time::{Instant, Span};
use crate::store::booking::claims::{self, NewClaim, Purpose};
use crate::store::claim::reach;
use crate::store::engine::Conn;
use crate::store::schema::{allocation, outage, resource};
use crate::store::tx::Tx;

#[derive(Queryable, Selectable)]
#[diesel(table_name = outage)]
struct Row {
    id: i64,
    resource_id: i64,
    sort: String,
    starts_at: i64,
    until_at: i64,
    ended_at: Option<i64>,
    note: String,
    by_user: bool,
    damage: String,
}

fn read(row: Row) -> Result<Outage, Halt> {
    let unreadable = || Halt::broken("an outage can't be read");
    let at = Instant::from_unix;
    Ok(Outage {
        id: OutageId::new(row.id),
        resource: ResourceId::new(row.resource_id),
        sort: Sort::from_code(&row.sort).ok_or_else(unreadable)?,
        span: Span::new(at(row.starts_at), at(row.until_at)).ok_or_else(unreadable)?,
        is_ended: row.ended_at.is_some(),
        is_dropped: row.ended_at.is_some_and(|at| at < row.starts_at),
        note: row.note,
        by_user: row.by_user,
        damage: row.damage,
    })
}

/// One outage.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn of(conn: &mut Conn, id: OutageId) -> Result<Outage, Halt> {
    let row: Row = outage::table
        .find(id.number())
        .select(Row::as_select())
        .first(conn)?;
    read(row)
}

/// The outages of a resource that have not ended, by start.
///
/// # Errors
/// A fault of the database.
pub fn open(conn: &mut Conn, id: ResourceId) -> Result<Vec<Outage>, Halt> {
    let rows: Vec<Row> = outage::table
        .filter(outage::resource_id.eq(id.number()))
        .filter(outage::ended_at.is_null())
        .order((outage::starts_at, outage::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// Because of which of these resources can't be used at a moment.
///
/// # Errors
/// A fault of the database.
pub fn on(conn: &mut Conn, resources: &[ResourceId], at: Instant) -> Result<Vec<Outage>, Halt> {
    let numbers: Vec<i64> = resources.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = outage::table
        .filter(outage::resource_id.eq_any(numbers))
        .filter(outage::ended_at.is_null())
        .filter(outage::starts_at.le(at.unix()))
        .filter(outage::until_at.gt(at.unix()))
        .order((outage::resource_id, outage::starts_at))
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// The outages of facilities with their resources' names and addresses: those that go on first, then the
/// latest.
///
/// # Errors
/// A fault of the database.
pub fn of_facilities(
    conn: &mut Conn,
    facilities: &[FacilityId],
    most: i64,
) -> Result<Vec<(Outage, Name, String)>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<(Row, (String, String, String))> = outage::table
        .inner_join(resource::table)
        .filter(resource::facility_id.eq_any(numbers))
        .order((
            outage::ended_at.is_null().desc(),
            outage::starts_at.desc(),
            outage::id.desc(),
        ))
        .select((
            Row::as_select(),
            (resource::name_ja, resource::name_en, resource::slug),
        ))
        .limit(most)
        .load(conn)?;
    rows.into_iter()
        .map(|(row, (ja, en, slug))| Ok((read(row)?, Name { ja, en }, slug)))
        .collect()
}

/// Keeps a new outage.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, new: &Outage, by: Option<UserId>) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::insert_into(outage::table)
        .values((
            outage::id.eq(new.id.number()),
            outage::resource_id.eq(new.resource.number()),
            outage::sort.eq(new.sort.code()),
            outage::starts_at.eq(new.span.start().unix()),
            outage::until_at.eq(new.span.end().unix()),
            outage::note.eq(&new.note),
            outage::by_user.eq(new.by_user),
            outage::damage.eq(&new.damage),
            outage::entered_by.eq(by.map(UserId::number)),
            outage::entered_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps what became of it.
///
/// # Errors
/// A fault; another try if it is gone.
pub fn change(tx: &mut Tx<'_>, changed: &Outage) -> Result<(), Halt> {
    let end = changed.span.end().unix();
    let ended_at = match changed.is_dropped {
        true => tx.at().unix(),
        false => end,
    };
    let written = diesel::update(outage::table.find(changed.id.number()))
        .set((
            outage::until_at.eq(end),
            outage::ended_at.eq(changed.is_ended.then_some(ended_at)),
            outage::by_user.eq(changed.by_user),
            outage::damage.eq(&changed.damage),
        ))
        .execute(&mut **tx)?;
    match written {
        1 => Ok(()),
        _ => Err(Halt::Fault(Fault::Again)),
    }
}

/// Claims the time of an outage in place of what it claimed before: all units of the resource, wherever
/// nothing stands that can't be called off here. The turn of the resource must be held.
///
/// # Errors
/// A fault; the guard of the database asks for another try if something is taken after all.
pub fn block(tx: &mut Tx<'_>, outage: &Outage, capacity: u32) -> Result<(), Halt> {
    let mine = allocation::table.filter(allocation::outage_id.eq(outage.id.number()));
    diesel::delete(mine).execute(&mut **tx)?;
    tx.freed(outage.resource);
    if outage.is_dropped {
        return Ok(());
    }
    let rest: Vec<(i64, i64)> = allocation::table
        .filter(allocation::resource_id.eq(outage.resource.number()))
        .filter(allocation::starts_at.gt(reach(&outage.span)))
        .filter(allocation::starts_at.lt(outage.span.end().unix()))
        .filter(allocation::ends_at.gt(outage.span.start().unix()))
        .select((allocation::starts_at, allocation::ends_at))
        .load(&mut **tx)?;
    let at = Instant::from_unix;
    let rest: Vec<Span> = rest
        .into_iter()
        .filter_map(|(start, end)| Span::new(at(start), at(end)))
        .collect();
    for room in subtract(&[outage.span], &rest) {
        for piece in pieces(room) {
            let claim = NewClaim {
                resource: outage.resource,
                booking: None,
                holder: None,
                offer: None,
                outage: Some(outage.id),
                claim: piece,
                used: piece,
                units: capacity,
                purpose: Purpose::Outage,
                note: outage.note.clone(),
            };
            claims::keep(tx, &claim)?;
        }
    }
    Ok(())
}

/// What is kept for people of the time of an outage, components that they would take included.
///
/// # Errors
/// A fault of the database.
pub fn kept_within(conn: &mut Conn, outage: &Outage) -> Result<Vec<OfferId>, Halt> {
    let ids: Vec<Option<i64>> = allocation::table
        .filter(allocation::resource_id.eq(outage.resource.number()))
        .filter(allocation::offer_id.is_not_null())
        .filter(allocation::starts_at.gt(reach(&outage.span)))
        .filter(allocation::starts_at.lt(outage.span.end().unix()))
        .filter(allocation::ends_at.gt(outage.span.start().unix()))
        .order(allocation::offer_id)
        .select(allocation::offer_id)
        .distinct()
        .load(conn)?;
    Ok(ids.into_iter().flatten().map(OfferId::new).collect())
}
