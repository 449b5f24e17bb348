//! 空き待ち as it is kept: who waits for what, in the order in which they came.

pub mod offer;
pub mod pass_on;

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{ResourceId, UserId, WaitId};
use crate::domain::time::{Instant, Span};
use crate::domain::waitlist::{Entry, Want};
use crate::store::booking::people::recipient;
use crate::store::engine::Conn;
use crate::store::outage::effect;
use crate::store::schema::{user, waitlist_entry};
use crate::store::tx::Tx;

/// Most places of one resource's line that are looked at.
const MOST: i64 = 500;

/// Where a place in a line stands.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    Waiting,
    /// Something is kept for them.
    Offered,
    /// They asked for what was kept, or were told what they wanted to be told.
    Served,
    /// They left, or declined.
    Left,
    /// The window is over, or what was kept for them was not asked for.
    Lapsed,
}

impl Place {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Served => "served",
            Self::Left => "left",
            Self::Lapsed => "lapsed",
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = waitlist_entry)]
struct Row {
    id: i64,
    resource_id: i64,
    want: String,
    from_at: i64,
    until_at: i64,
    minutes: i64,
    units: i64,
    joined_at: i64,
}

type Person = (i64, String, String, String);

fn read((row, person): (Row, Person)) -> Result<Entry, Halt> {
    let unreadable = || Halt::broken("a place in a line can't be read");
    let at = Instant::from_unix;
    Ok(Entry {
        id: WaitId::new(row.id),
        resource: ResourceId::new(row.resource_id),
        to: recipient(person),
        want: Want::from_code(&row.want).ok_or_else(unreadable)?,
        window: Span::new(at(row.from_at), at(row.until_at)).ok_or_else(unreadable)?,
        minutes: row.minutes,
        units: u32::try_from(row.units).map_err(|_| unreadable())?,
        joined_at: at(row.joined_at),
    })
}

/// Keeps a new place.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), Halt> {
    diesel::insert_into(waitlist_entry::table)
        .values((
            waitlist_entry::id.eq(entry.id.number()),
            waitlist_entry::resource_id.eq(entry.resource.number()),
            waitlist_entry::user_id.eq(entry.to.user.number()),
            waitlist_entry::want.eq(entry.want.code()),
            waitlist_entry::from_at.eq(entry.window.start().unix()),
            waitlist_entry::until_at.eq(entry.window.end().unix()),
            waitlist_entry::minutes.eq(entry.minutes),
            waitlist_entry::units.eq(i64::from(entry.units)),
            waitlist_entry::state.eq(Place::Waiting.code()),
            waitlist_entry::joined_at.eq(entry.joined_at.unix()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whether a place with this id was made: a second click on the same form.
///
/// # Errors
/// A fault of the database.
pub fn stands(conn: &mut Conn, id: WaitId, by: UserId) -> Result<bool, Halt> {
    let found: i64 = waitlist_entry::table
        .filter(waitlist_entry::id.eq(id.number()))
        .filter(waitlist_entry::user_id.eq(by.number()))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// Somebody's places at which they wait now, the earliest window first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, id: UserId) -> Result<Vec<Entry>, Halt> {
    let rows: Vec<(Row, Person)> = waitlist_entry::table
        .inner_join(user::table)
        .filter(waitlist_entry::user_id.eq(id.number()))
        .filter(waitlist_entry::state.eq(Place::Waiting.code()))
        .order((waitlist_entry::from_at, waitlist_entry::id))
        .select((
            Row::as_select(),
            (user::id, user::name, user::email, user::language),
        ))
        .limit(MOST)
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// The lines of these resources: who waits and may still be served; first those whose booking the facility
/// had called off for an outage, then first come first.
///
/// # Errors
/// A fault of the database.
pub fn lines(
    conn: &mut Conn,
    resources: &[ResourceId],
    at: Instant,
) -> Result<BTreeMap<ResourceId, Vec<Entry>>, Halt> {
    let numbers: Vec<i64> = resources.iter().map(|id| id.number()).collect();
    let rows: Vec<(Row, Person)> = waitlist_entry::table
        .inner_join(user::table)
        .filter(waitlist_entry::resource_id.eq_any(numbers))
        .filter(waitlist_entry::state.eq(Place::Waiting.code()))
        .filter(waitlist_entry::until_at.gt(at.unix()))
        .filter(user::state.eq("active"))
        .order((waitlist_entry::joined_at, waitlist_entry::id))
        .select((
            Row::as_select(),
            (user::id, user::name, user::email, user::language),
        ))
        .limit(MOST)
        .load(conn)?;
    let mut lines: BTreeMap<ResourceId, Vec<Entry>> = BTreeMap::new();
    for row in rows {
        let entry = read(row)?;
        lines.entry(entry.resource).or_default().push(entry);
    }
    if !lines.is_empty() {
        let first = effect::first(conn, resources, at)?;
        for (id, line) in &mut lines {
            line.sort_by_key(|entry| !first.contains(&(*id, entry.to.user)));
        }
    }
    Ok(lines)
}

/// The resources for which somebody waits.
///
/// # Errors
/// A fault of the database.
pub fn waited_for(conn: &mut Conn, at: Instant) -> Result<Vec<ResourceId>, Halt> {
    let ids: Vec<i64> = waitlist_entry::table
        .filter(waitlist_entry::state.eq(Place::Waiting.code()))
        .filter(waitlist_entry::until_at.gt(at.unix()))
        .select(waitlist_entry::resource_id)
        .distinct()
        .load(conn)?;
    Ok(ids.into_iter().map(ResourceId::new).collect())
}

/// Where somebody who waits stands from now on.
///
/// # Errors
/// A fault; another try if it changed in between.
pub fn mark(tx: &mut Tx<'_>, id: WaitId, from: Place, to: Place) -> Result<(), Halt> {
    let closed = (to != Place::Offered).then(|| tx.at().unix());
    let standing = waitlist_entry::table
        .filter(waitlist_entry::id.eq(id.number()))
        .filter(waitlist_entry::state.eq(from.code()));
    let changed = diesel::update(standing)
        .set((
            waitlist_entry::state.eq(to.code()),
            waitlist_entry::closed_at.eq(closed),
        ))
        .execute(&mut **tx)?;
    match changed {
        1 => Ok(()),
        _ => Err(Halt::Fault(Fault::Again)),
    }
}

/// Ends the places whose window is over.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize, Halt> {
    let at = tx.at().unix();
    let over = waitlist_entry::table
        .filter(waitlist_entry::state.eq(Place::Waiting.code()))
        .filter(waitlist_entry::until_at.le(at));
    let ended = diesel::update(over)
        .set((
            waitlist_entry::state.eq(Place::Lapsed.code()),
            waitlist_entry::closed_at.eq(Some(at)),
        ))
        .execute(&mut **tx)?;
    Ok(ended)
}
