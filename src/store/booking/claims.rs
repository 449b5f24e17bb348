//! Writing claims of time: of a booking's own resource, and of whatever its use takes besides.

use diesel::prelude::*;

use crate::domain::booking::change::Claimed;
use crate::domain::booking::piece::Piece;
use crate::domain::catalogue::LONGEST_CLAIM_MINUTES;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, OfferId, OutageId, ResourceId};
use crate::domain::policy::case::Occupied;
use crate::domain::policy::need::Need;
use crate::domain::time::{Instant, Span};
use crate::secret::chance;
use crate::store::engine::Conn;
use crate::store::need;
use crate::store::schema::allocation;
use crate::store::tx::Tx;

/// What a claim is for.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Purpose {
    /// The use of the resource itself.
    Use,
    /// A component that the use takes too.
    Component,
    /// 立会者
    Attendant,
    /// The time that a booking would move to.
    Move,
    /// 保守・故障
    Outage,
    /// 空き待ち: time kept for the first in line.
    Offer,
}

impl Purpose {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Use => "use",
            Self::Component => "component",
            Self::Attendant => "attendant",
            Self::Move => "move",
            Self::Outage => "outage",
            Self::Offer => "offer",
        }
    }
}

/// A claim to be kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewClaim {
    pub resource: ResourceId,
    /// The booking whose own resource it is.
    pub booking: Option<BookingId>,
    /// The booking that takes it besides.
    pub holder: Option<BookingId>,
    /// What it is kept for somebody by.
    pub offer: Option<OfferId>,
    /// The outage that it is.
    pub outage: Option<OutageId>,
    /// Buffers included.
    pub claim: Span,
    pub used: Span,
    pub units: u32,
    pub purpose: Purpose,
    pub note: String,
}

/// Claims the time of a booking, and the components that its resource takes with it. The turns of
/// all of them must be held.
///
/// # Errors
/// A fault; the guard of the database asks for another try if something is taken after all.
pub fn take(tx: &mut Tx<'_>, claimed: &Claimed) -> Result<(), Halt> {
    let own = NewClaim {
        resource: claimed.resource,
        booking: Some(claimed.booking),
        holder: None,
        offer: None,
        outage: None,
        claim: claimed.claim,
        used: claimed.used,
        units: claimed.units,
        purpose: Purpose::Use,
        note: String::new(),
    };
    keep_whole(tx, &own)
}

/// Keeps a claim on a resource, and those on the components that it takes with it.
///
/// # Errors
/// As [`take`].
pub fn keep_whole(tx: &mut Tx<'_>, own: &NewClaim) -> Result<(), Halt> {
    keep(tx, own)?;
    for need in need::of(tx, &[own.resource])? {
        let component = NewClaim {
            resource: need.needed,
            booking: None,
            holder: own.booking.or(own.holder),
            units: need.units,
            purpose: Purpose::Component,
            ..own.clone()
        };
        has_room(tx, &need, &own.claim)?;
        keep(tx, &component)?;
    }
    Ok(())
}

/// Refuses where a component has too little left: what is taken in the same deed may take it too, and a line
/// that is judged as a whole sees only the resource's own units.
fn has_room(tx: &mut Tx<'_>, need: &Need, during: &Span) -> Result<(), Halt> {
    let rows: Vec<(i64, i64, i64)> = allocation::table
        .filter(allocation::resource_id.eq(need.needed.number()))
        .filter(allocation::starts_at.gt(during.start().unix() - LONGEST_CLAIM_MINUTES * 60))
        .filter(allocation::starts_at.lt(during.end().unix()))
        .filter(allocation::ends_at.gt(during.start().unix()))
        .select((
            allocation::starts_at,
            allocation::ends_at,
            allocation::units,
        ))
        .load(&mut **tx)?;
    let occupied = |(start, end, units)| {
        let claim = Span::new(Instant::from_unix(start), Instant::from_unix(end))?;
        Some(Occupied {
            booking: None,
            claim,
            used: claim,
            units: u32::try_from(units).unwrap_or(u32::MAX),
            home: None,
        })
    };
    let taken: Vec<Occupied> = rows.into_iter().filter_map(occupied).collect();
    need.fits(&taken, during).map_err(Halt::because)
}

