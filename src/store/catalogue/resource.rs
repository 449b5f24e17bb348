//! One resource with everything a decision needs to know of it.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::availability::parse_windows;
use crate::domain::calendar::ClosedDays;
use crate::domain::catalogue::{AllocationBy, BookingMode, Parameters, Resource};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{closed_day, facility, institution, resource};

/// The columns of a resource that decisions read.
#[derive(Queryable, Selectable)]
#[diesel(table_name = resource)]
struct Row {
    id: i64,
    slug: String,
    name_ja: String,
    name_en: String,
    booking_mode: String,
    allocation: String,
    capacity: i64,
    slot_minutes: i64,
    origin_minute: i64,
    min_minutes: i64,
    max_minutes: i64,
    lead_business_days: i64,
    horizon_days: i64,
    buffer_before: i64,
    buffer_after: i64,
    windows: String,
    closed_calendars: String,
    published: bool,
    state: String,
}

/// The columns of its owner.
type Owner = (
    i64,
    String,
    String,
    String,
    i64,
    String,
    String,
    Option<String>,
);

/// The resource at this address.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn by_slug(conn: &mut Conn, slug: &str, at: Instant) -> Result<Resource, Halt> {
    let found = joined()
        .filter(resource::slug.eq(slug))
        .select((Row::as_select(), owner()))
        .first::<(Row, Owner)>(conn)?;
    complete(conn, found, at)
}

/// The resource with this id.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn by_id(conn: &mut Conn, id: ResourceId, at: Instant) -> Result<Resource, Halt> {
    let found = joined()
        .filter(resource::id.eq(id.number()))
        .select((Row::as_select(), owner()))
        .first::<(Row, Owner)>(conn)?;
    complete(conn, found, at)
}

/// Several resources at once, in order of id: one query for them, one for their closed days.
///
/// # Errors
/// A fault of the database.
pub fn several(conn: &mut Conn, ids: &[ResourceId], at: Instant) -> Result<Vec<Resource>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let found: Vec<(Row, Owner)> = joined()
        .filter(resource::id.eq_any(numbers))
        .order(resource::id)
        .select((Row::as_select(), owner()))
        .load(conn)?;
    let facilities: Vec<i64> = found.iter().map(|(_, owner)| owner.0).collect();
    let days = closed_days(conn, &facilities)?;
    found
        .into_iter()
        .map(|found| assemble(found, &days, at))
        .collect()
}

#[diesel::dsl::auto_type]
fn joined() -> _ {
    resource::table.inner_join(facility::table.inner_join(institution::table))
}

#[diesel::dsl::auto_type]
fn owner() -> _ {
    (
        facility::id,
        facility::slug,
        facility::name_ja,
        facility::name_en,
        institution::id,
        institution::short_ja,
        institution::abbr,
        institution::valid_to,
    )
}

/// The closed days of facilities, with their names.
type Days = Vec<(i64, String, String, String)>;

fn closed_days(conn: &mut Conn, facilities: &[i64]) -> Result<Days, Halt> {
    Ok(closed_day::table
        .filter(closed_day::facility_id.eq_any(facilities))
        .select((
            closed_day::facility_id,
            closed_day::day,
            closed_day::name_ja,
            closed_day::name_en,
        ))
        .load(conn)?)
}

fn complete(conn: &mut Conn, found: (Row, Owner), at: Instant) -> Result<Resource, Halt> {
    let days = closed_days(conn, &[found.1.0])?;
    assemble(found, &days, at)
}

fn assemble((row, owner): (Row, Owner), days: &Days, at: Instant) -> Result<Resource, Halt> {
    let (facility, facility_slug, facility_ja, facility_en, institution, short, abbr, valid_to) =
        owner;
    let valid_to = valid_to
        .map(|day| day.parse::<NaiveDate>())
        .transpose()
        .map_err(|_| unreadable(&row, "institution's end"))?;
    Ok(Resource {
        id: ResourceId::new(row.id),
        facility: FacilityId::new(facility),
        facility_slug,
        facility_name: Name {
            ja: facility_ja,
            en: facility_en,
        },
        institution: InstitutionId::new(institution),
        institution_name: Name {
            ja: short,
            en: abbr,
        },
        mode: BookingMode::from_code(&row.booking_mode)
            .ok_or_else(|| unreadable(&row, "booking mode"))?,
        allocation: AllocationBy::from_code(&row.allocation)
            .ok_or_else(|| unreadable(&row, "allocation"))?,
        open: row.published
            && row.state == "in_service"
            && valid_to.is_none_or(|last| at.day() <= last),
        capacity: u32::try_from(row.capacity).map_err(|_| unreadable(&row, "numbers"))?,
        parameters: parameters(&row, days.iter().filter(|day| day.0 == facility))?,
        name: Name {
            ja: row.name_ja,
            en: row.name_en,
        },
        slug: row.slug,
    })
}

fn unreadable(row: &Row, what: &str) -> Halt {
    Halt::broken(format!("the {what} of resource {} can't be read", row.slug))
}

/// What the machine enforces, from the columns kept and the facility's own days.
fn parameters<'a>(
    row: &Row,
    days: impl Iterator<Item = &'a (i64, String, String, String)>,
) -> Result<Parameters, Halt> {
    let number = |value: i64| u32::try_from(value).map_err(|_| unreadable(row, "numbers"));
    Ok(Parameters {
        slot_minutes: number(row.slot_minutes)?,
        origin_minute: number(row.origin_minute)?,
        min_minutes: number(row.min_minutes)?,
        max_minutes: number(row.max_minutes)?,
        lead_business_days: number(row.lead_business_days)?,
        horizon_days: number(row.horizon_days)?,
        buffer_before: number(row.buffer_before)?,
        buffer_after: number(row.buffer_after)?,
        windows: parse_windows(&row.windows).ok_or_else(|| unreadable(row, "windows"))?,
        closed: closed(&row.closed_calendars, days),
    })
}

/// Which days are closed, from the codes kept and the facility's own days.
fn closed<'a>(
    codes: &str,
    days: impl Iterator<Item = &'a (i64, String, String, String)>,
) -> ClosedDays {
    let has = |code: &str| codes.split(',').any(|known| known == code);
    ClosedDays {
        weekend: has("weekend"),
        national_holiday: has("national_holiday"),
        year_end: has("year_end"),
        days: days
            .filter_map(|(_, day, ja, en)| Some((day.parse().ok()?, (ja.clone(), en.clone()))))
            .collect(),
    }
}
