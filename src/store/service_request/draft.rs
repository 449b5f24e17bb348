//! 下書き: forms put aside, as they were typed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{ServiceId, UserId};
use crate::domain::name::Name;
use crate::domain::service_request::draft::Draft;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{resource, service_draft};
use crate::store::tx::Tx;

/// One line of somebody's drafts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub id: ServiceId,
    pub resource: Name,
    pub slug: String,
    pub kept_at: Instant,
}

/// Somebody's drafts, latest first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, user: UserId, most: i64) -> Result<Vec<Kept>, Halt> {
    let rows: Vec<(i64, String, String, String, i64)> = service_draft::table
        .inner_join(resource::table)
        .filter(service_draft::user_id.eq(user.number()))
        .order((service_draft::kept_at.desc(), service_draft::id.desc()))
        .limit(most)
        .select((
            service_draft::id,
            resource::name_ja,
            resource::name_en,
            resource::slug,
            service_draft::kept_at,
        ))
        .load(conn)?;
    let kept = |(id, ja, en, slug, at)| Kept {
        id: ServiceId::new(id),
        resource: Name { ja, en },
        slug,
        kept_at: Instant::from_unix(at),
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// Somebody's own draft: the address of its resource, and what was typed.
///
/// # Errors
/// [`Halt::Absent`] if they have none with this id, or a fault.
pub fn own(
    conn: &mut Conn,
    id: ServiceId,
    user: UserId,
) -> Result<(String, BTreeMap<String, String>), Halt> {
    let (slug, fields): (String, String) = service_draft::table
        .inner_join(resource::table)
        .filter(service_draft::id.eq(id.number()))
        .filter(service_draft::user_id.eq(user.number()))
        .select((resource::slug, service_draft::fields))
        .first(conn)?;
    Ok((slug, serde_json::from_str(&fields).unwrap_or_default()))
}

/// How many drafts somebody has besides this one, and whose this one is.
///
/// # Errors
/// A fault of the database.
pub fn around(conn: &mut Conn, id: ServiceId, user: UserId) -> Result<(i64, Option<UserId>), Halt> {
    let others: i64 = service_draft::table
        .filter(service_draft::user_id.eq(user.number()))
        .filter(service_draft::id.ne(id.number()))
        .count()
        .get_result(conn)?;
    let owner: Option<i64> = service_draft::table
        .find(id.number())
        .select(service_draft::user_id)
        .first(conn)
        .optional()?;
    Ok((others, owner.map(UserId::new)))
}

/// Keeps a draft, instead of what was typed before.
///
/// # Errors
/// A fault of the database.
pub fn keep(tx: &mut Tx<'_>, draft: &Draft) -> Result<(), Halt> {
    let at = tx.at().unix();
    let fields = serde_json::to_string(&draft.fields).map_err(Halt::broken)?;
    drop_own(tx, draft.id, draft.user)?;
    diesel::insert_into(service_draft::table)
        .values((
            service_draft::id.eq(draft.id.number()),
            service_draft::user_id.eq(draft.user.number()),
            service_draft::resource_id.eq(draft.resource.number()),
            service_draft::fields.eq(fields),
            service_draft::kept_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes somebody's own draft, if there is one with this id.
///
/// # Errors
/// A fault of the database.
pub fn drop_own(tx: &mut Tx<'_>, id: ServiceId, user: UserId) -> Result<(), Halt> {
    let own = service_draft::table
        .filter(service_draft::id.eq(id.number()))
        .filter(service_draft::user_id.eq(user.number()));
    diesel::delete(own).execute(&mut **tx)?;
    Ok(())
}
