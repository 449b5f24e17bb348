//! 一緒に使うもの: other resources that a booking holds besides its own, all or nothing.

use diesel::prelude::*;

use crate::domain::actor::Person;
use crate::domain::booking::Scene;
use crate::domain::booking::change::Claimed;
use crate::domain::booking::part::Part;
use crate::domain::booking::piece::pieces;
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, FacilityId, ResourceId, UserId};
use crate::domain::name::Name;
use crate::domain::policy::beside::obstacles;
use crate::domain::policy::case::Beside;
use crate::domain::time::{Instant, Span};
use crate::store::booking::claims::{self, NewClaim, Purpose};
use crate::store::booking::facts::AROUND;
use crate::store::booking::part_gates::wanted_by;
use crate::store::catalogue::resource as catalogue;
use crate::store::claim;
use crate::store::engine::Conn;
use crate::store::place::{self, Both};
use crate::store::schema::{
    allocation, booking, booking_part, companion, facility, institution, resource,
};
use crate::store::tx::Tx;
use crate::store::waitlist::offer;

type Row = (i64, String, Both, (i64, Both), Both);

fn part((id, slug, (ja, en), (facility, of), institution): Row) -> Part {
    Part {
        id: ResourceId::new(id),
        slug,
        name: Name { ja, en },
        facility: FacilityId::new(facility),
        place: place::of(institution, of),
    }
}

