//! Who uses what now at a facility, for a screen on its wall and for the instrument's door.

use diesel::prelude::*;

use crate::domain::booking::State;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, FacilityId, UserId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{booking, facility, resource};

/// Most resources on one board.
const BOARD_MOST: i64 = 100;
/// Most bookings on one board.
const BOOKINGS_MOST: i64 = 500;

/// What a board shows of one resource: no persons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    pub name: Name,
    pub slug: String,
    pub state: String,
    /// Bookings that go on or come within the board's time, soonest first.
    pub bookings: Vec<(Span, State)>,
}

/// A facility's name and its public resources with what is booked on them in a time.
///
/// # Errors
/// [`Halt::Absent`] if there is no such facility, or a fault.
pub fn board(
    conn: &mut Conn,
    slug: &str,
    during: &Span,
) -> Result<(FacilityId, Name, Vec<Shown>), Halt> {
    let (id, ja, en): (i64, String, String) = facility::table
        .filter(facility::slug.eq(slug))
        .select((facility::id, facility::name_ja, facility::name_en))
        .first(conn)?;
    let rows: Vec<(i64, String, String, String, String)> = resource::table
        .filter(resource::facility_id.eq(id))
        .filter(resource::part.eq("shared"))
        .order(resource::id)
        .select((
            resource::id,
            resource::name_ja,
            resource::name_en,
            resource::slug,
            resource::state,
        ))
        .limit(BOARD_MOST)
        .load(conn)?;
    let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
    let booked = booked(conn, &ids, during)?;
    let shown = rows
        .into_iter()
        .map(|(id, name_ja, name_en, slug, state)| Shown {
            name: Name {
                ja: name_ja,
                en: name_en,
            },
            slug,
            state,
            bookings: booked
                .iter()
                .filter(|(of, ..)| *of == id)
                .map(|(_, span, state)| (*span, *state))
                .collect(),
        })
        .collect();
    Ok((FacilityId::new(id), Name { ja, en }, shown))
}

/// What is booked on these resources in a time, and what goes on though its time is over.
fn booked(conn: &mut Conn, ids: &[i64], during: &Span) -> Result<Vec<(i64, Span, State)>, Halt> {
    let goes_on = booking::state.eq(State::InUse.code());
    let rows: Vec<(i64, i64, i64, String)> = booking::table
        .filter(booking::resource_id.eq_any(ids))
        .filter(booking::state.eq_any([State::Confirmed, State::InUse].map(State::code)))
        .filter(booking::starts_at.lt(during.end().unix()))
        .filter(booking::ends_at.gt(during.start().unix()).or(goes_on))
        .order((booking::starts_at, booking::id))
        .select((
            booking::resource_id,
            booking::starts_at,
            booking::ends_at,
            booking::state,
        ))
        .limit(BOOKINGS_MOST)
        .load(conn)?;
    let read = |(id, from, until, state): (i64, i64, i64, String)| {
        let span = Span::new(Instant::from_unix(from), Instant::from_unix(until))?;
        Some((id, span, State::from_code(&state)?))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Somebody's booking of a resource that goes on now, or begins or ended within so many minutes.
///
/// # Errors
/// A fault of the database.
pub fn at_the_door(
    conn: &mut Conn,
    slug: &str,
    by: UserId,
    around: &Span,
) -> Result<Option<BookingId>, Halt> {
    let states = [State::InUse, State::Confirmed, State::Used].map(State::code);
    let id: Option<i64> = booking::table
        .inner_join(resource::table)
        .filter(resource::slug.eq(slug))
        .filter(booking::user_id.eq(by.number()))
        .filter(booking::state.eq_any(states))
        .filter(booking::starts_at.le(around.end().unix()))
        .filter(booking::ends_at.ge(around.start().unix()))
        .order((booking::starts_at, booking::id))
        .select(booking::id)
        .first(conn)
        .optional()?;
    Ok(id.map(BookingId::new))
}

/// The facilities whose names are asked for, with their addresses.
///
/// # Errors
/// A fault of the database.
pub fn boards(conn: &mut Conn, ids: &[FacilityId]) -> Result<Vec<(String, Name)>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<(String, String, String)> = facility::table
        .filter(facility::id.eq_any(numbers))
        .order(facility::id)
        .select((facility::slug, facility::name_ja, facility::name_en))
        .load(conn)?;
    let named = |(slug, ja, en)| (slug, Name { ja, en });
    Ok(rows.into_iter().map(named).collect())
}
