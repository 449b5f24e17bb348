//! The shared capacities that a catalogue file would make smaller, with what is booked of them.

use std::collections::HashMap;

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::catalogue_file::entry::{Catalogue, Entry};
use crate::domain::counted::Counted;
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::publication::Lowered;
use crate::domain::time::Span;
use crate::store::claim;
use crate::store::schema::resource;
use crate::store::tx::Tx;

/// How far ahead claims are read, in minutes: further than any horizon reaches.
const AHEAD: i64 = 10 * 366 * 24 * 60;

/// What the file lowers. The turns of these resources are taken, so that nothing is booked between this
/// look and the write.
///
/// # Errors
/// A fault of the database.
pub fn find(tx: &mut Tx<'_>, file: &Catalogue) -> Result<Vec<Lowered>, Halt> {
    let wanted: HashMap<&str, &Entry> = file
        .resources
        .iter()
        .map(|entry| (entry.slug.as_str(), entry))
        .collect();
    let kept: Vec<(i64, String, i64)> = resource::table
        .select((resource::id, resource::slug, resource::capacity))
        .load(&mut **tx)?;
    let lowered: Vec<(i64, &Entry)> = kept
        .iter()
        .filter_map(|(id, slug, capacity)| Some((*id, *wanted.get(slug.as_str())?, *capacity)))
        .filter(|(_, entry, capacity)| entry.numbers.capacity < *capacity)
        .map(|(id, entry, _)| (id, entry))
        .collect();
    if lowered.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = lowered.iter().map(|(id, _)| *id).collect();
    diesel::update(resource::table.filter(resource::id.eq_any(&ids)))
        .set(resource::calendar_turn.eq(resource::calendar_turn + 1))
        .execute(&mut **tx)?;
    let now = tx.at();
    let Some(ahead) = Span::new(now, now.plus_minutes(AHEAD)) else {
        return Ok(Vec::new());
    };
    let all: Vec<ResourceId> = ids.into_iter().map(ResourceId::new).collect();
    let claims = claim::own(tx, &all, &ahead)?;
    let of = |(id, entry): (i64, &Entry)| {
        let mine = claims.iter().filter(|(one, _)| one.number() == id);
        Ok(Lowered {
            name: entry.name.clone(),
            counted: Counted::of(&entry.category),
            capacity: u32::try_from(entry.numbers.capacity).map_err(Halt::broken)?,
            taken: mine.map(|(_, occupied)| *occupied).collect(),
            ahead,
        })
    };
    lowered.into_iter().map(of).collect()
}
