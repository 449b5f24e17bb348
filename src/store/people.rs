//! The people of an institution's offices: who sits at which desk, who speaks for it, who manages what.

use diesel::prelude::*;

use crate::domain::desk::{Sits, Sitter};
use crate::domain::gate::Desk;
use crate::domain::halt::Halt;
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{desk_grant, facility, institution, role_grant, user};

/// Most people of one kind that are listed.
const MOST: i64 = 500;

/// The people of one institution's offices.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct People {
    pub institution: InstitutionId,
    pub name: Name,
    pub desks: Vec<Seat>,
    pub officers: Vec<Somebody>,
    /// Facilities by name, each with its managers.
    pub facilities: Vec<(Name, Vec<Somebody>)>,
}

/// Somebody at a desk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
    pub desk: Desk,
    pub who: Somebody,
    pub since: Instant,
}

/// Somebody, as a list shows them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Somebody {
    pub id: UserId,
    pub name: String,
    pub email: String,
}

/// The people of an institution's offices.
///
/// # Errors
/// [`Halt::Absent`] without such an institution, or a fault.
pub fn of(conn: &mut Conn, id: InstitutionId) -> Result<People, Halt> {
    Ok(People {
        institution: id,
        name: name(conn, id)?,
        desks: desks(conn, id)?,
        officers: officers(conn, id)?,
        facilities: facilities(conn, id)?,
    })
}

/// What an institution is called.
///
/// # Errors
/// [`Halt::Absent`] without such an institution, or a fault.
pub fn name(conn: &mut Conn, id: InstitutionId) -> Result<Name, Halt> {
    let (ja, en) = institution::table
        .find(id.number())
        .select((institution::short_ja, institution::abbr))
        .first(conn)?;
    Ok(Name { ja, en })
}

fn somebody((id, name, email): (i64, String, String)) -> Somebody {
    Somebody {
        id: UserId::new(id),
        name,
        email,
    }
}

fn desks(conn: &mut Conn, id: InstitutionId) -> Result<Vec<Seat>, Halt> {
    type Row = (String, i64, (i64, String, String));
    let rows: Vec<Row> = desk_grant::table
        .inner_join(user::table.on(user::id.eq(desk_grant::user_id)))
        .filter(desk_grant::institution_id.eq(id.number()))
        .filter(desk_grant::revoked_at.is_null())
        .order((desk_grant::desk, user::name, user::id))
        .select((
            desk_grant::desk,
            desk_grant::granted_at,
            (user::id, user::name, user::email),
        ))
        .limit(MOST)
        .load(conn)?;
    let seat = |(desk, since, who): Row| {
        Some(Seat {
            desk: Desk::from_code(&desk)?,
            who: somebody(who),
            since: Instant::from_unix(since),
        })
    };
    Ok(rows.into_iter().filter_map(seat).collect())
}

fn officers(conn: &mut Conn, id: InstitutionId) -> Result<Vec<Somebody>, Halt> {
    let rows: Vec<(i64, String, String)> = role_grant::table
        .inner_join(user::table)
        .filter(role_grant::institution_id.eq(id.number()))
        .filter(role_grant::role.eq("institution_officer"))
        .filter(role_grant::revoked_at.is_null())
        .order((user::name, user::id))
        .select((user::id, user::name, user::email))
        .limit(MOST)
        .load(conn)?;
    Ok(rows.into_iter().map(somebody).collect())
}

/// Every facility of the institution; one without managers has an empty list.
fn facilities(conn: &mut Conn, id: InstitutionId) -> Result<Vec<(Name, Vec<Somebody>)>, Halt> {
    let units: Vec<(i64, String, String)> = facility::table
        .filter(facility::institution_id.eq(id.number()))
        .filter(facility::is_whole.eq(false))
        .order((facility::name_ja, facility::id))
        .select((facility::id, facility::name_ja, facility::name_en))
        .limit(MOST)
        .load(conn)?;
    let ids: Vec<i64> = units.iter().map(|(id, ..)| *id).collect();
    let rows: Vec<(Option<i64>, (i64, String, String))> = role_grant::table
        .inner_join(user::table)
        .filter(role_grant::facility_id.eq_any(&ids))
        .filter(role_grant::role.eq("facility_manager"))
        .filter(role_grant::revoked_at.is_null())
        .order((user::name, user::id))
        .select((role_grant::facility_id, (user::id, user::name, user::email)))
        .limit(MOST)
        .load(conn)?;
    let managers = |unit: i64| {
        let mine = rows.iter().filter(|(facility, _)| *facility == Some(unit));
        mine.map(|(_, who)| somebody(who.clone())).collect()
    };
    let line = |(id, ja, en)| (Name { ja, en }, managers(id));
    Ok(units.into_iter().map(line).collect())
}

/// The active account of this institution with this address, and whether it sits at the desk: of other
/// institutions' people nothing is told.
///
/// # Errors
/// A fault of the database.
pub fn sitter(
    conn: &mut Conn,
    at: InstitutionId,
    email: &str,
    desk: Option<Desk>,
) -> Result<Option<Sitter>, Halt> {
    let found: Option<(i64, String, String, String)> = user::table
        .filter(user::email.eq(email))
        .filter(user::institution_id.eq(at.number()))
        .filter(user::state.eq("active"))
        .filter(user::verified_at.is_not_null())
        .select((user::id, user::name, user::email, user::language))
        .first(conn)
        .optional()?;
    let Some((id, name, email, language)) = found else {
        return Ok(None);
    };
    let sits: Option<i64> = desk_grant::table
        .filter(desk_grant::user_id.eq(id))
        .filter(desk_grant::institution_id.eq(at.number()))
        .filter(desk_grant::desk.eq(desk.map_or("", Desk::code)))
        .filter(desk_grant::revoked_at.is_null())
        .select(desk_grant::id)
        .first(conn)
        .optional()?;
    Ok(Some(Sitter {
        who: Recipient {
            user: UserId::new(id),
            name,
            email,
            language: Language::from_code(&language),
        },
        sits: match sits {
            Some(_) => Sits::Yes,
            None => Sits::No,
        },
    }))
}

/// Whoever sits at a desk, to be told that it is taken back.
///
/// # Errors
/// [`Halt::Absent`] where they do not sit there, or a fault.
pub fn at_desk(
    conn: &mut Conn,
    (at, desk): (InstitutionId, Desk),
    who: UserId,
) -> Result<Recipient, Halt> {
    let (id, name, email, language): (i64, String, String, String) = desk_grant::table
        .inner_join(user::table.on(user::id.eq(desk_grant::user_id)))
        .filter(desk_grant::user_id.eq(who.number()))
        .filter(desk_grant::institution_id.eq(at.number()))
        .filter(desk_grant::desk.eq(desk.code()))
        .filter(desk_grant::revoked_at.is_null())
        .select((user::id, user::name, user::email, user::language))
        .first(conn)?;
    Ok(Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    })
}
