//! Who a booking concerns: its managers as readers of letters, and institutions by name.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::store::engine::Conn;
use crate::store::schema::{institution, role_grant, user};

/// The short name of an institution.
pub(in crate::store) fn institution_name(conn: &mut Conn, id: InstitutionId) -> Result<Name, Halt> {
    let (ja, en) = institution::table
        .filter(institution::id.eq(id.number()))
        .select((institution::short_ja, institution::abbr))
        .first(conn)?;
    Ok(Name { ja, en })
}

/// The people who decide on a facility's requests.
pub(in crate::store) fn managers(
    conn: &mut Conn,
    facility: FacilityId,
) -> Result<Vec<Recipient>, Halt> {
    let rows: Vec<(i64, String, String, String)> = role_grant::table
        .inner_join(user::table)
        .filter(role_grant::facility_id.eq(facility.number()))
        .filter(role_grant::role.eq("facility_manager"))
        .filter(role_grant::revoked_at.is_null())
        .filter(user::state.eq("active"))
        .order(user::id)
        .select((user::id, user::name, user::email, user::language))
        .load(conn)?;
    Ok(rows.into_iter().map(recipient).collect())
}

pub(in crate::store) fn recipient(
    (id, name, email, language): (i64, String, String, String),
) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    }
}
