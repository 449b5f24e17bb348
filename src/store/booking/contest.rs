//! 競合: what requests that compete would take, and which of them want the same time.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::domain::booking::change::Claimed;
use crate::domain::booking::contest::competes;
use crate::domain::booking::{Standing, State};
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId, UserId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::booking::facts::AROUND;
use crate::store::booking::people::recipient;
use crate::store::booking::row::{Row, read};
use crate::store::claim::{self, Claim, reach};
use crate::store::engine::Conn;
use crate::store::schema::{booking, competing_claim, institution, resource, user};
use crate::store::tx::Tx;

/// Most requests that are compared with one.
pub const MOST: i64 = 100;

/// Keeps what a request would take, in place of what it wanted before.
///
/// # Errors
/// A fault of the database.
pub fn put(tx: &mut Tx<'_>, wanted: &Claimed) -> Result<(), Halt> {
    end(tx, wanted.booking)?;
    diesel::insert_into(competing_claim::table)
        .values((
            competing_claim::booking_id.eq(wanted.booking.number()),
            competing_claim::resource_id.eq(wanted.resource.number()),
            competing_claim::starts_at.eq(wanted.claim.start().unix()),
            competing_claim::ends_at.eq(wanted.claim.end().unix()),
            competing_claim::units.eq(i64::from(wanted.units)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// It competes no longer.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, id: BookingId) -> Result<(), Halt> {
    diesel::delete(competing_claim::table.find(id.number())).execute(&mut **tx)?;
    Ok(())
}

/// Whether a booking competes for its time.
///
/// # Errors
/// A fault of the database.
pub fn is_wanted(conn: &mut Conn, id: BookingId) -> Result<bool, Halt> {
    let row = competing_claim::table.find(id.number());
    Ok(diesel::select(diesel::dsl::exists(row)).get_result(conn)?)
}

/// The other requests that compete for this time of the same resource, as they were sent; [`MOST`] at most.
///
/// # Errors
/// A fault of the database.
pub fn rivals(conn: &mut Conn, of: &Standing, over: &Span) -> Result<Vec<Standing>, Halt> {
    let own = std::slice::from_ref(&of.resource);
    let mut found = competing(conn, own, over)?;
    found.retain(|one| one.booking.id != of.booking.id);
    for one in &mut found {
        one.managers.clone_from(&of.managers);
    }
    Ok(found)
}

/// The requests that compete for this time of these resources, as they were sent, without those who decide
/// about them; [`MOST`] at most.
///
/// # Errors
/// A fault of the database.
pub fn competing(conn: &mut Conn, of: &[Resource], over: &Span) -> Result<Vec<Standing>, Halt> {
    type Found = (Row, (String, String, String), (String, String));
    let numbers: Vec<i64> = of.iter().map(|one| one.id.number()).collect();
    let rows: Vec<Found> = competing_claim::table
        .inner_join(booking::table.inner_join(user::table))
        .inner_join(institution::table.on(institution::id.eq(booking::institution_id)))
        .filter(competing_claim::resource_id.eq_any(numbers))
        .filter(competing_claim::starts_at.gt(reach(over)))
        .filter(competing_claim::starts_at.lt(over.end().unix()))
        .filter(competing_claim::ends_at.gt(over.start().unix()))
        .filter(booking::state.ne(State::Returned.code()))
        .order((booking::created_at, booking::id))
        .select((
            Row::as_select(),
            (user::name, user::email, user::language),
            (institution::short_ja, institution::abbr),
        ))
        .limit(MOST)
        .load(conn)?;
    rows.into_iter().map(|row| standing(row, of)).collect()
}

fn standing(
    (row, (name, email, language), (ja, en)): (Row, (String, String, String), (String, String)),
    of: &[Resource],
) -> Result<Standing, Halt> {
    let resource = of.iter().find(|one| one.id.number() == row.resource_id);
    let resource = resource.cloned();
    Ok(Standing {
        resource: resource.ok_or_else(|| Halt::broken("a request without its resource"))?,
        applicant: recipient((row.user_id, name, email, language)),
        applicant_institution: Name { ja, en },
        managers: Vec::new(),
        relocated: row.relocated,
        booking: read(row)?,
        decided: None,
        hold: None,
        attendant: None,
        parts: Vec::new(),
        fellows: Vec::new(),
    })
}

/// What is taken of the resources of these requests around a time, components that they need included.
///
/// # Errors
/// A fault of the database.
pub fn taken_around(
    conn: &mut Conn,
    requests: &[Standing],
    over: &Span,
) -> Result<Vec<Claim>, Halt> {
    let resources: BTreeSet<ResourceId> = requests.iter().map(|one| one.resource.id).collect();
    let resources: Vec<ResourceId> = resources.into_iter().collect();
    claim::during(conn, &resources, &over.widen(AROUND, AROUND))
}

/// How many requests compete for this use of a resource already; none where whoever comes first has it.
///
/// # Errors
/// A fault of the database.
pub fn waiting_for(
    conn: &mut Conn,
    of: &Resource,
    used: Option<Span>,
) -> Result<Option<i64>, Halt> {
    let Some(used) = used.filter(|used| competes(of, used)) else {
        return Ok(None);
    };
    let over = of.on(used.start().day()).parameters.claim(&used);
    let count = competing_claim::table
        .inner_join(booking::table)
        .filter(booking::state.ne(State::Returned.code()))
        .filter(competing_claim::resource_id.eq(of.id.number()))
        .filter(competing_claim::starts_at.gt(reach(&over)))
        .filter(competing_claim::starts_at.lt(over.end().unix()))
        .filter(competing_claim::ends_at.gt(over.start().unix()))
        .count()
        .get_result(conn)?;
    Ok(Some(count))
}

/// Those of these requests that can't be granted together with the others that want the same time.
///
/// # Errors
/// A fault of the database.
pub fn contested(conn: &mut Conn, ids: &[BookingId]) -> Result<BTreeSet<BookingId>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let mine: Vec<(Wanted, i64)> = competing_claim::table
        .inner_join(resource::table)
        .filter(competing_claim::booking_id.eq_any(numbers))
        .select((Wanted::as_select(), resource::capacity))
        .load(conn)?;
    let resources: BTreeSet<i64> = mine.iter().map(|(one, _)| one.resource_id).collect();
    let from = mine.iter().map(|(one, _)| one.starts_at).min();
    let until = mine.iter().map(|(one, _)| one.ends_at).max();
    let (Some(from), Some(until)) = (from, until) else {
        return Ok(BTreeSet::new());
    };
    let others: Vec<Wanted> = competing_claim::table
        .inner_join(booking::table)
        .filter(competing_claim::resource_id.eq_any(resources))
        .filter(competing_claim::starts_at.lt(until))
        .filter(competing_claim::ends_at.gt(from))
        .filter(booking::state.ne(State::Returned.code()))
        .select(Wanted::as_select())
        .load(conn)?;
    let is_contested = |(one, capacity): &&(Wanted, i64)| {
        let rivals = others.iter().filter(|other| other.is_rival_of(one));
        one.units + rivals.map(|other| other.units).sum::<i64>() > *capacity
    };
    let found = mine.iter().filter(is_contested);
    Ok(found
        .map(|(one, _)| BookingId::new(one.booking_id))
        .collect())
}

/// What a request wants.
#[derive(Queryable, Selectable)]
#[diesel(table_name = competing_claim)]
struct Wanted {
    booking_id: i64,
    resource_id: i64,
    starts_at: i64,
    ends_at: i64,
    units: i64,
}

impl Wanted {
    fn is_rival_of(&self, one: &Self) -> bool {
        self.booking_id != one.booking_id
            && self.resource_id == one.resource_id
            && self.starts_at < one.ends_at
            && one.starts_at < self.ends_at
    }
}

/// How many minutes each of these people used, or will have used, of a resource in a time.
///
/// # Errors
/// A fault of the database.
pub fn minutes_used(
    conn: &mut Conn,
    of: ResourceId,
    people: &[UserId],
    during: &Span,
) -> Result<BTreeMap<UserId, i64>, Halt> {
    let numbers: Vec<i64> = people.iter().map(|id| id.number()).collect();
    let settled: Vec<&str> = State::ALL
        .iter()
        .filter(|state| state.is_settled())
        .map(|state| state.code())
        .collect();
    let rows: Vec<(i64, i64, i64)> = booking::table
        .filter(booking::resource_id.eq(of.number()))
        .filter(booking::user_id.eq_any(numbers))
        .filter(booking::state.eq_any(settled))
        .filter(booking::starts_at.lt(during.end().unix()))
        .filter(booking::ends_at.gt(during.start().unix()))
        .select((booking::user_id, booking::starts_at, booking::ends_at))
        .load(conn)?;
    let mut used = BTreeMap::new();
    for (user, from, until) in rows {
        let span = Span::new(Instant::from_unix(from), Instant::from_unix(until));
        let within = span.and_then(|span| span.intersect(during));
        *used.entry(UserId::new(user)).or_insert(0) += within.map_or(0, |span| span.minutes());
    }
    Ok(used)
}