/// What can be asked for together with a resource: what its facility put beside it, while that is in service
/// and booked by time here. What is another facility's is a booking of its own then.
///
/// # Errors
/// A fault of the database.
pub fn offered(conn: &mut Conn, of: &str) -> Result<Vec<Part>, Halt> {
    let (main, other) = diesel::alias!(resource as main, resource as other);
    let owner = facility::id.eq(other.field(resource::facility_id));
    let rows: Vec<Row> = companion::table
        .inner_join(main.on(main.field(resource::id).eq(companion::resource_id)))
        .inner_join(other.on(other.field(resource::id).eq(companion::companion_id)))
        .inner_join(facility::table.on(owner))
        .inner_join(institution::table.on(institution::id.eq(facility::institution_id)))
        .filter(main.field(resource::slug).eq(of))
        .filter(other.field(resource::published).eq(true))
        .filter(other.field(resource::state).eq("in_service"))
        .filter(other.field(resource::allocation).eq("direct"))
        .filter(other.field(resource::booking_mode).ne("service_request"))
        .order(other.field(resource::id))
        .select((
            other.field(resource::id),
            other.field(resource::slug),
            (
                other.field(resource::name_ja),
                other.field(resource::name_en),
            ),
            (facility::id, (facility::name_ja, facility::name_en)),
            (institution::short_ja, institution::abbr),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(part).collect())
}

/// Those of them that a wish names.
///
/// # Errors
/// [`Halt::Absent`] if one is not offered, or a fault.
pub fn chosen(conn: &mut Conn, of: &str, named: &[String]) -> Result<Vec<Part>, Halt> {
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = offered(conn, of)?;
    found.retain(|one| named.contains(&one.slug));
    match found.len() == named.len() {
        true => Ok(found),
        false => Err(Halt::Absent),
    }
}

/// What can be used together with it, and what of that was chosen; what is not offered is left out.
///
/// # Errors
/// A fault of the database.
pub fn look(
    conn: &mut Conn,
    scene: &mut Scene,
    (wish, with): (Option<Span>, &[String]),
    (by, at): (&Person, Instant),
) -> Result<(), Halt> {
    scene.offered = offered(conn, &scene.resource.slug)?;
    let chosen = scene.offered.iter().filter(|one| with.contains(&one.slug));
    let chosen: Vec<Part> = chosen.cloned().collect();
    if let Some(span) = wish {
        let around = span.widen(AROUND, AROUND);
        scene.beside = beside(conn, &chosen, &around, (by.id, None, at))?;
        let who = (by.id, by.institution);
        wanted_by(conn, &mut scene.beside, (scene.resource.facility, who), at)?;
    }
    Ok(())
}

/// What a booking holds besides its resource.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, id: BookingId) -> Result<Vec<Part>, Halt> {
    let rows: Vec<Row> = booking_part::table
        .inner_join(resource::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(booking_part::booking_id.eq(id.number()))
        .order(resource::id)
        .select((
            resource::id,
            resource::slug,
            (resource::name_ja, resource::name_en),
            (facility::id, (facility::name_ja, facility::name_en)),
            (institution::short_ja, institution::abbr),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(part).collect())
}

/// What these bookings hold besides their resources.
///
/// # Errors
/// A fault of the database.
pub fn held_by(conn: &mut Conn, bookings: &[BookingId]) -> Result<Vec<ResourceId>, Halt> {
    let numbers: Vec<i64> = bookings.iter().map(|id| id.number()).collect();
    let ids: Vec<i64> = booking_part::table
        .filter(booking_part::booking_id.eq_any(numbers))
        .select(booking_part::resource_id)
        .load(conn)?;
    Ok(ids.into_iter().map(ResourceId::new).collect())
}

/// Each of these with the claims around a wish, as if one booking of this person took nothing.
///
/// # Errors
/// A fault of the database.
pub fn beside(
    conn: &mut Conn,
    parts: &[Part],
    around: &Span,
    (by, except, at): (UserId, Option<BookingId>, Instant),
) -> Result<Vec<Beside>, Halt> {
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ResourceId> = parts.iter().map(|part| part.id).collect();
    let mut claims = claim::homed(conn, &ids, around, Some(by))?;
    claims.retain(|(_, occupied)| except.is_none() || occupied.booking != except);
    let of_resource = |resource: Resource| Beside {
        taken: claims
            .iter()
            .filter(|(id, _)| *id == resource.id)
            .map(|(_, occupied)| *occupied)
            .collect(),
        by: None,
        resource,
    };
    let resources = catalogue::several(conn, &ids, at)?;
    Ok(resources.into_iter().map(of_resource).collect())
}

/// Keeps what a new booking takes besides.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, id: BookingId, with: &[ResourceId]) -> Result<(), Halt> {
    for one in with {
        diesel::insert_into(booking_part::table)
            .values((
                booking_part::booking_id.eq(id.number()),
                booking_part::resource_id.eq(one.number()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Claims what a booking takes besides its own resource, for the time of its use. The turns of all of them
/// must be held.
///
/// # Errors
/// One of them has no room, or a fault.
pub fn take(tx: &mut Tx<'_>, claimed: &Claimed) -> Result<(), Halt> {
    for (beside, claim) in free(tx, claimed)? {
        claims::keep_whole(tx, &besides(claimed, &beside, claim))?;
    }
    Ok(())
}

/// Keeps what a booking would take of them besides the time that it holds, until its change is decided.
///
/// # Errors
/// As [`take`].
pub fn reserve(tx: &mut Tx<'_>, wanted: &Claimed) -> Result<(), Halt> {
    for (beside, claim) in free(tx, wanted)? {
        let part = Claimed {
            resource: beside.resource.id,
            claim,
            units: 1,
            ..*wanted
        };
        let held = held(tx, wanted.booking, part.resource)?;
        claims::reserve(tx, &part, &pieces((&held.unwrap_or(claim), 1), &part))?;
    }
    Ok(())
}

/// Each of them with what the use takes of it, buffers of the day's rule included.
///
/// # Errors
/// One of them has no room, or a fault.
fn free(tx: &mut Tx<'_>, claimed: &Claimed) -> Result<Vec<(Beside, Span)>, Halt> {
    let (id, at) = (claimed.booking, tx.at());
    let parts = of(tx, id)?;
    take_up(tx, claimed, &parts)?;
    // nobody's offers stand in the way of what is theirs already
    let nobody = UserId::new(0);
    let around = claimed.claim.widen(DAY, DAY);
    let all = beside(tx, &parts, &around, (nobody, Some(id), at))?;
    let refusals: Vec<_> = all
        .iter()
        .flat_map(|one| obstacles(one, &claimed.used, at))
        .collect();
    if !refusals.is_empty() {
        return Err(Halt::Refused(refusals));
    }
    let day = claimed.used.start().day();
    let with_claim = |one: Beside| {
        let claim = one.resource.on(day).parameters.claim(&claimed.used);
        (one, claim)
    };
    Ok(all.into_iter().map(with_claim).collect())
}

/// What is kept of them for the applicant is theirs to take up, as of the booking's own resource.
fn take_up(tx: &mut Tx<'_>, claimed: &Claimed, parts: &[Part]) -> Result<(), Halt> {
    if parts.is_empty() {
        return Ok(());
    }
    let by: i64 = booking::table
        .find(claimed.booking.number())
        .select(booking::user_id)
        .first(&mut **tx)?;
    for part in parts {
        offer::take_up(tx, UserId::new(by), (part.id, &[claimed.claim]))?;
    }
    Ok(())
}

/// Minutes of one day: buffers reach no further.
const DAY: i64 = 24 * 60;

fn besides(claimed: &Claimed, beside: &Beside, claim: Span) -> NewClaim {
    NewClaim {
        resource: beside.resource.id,
        booking: None,
        holder: Some(claimed.booking),
        offer: None,
        outage: None,
        claim,
        used: claimed.used,
        units: 1,
        purpose: Purpose::Component,
        note: String::new(),
    }
}

/// What a booking holds of one of them.
fn held(conn: &mut Conn, id: BookingId, of: ResourceId) -> Result<Option<Span>, Halt> {
    let found: Option<(i64, i64)> = allocation::table
        .filter(allocation::holder_id.eq(id.number()))
        .filter(allocation::resource_id.eq(of.number()))
        .filter(allocation::purpose.eq(Purpose::Component.code()))
        .select((allocation::starts_at, allocation::ends_at))
        .first(conn)
        .optional()?;
    let at = Instant::from_unix;
    Ok(found.and_then(|(start, end)| Span::new(at(start), at(end))))
}