/// Keeps one claim.
///
/// # Errors
/// As [`take`].
pub fn keep(tx: &mut Tx<'_>, new: &NewClaim) -> Result<(), Halt> {
    let id = chance::id(tx.at());
    diesel::insert_into(allocation::table)
        .values((
            allocation::id.eq(id),
            allocation::resource_id.eq(new.resource.number()),
            allocation::booking_id.eq(new.booking.map(BookingId::number)),
            allocation::holder_id.eq(new.holder.map(BookingId::number)),
            allocation::offer_id.eq(new.offer.map(OfferId::number)),
            allocation::outage_id.eq(new.outage.map(OutageId::number)),
            allocation::starts_at.eq(new.claim.start().unix()),
            allocation::ends_at.eq(new.claim.end().unix()),
            allocation::use_starts_at.eq(new.used.start().unix()),
            allocation::use_ends_at.eq(new.used.end().unix()),
            allocation::units.eq(i64::from(new.units)),
            allocation::purpose.eq(new.purpose.code()),
            allocation::note.eq(&new.note),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What a booking takes of its own resource, buffers included.
///
/// # Errors
/// [`Halt::Absent`] if it holds nothing, or a fault.
pub fn held(conn: &mut Conn, id: BookingId) -> Result<Span, Halt> {
    let (starts, ends): (i64, i64) = allocation::table
        .filter(allocation::booking_id.eq(id.number()))
        .select((allocation::starts_at, allocation::ends_at))
        .first(conn)?;
    let at = Instant::from_unix;
    Span::new(at(starts), at(ends)).ok_or_else(|| Halt::broken("an empty claim"))
}

/// Keeps what a booking would take besides the time that it holds, until its change is decided.
///
/// # Errors
/// As [`take`].
pub fn reserve(tx: &mut Tx<'_>, wanted: &Claimed, more: &[Piece]) -> Result<(), Halt> {
    let needs = need::of(tx, &[wanted.resource])?;
    for piece in more {
        let own = NewClaim {
            resource: wanted.resource,
            booking: None,
            holder: Some(wanted.booking),
            offer: None,
            outage: None,
            claim: piece.claim,
            used: piece.claim,
            units: piece.units,
            purpose: Purpose::Move,
            note: String::new(),
        };
        keep(tx, &own)?;
        for need in needs.iter().filter(|_| piece.is_new) {
            let component = NewClaim {
                resource: need.needed,
                units: need.units,
                ..own.clone()
            };
            has_room(tx, need, &piece.claim)?;
            keep(tx, &component)?;
        }
    }
    Ok(())
}

/// Frees what was kept for a change.
///
/// # Errors
/// A fault of the database.
pub fn free_moves(tx: &mut Tx<'_>, id: BookingId) -> Result<(), Halt> {
    let kept = allocation::table
        .filter(allocation::holder_id.eq(id.number()))
        .filter(allocation::purpose.eq(Purpose::Move.code()));
    let on: Vec<i64> = kept.select(allocation::resource_id).load(&mut **tx)?;
    freed(tx, &on);
    diesel::delete(kept).execute(&mut **tx)?;
    Ok(())
}

/// Frees everything that a booking holds.
///
/// # Errors
/// A fault of the database.
pub fn free(tx: &mut Tx<'_>, id: BookingId) -> Result<(), Halt> {
    let mine = allocation::table.filter(
        allocation::booking_id
            .eq(id.number())
            .or(allocation::holder_id.eq(id.number())),
    );
    let on: Vec<i64> = mine.select(allocation::resource_id).load(&mut **tx)?;
    freed(tx, &on);
    diesel::delete(mine).execute(&mut **tx)?;
    Ok(())
}

/// Whoever waits for these is served when the deed is done.
fn freed(tx: &mut Tx<'_>, resources: &[i64]) {
    for id in resources {
        tx.freed(ResourceId::new(*id));
    }
}
