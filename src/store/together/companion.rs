//! What can be asked for with a resource, and what could be.

use diesel::prelude::*;

use crate::domain::catalogue::{AllocationBy, BookingMode, State};
use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::name::Name;
use crate::domain::together::Subject;
use crate::store::engine::Conn;
use crate::store::place::{self, Both};
use crate::store::schema::{companion, facility, institution, resource};
use crate::store::together::list::{OFFERED, name};

/// A resource that goes with another, or could.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Other {
    pub id: ResourceId,
    pub name: Name,
    /// Its facility with the institution.
    pub place: Name,
}

/// What can be asked for with a resource.
///
/// # Errors
/// A fault of the database.
pub fn companions(conn: &mut Conn, id: ResourceId) -> Result<Vec<Other>, Halt> {
    let rows: Vec<(i64, Both, (Both, Both))> = companion::table
        .inner_join(
            resource::table
                .inner_join(facility::table.inner_join(institution::table))
                .on(resource::id.eq(companion::companion_id)),
        )
        .filter(companion::resource_id.eq(id.number()))
        .order(resource::id)
        .select((
            resource::id,
            (resource::name_ja, resource::name_en),
            (
                (institution::short_ja, institution::abbr),
                (facility::name_ja, facility::name_en),
            ),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(other).collect())
}

/// What could be: the institution's published resources whose time is booked here.
///
/// # Errors
/// A fault of the database.
pub fn joinable(conn: &mut Conn, subject: &Subject) -> Result<Vec<Other>, Halt> {
    if !subject.is_booked {
        return Ok(Vec::new());
    }
    let rows: Vec<(i64, Both, (Both, Both))> = resource::table
        .inner_join(facility::table.inner_join(institution::table))
        .filter(facility::id.eq(subject.facility.number()))
        .filter(resource::part.eq("shared"))
        .filter(resource::published.eq(true))
        .filter(resource::state.ne(State::Retired.code()))
        .filter(resource::allocation.eq(AllocationBy::Direct.code()))
        .filter(resource::booking_mode.ne(BookingMode::ServiceRequest.code()))
        .filter(resource::id.ne(subject.id.number()))
        .order((facility::id, resource::name_ja, resource::id))
        .limit(OFFERED)
        .select((
            resource::id,
            (resource::name_ja, resource::name_en),
            (
                (institution::short_ja, institution::abbr),
                (facility::name_ja, facility::name_en),
            ),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(other).collect())
}

/// The published resource of another facility at an address, if its time is booked here.
///
/// # Errors
/// A fault of the database.
pub fn elsewhere(
    conn: &mut Conn,
    subject: &Subject,
    slug: &str,
) -> Result<Option<ResourceId>, Halt> {
    if !subject.is_booked {
        return Ok(None);
    }
    let found: Option<i64> = resource::table
        .filter(resource::slug.eq(slug))
        .filter(resource::facility_id.ne(subject.facility.number()))
        .filter(resource::part.eq("shared"))
        .filter(resource::published.eq(true))
        .filter(resource::state.ne(State::Retired.code()))
        .filter(resource::allocation.eq(AllocationBy::Direct.code()))
        .filter(resource::booking_mode.ne(BookingMode::ServiceRequest.code()))
        .select(resource::id)
        .first(conn)
        .optional()?;
    Ok(found.map(ResourceId::new))
}

/// The resources of other facilities that can be asked for together with this one.
///
/// # Errors
/// A fault of the database.
pub fn offering(conn: &mut Conn, subject: &Subject) -> Result<Vec<Other>, Halt> {
    let rows: Vec<(i64, Both, (Both, Both))> = companion::table
        .inner_join(
            resource::table
                .inner_join(facility::table.inner_join(institution::table))
                .on(resource::id.eq(companion::resource_id)),
        )
        .filter(companion::companion_id.eq(subject.id.number()))
        .filter(facility::id.ne(subject.facility.number()))
        .order(resource::id)
        .limit(OFFERED)
        .select((
            resource::id,
            (resource::name_ja, resource::name_en),
            (
                (institution::short_ja, institution::abbr),
                (facility::name_ja, facility::name_en),
            ),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(other).collect())
}

fn other((id, own, (short, of)): (i64, Both, (Both, Both))) -> Other {
    Other {
        id: ResourceId::new(id),
        name: name(own),
        place: place::of(short, of),
    }
}
