//! A facility's resources with how much they take and go with, and one of them with its components.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::domain::catalogue::{AllocationBy, BookingMode, State};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::name::Name;
use crate::domain::together::Subject;
use crate::store::engine::Conn;
use crate::store::place::Both;
use crate::store::schema::{attendant_of, companion, facility, resource, resource_need};

/// Most resources that a form offers.
pub(super) const OFFERED: i64 = 200;

/// One resource in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub slug: String,
    pub name: Name,
    pub facility: Name,
    pub state: State,
    pub components: i64,
    pub companions: i64,
    pub attendants: i64,
}

/// A resource that is taken besides, or could be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Component {
    pub id: ResourceId,
    pub name: Name,
    /// How much of it a use takes; nothing while it is only offered.
    pub units: u32,
    pub capacity: u32,
}

pub(super) fn name((ja, en): Both) -> Name {
    Name { ja, en }
}

/// The shared resources of facilities: so many from a place on.
///
/// # Errors
/// A fault of the database.
pub fn page(
    conn: &mut Conn,
    facilities: &[FacilityId],
    (skip, most): (i64, i64),
) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, String, Both, Both, String)> = resource::table
        .inner_join(facility::table)
        .filter(facility::id.eq_any(numbers))
        .filter(resource::part.eq("shared"))
        .order((
            resource::state.eq(State::Retired.code()),
            facility::id,
            resource::name_ja,
            resource::id,
        ))
        .offset(skip)
        .limit(most)
        .select((
            resource::id,
            resource::slug,
            (resource::name_ja, resource::name_en),
            (facility::name_ja, facility::name_en),
            resource::state,
        ))
        .load(conn)?;
    let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let counts = counts(conn, &ids)?;
    let line = |(id, slug, own, of, state): (i64, String, Both, Both, String)| {
        let of_this = |all: &BTreeMap<i64, i64>| all.get(&id).copied().unwrap_or(0);
        Ok(Line {
            slug,
            name: name(own),
            facility: name(of),
            state: State::from_code(&state).ok_or_else(|| Halt::broken("an unknown state"))?,
            components: of_this(&counts.0),
            companions: of_this(&counts.1),
            attendants: of_this(&counts.2),
        })
    };
    rows.into_iter().map(line).collect()
}

type Counts = BTreeMap<i64, i64>;

/// How many components, companions and attendants these have.
fn counts(conn: &mut Conn, ids: &[i64]) -> Result<(Counts, Counts, Counts), Halt> {
    let components: Vec<(i64, i64)> = resource_need::table
        .filter(resource_need::resource_id.eq_any(ids))
        .group_by(resource_need::resource_id)
        .select((resource_need::resource_id, count_star()))
        .load(conn)?;
    let companions: Vec<(i64, i64)> = companion::table
        .filter(companion::resource_id.eq_any(ids))
        .group_by(companion::resource_id)
        .select((companion::resource_id, count_star()))
        .load(conn)?;
    let attendants: Vec<(i64, i64)> = attendant_of::table
        .inner_join(resource::table.on(resource::id.eq(attendant_of::attendant_id)))
        .filter(attendant_of::resource_id.eq_any(ids))
        .filter(resource::state.ne(State::Retired.code()))
        .group_by(attendant_of::resource_id)
        .select((attendant_of::resource_id, count_star()))
        .load(conn)?;
    let read = |rows: Vec<(i64, i64)>| rows.into_iter().collect();
    Ok((read(components), read(companions), read(attendants)))
}

/// The shared resource at an address, with its name.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn subject(conn: &mut Conn, slug: &str) -> Result<(Subject, Name), Halt> {
    type Row = (i64, i64, i64, Both, (String, String));
    let (id, facility, institution, own, (mode, allocation)): Row = resource::table
        .inner_join(facility::table)
        .filter(resource::slug.eq(slug))
        .filter(resource::part.eq("shared"))
        .select((
            resource::id,
            facility::id,
            facility::institution_id,
            (resource::name_ja, resource::name_en),
            (resource::booking_mode, resource::allocation),
        ))
        .first(conn)?;
    let subject = Subject {
        id: ResourceId::new(id),
        slug: slug.to_owned(),
        facility: FacilityId::new(facility),
        institution: InstitutionId::new(institution),
        is_booked: allocation == AllocationBy::Direct.code()
            && mode != BookingMode::ServiceRequest.code(),
    };
    Ok((subject, name(own)))
}

/// What every use of a resource takes.
///
/// # Errors
/// A fault of the database.
pub fn components(conn: &mut Conn, id: ResourceId) -> Result<Vec<Component>, Halt> {
    let rows: Vec<(i64, Both, i64, i64)> = resource_need::table
        .inner_join(resource::table.on(resource::id.eq(resource_need::needed_id)))
        .filter(resource_need::resource_id.eq(id.number()))
        .order(resource::id)
        .select((
            resource::id,
            (resource::name_ja, resource::name_en),
            resource_need::units,
            resource::capacity,
        ))
        .load(conn)?;
    rows.into_iter().map(component).collect()
}

/// The facility's resources that can be components of one of them.
///
/// # Errors
/// A fault of the database.
pub fn offered(conn: &mut Conn, subject: &Subject) -> Result<Vec<Component>, Halt> {
    let rows: Vec<(i64, Both, i64)> = resource::table
        .filter(resource::facility_id.eq(subject.facility.number()))
        .filter(resource::part.ne("attendant"))
        .filter(resource::state.ne(State::Retired.code()))
        .filter(resource::id.ne(subject.id.number()))
        .order((resource::part, resource::name_ja, resource::id))
        .limit(OFFERED)
        .select((
            resource::id,
            (resource::name_ja, resource::name_en),
            resource::capacity,
        ))
        .load(conn)?;
    let rows = rows.into_iter();
    rows.map(|(id, own, capacity)| component((id, own, 0, capacity)))
        .collect()
}

fn component((id, own, units, capacity): (i64, Both, i64, i64)) -> Result<Component, Halt> {
    Ok(Component {
        id: ResourceId::new(id),
        name: name(own),
        units: u32::try_from(units).map_err(Halt::broken)?,
        capacity: u32::try_from(capacity).map_err(Halt::broken)?,
    })
}
