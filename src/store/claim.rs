//! Claims of time: what occupies a resource, for decisions and for calendars.

use diesel::prelude::{
    ExpressionMethods, NullableExpressionMethods, QueryDsl, Queryable, RunQueryDsl, Selectable,
    SelectableHelper,
};

use crate::domain::booking::State;
use crate::domain::catalogue::LONGEST_CLAIM_MINUTES;
use crate::domain::grid::cell;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, InstitutionId, ResourceId, UserId};
use crate::domain::policy::case::Occupied;
use crate::domain::policy::need::{Load, through};
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::need;
use crate::store::schema::{allocation, booking};

/// Id of the resource and its claim.
pub type Claim = (ResourceId, Occupied);

/// The columns of a claim.
#[derive(Queryable, Selectable)]
#[diesel(table_name = allocation)]
struct Row {
    resource_id: i64,
    booking_id: Option<i64>,
    holder_id: Option<i64>,
    starts_at: i64,
    ends_at: i64,
    use_starts_at: i64,
    use_ends_at: i64,
    units: i64,
    outside_id: Option<i64>,
}

/// All claims on these resources that touch a span, by resource and start; and behind them what
/// their components are busy with.
///
/// # Errors
/// A fault of the database.
pub fn during(conn: &mut Conn, resources: &[ResourceId], span: &Span) -> Result<Vec<Claim>, Halt> {
    let mut claims = on(conn, resources, span)?;
    claims.extend(busy(conn, resources, span, None)?);
    Ok(claims)
}

/// The times in which a resource can't be used because a component of it is busy elsewhere.
fn busy(
    conn: &mut Conn,
    resources: &[ResourceId],
    span: &Span,
    except: Option<BookingId>,
) -> Result<Vec<Claim>, Halt> {
    let needs = need::of(conn, resources)?;
    if needs.is_empty() {
        return Ok(Vec::new());
    }
    let needed: Vec<ResourceId> = needs.iter().map(|need| need.needed).collect();
    let mut claims = on(conn, &needed, span)?;
    claims.retain(|(_, occupied)| except.is_none() || occupied.booking != except);
    let blocked = needs.into_iter().flat_map(|need| {
        let mine = claims.iter().filter(|(id, _)| *id == need.needed);
        let load = Load {
            claims: mine.map(|(_, occupied)| *occupied).collect(),
            need,
        };
        through(&[load])
            .into_iter()
            .map(move |occupied| (need.by, occupied))
    });
    Ok(blocked.collect())
}

/// The claims on the resources themselves.
fn on(conn: &mut Conn, resources: &[ResourceId], span: &Span) -> Result<Vec<Claim>, Halt> {
    let rows: Vec<Row> = allocation::table
        .filter(allocation::resource_id.eq_any(numbers(resources)))
        .filter(allocation::starts_at.gt(reach(span)))
        .filter(allocation::starts_at.lt(span.end().unix()))
        .filter(allocation::ends_at.gt(span.start().unix()))
        .order((allocation::resource_id, allocation::starts_at))
        .select(Row::as_select())
        .load(conn)?;
    rows.iter().map(read).collect()
}

