//! What a database has that an invented world can be built on.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::catalogue::AllocationBy;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, UserId};
use crate::domain::name::Name;
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, resource, user};

/// An institution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Institution {
    pub id: InstitutionId,
    pub slug: String,
    pub name: Name,
}

/// A facility.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facility {
    pub id: FacilityId,
    pub slug: String,
    pub name: Name,
    pub institution: InstitutionId,
}

/// A resource that its facility allocates itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Direct {
    pub id: ResourceId,
    pub slug: String,
    pub facility: FacilityId,
    pub published: bool,
}

/// All of it, each in order of its address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Survey {
    pub institutions: Vec<Institution>,
    /// Those that allocate something themselves.
    pub facilities: Vec<Facility>,
    /// Those of whose resources another body's call allocates some.
    pub by_call: Vec<Facility>,
    pub resources: Vec<Direct>,
}

/// Reads what is there.
///
/// # Errors
/// A fault of the database.
pub fn survey(conn: &mut Conn) -> Result<Survey, Halt> {
    Ok(Survey {
        institutions: institutions(conn)?,
        facilities: facilities(conn, AllocationBy::Direct)?,
        by_call: facilities(conn, AllocationBy::ExternalCall)?,
        resources: resources(conn)?,
    })
}

fn institutions(conn: &mut Conn) -> Result<Vec<Institution>, Halt> {
    let rows: Vec<(i64, String, String, String)> = institution::table
        .order(institution::slug)
        .select((
            institution::id,
            institution::slug,
            institution::name_ja,
            institution::name_en,
        ))
        .load(conn)?;
    let read = |(id, slug, ja, en)| Institution {
        id: InstitutionId::new(id),
        slug,
        name: Name { ja, en },
    };
    Ok(rows.into_iter().map(read).collect())
}

fn facilities(conn: &mut Conn, by: AllocationBy) -> Result<Vec<Facility>, Halt> {
    let rows: Vec<(i64, String, String, String, i64)> = facility::table
        .inner_join(resource::table)
        .filter(resource::allocation.eq(by.code()))
        .filter(resource::part.eq("shared"))
        .distinct()
        .order(facility::slug)
        .select((
            facility::id,
            facility::slug,
            facility::name_ja,
            facility::name_en,
            facility::institution_id,
        ))
        .load(conn)?;
    let read = |(id, slug, ja, en, institution)| Facility {
        id: FacilityId::new(id),
        slug,
        name: Name { ja, en },
        institution: InstitutionId::new(institution),
    };
    Ok(rows.into_iter().map(read).collect())
}

fn resources(conn: &mut Conn) -> Result<Vec<Direct>, Halt> {
    let rows: Vec<(i64, String, i64, bool)> = resource::table
        .filter(resource::allocation.eq("direct"))
        .filter(resource::part.eq("shared"))
        .order(resource::slug)
        .select((
            resource::id,
            resource::slug,
            resource::facility_id,
            resource::published,
        ))
        .load(conn)?;
    let read = |(id, slug, facility, published)| Direct {
        id: ResourceId::new(id),
        slug,
        facility: FacilityId::new(facility),
        published,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The people who came last, at most so many.
///
/// # Errors
/// A fault of the database.
pub fn newest_people(conn: &mut Conn, count: i64) -> Result<Vec<UserId>, Halt> {
    let ids: Vec<i64> = user::table
        .order(user::id.desc())
        .limit(count)
        .select(user::id)
        .load(conn)?;
    Ok(ids.into_iter().map(UserId::new).collect())
}
