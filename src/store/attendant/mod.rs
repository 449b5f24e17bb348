//! 立会者: who attends which resources, with what they are busy with.

pub mod gather;
pub mod list;
pub mod write;

use diesel::prelude::*;

use crate::domain::attendant::Attendant;
use crate::domain::catalogue::State;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::time::{Instant, Span};
use crate::store::booking::people::recipient;
use crate::store::catalogue::resource as catalogue;
use crate::store::claim::reach;
use crate::store::engine::Conn;
use crate::store::schema::{allocation, attendant, attendant_of, resource, user};

/// Who attends these resources, by resource and then by attendant, with what they are busy with around a
/// time, but for one booking; those who left are none of them.
///
/// # Errors
/// A fault of the database.
pub fn of(
    conn: &mut Conn,
    resources: &[ResourceId],
    (around, except): (&Span, Option<BookingId>),
    at: Instant,
) -> Result<Vec<(ResourceId, Attendant)>, Halt> {
    let numbers: Vec<i64> = resources.iter().map(|id| id.number()).collect();
    type Row = (i64, i64, Option<(i64, String, String, String)>);
    let rows: Vec<Row> = attendant_of::table
        .inner_join(
            attendant::table
                .inner_join(resource::table)
                .left_join(user::table),
        )
        .filter(attendant_of::resource_id.eq_any(numbers))
        .filter(resource::state.eq(State::InService.code()))
        .order((attendant_of::resource_id, attendant_of::attendant_id))
        .select((
            attendant_of::resource_id,
            attendant_of::attendant_id,
            (user::id, user::name, user::email, user::language).nullable(),
        ))
        .load(conn)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ResourceId> = rows.iter().map(|(_, id, _)| ResourceId::new(*id)).collect();
    let known = catalogue::unruled(conn, &ids, at)?;
    let busy = busy(conn, &ids, (around, except))?;
    let attendant = |(of, id, account): Row| {
        let found = known.iter().find(|one| one.id.number() == id)?;
        let mine = busy.iter().filter(|(by, _)| *by == id);
        let attendant = Attendant {
            id: found.id,
            name: found.name.clone(),
            parameters: found.parameters.clone(),
            busy: mine.map(|(_, span)| *span).collect(),
            account: account.map(recipient),
        };
        Some((ResourceId::new(of), attendant))
    };
    Ok(rows.into_iter().filter_map(attendant).collect())
}

/// What they are busy with around a time, by start.
fn busy(
    conn: &mut Conn,
    ids: &[ResourceId],
    (around, except): (&Span, Option<BookingId>),
) -> Result<Vec<(i64, Span)>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, i64, i64, Option<i64>)> = allocation::table
        .filter(allocation::resource_id.eq_any(numbers))
        .filter(allocation::starts_at.gt(reach(around)))
        .filter(allocation::starts_at.lt(around.end().unix()))
        .filter(allocation::ends_at.gt(around.start().unix()))
        .order((allocation::resource_id, allocation::starts_at))
        .select((
            allocation::resource_id,
            allocation::starts_at,
            allocation::ends_at,
            allocation::holder_id,
        ))
        .load(conn)?;
    let except = except.map(BookingId::number);
    let others = rows
        .into_iter()
        .filter(|(.., holder)| except.is_none() || *holder != except);
    let at = Instant::from_unix;
    let span = |(id, start, end, _)| {
        let span = Span::new(at(start), at(end));
        span.map(|span| (id, span))
            .ok_or_else(|| Halt::broken("an empty claim"))
    };
    others.map(span).collect()
}
