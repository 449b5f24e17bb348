//! Time that is kept for somebody, and its claim.

use diesel::prelude::*;

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{BookingId, OfferId, ResourceId, UserId, WaitId};
use crate::domain::letter::Recipient;
use crate::domain::policy::case::Occupied;
use crate::domain::time::{Instant, Span};
use crate::domain::waitlist::{Cause, Offer};
use crate::store::booking::claims::{self, NewClaim, Purpose};
use crate::store::booking::people::recipient;
use crate::store::engine::Conn;
use crate::store::need;
use crate::store::schema::{allocation, slot_offer, user};
use crate::store::tx::Tx;
use crate::store::waitlist::{Place, mark};

/// Where what was kept went.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Fate {
    Taken,
    Declined,
    Lapsed,
    /// The resource stands still then: whoever waited for it waits on.
    Stopped,
}

impl Fate {
    const fn code(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Declined => "declined",
            Self::Lapsed | Self::Stopped => "lapsed",
        }
    }

    /// Where it leaves who waited.
    const fn place(self) -> Place {
        match self {
            Self::Taken => Place::Served,
            Self::Declined => Place::Left,
            Self::Lapsed => Place::Lapsed,
            Self::Stopped => Place::Waiting,
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = slot_offer)]
struct Row {
    id: i64,
    resource_id: i64,
    user_id: i64,
    entry_id: Option<i64>,
    booking_id: Option<i64>,
    starts_at: i64,
    ends_at: i64,
    units: i64,
    made_at: i64,
    until_at: i64,
}

const OPEN: &str = "open";

fn read(row: &Row) -> Result<Offer, Halt> {
    let unreadable = || Halt::broken("what is kept for somebody can't be read");
    let at = Instant::from_unix;
    let entry = row.entry_id.map(WaitId::new).map(Cause::Line);
    let called_off = row.booking_id.map(BookingId::new).map(Cause::CalledOff);
    Ok(Offer {
        id: OfferId::new(row.id),
        resource: ResourceId::new(row.resource_id),
        user: UserId::new(row.user_id),
        cause: entry.or(called_off).ok_or_else(unreadable)?,
        span: Span::new(at(row.starts_at), at(row.ends_at)).ok_or_else(unreadable)?,
        units: u32::try_from(row.units).map_err(|_| unreadable())?,
        made_at: at(row.made_at),
        until: at(row.until_at),
    })
}

/// Keeps a time for somebody, who waits no more while it is kept. The turn of the resource must be held.
///
/// # Errors
/// A fault; the guard of the database asks for another try if it is taken after all.
pub fn insert(tx: &mut Tx<'_>, offer: &Offer, takes: &Occupied) -> Result<(), Halt> {
    let (entry, booking) = match offer.cause {
        Cause::Line(id) => (Some(id.number()), None),
        Cause::CalledOff(id) => (None, Some(id.number())),
    };
    diesel::insert_into(slot_offer::table)
        .values((
            slot_offer::id.eq(offer.id.number()),
            slot_offer::resource_id.eq(offer.resource.number()),
            slot_offer::user_id.eq(offer.user.number()),
            slot_offer::entry_id.eq(entry),
            slot_offer::booking_id.eq(booking),
            slot_offer::starts_at.eq(offer.span.start().unix()),
            slot_offer::ends_at.eq(offer.span.end().unix()),
            slot_offer::units.eq(i64::from(offer.units)),
            slot_offer::made_at.eq(offer.made_at.unix()),
            slot_offer::until_at.eq(offer.until.unix()),
            slot_offer::state.eq(OPEN),
        ))
        .execute(&mut **tx)?;
    let claim = NewClaim {
        resource: offer.resource,
        booking: None,
        holder: None,
        offer: Some(offer.id),
        outage: None,
        claim: takes.claim,
        used: takes.used,
        units: takes.units,
        purpose: Purpose::Offer,
        note: String::new(),
    };
    claims::keep_whole(tx, &claim)?;
    match offer.cause {
        Cause::Line(entry) => mark(tx, entry, Place::Waiting, Place::Offered),
        Cause::CalledOff(_) => Ok(()),
    }
}

/// What is kept for somebody now, by start.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, id: UserId) -> Result<Vec<Offer>, Halt> {
    let rows: Vec<Row> = slot_offer::table
        .filter(slot_offer::user_id.eq(id.number()))
        .filter(slot_offer::state.eq(OPEN))
        .order((slot_offer::starts_at, slot_offer::id))
        .select(Row::as_select())
        .load(conn)?;
    rows.iter().map(read).collect()
}

