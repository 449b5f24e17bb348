//! Roles: who holds which, in which unit.

use std::collections::HashMap;

use diesel::prelude::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, NullableExpressionMethods,
    QueryDsl, RunQueryDsl,
};

use crate::domain::actor::Role;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, UserId};
use crate::secret::chance;
use crate::store::desk;
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, role_grant, user};
use crate::store::tx::Tx;

/// A role as its row keeps it: code, institution, facility.
pub(in crate::store) type Code = (String, Option<i64>, Option<i64>);

/// Reads a row back.
pub(in crate::store) fn read((code, institution, facility): Code) -> Option<Role> {
    Role::from_code(
        &code,
        institution.map(InstitutionId::new),
        facility.map(FacilityId::new),
    )
}

/// The roles that somebody holds now.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, user: UserId) -> Result<Vec<Role>, Halt> {
    let rows: Vec<Code> = role_grant::table
        .filter(role_grant::user_id.eq(user.number()))
        .filter(role_grant::revoked_at.is_null())
        .order(role_grant::id)
        .select((
            role_grant::role,
            role_grant::institution_id,
            role_grant::facility_id,
        ))
        .load(conn)?;
    let mut roles: Vec<Role> = rows.into_iter().filter_map(read).collect();
    roles.extend(desk::of(conn, user)?);
    Ok(roles)
}

#[derive(Insertable)]
#[diesel(table_name = role_grant)]
struct Row<'a> {
    id: i64,
    user_id: i64,
    role: &'a str,
    institution_id: Option<i64>,
    facility_id: Option<i64>,
    granted_at: i64,
    granted_by: Option<i64>,
}

/// Gives a role. Somebody who holds it already keeps it.
///
/// # Errors
/// A fault of the database.
pub fn grant(tx: &mut Tx<'_>, user: UserId, role: Role, by: Option<UserId>) -> Result<(), Halt> {
    if of(tx, user)?.contains(&role) {
        return Ok(());
    }
    if let Role::Desk(institution, at) = role {
        return desk::grant(tx, user, (institution, at), by);
    }
    let at = tx.at();
    let (institution, facility) = unit(role);
    let row = Row {
        id: chance::id(at),
        user_id: user.number(),
        role: role.code(),
        institution_id: institution,
        facility_id: facility,
        granted_at: at.unix(),
        granted_by: by.map(UserId::number),
    };
    diesel::insert_into(role_grant::table)
        .values(&row)
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes a role back, and says whether it was held.
///
/// # Errors
/// A fault of the database.
pub fn revoke(tx: &mut Tx<'_>, user: UserId, role: Role) -> Result<bool, Halt> {
    if let Role::Desk(institution, at) = role {
        return desk::revoke(tx, user, (institution, at));
    }
    let at = tx.at().unix();
    let held: Vec<(i64, Code)> = role_grant::table
        .filter(role_grant::user_id.eq(user.number()))
        .filter(role_grant::role.eq(role.code()))
        .filter(role_grant::revoked_at.is_null())
        .select((
            role_grant::id,
            (
                role_grant::role,
                role_grant::institution_id,
                role_grant::facility_id,
            ),
        ))
        .load(&mut **tx)?;
    let ids: Vec<i64> = held
        .into_iter()
        .filter(|(_, code)| read(code.clone()) == Some(role))
        .map(|(id, _)| id)
        .collect();
    let taken = diesel::update(role_grant::table.filter(role_grant::id.eq_any(ids)))
        .set(role_grant::revoked_at.eq(at))
        .execute(&mut **tx)?;
    Ok(taken > 0)
}

fn unit(role: Role) -> (Option<i64>, Option<i64>) {
    match role {
        Role::FacilityManager(facility) => (None, Some(facility.number())),
        Role::InstitutionOfficer(institution) | Role::Desk(institution, _) => {
            (Some(institution.number()), None)
        }
        Role::Council | Role::Administrator => (None, None),
    }
}

/// The facility with this name in addresses.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn facility(conn: &mut Conn, slug: &str) -> Result<FacilityId, Halt> {
    let found: i64 = facility::table
        .filter(facility::slug.eq(slug))
        .filter(facility::is_whole.eq(false))
        .select(facility::id)
        .first(conn)?;
    Ok(FacilityId::new(found))
}

/// The institution with this name in addresses.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn institution(conn: &mut Conn, slug: &str) -> Result<InstitutionId, Halt> {
    let found: i64 = institution::table
        .filter(institution::slug.eq(slug))
        .select(institution::id)
        .first(conn)?;
    Ok(InstitutionId::new(found))
}

/// One account as an operator lists it; `role` is one of those it holds, none if it holds none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holder {
    pub email: String,
    pub name: String,
    pub institution: String,
    pub state: String,
    pub is_proved: bool,
    pub role: Option<String>,
    /// The institution or facility of the role, by its name in addresses.
    pub unit: Option<String>,
}

/// An account and one of its roles, as [`holders`] reads them.
type Held = (
    (String, String, i64, String, Option<i64>),
    Option<Code>,
    Option<String>,
);

/// All accounts with their roles, by address.
///
/// # Errors
/// A fault of the database.
pub fn holders(conn: &mut Conn) -> Result<Vec<Holder>, Halt> {
    let held = role_grant::user_id
        .eq(user::id)
        .and(role_grant::revoked_at.is_null());
    let rows: Vec<Held> = user::table
        .left_join(role_grant::table.on(held))
        .left_join(facility::table.on(role_grant::facility_id.eq(facility::id.nullable())))
        .order((user::email, role_grant::id))
        .select((
            (
                user::email,
                user::name,
                user::institution_id,
                user::state,
                user::verified_at,
            ),
            (
                role_grant::role,
                role_grant::institution_id,
                role_grant::facility_id,
            )
                .nullable(),
            facility::slug.nullable(),
        ))
        .load(conn)?;
    let slugs: Vec<(i64, String)> = institution::table
        .select((institution::id, institution::slug))
        .load(conn)?;
    let slugs: HashMap<i64, String> = slugs.into_iter().collect();
    let mut holders: Vec<Holder> = rows.into_iter().map(|row| holder(row, &slugs)).collect();
    for (email, desk, institution) in desk::all(conn)? {
        let known = holders.iter().find(|holder| holder.email == email);
        let unit = slugs.get(&institution).cloned();
        holders.extend(known.cloned().map(|holder| Holder {
            role: Some(desk),
            unit,
            ..holder
        }));
    }
    holders.sort_by(|one, other| one.email.cmp(&other.email));
    Ok(holders)
}

fn holder((account, code, facility): Held, slugs: &HashMap<i64, String>) -> Holder {
    let (email, name, institution, state, verified_at) = account;
    let slug = |id: i64| slugs.get(&id).cloned();
    let officer = code.as_ref().and_then(|(_, institution, _)| *institution);
    Holder {
        email,
        name,
        institution: slug(institution).unwrap_or_default(),
        state,
        is_proved: verified_at.is_some(),
        role: code.map(|(role, ..)| role),
        unit: facility.or_else(|| officer.and_then(slug)),
    }
}
