//! 下書き: forms put aside, as they were typed.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::domain::catalogue::{Access, AllocationBy, BookingMode, access};
use crate::domain::draft::Draft;
use crate::domain::halt::Halt;
use crate::domain::id::{DraftId, UserId};
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{request_draft, resource};
use crate::store::tx::Tx;

/// One line of somebody's drafts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub id: DraftId,
    pub resource: Name,
    pub slug: String,
    /// How the resource is asked for, and so by which form.
    pub access: Access,
    pub kept_at: Instant,
}

/// Number, names and address of the resource, how it is asked for, when it was kept.
type Row = (i64, String, String, String, (String, String), i64);

/// Somebody's drafts, latest first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, user: UserId, most: i64) -> Result<Vec<Kept>, Halt> {
    let rows: Vec<Row> = request_draft::table
        .inner_join(resource::table)
        .filter(request_draft::user_id.eq(user.number()))
        .order((request_draft::kept_at.desc(), request_draft::id.desc()))
        .limit(most)
        .select((
            request_draft::id,
            resource::name_ja,
            resource::name_en,
            resource::slug,
            (resource::booking_mode, resource::allocation),
            request_draft::kept_at,
        ))
        .load(conn)?;
    let kept = |(id, ja, en, slug, (mode, by), at): Row| {
        Some(Kept {
            id: DraftId::new(id),
            resource: Name { ja, en },
            slug,
            access: access(
                BookingMode::from_code(&mode)?,
                AllocationBy::from_code(&by)?,
            ),
            kept_at: Instant::from_unix(at),
        })
    };
    let all: Option<Vec<Kept>> = rows.into_iter().map(kept).collect();
    all.ok_or_else(|| Halt::broken("the resource of a draft can't be read"))
}

/// Somebody's own draft: the address of its resource, and what was typed.
///
/// # Errors
/// [`Halt::Absent`] if they have none with this id, or a fault.
pub fn own(
    conn: &mut Conn,
    id: DraftId,
    user: UserId,
) -> Result<(String, BTreeMap<String, String>), Halt> {
    let (slug, fields): (String, String) = request_draft::table
        .inner_join(resource::table)
        .filter(request_draft::id.eq(id.number()))
        .filter(request_draft::user_id.eq(user.number()))
        .select((resource::slug, request_draft::fields))
        .first(conn)?;
    Ok((slug, serde_json::from_str(&fields).unwrap_or_default()))
}

/// How many drafts somebody has besides this one, and whose this one is.
///
/// # Errors
/// A fault of the database.
pub fn around(conn: &mut Conn, id: DraftId, user: UserId) -> Result<(i64, Option<UserId>), Halt> {
    let others: i64 = request_draft::table
        .filter(request_draft::user_id.eq(user.number()))
        .filter(request_draft::id.ne(id.number()))
        .count()
        .get_result(conn)?;
    let owner: Option<i64> = request_draft::table
        .find(id.number())
        .select(request_draft::user_id)
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
    diesel::insert_into(request_draft::table)
        .values((
            request_draft::id.eq(draft.id.number()),
            request_draft::user_id.eq(draft.user.number()),
            request_draft::resource_id.eq(draft.resource.number()),
            request_draft::fields.eq(fields),
            request_draft::kept_at.eq(at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes somebody's own draft, if there is one with this id.
///
/// # Errors
/// A fault of the database.
pub fn drop_own(tx: &mut Tx<'_>, id: DraftId, user: UserId) -> Result<(), Halt> {
    let own = request_draft::table
        .filter(request_draft::id.eq(id.number()))
        .filter(request_draft::user_id.eq(user.number()));
    diesel::delete(own).execute(&mut **tx)?;
    Ok(())
}
