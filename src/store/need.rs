//! 構成要素: what using a resource takes of others.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::policy::need::Need;
use crate::store::engine::Conn;
use crate::store::schema::{resource, resource_need};

/// The resources with which one shares time: what it takes, what takes it, and what takes the same.
///
/// # Errors
/// A fault of the database.
pub fn sharing(conn: &mut Conn, with: ResourceId) -> Result<Vec<ResourceId>, Halt> {
    let mut shared: Vec<i64> = resource_need::table
        .filter(resource_need::resource_id.eq(with.number()))
        .select(resource_need::needed_id)
        .load(conn)?;
    shared.push(with.number());
    let takers: Vec<i64> = resource_need::table
        .filter(resource_need::needed_id.eq_any(&shared))
        .select(resource_need::resource_id)
        .load(conn)?;
    shared.extend(takers);
    shared.retain(|id| *id != with.number());
    shared.sort_unstable();
    shared.dedup();
    Ok(shared.into_iter().map(ResourceId::new).collect())
}

/// What these resources take of others, by resource.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, resources: &[ResourceId]) -> Result<Vec<Need>, Halt> {
    let numbers: Vec<i64> = resources.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, i64, i64, i64)> = resource_need::table
        .inner_join(resource::table.on(resource::id.eq(resource_need::needed_id)))
        .filter(resource_need::resource_id.eq_any(numbers))
        .order((resource_need::resource_id, resource_need::needed_id))
        .select((
            resource_need::resource_id,
            resource_need::needed_id,
            resource_need::units,
            resource::capacity,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(by, needed, units, capacity)| {
            Ok(Need {
                by: ResourceId::new(by),
                needed: ResourceId::new(needed),
                units: u32::try_from(units).map_err(Halt::broken)?,
                capacity: u32::try_from(capacity).map_err(Halt::broken)?,
            })
        })
        .collect()
}
