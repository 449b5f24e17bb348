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
use crate::store::waitlist::offer;

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
    offer_id: Option<i64>,
}

/// All claims on these resources that touch a span, by resource and start; and behind them what
/// their components are busy with.
///
/// # Errors
/// A fault of the database.
pub fn during(conn: &mut Conn, resources: &[ResourceId], span: &Span) -> Result<Vec<Claim>, Halt> {
    let nobody = Kept::default();
    let mut claims = on(conn, resources, span, &nobody)?;
    claims.extend(busy(conn, resources, span, (None, &nobody))?);
    Ok(claims)
}

/// The times in which a resource can't be used because a component of it is busy elsewhere.
fn busy(
    conn: &mut Conn,
    resources: &[ResourceId],
    span: &Span,
    (except, kept): (Option<BookingId>, &Kept),
) -> Result<Vec<Claim>, Halt> {
    let needs = need::of(conn, resources)?;
    if needs.is_empty() {
        return Ok(Vec::new());
    }
    let needed: Vec<ResourceId> = needs.iter().map(|need| need.needed).collect();
    let mut claims = on(conn, &needed, span, kept)?;
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

/// The claims on the resources themselves, but for what is kept for somebody.
fn on(
    conn: &mut Conn,
    resources: &[ResourceId],
    span: &Span,
    kept: &Kept,
) -> Result<Vec<Claim>, Halt> {
    let rows: Vec<Row> = allocation::table
        .filter(allocation::resource_id.eq_any(numbers(resources)))
        .filter(allocation::starts_at.gt(reach(span)))
        .filter(allocation::starts_at.lt(span.end().unix()))
        .filter(allocation::ends_at.gt(span.start().unix()))
        .order((allocation::resource_id, allocation::starts_at))
        .select(Row::as_select())
        .load(conn)?;
    rows.iter()
        .filter(|row| !kept.contains(row))
        .map(read)
        .collect()
}

/// The same claims with whose booking is behind each and where that stands, for calendars. What is kept for
/// whoever looks is free to them.
///
/// # Errors
/// A fault of the database.
pub fn shown(
    conn: &mut Conn,
    resources: &[ResourceId],
    span: &Span,
    by: Option<UserId>,
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
    let kept = kept_for(conn, by)?;
    let others = rows.into_iter().filter(|(row, ..)| !kept.contains(row));
    let own = others.map(|(row, user, home, state)| {
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
    let blocked = busy(conn, resources, span, (None, &kept))?;
    shown.extend(unseen(&shown, blocked));
    Ok(shown)
}

/// What blocks a resource through its components, but for the bookings that are shown as their own: one's
/// own booking takes the component too.
fn unseen(
    shown: &[(ResourceId, cell::Claim)],
    mut blocked: Vec<Claim>,
) -> Vec<(ResourceId, cell::Claim)> {
    blocked.retain(|(id, one)| {
        let known = |(at, claim): &(ResourceId, cell::Claim)| {
            (at, claim.occupied.booking) == (id, one.booking)
        };
        !shown.iter().any(known)
    });
    let claim = |occupied| cell::Claim {
        occupied,
        by: None,
        allocated: false,
    };
    let blocked = blocked.into_iter();
    blocked.map(|(id, one)| (id, claim(one))).collect()
}

/// The same claims with the institution that uses each, for decisions about people. What is kept for whoever
/// asks doesn't stand in their way.
///
/// # Errors
/// A fault of the database.
pub fn homed(
    conn: &mut Conn,
    resources: &[ResourceId],
    span: &Span,
    by: Option<UserId>,
) -> Result<Vec<Claim>, Halt> {
    let kept = kept_for(conn, by)?;
    let mut claims = homes(conn, resources, span, &kept)?;
    claims.extend(busy(conn, resources, span, (None, &kept))?);
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
    (except, by): (BookingId, UserId),
) -> Result<Vec<Claim>, Halt> {
    let kept = kept_for(conn, Some(by))?;
    let mut claims = homes(conn, &[resource], span, &kept)?;
    claims.retain(|(_, occupied)| occupied.booking != Some(except));
    claims.extend(busy(conn, &[resource], span, (Some(except), &kept))?);
    Ok(claims)
}

/// The claims on the resources themselves, each with the institution that uses it.
///
/// # Errors
/// A fault of the database.
pub fn own(conn: &mut Conn, resources: &[ResourceId], span: &Span) -> Result<Vec<Claim>, Halt> {
    homes(conn, resources, span, &Kept::default())
}

fn homes(
    conn: &mut Conn,
    resources: &[ResourceId],
    span: &Span,
    kept: &Kept,
) -> Result<Vec<Claim>, Halt> {
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
        .filter(|(row, _)| !kept.contains(row))
        .map(|(row, home)| of_institution(row, *home))
        .collect()
}

/// What is kept for somebody.
#[derive(Default)]
struct Kept(Vec<i64>);

impl Kept {
    fn contains(&self, row: &Row) -> bool {
        row.offer_id.is_some_and(|id| self.0.contains(&id))
    }
}

fn kept_for(conn: &mut Conn, by: Option<UserId>) -> Result<Kept, Halt> {
    let kept = match by {
        Some(by) => offer::of_person(conn, by)?,
        None => Vec::new(),
    };
    Ok(Kept(kept.iter().map(|offer| offer.id.number()).collect()))
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
pub(in crate::store) fn reach(span: &Span) -> i64 {
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
