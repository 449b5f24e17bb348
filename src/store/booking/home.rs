//! 所属責任者: who is responsible for whom, and what waits for their agreement.

use diesel::prelude::*;

use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, InstitutionId, UserId};
use crate::domain::letter::Recipient;
use crate::store::booking::people::recipient;
use crate::store::engine::Conn;
use crate::store::schema::{booking, user};
use crate::store::tx::Tx;

/// Whoever somebody named as responsible for them, of an institution that both belong to.
///
/// # Errors
/// A fault of the database.
pub fn responsible(
    conn: &mut Conn,
    of: UserId,
    home: InstitutionId,
) -> Result<Option<Recipient>, Halt> {
    let named: Option<i64> = user::table
        .filter(user::id.eq(of.number()))
        .select(user::responsible_id)
        .first(conn)?;
    let Some(named) = named else { return Ok(None) };
    let found: Option<(i64, String, String, String)> = user::table
        .filter(user::id.eq(named))
        .filter(user::institution_id.eq(home.number()))
        .filter(user::state.eq("active"))
        .select((user::id, user::name, user::email, user::language))
        .first(conn)
        .optional()?;
    Ok(found.map(recipient))
}

/// Somebody of an institution by their address, as [`crate::domain::text::fold_email`] writes it.
///
/// # Errors
/// A fault of the database.
pub fn colleague(
    conn: &mut Conn,
    email: &str,
    home: InstitutionId,
) -> Result<Option<UserId>, Halt> {
    let found: Option<i64> = user::table
        .filter(user::email.eq(email))
        .filter(user::institution_id.eq(home.number()))
        .filter(user::state.eq("active"))
        .filter(user::verified_at.is_not_null())
        .select(user::id)
        .first(conn)
        .optional()?;
    Ok(found.map(UserId::new))
}

/// Names who is responsible for somebody, or nobody.
///
/// # Errors
/// A fault of the database.
pub fn name(tx: &mut Tx<'_>, of: UserId, responsible: Option<UserId>) -> Result<(), Halt> {
    diesel::update(user::table.filter(user::id.eq(of.number())))
        .set(user::responsible_id.eq(responsible.map(UserId::number)))
        .execute(&mut **tx)?;
    Ok(())
}

/// The requests that wait for somebody's agreement, soonest first.
///
/// # Errors
/// A fault of the database.
pub fn waiting(
    conn: &mut Conn,
    by: UserId,
    home: InstitutionId,
    most: i64,
) -> Result<Vec<BookingId>, Halt> {
    let ids: Vec<i64> = booking::table
        .inner_join(user::table)
        .filter(user::responsible_id.eq(by.number()))
        .filter(booking::state.eq(State::UserSide.code()))
        .filter(booking::institution_id.eq(home.number()))
        .order((booking::starts_at, booking::id))
        .select(booking::id)
        .limit(most)
        .load(conn)?;
    Ok(ids.into_iter().map(BookingId::new).collect())
}

/// How many wait for somebody's agreement.
///
/// # Errors
/// A fault of the database.
pub fn count(conn: &mut Conn, by: UserId, home: InstitutionId) -> Result<i64, Halt> {
    let count = booking::table
        .inner_join(user::table)
        .filter(user::responsible_id.eq(by.number()))
        .filter(booking::state.eq(State::UserSide.code()))
        .filter(booking::institution_id.eq(home.number()))
        .count()
        .get_result(conn)?;
    Ok(count)
}
