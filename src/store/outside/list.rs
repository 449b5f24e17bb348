//! Lists of outside allocations: a facility's, a person's own, and the time that a resource gives away.

use diesel::prelude::*;

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::name::Name;
use crate::domain::outside::{Occupied, Outside};
use crate::domain::text::fold_email;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::outside::row::{Row, occupied};
use crate::store::schema::{facility, institution, outside_allocation, outside_span, resource};

/// One line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub outside: Outside,
    pub resource: Name,
    pub slug: String,
    /// The institution that provides it.
    pub provider: Name,
    pub occupied: Vec<Occupied>,
}

type Found = (Row, (String, String, String), (String, String));

#[diesel::dsl::auto_type]
fn joined() -> _ {
    outside_allocation::table
        .inner_join(resource::table.inner_join(facility::table.inner_join(institution::table)))
}

#[diesel::dsl::auto_type]
fn resource_names() -> _ {
    (resource::name_ja, resource::name_en, resource::slug)
}

#[diesel::dsl::auto_type]
fn provider_names() -> _ {
    (institution::short_ja, institution::abbr)
}

/// The allocations of these facilities' resources, latest first day first.
///
/// # Errors
/// A fault of the database.
pub fn of_facilities(
    conn: &mut Conn,
    facilities: &[FacilityId],
    most: i64,
) -> Result<Vec<Entry>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let found: Vec<Found> = joined()
        .filter(facility::id.eq_any(numbers))
        .order((
            outside_allocation::starts_on.desc(),
            outside_allocation::id.desc(),
        ))
        .limit(most)
        .select((Row::as_select(), resource_names(), provider_names()))
        .load(conn)?;
    entries(conn, found)
}

/// The allocations of whoever has this address.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, email: &str, most: i64) -> Result<Vec<Entry>, Halt> {
    let found: Vec<Found> = joined()
        .filter(outside_allocation::holder_email.eq(fold_email(email)))
        .filter(outside_allocation::holder_email.ne(""))
        .order((
            outside_allocation::starts_on.desc(),
            outside_allocation::id.desc(),
        ))
        .limit(most)
        .select((Row::as_select(), resource_names(), provider_names()))
        .load(conn)?;
    entries(conn, found)
}

fn entries(conn: &mut Conn, found: Vec<Found>) -> Result<Vec<Entry>, Halt> {
    let ids: Vec<i64> = found.iter().map(|(row, ..)| row.id).collect();
    let mut times = occupied(conn, &ids)?;
    found
        .into_iter()
        .map(|(row, (ja, en, slug), (short, abbr))| {
            Ok(Entry {
                occupied: times.remove(&row.id).unwrap_or_default(),
                outside: row.read()?,
                resource: Name { ja, en },
                slug,
                provider: Name {
                    ja: short,
                    en: abbr,
                },
            })
        })
        .collect()
}

/// The time of a resource that is allocated from a moment on, by start; never to whom.
///
/// # Errors
/// A fault of the database.
pub fn given(conn: &mut Conn, id: ResourceId, from: Instant, most: i64) -> Result<Vec<Span>, Halt> {
    let rows: Vec<(i64, i64)> = outside_span::table
        .inner_join(outside_allocation::table)
        .filter(outside_allocation::resource_id.eq(id.number()))
        .filter(outside_span::ends_at.gt(from.unix()))
        .order((outside_span::starts_at, outside_span::id))
        .limit(most)
        .select((outside_span::starts_at, outside_span::ends_at))
        .load(conn)?;
    let span = |(from, until)| Span::new(Instant::from_unix(from), Instant::from_unix(until));
    Ok(rows.into_iter().filter_map(span).collect())
}

/// A resource of these facilities whose time another body allocates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Allocated {
    pub slug: String,
    pub name: Name,
}

/// The resources of these facilities whose time another body allocates.
///
/// # Errors
/// A fault of the database.
pub fn resources(conn: &mut Conn, facilities: &[FacilityId]) -> Result<Vec<Allocated>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<(String, String, String)> = resource::table
        .filter(resource::facility_id.eq_any(numbers))
        .filter(resource::allocation.eq("external_call"))
        .filter(resource::part.eq("shared"))
        .order(resource::id)
        .limit(200)
        .select((resource::slug, resource::name_ja, resource::name_en))
        .load(conn)?;
    let allocated = |(slug, ja, en)| Allocated {
        slug,
        name: Name { ja, en },
    };
    Ok(rows.into_iter().map(allocated).collect())
}
