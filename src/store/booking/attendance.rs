//! Who attends a booking: the claims on attendants' calendars that bookings hold.

use diesel::prelude::*;

use crate::domain::attendant::{Attendant, Attending, choose, is_needed, nobody};
use crate::domain::availability::subtract;
use crate::domain::booking::State;
use crate::domain::booking::change::Claimed;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::name::Name;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::store::attendant;
use crate::store::booking::claims::{self, NewClaim, Purpose};
use crate::store::booking::contest;
use crate::store::booking::people::recipient;
use crate::store::catalogue::resource as catalogue;
use crate::store::engine::Conn;
use crate::store::schema::{allocation, attendant as attendant_row, booking, resource, user};
use crate::store::tx::Tx;

/// What a booking was found to need of attendants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// Nobody must attend it.
    NotNeeded,
    Somebody(ResourceId),
    /// Somebody must, and nobody can: those who were asked.
    Nobody(Vec<Attendant>),
}

impl Found {
    /// Somebody attends, or nobody must.
    ///
    /// # Errors
    /// Nobody can.
    pub fn demanded(self) -> Result<(), Halt> {
        match self {
            Self::NotNeeded | Self::Somebody(_) => Ok(()),
            Self::Nobody(all) => Err(Halt::because(nobody(&all))),
        }
    }
}

/// Who attends a booking now.
///
/// # Errors
/// A fault of the database.
pub fn present(conn: &mut Conn, id: BookingId) -> Result<Option<ResourceId>, Halt> {
    let found: Option<i64> = allocation::table
        .filter(allocation::holder_id.eq(id.number()))
        .filter(allocation::purpose.eq(Purpose::Attendant.code()))
        .select(allocation::resource_id)
        .first(conn)
        .optional()?;
    Ok(found.map(ResourceId::new))
}

/// The same with their name and account.
///
/// # Errors
/// A fault of the database.
pub fn of_booking(conn: &mut Conn, id: BookingId) -> Result<Option<Attending>, Halt> {
    Ok(of_bookings(conn, &[id])?.pop().map(|(_, one)| one))
}

/// Who attends each of these bookings; those that nobody attends are none of them.
///
/// # Errors
/// A fault of the database.
pub fn of_bookings(
    conn: &mut Conn,
    ids: &[BookingId],
) -> Result<Vec<(BookingId, Attending)>, Halt> {
    type Row = (
        Option<i64>,
        (i64, String, String),
        Option<(i64, String, String, String)>,
    );
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = allocation::table
        .inner_join(resource::table.on(resource::id.eq(allocation::resource_id)))
        .inner_join(attendant_row::table.on(attendant_row::id.eq(allocation::resource_id)))
        .left_join(user::table.on(attendant_row::user_id.eq(user::id.nullable())))
        .filter(allocation::holder_id.eq_any(numbers))
        .filter(allocation::purpose.eq(Purpose::Attendant.code()))
        .order((allocation::holder_id, allocation::starts_at))
        .select((
            allocation::holder_id,
            (resource::id, resource::name_ja, resource::name_en),
            (user::id, user::name, user::email, user::language).nullable(),
        ))
        .load(conn)?;
    let read = |(holder, (id, ja, en), account): Row| {
        let attending = Attending {
            id: ResourceId::new(id),
            name: Name { ja, en },
            account: account.map(recipient),
        };
        holder.map(|booking| (BookingId::new(booking), attending))
    };
    let mut found: Vec<(BookingId, Attending)> = rows.into_iter().filter_map(read).collect();
    found.dedup_by_key(|(booking, _)| *booking);
    Ok(found)
}

/// Makes the attendants' calendars agree with a booking as it stands now: somebody attends if its way of use
/// asks for it, whoever did `before` if they can; nobody if not. The turns of all of them must be held.
///
/// # Errors
/// A fault of the database.
pub fn settle(tx: &mut Tx<'_>, id: BookingId, before: Option<ResourceId>) -> Result<Found, Halt> {
    free(tx, id)?;
    let (resource, start, end, support, state): (i64, i64, i64, String, String) = booking::table
        .find(id.number())
        .select((
            booking::resource_id,
            booking::starts_at,
            booking::ends_at,
            booking::support_mode,
            booking::state,
        ))
        .first(&mut **tx)?;
    let span = Span::new(Instant::from_unix(start), Instant::from_unix(end));
    let used = span.ok_or_else(|| Halt::broken("an empty booking"))?;
    let support = SupportMode::from_code(&support);
    let holds = State::from_code(&state).is_some_and(State::holds_time);
    if !holds || support.is_none_or(|mode| mode == SupportMode::SelfOperation) {
        return Ok(Found::NotNeeded);
    }
    let (at, resource) = (tx.at(), ResourceId::new(resource));
    let known = catalogue::by_id(tx, resource, at)?;
    let asks = is_needed(known.on(used.start().day()).terms, support);
    if !asks || contest::is_wanted(tx, id)? {
        // what competes takes nobody's time until it is chosen
        return Ok(Found::NotNeeded);
    }
    let all = of(tx, (resource, &used), None, at)?;
    match choose(&all, &used, before) {
        None => Ok(Found::Nobody(all)),
        Some(chosen) => {
            give(tx, id, (chosen, &used))?;
            Ok(Found::Somebody(chosen.id))
        }
    }
}

