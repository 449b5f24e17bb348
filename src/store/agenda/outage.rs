//! Time on resources that nobody can book.

use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::ResourceId;
use crate::domain::time::Span;
use crate::store::agenda::{numbers, reach, span_of};
use crate::store::engine::Conn;
use crate::store::schema::allocation;

/// Time that nobody can book.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Closed {
    pub id: i64,
    pub resource: ResourceId,
    pub span: Span,
    pub note: String,
    /// 空き待ち: it is kept for the first in line, not for maintenance.
    pub is_offer: bool,
}

/// The outages of resources, and what is kept for those who wait, that touch a span; by start.
///
/// # Errors
/// A fault of the database.
pub fn during(
    conn: &mut Conn,
    resources: &[ResourceId],
    span: &Span,
    most: i64,
) -> Result<Vec<Closed>, Halt> {
    let rows: Vec<(i64, i64, i64, i64, String, String)> = allocation::table
        .filter(allocation::resource_id.eq_any(numbers(resources)))
        .filter(allocation::starts_at.gt(reach(span)))
        .filter(allocation::starts_at.lt(span.end().unix()))
        .filter(allocation::ends_at.gt(span.start().unix()))
        .filter(
            allocation::booking_id
                .is_null()
                .and(allocation::holder_id.is_null()),
        )
        .order((allocation::starts_at, allocation::id))
        .select((
            allocation::id,
            allocation::resource_id,
            allocation::use_starts_at,
            allocation::use_ends_at,
            allocation::note,
            allocation::purpose,
        ))
        .limit(most)
        .load(conn)?;
    let read = |(id, resource, start, end, note, purpose): (_, _, _, _, _, String)| {
        Some(Closed {
            id,
            resource: ResourceId::new(resource),
            span: span_of(start, end)?,
            note,
            is_offer: purpose == "offer",
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