/// The same claims with whose booking is behind each and where that stands, for calendars.
///
/// # Errors
/// A fault of the database.
pub fn shown(
    conn: &mut Conn,
    resources: &[ResourceId],
    span: &Span,
) -> Result<Vec<(ResourceId, cell::Claim)>, Halt> {
    type Found = (Row, Option<i64>, Option<i64>, Option<String>);
    let rows: Vec<Found> = allocation::table
        .left_join(booking::table)
        .filter(allocation::resource_id.eq_any(numbers(resources)))
        .filter(allocation::starts_at.gt(reach(span)))
        .filter(allocation::starts_at.lt(span.end().unix()))
        .filter(allocation::ends_at.gt(span.start().unix()))
        .order((allocation::resource_id, allocation::starts_at))
        .select((
            Row::as_select(),
            booking::user_id.nullable(),
            booking::institution_id.nullable(),
            booking::state.nullable(),
        ))
        .load(conn)?;
    let own = rows.into_iter().map(|(row, user, home, state)| {
        let (resource, occupied) = of_institution(&row, home)?;
        let state = state.as_deref().and_then(State::from_code);
        let by = user.map(UserId::new).zip(state);
        let allocated = row.outside_id.is_some();
        let claim = cell::Claim {
            occupied,
            by,
            allocated,
        };
        Ok((resource, claim))
    });
    let mut shown = own.collect::<Result<Vec<_>, Halt>>()?;
    // one's own booking takes the component too, and is shown already
    let known: Vec<_> = shown
        .iter()
        .map(|(id, claim)| (*id, claim.occupied.booking))
        .collect();
    let others = busy(conn, resources, span, None)?
        .into_iter()
        .filter(|(id, occupied)| !known.contains(&(*id, occupied.booking)));
    let other = |occupied| cell::Claim {
        occupied,
        by: None,
        allocated: false,
    };
    shown.extend(others.map(|(id, occupied)| (id, other(occupied))));
    Ok(shown)
}

/// The same claims with the institution that uses each, for decisions about people.
///
/// # Errors
/// A fault of the database.
pub fn homed(conn: &mut Conn, resources: &[ResourceId], span: &Span) -> Result<Vec<Claim>, Halt> {
    let mut claims = own(conn, resources, span)?;
    claims.extend(busy(conn, resources, span, None)?);
    Ok(claims)
}

/// The same as if one booking took nothing, for a change of it.
///
/// # Errors
/// A fault of the database.
pub fn without(
    conn: &mut Conn,
    resource: ResourceId,
    span: &Span,
    except: BookingId,
) -> Result<Vec<Claim>, Halt> {
    let mut claims = own(conn, &[resource], span)?;
    claims.retain(|(_, occupied)| occupied.booking != Some(except));
    claims.extend(busy(conn, &[resource], span, Some(except))?);
    Ok(claims)
}

/// The claims on the resources themselves, each with the institution that uses it.
///
/// # Errors
/// A fault of the database.
pub fn own(conn: &mut Conn, resources: &[ResourceId], span: &Span) -> Result<Vec<Claim>, Halt> {
    let rows: Vec<(Row, Option<i64>)> = allocation::table
        .left_join(booking::table)
        .filter(allocation::resource_id.eq_any(numbers(resources)))
        .filter(allocation::starts_at.gt(reach(span)))
        .filter(allocation::starts_at.lt(span.end().unix()))
        .filter(allocation::ends_at.gt(span.start().unix()))
        .order((allocation::resource_id, allocation::starts_at))
        .select((Row::as_select(), booking::institution_id.nullable()))
        .load(conn)?;
    rows.iter()
        .map(|(row, home)| of_institution(row, *home))
        .collect()
}

fn of_institution(row: &Row, home: Option<i64>) -> Result<Claim, Halt> {
    let (resource, occupied) = read(row)?;
    let home = home.map(InstitutionId::new);
    Ok((resource, Occupied { home, ..occupied }))
}

fn numbers(resources: &[ResourceId]) -> Vec<i64> {
    resources.iter().map(|id| id.number()).collect()
}

/// No claim that touches the span starts before this: the index reads no further back.
fn reach(span: &Span) -> i64 {
    span.start()
        .plus_minutes(-LONGEST_CLAIM_MINUTES)
        .unix()
        .saturating_sub(1)
}

fn read(row: &Row) -> Result<Claim, Halt> {
    let span = |start, end| {
        Span::new(Instant::from_unix(start), Instant::from_unix(end))
            .ok_or_else(|| Halt::broken("an empty claim"))
    };
    let occupied = Occupied {
        booking: row.booking_id.or(row.holder_id).map(BookingId::new),
        claim: span(row.starts_at, row.ends_at)?,
        used: span(row.use_starts_at, row.use_ends_at)?,
        units: u32::try_from(row.units).map_err(Halt::broken)?,
        home: None,
    };
    Ok((ResourceId::new(row.resource_id), occupied))
}
