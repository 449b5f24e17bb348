//! Gathering what an outage touches: bookings by their claims, and wishes to move into it.

use diesel::prelude::*;

use crate::domain::booking::amend::Proposal;
use crate::domain::booking::{Standing, State};
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, OutageId, ResourceId};
use crate::domain::outage::change::CalledOff;
use crate::domain::outage::start::Scene;
use crate::domain::policy::case::Occupied;
use crate::domain::time::{Instant, Span};
use crate::store::booking::claims::Purpose;
use crate::store::booking::{gather, proposal, turn};
use crate::store::catalogue::resource as catalogue;
use crate::store::claim;
use crate::store::claim::reach;
use crate::store::engine::Conn;
use crate::store::outage::open;
use crate::store::schema::{allocation, booking, outage_effect};
use crate::store::tx::Tx;

/// Everything that entering or changing an outage is decided by. Each booking is judged for itself, as it
/// stands; there are as many as an instrument has in that time.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn scene(tx: &mut Tx<'_>, id: ResourceId, during: Option<Span>) -> Result<Scene, Halt> {
    turn::of(tx, id)?;
    let (bookings, moving) = match during {
        Some(span) => touched(tx, id, &span)?,
        None => (Vec::new(), Vec::new()),
    };
    let (mut standings, mut moves) = (Vec::new(), Vec::new());
    for id in bookings {
        standings.push(gather::standing(tx, id)?);
    }
    for id in moving {
        let standing = gather::standing(tx, id)?;
        moves.extend(proposal::open(tx, id)?.map(|wish| (standing, wish)));
    }
    let at = tx.at();
    let resource = catalogue::by_id(tx, id, at)?;
    with(tx, resource, standings, moves)
}

/// The same facts without any turn, for pages.
///
/// # Errors
/// As [`scene`].
pub fn view(
    conn: &mut Conn,
    resource: Resource,
    during: Option<Span>,
    at: Instant,
) -> Result<Scene, Halt> {
    let (bookings, _) = match during {
        Some(span) => touched(conn, resource.id, &span)?,
        None => (Vec::new(), Vec::new()),
    };
    let mut standings = Vec::new();
    for id in bookings {
        standings.push(gather::view(conn, id, at)?);
    }
    with(conn, resource, standings, Vec::new())
}

fn with(
    conn: &mut Conn,
    resource: Resource,
    bookings: Vec<Standing>,
    moving: Vec<(Standing, Proposal)>,
) -> Result<Scene, Halt> {
    Ok(Scene {
        others: open(conn, resource.id)?,
        bookings,
        moving,
        resource,
    })
}

/// The bookings that claim a resource during a time, and those that would move into it.
fn touched(
    conn: &mut Conn,
    id: ResourceId,
    during: &Span,
) -> Result<(Vec<BookingId>, Vec<BookingId>), Halt> {
    type Found = (Option<i64>, Option<i64>, String);
    let rows: Vec<Found> = allocation::table
        .filter(allocation::resource_id.eq(id.number()))
        .filter(allocation::starts_at.gt(reach(during)))
        .filter(allocation::starts_at.lt(during.end().unix()))
        .filter(allocation::ends_at.gt(during.start().unix()))
        .order((allocation::starts_at, allocation::id))
        .select((
            allocation::booking_id,
            allocation::holder_id,
            allocation::purpose,
        ))
        .load(conn)?;
    let (mut bookings, mut moving) = (Vec::new(), Vec::new());
    for (own, holder, purpose) in rows {
        let Some(id) = own.or(holder).map(BookingId::new) else {
            continue;
        };
        let list = match purpose == Purpose::Move.code() {
            true => &mut moving,
            false => &mut bookings,
        };
        if !list.contains(&id) {
            list.push(id);
        }
    }
    Ok((bookings, moving))
}

/// The bookings that an outage had called off, by start, and whether their applicants have asked for the
/// same resource again since.
///
/// # Errors
/// A fault of the database.
pub fn called_off(conn: &mut Conn, id: OutageId, at: Instant) -> Result<Vec<CalledOff>, Halt> {
    let ids: Vec<i64> = outage_effect::table
        .inner_join(booking::table)
        .filter(outage_effect::outage_id.eq(id.number()))
        .filter(outage_effect::effect.eq("called_off"))
        .filter(booking::starts_at.gt(at.unix()))
        .order((booking::starts_at, booking::id))
        .select(booking::id)
        .load(conn)?;
    let mut found = Vec::new();
    for id in ids {
        let standing = gather::view(conn, BookingId::new(id), at)?;
        let has_rebooked = rebooked(conn, &standing)?;
        found.push(CalledOff {
            standing,
            has_rebooked,
        });
    }
    Ok(found)
}

fn rebooked(conn: &mut Conn, standing: &Standing) -> Result<bool, Halt> {
    let alive: Vec<&str> = State::ALL
        .iter()
        .filter(|state| !state.is_given_up())
        .map(|state| state.code())
        .collect();
    let since = standing.decided.as_ref().map_or(0, |one| one.at.unix());
    let later: i64 = booking::table
        .filter(booking::resource_id.eq(standing.booking.resource.number()))
        .filter(booking::user_id.eq(standing.booking.user.number()))
        .filter(booking::created_at.ge(since))
        .filter(booking::state.eq_any(alive))
        .count()
        .get_result(conn)?;
    Ok(later > 0)
}

/// What stands on the resource of a booking that was called off, around its time.
///
/// # Errors
/// A fault of the database.
pub fn taken_around(conn: &mut Conn, one: &CalledOff) -> Result<Vec<Occupied>, Halt> {
    let booking = &one.standing.booking;
    let around = booking.span.widen(24 * 60, 24 * 60);
    let claims = claim::during(conn, &[booking.resource], &around)?.into_iter();
    Ok(claims.map(|(_, occupied)| occupied).collect())
}
