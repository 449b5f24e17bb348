//! Desks: who answers for gates at an institution.

use diesel::prelude::*;

use crate::domain::actor::Role;
use crate::domain::gate::Desk;
use crate::domain::halt::Halt;
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::secret::chance;
use crate::store::engine::Conn;
use crate::store::schema::{desk_grant, role_grant, user};
use crate::store::tx::Tx;

/// A desk as its row keeps it: institution and desk.
pub(in crate::store) type Code = (i64, String);

/// Reads a row back.
pub(in crate::store) fn read((institution, desk): Code) -> Option<Role> {
    Some(Role::Desk(
        InstitutionId::new(institution),
        Desk::from_code(&desk)?,
    ))
}

/// The desks that somebody sits at now.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, user: UserId) -> Result<Vec<Role>, Halt> {
    let rows: Vec<Code> = desk_grant::table
        .filter(desk_grant::user_id.eq(user.number()))
        .filter(desk_grant::revoked_at.is_null())
        .order(desk_grant::id)
        .select((desk_grant::institution_id, desk_grant::desk))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Gives a desk that the person does not sit at yet.
///
/// # Errors
/// A fault of the database.
pub(in crate::store) fn grant(
    tx: &mut Tx<'_>,
    user: UserId,
    (institution, desk): (InstitutionId, Desk),
    by: Option<UserId>,
) -> Result<(), Halt> {
    let at = tx.at();
    diesel::insert_into(desk_grant::table)
        .values((
            desk_grant::id.eq(chance::id(at)),
            desk_grant::user_id.eq(user.number()),
            desk_grant::institution_id.eq(institution.number()),
            desk_grant::desk.eq(desk.code()),
            desk_grant::granted_at.eq(at.unix()),
            desk_grant::granted_by.eq(by.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes a desk back, and says whether the person sat at it.
///
/// # Errors
/// A fault of the database.
pub(in crate::store) fn revoke(
    tx: &mut Tx<'_>,
    user: UserId,
    (institution, desk): (InstitutionId, Desk),
) -> Result<bool, Halt> {
    let at = tx.at().unix();
    let held = desk_grant::table
        .filter(desk_grant::user_id.eq(user.number()))
        .filter(desk_grant::institution_id.eq(institution.number()))
        .filter(desk_grant::desk.eq(desk.code()))
        .filter(desk_grant::revoked_at.is_null());
    let taken = diesel::update(held)
        .set(desk_grant::revoked_at.eq(Some(at)))
        .execute(&mut **tx)?;
    Ok(taken > 0)
}

/// Everybody at every desk, by address: desk and institution.
///
/// # Errors
/// A fault of the database.
pub(in crate::store) fn all(conn: &mut Conn) -> Result<Vec<(String, String, i64)>, Halt> {
    Ok(desk_grant::table
        .inner_join(user::table.on(user::id.eq(desk_grant::user_id)))
        .filter(desk_grant::revoked_at.is_null())
        .order((user::email, desk_grant::id))
        .select((user::email, desk_grant::desk, desk_grant::institution_id))
        .load(conn)?)
}

/// The people at a desk of an institution.
///
/// # Errors
/// A fault of the database.
pub fn people(
    conn: &mut Conn,
    institution: InstitutionId,
    desk: Desk,
) -> Result<Vec<Recipient>, Halt> {
    let rows: Vec<(i64, String, String, String)> = desk_grant::table
        .inner_join(user::table.on(user::id.eq(desk_grant::user_id)))
        .filter(desk_grant::institution_id.eq(institution.number()))
        .filter(desk_grant::desk.eq(desk.code()))
        .filter(desk_grant::revoked_at.is_null())
        .filter(user::state.eq("active"))
        .order(user::id)
        .select((user::id, user::name, user::email, user::language))
        .load(conn)?;
    Ok(rows.into_iter().map(recipient).collect())
}

/// The officers of an institution.
///
/// # Errors
/// A fault of the database.
pub fn officers(conn: &mut Conn, institution: InstitutionId) -> Result<Vec<Recipient>, Halt> {
    let rows: Vec<(i64, String, String, String)> = role_grant::table
        .inner_join(user::table.on(user::id.eq(role_grant::user_id)))
        .filter(role_grant::institution_id.eq(institution.number()))
        .filter(role_grant::role.eq("institution_officer"))
        .filter(role_grant::revoked_at.is_null())
        .filter(user::state.eq("active"))
        .order(user::id)
        .select((user::id, user::name, user::email, user::language))
        .load(conn)?;
    Ok(rows.into_iter().map(recipient).collect())
}

fn recipient((id, name, email, language): (i64, String, String, String)) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    }
}
