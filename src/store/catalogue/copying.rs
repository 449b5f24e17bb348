//! Copying resources, so that a world of any size has instruments with real parameters.

use std::collections::BTreeMap;

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::text;
use crate::domain::world::Twin;
use crate::store::catalogue::row::ResourceRow;
use crate::store::engine::Conn;
use crate::store::schema::resource;
use crate::store::tx::Tx;

/// Resources to copy from, by id.
pub struct Originals(BTreeMap<i64, ResourceRow>);

/// Reads the resources that are to be copied.
///
/// # Errors
/// A fault of the database.
pub fn originals(conn: &mut Conn, ids: &[ResourceId]) -> Result<Originals, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<ResourceRow> = resource::table
        .filter(resource::id.eq_any(numbers))
        .select(ResourceRow::as_select())
        .load(conn)?;
    Ok(Originals(
        rows.into_iter().map(|row| (row.id, row)).collect(),
    ))
}

/// Keeps a published copy with its parameters, under a name of its own.
///
/// # Errors
/// [`Halt::Absent`] if there is nothing to copy, or a fault.
pub fn copy(tx: &mut Tx<'_>, originals: &Originals, twin: &Twin) -> Result<(), Halt> {
    let mut row = originals
        .0
        .get(&twin.of.number())
        .cloned()
        .ok_or(Halt::Absent)?;
    row.id = twin.id.number();
    row.slug.clone_from(&twin.slug);
    row.facility_id = twin.facility.number();
    row.name_ja = format!("{} {}", row.name_ja, twin.mark);
    row.name_en = format!("{} {}", row.name_en, twin.mark);
    row.name_seed = None;
    row.published = true;
    row.confirmed_on = None;
    "invented".clone_into(&mut row.source);
    row.search_key.push_str(&text::fold(&twin.mark));
    row.calendar_turn = 0;
    diesel::insert_into(resource::table)
        .values(&row)
        .execute(&mut **tx)?;
    Ok(())
}