/// The times of use of a resource that are kept for somebody now.
///
/// # Errors
/// A fault of the database.
pub fn kept(conn: &mut Conn, by: UserId, of: ResourceId) -> Result<Vec<Span>, Halt> {
    let mine = of_person(conn, by)?.into_iter();
    let here = mine.filter(|offer| offer.resource == of);
    Ok(here.map(|offer| offer.span).collect())
}

/// What is kept, with the person it is kept for.
///
/// # Errors
/// [`Halt::Absent`] where it is kept no longer, or a fault.
pub fn standing(conn: &mut Conn, id: OfferId) -> Result<(Offer, Recipient), Halt> {
    let (row, person): (Row, (i64, String, String, String)) = slot_offer::table
        .inner_join(user::table)
        .filter(slot_offer::id.eq(id.number()))
        .filter(slot_offer::state.eq(OPEN))
        .select((
            Row::as_select(),
            (user::id, user::name, user::email, user::language),
        ))
        .first(conn)?;
    Ok((read(&row)?, recipient(person)))
}

/// What is kept no longer than now: lapsed, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn due(conn: &mut Conn, at: Instant, most: i64) -> Result<Vec<OfferId>, Halt> {
    let ids: Vec<i64> = slot_offer::table
        .filter(slot_offer::state.eq(OPEN))
        .filter(slot_offer::until_at.le(at.unix()))
        .order((slot_offer::until_at, slot_offer::id))
        .select(slot_offer::id)
        .limit(most)
        .load(conn)?;
    Ok(ids.into_iter().map(OfferId::new).collect())
}

/// Ends what was kept: its claim is free, and whoever waited waits no more.
///
/// # Errors
/// A fault; another try if it ended in between.
pub fn end(tx: &mut Tx<'_>, offer: &Offer, fate: Fate) -> Result<(), Halt> {
    let at = tx.at().unix();
    let standing = slot_offer::table
        .filter(slot_offer::id.eq(offer.id.number()))
        .filter(slot_offer::state.eq(OPEN));
    let changed = diesel::update(standing)
        .set((
            slot_offer::state.eq(fate.code()),
            slot_offer::closed_at.eq(Some(at)),
        ))
        .execute(&mut **tx)?;
    if changed != 1 {
        return Err(Halt::Fault(Fault::Again));
    }
    let kept = allocation::table.filter(allocation::offer_id.eq(offer.id.number()));
    diesel::delete(kept).execute(&mut **tx)?;
    tx.freed(offer.resource);
    match offer.cause {
        Cause::Line(entry) => mark(tx, entry, Place::Offered, fate.place()),
        Cause::CalledOff(_) => Ok(()),
    }
}

/// Whoever asks for time that is kept for them takes it up: what is left of it is free. To them it was no
/// obstacle, so whatever of it these claims meet must go: washing, and components that both take. The turn of
/// the resource must be held.
///
/// # Errors
/// A fault of the database.
pub fn take_up(
    tx: &mut Tx<'_>,
    by: UserId,
    (resource, claims): (ResourceId, &[Span]),
) -> Result<(), Halt> {
    let mine = of_person(tx, by)?;
    if mine.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = mine.iter().map(|offer| offer.id.number()).collect();
    let needs = need::of(tx, &[resource])?;
    let needed = needs.iter().map(|need| need.needed.number());
    let on: Vec<i64> = std::iter::once(resource.number()).chain(needed).collect();
    let kept: Vec<(Option<i64>, i64, i64)> = allocation::table
        .filter(allocation::offer_id.eq_any(ids))
        .filter(allocation::resource_id.eq_any(on))
        .select((
            allocation::offer_id,
            allocation::starts_at,
            allocation::ends_at,
        ))
        .load(&mut **tx)?;
    let met = |from: i64, until: i64| {
        let meets = |claim: &Span| claim.start().unix() < until && from < claim.end().unix();
        claims.iter().any(meets)
    };
    for offer in mine {
        let own = |id: Option<i64>| id == Some(offer.id.number());
        if kept
            .iter()
            .any(|&(id, from, until)| own(id) && met(from, until))
        {
            end(tx, &offer, Fate::Taken)?;
        }
    }
    Ok(())
}
