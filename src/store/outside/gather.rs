//! Gathering what a decision about an outside allocation needs.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{OutsideId, ResourceId};
use crate::domain::outside::Standing;
use crate::domain::policy::case::Occupied as Claimed;
use crate::domain::time::{Instant, Span};
use crate::store::booking::turn;
use crate::store::catalogue::resource as catalogue;
use crate::store::claim;
use crate::store::engine::Conn;
use crate::store::outside::row::{Row, occupied};
use crate::store::schema::{outside_allocation, resource};
use crate::store::tx::Tx;

/// An allocation that stands, with its resource and its time.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn view(conn: &mut Conn, id: OutsideId, at: Instant) -> Result<Standing, Halt> {
    let row: Row = outside_allocation::table
        .find(id.number())
        .select(Row::as_select())
        .first(conn)?;
    let resource = catalogue::by_id(conn, ResourceId::new(row.resource_id), at)?;
    Ok(Standing {
        occupied: occupied(conn, &[row.id])?
            .remove(&row.id)
            .unwrap_or_default(),
        resource,
        outside: row.read()?,
    })
}

/// The same for a deed: the turn of its resource's calendar is taken first.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn standing(tx: &mut Tx<'_>, id: OutsideId) -> Result<Standing, Halt> {
    let slug: String = outside_allocation::table
        .inner_join(resource::table)
        .filter(outside_allocation::id.eq(id.number()))
        .select(resource::slug)
        .first(&mut **tx)?;
    turn::take(tx, &slug)?;
    let at = tx.at();
    view(tx, id, at)
}

/// The claims on a resource that touch a stretch.
///
/// # Errors
/// A fault of the database.
pub fn taken(conn: &mut Conn, id: ResourceId, span: &Span) -> Result<Vec<Claimed>, Halt> {
    let claims = claim::during(conn, &[id], span)?;
    Ok(claims.into_iter().map(|(_, occupied)| occupied).collect())
}

/// The allocation of this proposal from this day on, if it stands.
///
/// # Errors
/// A fault of the database.
pub fn known(
    conn: &mut Conn,
    resource: ResourceId,
    proposal: &str,
    starts_on: Option<NaiveDate>,
) -> Result<Option<OutsideId>, Halt> {
    let Some(starts_on) = starts_on else {
        return Ok(None);
    };
    let id: Option<i64> = outside_allocation::table
        .filter(outside_allocation::resource_id.eq(resource.number()))
        .filter(outside_allocation::proposal.eq(proposal))
        .filter(outside_allocation::starts_on.eq(starts_on.to_string()))
        .select(outside_allocation::id)
        .first(conn)
        .optional()?;
    Ok(id.map(OutsideId::new))
}