/// Gives a booking this attendant, in place of whoever attends it now.
///
/// # Errors
/// A fault; the guard of the database asks for another try if their time is taken after all.
pub fn give(
    tx: &mut Tx<'_>,
    id: BookingId,
    (attendant, used): (&Attendant, &Span),
) -> Result<(), Halt> {
    free(tx, id)?;
    for span in attendant.shift(used).unwrap_or_default() {
        keep(tx, (attendant.id, id), span, Purpose::Attendant)?;
    }
    Ok(())
}

/// Keeps somebody for the time that a booking would move to, besides the time that it holds; whoever
/// attends it now if they can.
///
/// # Errors
/// Nobody can, or a fault of the database.
pub fn reserve(
    tx: &mut Tx<'_>,
    wanted: &Claimed,
    support: Option<SupportMode>,
) -> Result<(), Halt> {
    let at = tx.at();
    let known = catalogue::by_id(tx, wanted.resource, at)?;
    if !is_needed(known.on(wanted.used.start().day()).terms, support) {
        return Ok(());
    }
    let id = wanted.booking;
    let before = present(tx, id)?;
    let all = of(tx, (wanted.resource, &wanted.used), Some(id), at)?;
    let Some(chosen) = choose(&all, &wanted.used, before) else {
        return Err(Halt::because(nobody(&all)));
    };
    let held: Vec<Span> = match before == Some(chosen.id) {
        true => spans(tx, id)?,
        false => Vec::new(),
    };
    let wanted = chosen.shift(&wanted.used).unwrap_or_default();
    for span in subtract(&wanted, &held) {
        keep(tx, (chosen.id, id), span, Purpose::Move)?;
    }
    Ok(())
}

/// What a use that ended early still takes of whoever attends it.
///
/// # Errors
/// A fault of the database.
pub fn trim(
    tx: &mut Tx<'_>,
    (id, before): (BookingId, Option<ResourceId>),
    held: &[Span],
    used: &Span,
) -> Result<(), Halt> {
    let Some(attendant) = before else {
        return Ok(());
    };
    for span in held.iter().filter_map(|one| one.intersect(used)) {
        keep(tx, (attendant, id), span, Purpose::Attendant)?;
    }
    Ok(())
}

/// The times at which somebody attends a booking.
///
/// # Errors
/// A fault of the database.
pub fn spans(conn: &mut Conn, id: BookingId) -> Result<Vec<Span>, Halt> {
    let rows: Vec<(i64, i64)> = allocation::table
        .filter(allocation::holder_id.eq(id.number()))
        .filter(allocation::purpose.eq(Purpose::Attendant.code()))
        .order(allocation::starts_at)
        .select((allocation::starts_at, allocation::ends_at))
        .load(conn)?;
    let at = Instant::from_unix;
    Ok(rows
        .into_iter()
        .filter_map(|(start, end)| Span::new(at(start), at(end)))
        .collect())
}

/// Those who attend a resource, with what they are busy with around a use but for one booking.
///
/// # Errors
/// A fault of the database.
pub fn of(
    conn: &mut Conn,
    (resource, used): (ResourceId, &Span),
    except: Option<BookingId>,
    at: Instant,
) -> Result<Vec<Attendant>, Halt> {
    let around = used.widen(AROUND, AROUND);
    let all = attendant::of(conn, &[resource], (&around, except), at)?;
    Ok(all.into_iter().map(|(_, one)| one).collect())
}

/// How far around a use their work is counted, in minutes: the month around it.
const AROUND: i64 = 15 * 24 * 60;

fn free(tx: &mut Tx<'_>, id: BookingId) -> Result<(), Halt> {
    diesel::delete(
        allocation::table
            .filter(allocation::holder_id.eq(id.number()))
            .filter(allocation::purpose.eq(Purpose::Attendant.code())),
    )
    .execute(&mut **tx)?;
    Ok(())
}

fn keep(
    tx: &mut Tx<'_>,
    (attendant, booking): (ResourceId, BookingId),
    span: Span,
    purpose: Purpose,
) -> Result<(), Halt> {
    let claim = NewClaim {
        resource: attendant,
        booking: None,
        holder: Some(booking),
        offer: None,
        outage: None,
        claim: span,
        used: span,
        units: 1,
        purpose,
        note: String::new(),
    };
    claims::keep(tx, &claim)
}
