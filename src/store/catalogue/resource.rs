//! One resource with everything a decision needs to know of it.

use std::sync::Arc;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::calendar::ClosedDays;
use crate::domain::calendar::kept::Kept;
use crate::domain::catalogue::{AllocationBy, BookingMode, Parameters, Period, Resource};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::name::Name;
use crate::domain::parameter::terms::{Subject, Terms};
use crate::domain::rule::issued::{self, Issued};
use crate::domain::time::Instant;
use crate::store::catalogue::record::{Row, said, unreadable};
use crate::store::engine::Conn;
use crate::store::holiday;
use crate::store::rule::sheet;
use crate::store::schema::{closed_day, facility, institution, resource};

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
        .filter(resource::part.eq("shared"))
        .select((Row::as_select(), owner()))
        .first::<(Row, Owner)>(conn)?;
    complete(conn, vec![found], at, &[])?
        .pop()
        .ok_or(Halt::Absent)
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
    complete(conn, vec![found], at, &[])?
        .pop()
        .ok_or(Halt::Absent)
}

/// Several resources at once, in order of id, in five queries: them, their closed days, the rules.
///
/// # Errors
/// A fault of the database.
pub fn several(conn: &mut Conn, ids: &[ResourceId], at: Instant) -> Result<Vec<Resource>, Halt> {
    several_under(conn, ids, at, &[])
}

/// The same as if these versions were published, too.
///
/// # Errors
/// A fault of the database.
pub fn several_under(
    conn: &mut Conn,
    ids: &[ResourceId],
    at: Instant,
    besides: &[Issued],
) -> Result<Vec<Resource>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let found: Vec<(Row, Owner)> = joined()
        .filter(resource::id.eq_any(numbers))
        .order(resource::id)
        .select((Row::as_select(), owner()))
        .load(conn)?;
    complete(conn, found, at, besides)
}

/// Several as the catalogue has them, whatever rules say: for those that no rule is about.
///
/// # Errors
/// A fault of the database.
pub fn unruled(conn: &mut Conn, ids: &[ResourceId], at: Instant) -> Result<Vec<Resource>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let found: Vec<(Row, Owner)> = joined()
        .filter(resource::id.eq_any(numbers))
        .order(resource::id)
        .select((Row::as_select(), owner()))
        .load(conn)?;
    under(conn, found, at, &[])
}

/// The resources of these facilities, by id.
///
/// # Errors
/// A fault of the database.
pub fn of_facilities(conn: &mut Conn, facilities: &[FacilityId]) -> Result<Vec<ResourceId>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let ids: Vec<i64> = resource::table
        .filter(resource::facility_id.eq_any(numbers))
        .filter(resource::part.eq("shared"))
        .order(resource::id)
        .select(resource::id)
        .load(conn)?;
    Ok(ids.into_iter().map(ResourceId::new).collect())
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

/// Which days are closed anyhow: the facilities' own, and the holidays.
struct Calendars {
    own: Days,
    holidays: Arc<Kept>,
}

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

/// Each row with its closed days and the terms that the rules of its facility and institution set.
fn complete(
    conn: &mut Conn,
    found: Vec<(Row, Owner)>,
    at: Instant,
    besides: &[Issued],
) -> Result<Vec<Resource>, Halt> {
    let units: Vec<(FacilityId, InstitutionId)> = found
        .iter()
        .map(|(_, owner)| (FacilityId::new(owner.0), InstitutionId::new(owner.4)))
        .collect();
    let mut sheets = sheet::in_force_from(conn, &units, at.day())?;
    sheets.extend_from_slice(besides);
    under(conn, found, at, &sheets)
}

/// Each row with its closed days and the terms that these versions set.
fn under(
    conn: &mut Conn,
    found: Vec<(Row, Owner)>,
    at: Instant,
    sheets: &[Issued],
) -> Result<Vec<Resource>, Halt> {
    let facilities: Vec<i64> = found.iter().map(|(_, owner)| owner.0).collect();
    let own = closed_days(conn, &facilities)?;
    let holidays = holiday::kept(conn)?;
    let days = Calendars { own, holidays };
    found
        .into_iter()
        .map(|found| assemble(found, &days, sheets, at))
        .collect()
}

fn assemble(
    (row, owner): (Row, Owner),
    days: &Calendars,
    sheets: &[Issued],
    at: Instant,
) -> Result<Resource, Halt> {
    let (facility, facility_slug, facility_ja, facility_en, institution, short, abbr, valid_to) =
        owner;
    let (facility, institution) = (FacilityId::new(facility), InstitutionId::new(institution));
    let valid_to = last_day(&row, valid_to)?;
    let applying = sheets
        .iter()
        .filter(|issued| issued.rule.applies_to(facility, institution));
    let mut periods = periods(&row, &own_days(days, facility), applying, at.day())?.into_iter();
    let today = periods
        .next()
        .ok_or_else(|| unreadable(&row, "rules in force"))?;
    Ok(Resource {
        id: ResourceId::new(row.id),
        facility,
        facility_slug,
        facility_name: Name {
            ja: facility_ja,
            en: facility_en,
        },
        institution,
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
        parameters: today.parameters,
        terms: today.terms,
        later: periods.collect(),
        category: row.category,
        name: Name {
            ja: row.name_ja,
            en: row.name_en,
        },
        slug: row.slug,
    })
}

/// The last day of the institution, if it has ended or will.
fn last_day(row: &Row, text: Option<String>) -> Result<Option<NaiveDate>, Halt> {
    text.map(|day| {
        day.parse()
            .map_err(|_| unreadable(row, "institution's end"))
    })
    .transpose()
}

/// What holds today, first, and from later days on.
fn periods<'a>(
    row: &Row,
    own_days: &ClosedDays,
    sheets: impl Iterator<Item = &'a Issued>,
    today: NaiveDate,
) -> Result<Vec<Period>, Halt> {
    let subject = Subject {
        category: &row.category,
        slug: &row.slug,
    };
    let periods = issued::periods(&Terms::of_catalogue(said(row)?), sheets, subject, today);
    let read = |(from, terms): (NaiveDate, Terms)| Period {
        from,
        parameters: Parameters::of(&terms, own_days),
        terms: Arc::new(terms),
    };
    Ok(periods.into_iter().map(read).collect())
}

/// The facility's own closed days, and the holidays that are kept.
fn own_days(days: &Calendars, facility: FacilityId) -> ClosedDays {
    let mine = days
        .own
        .iter()
        .filter(|(owner, ..)| *owner == facility.number());
    ClosedDays {
        days: mine
            .filter_map(|(_, day, ja, en)| Some((day.parse().ok()?, (ja.clone(), en.clone()))))
            .collect(),
        holidays: Arc::clone(&days.holidays),
        ..ClosedDays::default()
    }
}
