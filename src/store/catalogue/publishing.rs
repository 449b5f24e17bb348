//! Publishing: what it is decided by, and its two facts.

use diesel::dsl::exists;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::catalogue::{AllocationBy, BookingMode, access};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::publication::{Candidate, Publication};
use crate::store::engine::Conn;
use crate::store::schema::{resource, rule};
use crate::store::tx::Tx;

/// What publishing the resource at this address is decided by.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn candidate(conn: &mut Conn, slug: &str) -> Result<Candidate, Halt> {
    let (id, facility, mode, allocation): (i64, i64, String, String) = resource::table
        .filter(resource::slug.eq(slug))
        .filter(resource::part.eq("shared"))
        .select((
            resource::id,
            resource::facility_id,
            resource::booking_mode,
            resource::allocation,
        ))
        .first(conn)?;
    let has_rule = diesel::select(exists(rule::table.filter(rule::facility_id.eq(facility))))
        .get_result(conn)?;
    let unreadable = || Halt::broken(format!("the access of resource {slug} can't be read"));
    Ok(Candidate {
        id: ResourceId::new(id),
        slug: slug.to_owned(),
        facility: FacilityId::new(facility),
        access: access(
            BookingMode::from_code(&mode).ok_or_else(unreadable)?,
            AllocationBy::from_code(&allocation).ok_or_else(unreadable)?,
        ),
        has_rule,
    })
}

/// Keeps a publication; the calendar's turn moves on, so that no page drawn before is shown again.
///
/// # Errors
/// A fault of the database.
pub fn publish(tx: &mut Tx<'_>, publication: &Publication) -> Result<(), Halt> {
    let this = resource::table.filter(resource::id.eq(publication.id.number()));
    diesel::update(this)
        .set((
            resource::published.eq(true),
            resource::calendar_turn.eq(resource::calendar_turn + 1),
        ))
        .execute(&mut **tx)?;
    if let Some(day) = publication.confirmed_on {
        diesel::update(this)
            .set(resource::confirmed_on.eq(day.to_string()))
            .execute(&mut **tx)?;
    }
    Ok(())
}
