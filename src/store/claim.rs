//! Claims of time: what occupies a resource, for decisions and for calendars.

use diesel::prelude::*;

use crate::domain::catalogue::LONGEST_CLAIM_MINUTES;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::policy::Occupied;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::allocation;

/// Id of the resource and its claim.
pub type Claim = (ResourceId, Occupied);

/// All claims on these resources that touch a span, by resource and start.
///
/// # Errors
/// A fault of the database.
pub fn during(conn: &mut Conn, resources: &[ResourceId], span: &Span) -> Result<Vec<Claim>, Halt> {
    let numbers: Vec<i64> = resources.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, Option<i64>, i64, i64, i64, i64, i64)> = allocation::table
        .filter(allocation::resource_id.eq_any(numbers))
        .filter(allocation::starts_at.gt(span.start().unix() - LONGEST_CLAIM_MINUTES * 60))
        .filter(allocation::starts_at.lt(span.end().unix()))
        .filter(allocation::ends_at.gt(span.start().unix()))
        .order((allocation::resource_id, allocation::starts_at))
        .select((
            allocation::resource_id,
            allocation::booking_id,
            allocation::starts_at,
            allocation::ends_at,
            allocation::use_starts_at,
            allocation::use_ends_at,
            allocation::units,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(
            |(resource, booking, start, end, use_start, use_end, units)| {
                let span = |start, end| {
                    Span::new(Instant::from_unix(start), Instant::from_unix(end))
                        .ok_or_else(|| Halt::broken("an empty claim"))
                };
                let occupied = Occupied {
                    booking: booking.map(BookingId::new),
                    claim: span(start, end)?,
                    used: span(use_start, use_end)?,
                    units: u32::try_from(units).map_err(Halt::broken)?,
                };
                Ok((ResourceId::new(resource), occupied))
            },
        )
        .collect()
}
