//! An instrument's door: what goes on there now, and the digits that people type instead of signing in.

use diesel::prelude::*;

use crate::domain::actor::Person;
use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::role;
use crate::store::schema::{booking, door_pin, resource, user};
use crate::store::tx::Tx;

/// Most bookings that are shown at a door: a shared resource may have many at once.
const MOST: i64 = 100;

/// A booking that can be begun or ended at a door now.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct AtDoor {
    pub id: BookingId,
    pub user: UserId,
    pub span: Span,
    pub state: State,
}

/// What is in use, and what is confirmed and starts before a moment but is not over `at`; soonest first.
///
/// # Errors
/// A fault of the database.
pub fn now(
    conn: &mut Conn,
    slug: &str,
    at: Instant,
    starts_before: Instant,
) -> Result<Vec<AtDoor>, Halt> {
    let comes = booking::state
        .eq(State::Confirmed.code())
        .and(booking::starts_at.le(starts_before.unix()))
        .and(booking::ends_at.gt(at.unix()));
    let rows: Vec<(i64, i64, i64, i64, String)> = booking::table
        .inner_join(resource::table)
        .filter(resource::slug.eq(slug))
        .filter(booking::state.eq(State::InUse.code()).or(comes))
        .order((booking::starts_at, booking::id))
        .limit(MOST)
        .select((
            booking::id,
            booking::user_id,
            booking::starts_at,
            booking::ends_at,
            booking::state,
        ))
        .load(conn)?;
    let read = |(id, user, from, until, state): (i64, i64, i64, i64, String)| {
        Some(AtDoor {
            id: BookingId::new(id),
            user: UserId::new(user),
            span: Span::new(Instant::from_unix(from), Instant::from_unix(until))?,
            state: State::from_code(&state)?,
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Somebody whose account is active.
///
/// # Errors
/// A fault of the database.
pub fn person(conn: &mut Conn, id: UserId) -> Result<Option<Person>, Halt> {
    let found: Option<(String, String, String, i64)> = user::table
        .find(id.number())
        .filter(user::state.eq("active"))
        .select((
            user::name,
            user::email,
            user::language,
            user::institution_id,
        ))
        .first(conn)
        .optional()?;
    let Some((name, email, language, institution)) = found else {
        return Ok(None);
    };
    Ok(Some(Person {
        id,
        name,
        email,
        language: Language::from_code(&language),
        institution: InstitutionId::new(institution),
        roles: role::of(conn, id)?,
    }))
}

/// What is kept of somebody's digits.
///
/// # Errors
/// A fault of the database.
pub fn hash_of(conn: &mut Conn, id: UserId) -> Result<Option<String>, Halt> {
    let found = door_pin::table
        .find(id.number())
        .select(door_pin::pin_hash)
        .first(conn)
        .optional()?;
    Ok(found)
}

/// Since when somebody has digits for the door; none where they have none.
///
/// # Errors
/// A fault of the database.
pub fn since(conn: &mut Conn, id: UserId) -> Result<Option<Instant>, Halt> {
    let found: Option<i64> = door_pin::table
        .find(id.number())
        .select(door_pin::set_at)
        .first(conn)
        .optional()?;
    Ok(found.map(Instant::from_unix))
}

/// Keeps somebody's digits instead of those before.
///
/// # Errors
/// A fault of the database.
pub fn keep(tx: &mut Tx<'_>, id: UserId, hash: &str) -> Result<(), Halt> {
    let at = tx.at().unix();
    forget(tx, id)?;
    diesel::insert_into(door_pin::table)
        .values((
            door_pin::user_id.eq(id.number()),
            door_pin::pin_hash.eq(hash),
            door_pin::set_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes somebody's digits.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, id: UserId) -> Result<(), Halt> {
    diesel::delete(door_pin::table.find(id.number())).execute(&mut **tx)?;
    Ok(())
}
