//! Lists of attendants, and of what they can attend.

use diesel::prelude::*;

use crate::domain::availability::{WeeklyWindow, parse_windows};
use crate::domain::catalogue::State;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, FacilityId, ResourceId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::booking::claims::Purpose;
use crate::store::engine::Conn;
use crate::store::schema::{
    allocation, attendant, attendant_of, booking, facility, resource, user,
};

/// Most resources that a form offers.
pub const OFFERED: i64 = 200;

/// One attendant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub id: ResourceId,
    pub facility: FacilityId,
    pub facility_name: Name,
    pub name: Name,
    pub windows: Vec<WeeklyWindow>,
    pub has_left: bool,
    /// The address of their account, if they have one.
    pub account: Option<String>,
    /// What they attend.
    pub resources: Vec<(ResourceId, Name)>,
}

/// A resource that can be attended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offered {
    pub id: ResourceId,
    pub name: Name,
    pub facility: FacilityId,
    pub facility_name: Name,
}

/// A use that somebody attends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Coming {
    pub booking: BookingId,
    pub resource: Name,
    pub span: Span,
}

type Both = (String, String);
type Row = (i64, i64, Both, Both, String, String, Option<String>);

/// Those of facilities, those who left last: so many from a place on.
///
/// # Errors
/// A fault of the database.
pub fn page(
    conn: &mut Conn,
    facilities: &[FacilityId],
    (skip, most): (i64, i64),
) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = joined()
        .filter(resource::facility_id.eq_any(numbers))
        .order((
            resource::state.eq(State::Retired.code()),
            resource::facility_id,
            resource::name_ja,
            resource::id,
        ))
        .offset(skip)
        .limit(most)
        .select(columns())
        .load(conn)?;
    lines(conn, rows)
}

/// One of them.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn one(conn: &mut Conn, id: ResourceId) -> Result<Line, Halt> {
    let row: Row = joined()
        .filter(resource::id.eq(id.number()))
        .select(columns())
        .first(conn)?;
    lines(conn, vec![row])?.pop().ok_or(Halt::Absent)
}

#[diesel::dsl::auto_type]
fn joined() -> _ {
    attendant::table
        .inner_join(resource::table.inner_join(facility::table))
        .left_join(user::table)
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        resource::id,
        resource::facility_id,
        (facility::name_ja, facility::name_en),
        (resource::name_ja, resource::name_en),
        resource::windows,
        resource::state,
        user::email.nullable(),
    )
}

fn lines(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let attended: Vec<(i64, i64, Both)> = attendant_of::table
        .inner_join(resource::table.on(resource::id.eq(attendant_of::resource_id)))
        .filter(attendant_of::attendant_id.eq_any(numbers))
        .order((attendant_of::attendant_id, resource::id))
        .select((
            attendant_of::attendant_id,
            resource::id,
            (resource::name_ja, resource::name_en),
        ))
        .load(conn)?;
    let name = |(ja, en): &Both| Name {
        ja: ja.clone(),
        en: en.clone(),
    };
    let line = |(id, facility, facility_name, own, windows, state, account): Row| {
        let mine = attended.iter().filter(|(by, ..)| *by == id);
        Ok(Line {
            id: ResourceId::new(id),
            facility: FacilityId::new(facility),
            facility_name: name(&facility_name),
            name: name(&own),
            windows: parse_windows(&windows)
                .ok_or_else(|| Halt::broken(format!("the hours of attendant {id}")))?,
            has_left: state == State::Retired.code(),
            account,
            resources: mine
                .map(|(_, id, of)| (ResourceId::new(*id), name(of)))
                .collect(),
        })
    };
    rows.into_iter().map(line).collect()
}

/// The shared resources of facilities that are in service, by facility.
///
/// # Errors
/// A fault of the database.
pub fn offered(conn: &mut Conn, facilities: &[FacilityId]) -> Result<Vec<Offered>, Halt> {
    let numbers: Vec<i64> = facilities.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, Both, i64, Both)> = resource::table
        .inner_join(facility::table)
        .filter(facility::id.eq_any(numbers))
        .filter(resource::part.eq("shared"))
        .filter(resource::state.ne(State::Retired.code()))
        .order((facility::id, resource::name_ja, resource::id))
        .limit(OFFERED)
        .select((
            resource::id,
            (resource::name_ja, resource::name_en),
            facility::id,
            (facility::name_ja, facility::name_en),
        ))
        .load(conn)?;
    let name = |(ja, en)| Name { ja, en };
    let read = |(id, own, facility, of)| Offered {
        id: ResourceId::new(id),
        name: name(own),
        facility: FacilityId::new(facility),
        facility_name: name(of),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// What somebody attends from a moment on, the soonest first.
///
/// # Errors
/// A fault of the database.
pub fn coming(
    conn: &mut Conn,
    id: ResourceId,
    from: Instant,
    most: i64,
) -> Result<Vec<Coming>, Halt> {
    let rows: Vec<(i64, i64, i64, Both)> = allocation::table
        .inner_join(
            booking::table
                .inner_join(resource::table)
                .on(allocation::holder_id.eq(booking::id.nullable())),
        )
        .filter(allocation::resource_id.eq(id.number()))
        .filter(allocation::purpose.eq(Purpose::Attendant.code()))
        .filter(allocation::ends_at.gt(from.unix()))
        .order((allocation::starts_at, allocation::id))
        .limit(most)
        .select((
            booking::id,
            allocation::starts_at,
            allocation::ends_at,
            (resource::name_ja, resource::name_en),
        ))
        .load(conn)?;
    let at = Instant::from_unix;
    let read = |(booking, start, end, (ja, en)): (i64, i64, i64, Both)| {
        Some(Coming {
            booking: BookingId::new(booking),
            resource: Name { ja, en },
            span: Span::new(at(start), at(end))?,
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
