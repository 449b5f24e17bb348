//! The resources whose calendars somebody keeps.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::name::Name;
use crate::store::agenda::name_of;
use crate::store::engine::Conn;
use crate::store::schema::{facility, resource};

/// A resource whose calendar somebody keeps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub id: ResourceId,
    pub slug: String,
    pub name: Name,
    pub facility: FacilityId,
    pub facility_slug: String,
    pub facility_name: Name,
}

/// The resources of these facilities that are not retired, by facility and name.
///
/// # Errors
/// A fault of the database.
pub fn of_facilities(
    conn: &mut Conn,
    facilities: &[FacilityId],
    most: i64,
) -> Result<Vec<Kept>, Halt> {
    type Found = (i64, String, (String, String), i64, String, (String, String));
    let wanted: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<Found> = resource::table
        .inner_join(facility::table)
        .filter(facility::id.eq_any(wanted))
        .filter(resource::state.ne("retired"))
        .filter(resource::part.eq("shared"))
        .order((facility::slug, resource::name_ja, resource::id))
        .select((
            resource::id,
            resource::slug,
            (resource::name_ja, resource::name_en),
            facility::id,
            facility::slug,
            (facility::name_ja, facility::name_en),
        ))
        .limit(most)
        .load(conn)?;
    let read = |(id, slug, name, facility, facility_slug, facility_name): Found| Kept {
        id: ResourceId::new(id),
        slug,
        name: name_of(name),
        facility: FacilityId::new(facility),
        facility_slug,
        facility_name: name_of(facility_name),
    };
    Ok(rows.into_iter().map(read).collect())
}
