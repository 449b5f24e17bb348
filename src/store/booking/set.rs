//! 一組の予約: the other bookings that were asked for with one, of other facilities.

use diesel::prelude::*;

use crate::domain::booking::{Fellow, State};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::store::booking::bundle::Bundle;
use crate::store::engine::Conn;
use crate::store::place::{self, Both};
use crate::store::schema::{booking, bundle, facility, institution, resource};

type Row = ((i64, i64, i64, String), (i64, String, Both), (Both, Both));

/// The other bookings of the set that a booking belongs to, in order; none where it stands alone.
///
/// # Errors
/// A fault of the database.
pub fn fellows(conn: &mut Conn, id: BookingId) -> Result<Vec<Fellow>, Halt> {
    let bundle_of: Option<i64> = booking::table
        .find(id.number())
        .select(booking::bundle_id)
        .first(conn)?;
    let Some(bundle_of) = bundle_of else {
        return Ok(Vec::new());
    };
    let set = booking::bundle_id.eq(bundle::id.nullable());
    let rows: Vec<Row> = booking::table
        .inner_join(bundle::table.on(set))
        .inner_join(resource::table.inner_join(facility::table.inner_join(institution::table)))
        .filter(bundle::id.eq(bundle_of))
        .filter(bundle::kind.eq(Bundle::Set.code()))
        .filter(booking::id.ne(id.number()))
        .order(booking::place)
        .select((
            (
                booking::id,
                booking::starts_at,
                booking::ends_at,
                booking::state,
            ),
            (
                resource::id,
                resource::slug,
                (resource::name_ja, resource::name_en),
            ),
            (
                (institution::short_ja, institution::abbr),
                (facility::name_ja, facility::name_en),
            ),
        ))
        .load(conn)?;
    let all: Option<Vec<Fellow>> = rows.into_iter().map(read).collect();
    all.ok_or_else(|| Halt::broken("a booking of a set can't be read"))
}

fn read(((id, start, end, state), (resource, slug, (ja, en)), (short, of)): Row) -> Option<Fellow> {
    let at = Instant::from_unix;
    Some(Fellow {
        id: BookingId::new(id),
        resource: ResourceId::new(resource),
        slug,
        name: Name { ja, en },
        place: place::of(short, of),
        span: Span::new(at(start), at(end))?,
        state: State::from_code(&state)?,
    })
}
