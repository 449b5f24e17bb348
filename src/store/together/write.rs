//! Writing what resources take besides and go with, also for what is booked already.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::together::need::Added;
use crate::secret::chance;
use crate::store::booking::claims::Purpose;
use crate::store::catalogue::unlisted::{self, Part, Unlisted};
use crate::store::schema::{
    allocation, booking, companion, outside_allocation, outside_span, resource_need, slot_offer,
};
use crate::store::together::gather::Taking;
use crate::store::tx::Tx;

/// Keeps a component of which every use takes some, the resource itself if it is new.
///
/// # Errors
/// A fault of the database.
pub fn add_need(
    tx: &mut Tx<'_>,
    (by, facility): (ResourceId, FacilityId),
    added: &Added,
) -> Result<(), Halt> {
    if let Some((name, capacity)) = &added.new {
        let new = Unlisted {
            id: added.id,
            part: Part::Component,
            facility,
            name,
            capacity: *capacity,
            windows: String::new(),
            closed_calendars: "",
        };
        unlisted::keep(tx, &new)?;
    }
    diesel::insert_into(resource_need::table)
        .values((
            resource_need::resource_id.eq(by.number()),
            resource_need::needed_id.eq(added.id.number()),
            resource_need::units.eq(i64::from(added.units)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Claims a component for what is booked, kept or wished already. The turns of both must be held.
///
/// # Errors
/// A fault; the guard of the database asks for another try if something is taken after all.
pub fn claim(tx: &mut Tx<'_>, added: &Added, takings: &[Taking]) -> Result<(), Halt> {
    let at = tx.at();
    for one in takings {
        let purpose = match one.is_wish {
            true => Purpose::Move,
            false => Purpose::Component,
        };
        diesel::insert_into(allocation::table)
            .values((
                allocation::id.eq(chance::id(at)),
                allocation::resource_id.eq(added.id.number()),
                allocation::holder_id.eq(one.booking),
                allocation::outside_id.eq(one.outside),
                allocation::offer_id.eq(one.offer),
                allocation::starts_at.eq(one.claim.start().unix()),
                allocation::ends_at.eq(one.claim.end().unix()),
                allocation::use_starts_at.eq(one.used.start().unix()),
                allocation::use_ends_at.eq(one.used.end().unix()),
                allocation::units.eq(i64::from(added.units)),
                allocation::purpose.eq(purpose.code()),
                allocation::note.eq(""),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Uses don't take a component any more: what they hold of it from now on is free, and whoever waits is
/// served. The turns of both must be held.
///
/// # Errors
/// A fault of the database.
pub fn remove_need(tx: &mut Tx<'_>, by: ResourceId, needed: ResourceId) -> Result<(), Halt> {
    diesel::delete(resource_need::table.find((by.number(), needed.number()))).execute(&mut **tx)?;
    let now = tx.at().unix();
    let bookings = booking::table
        .filter(booking::resource_id.eq(by.number()))
        .select(booking::id.nullable());
    let offers = slot_offer::table
        .filter(slot_offer::resource_id.eq(by.number()))
        .select(slot_offer::id.nullable());
    let stretches = outside_span::table
        .inner_join(outside_allocation::table)
        .filter(outside_allocation::resource_id.eq(by.number()))
        .select(outside_span::id.nullable());
    let purposes = [Purpose::Component, Purpose::Move].map(Purpose::code);
    diesel::delete(
        allocation::table
            .filter(allocation::resource_id.eq(needed.number()))
            .filter(allocation::ends_at.gt(now))
            .filter(allocation::purpose.eq_any(purposes))
            .filter(
                allocation::holder_id
                    .eq_any(bookings)
                    .or(allocation::offer_id.eq_any(offers))
                    .or(allocation::outside_id.eq_any(stretches)),
            ),
    )
    .execute(&mut **tx)?;
    tx.freed(by);
    tx.freed(needed);
    Ok(())
}

/// Lets something be asked for with a resource.
///
/// # Errors
/// A fault of the database.
pub fn add_companion(tx: &mut Tx<'_>, id: ResourceId, other: ResourceId) -> Result<(), Halt> {
    diesel::insert_into(companion::table)
        .values((
            companion::resource_id.eq(id.number()),
            companion::companion_id.eq(other.number()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// It can't be asked for with it any more.
///
/// # Errors
/// A fault of the database.
pub fn remove_companion(tx: &mut Tx<'_>, id: ResourceId, other: ResourceId) -> Result<(), Halt> {
    diesel::delete(companion::table.find((id.number(), other.number()))).execute(&mut **tx)?;
    Ok(())
}
