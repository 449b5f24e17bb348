//! Sessions: who a browser's secret belongs to.

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::domain::actor::{Person, Role};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{booking, resource, role_grant, session, user};

/// Somebody signed in, and how many requests wait for them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Visitor {
    pub person: Person,
    pub waiting: Option<i64>,
}

/// Whose session this is, if it still runs and the account is active.
///
/// # Errors
/// A fault of the database.
pub fn visitor(conn: &mut Conn, token_hash: &str, at: Instant) -> Result<Option<Visitor>, Halt> {
    let found: Option<(i64, String, String, String, i64)> = session::table
        .inner_join(user::table)
        .filter(session::token_hash.eq(token_hash))
        .filter(session::expires_at.gt(at.unix()))
        .filter(user::state.eq("active"))
        .select((
            user::id,
            user::name,
            user::email,
            user::language,
            user::institution_id,
        ))
        .first(conn)
        .optional()?;
    let Some((id, name, email, language, institution)) = found else {
        return Ok(None);
    };
    let roles = roles(conn, id)?;
    let facilities: Vec<i64> = roles
        .iter()
        .filter_map(|role| match role {
            Role::FacilityManager(facility) => Some(facility.number()),
            _ => None,
        })
        .collect();
    let waiting = if facilities.is_empty() {
        None
    } else {
        Some(waiting(conn, &facilities)?)
    };
    let person = Person {
        id: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
        institution: InstitutionId::new(institution),
        roles,
    };
    Ok(Some(Visitor { person, waiting }))
}

/// The roles that somebody holds now.
fn roles(conn: &mut Conn, user: i64) -> Result<Vec<Role>, Halt> {
    let rows: Vec<(String, Option<i64>, Option<i64>)> = role_grant::table
        .filter(role_grant::user_id.eq(user))
        .filter(role_grant::revoked_at.is_null())
        .order(role_grant::id)
        .select((
            role_grant::role,
            role_grant::institution_id,
            role_grant::facility_id,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|(code, institution, facility)| {
            Role::from_code(
                &code,
                institution.map(InstitutionId::new),
                facility.map(FacilityId::new),
            )
        })
        .collect())
}

/// How many requests wait at these facilities.
fn waiting(conn: &mut Conn, facilities: &[i64]) -> Result<i64, Halt> {
    Ok(booking::table
        .inner_join(resource::table)
        .filter(booking::state.eq("facility_review"))
        .filter(resource::facility_id.eq_any(facilities))
        .select(count_star())
        .first(conn)?)
}
