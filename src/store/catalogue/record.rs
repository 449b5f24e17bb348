//! What the catalogue itself says of a resource: its row, read as values of parameters.

use diesel::prelude::*;

use crate::domain::availability::parse_windows;
use crate::domain::gate;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::parameter::value::Value;
use crate::domain::rule::draft::unit::Shared;
use crate::store::engine::Conn;
use crate::store::schema::{facility, resource};

/// The columns of a resource that decisions read.
#[derive(Queryable, Selectable)]
#[diesel(table_name = resource)]
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) slug: String,
    pub(super) name_ja: String,
    pub(super) name_en: String,
    pub(super) booking_mode: String,
    pub(super) allocation: String,
    pub(super) capacity: i64,
    pub(super) slot_minutes: i64,
    pub(super) origin_minute: i64,
    pub(super) min_minutes: i64,
    pub(super) max_minutes: i64,
    pub(super) lead_business_days: i64,
    pub(super) horizon_days: i64,
    pub(super) buffer_before: i64,
    pub(super) buffer_after: i64,
    pub(super) windows: String,
    pub(super) closed_calendars: String,
    pub(super) prerequisites: String,
    pub(super) category: String,
    pub(super) published: bool,
    pub(super) state: String,
}

/// The resources that the rules of a unit are for: those of a facility, or with `None` all of its
/// institution. Retired ones are left out.
///
/// # Errors
/// A fault of the database.
pub fn of_unit(
    conn: &mut Conn,
    institution: InstitutionId,
    only: Option<FacilityId>,
) -> Result<Vec<Shared>, Halt> {
    let mut query = resource::table
        .inner_join(facility::table)
        .filter(facility::institution_id.eq(institution.number()))
        .filter(resource::state.ne("retired"))
        .filter(resource::part.eq("shared"))
        .order((resource::facility_id, resource::id))
        .select((Row::as_select(), facility::id))
        .into_boxed();
    if let Some(only) = only {
        query = query.filter(facility::id.eq(only.number()));
    }
    let rows: Vec<(Row, i64)> = query.load(conn)?;
    let read = |(row, facility): (Row, i64)| {
        Ok(Shared {
            id: ResourceId::new(row.id),
            base: Terms::of_catalogue(said(&row)?),
            slug: row.slug,
            name: Name {
                ja: row.name_ja,
                en: row.name_en,
            },
            category: row.category,
            facility: FacilityId::new(facility),
        })
    };
    rows.into_iter().map(read).collect()
}

/// A fault: what the catalogue says is never passed over.
pub(super) fn unreadable(row: &Row, what: &str) -> Halt {
    Halt::broken(format!("the {what} of resource {} can't be read", row.slug))
}

/// What the catalogue says of the resource, as values of parameters.
pub(super) fn said(row: &Row) -> Result<Vec<(Parameter, Value)>, Halt> {
    let origin = u16::try_from(row.origin_minute).map_err(|_| unreadable(row, "numbers"))?;
    let windows = parse_windows(&row.windows).ok_or_else(|| unreadable(row, "windows"))?;
    let gates = row.prerequisites.split(',').map(str::trim);
    let gates = gates
        .filter(|code| gate::CODES.contains(code))
        .map(str::to_owned);
    let closed = row.closed_calendars.split(',').map(str::trim);
    // the facility's own days are closed whatever the catalogue says of the rest
    let closed = closed
        .filter(|code| !code.is_empty())
        .chain(["facility"])
        .map(str::to_owned);
    let number = Value::Number;
    Ok(vec![
        (Parameter::SlotMinutes, number(row.slot_minutes)),
        (Parameter::SlotOrigin, Value::TimeOfDay(origin)),
        (Parameter::MinMinutes, number(row.min_minutes)),
        (Parameter::MaxMinutes, number(row.max_minutes)),
        (Parameter::LeadBusinessDays, number(row.lead_business_days)),
        (Parameter::HorizonDays, number(row.horizon_days)),
        (Parameter::BufferBefore, number(row.buffer_before)),
        (Parameter::BufferAfter, number(row.buffer_after)),
        (Parameter::OpenWindows, Value::Windows(windows)),
        (Parameter::ClosedCalendars, Value::Codes(closed.collect())),
        (Parameter::Gates, Value::Codes(gates.collect())),
    ])
}
