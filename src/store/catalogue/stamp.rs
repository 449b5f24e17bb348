//! The catalogue's stamp: moves on with every change of a resource and of its calendar.

use diesel::dsl::sql;
use diesel::prelude::{QueryDsl, RunQueryDsl};
use diesel::sql_types::BigInt;

use crate::domain::halt::Halt;
use crate::store::engine::Conn;
use crate::store::schema::resource;

/// The number of resources and the sum of their calendars' turns, which only ever grow.
///
/// # Errors
/// A fault of the database.
pub fn turn(conn: &mut Conn) -> Result<i64, Halt> {
    Ok(resource::table
        .select(sql::<BigInt>(
            "cast(count(*) + coalesce(sum(calendar_turn), 0) as bigint)",
        ))
        .first(conn)?)
}
