//! Turns: one deed at a time looks at and changes a calendar.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::store::need;
use crate::store::schema::{attendant_of, resource, resource_need};
use crate::store::tx::Tx;

/// Takes the turn of a resource, of the components that it needs and of those who attend it, in order of id,
/// so that two deeds never wait for each other: one deed at a time looks at and changes these calendars.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn take(tx: &mut Tx<'_>, slug: &str) -> Result<ResourceId, Halt> {
    take_with(tx, slug, &[])
}

/// The same, and the turns of what is used together with it, of what that needs and of who attends it.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn take_with(tx: &mut Tx<'_>, slug: &str, with: &[ResourceId]) -> Result<ResourceId, Halt> {
    let found: Vec<(i64, Option<i64>, Option<i64>)> = resource::table
        .left_join(resource_need::table.on(resource_need::resource_id.eq(resource::id)))
        .left_join(attendant_of::table.on(attendant_of::resource_id.eq(resource::id)))
        .filter(resource::slug.eq(slug))
        .select((
            resource::id,
            resource_need::needed_id.nullable(),
            attendant_of::attendant_id.nullable(),
        ))
        .load(&mut **tx)?;
    let id = found.first().map(|(id, ..)| *id).ok_or(Halt::Absent)?;
    let mut all: Vec<i64> = found.iter().filter_map(|(_, needed, _)| *needed).collect();
    all.extend(found.iter().filter_map(|(.., attendant)| *attendant));
    all.push(id);
    if !with.is_empty() {
        let numbers: Vec<i64> = with.iter().map(|one| one.number()).collect();
        let needs = need::of(tx, with)?;
        all.extend(needs.iter().map(|need| need.needed.number()));
        let attendants: Vec<i64> = attendant_of::table
            .filter(attendant_of::resource_id.eq_any(&numbers))
            .select(attendant_of::attendant_id)
            .load(&mut **tx)?;
        all.extend(attendants.into_iter().chain(numbers));
    }
    all.sort_unstable();
    all.dedup();
    if !cfg!(feature = "without_turn") {
        for one in all {
            diesel::update(resource::table.find(one))
                .set(resource::calendar_turn.eq(resource::calendar_turn + 1))
                .execute(&mut **tx)?;
        }
    }
    Ok(ResourceId::new(id))
}

/// Takes the turn of a resource that is known by its id, as [`take`] does.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn of(tx: &mut Tx<'_>, id: ResourceId) -> Result<(), Halt> {
    let slug: String = resource::table
        .find(id.number())
        .select(resource::slug)
        .first(&mut **tx)?;
    take(tx, &slug).map(|_| ())
}
