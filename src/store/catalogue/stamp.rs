//! The catalogue's stamp: moves on with every change of a resource and of its calendar.

use diesel::alias;
use diesel::dsl::sql;
use diesel::prelude::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, RunQueryDsl,
};
use diesel::sql_types::BigInt;

use crate::domain::halt::Halt;
use crate::store::engine::Conn;
use crate::store::schema::{resource, resource_need, rule};

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

/// How many versions of rules were published, and how many of them recalled.
///
/// # Errors
/// A fault of the database.
pub fn rules(conn: &mut Conn) -> Result<i64, Halt> {
    Ok(rule::table
        .select(sql::<BigInt>(
            "cast(count(*) + count(recalled_at) as bigint)",
        ))
        .first(conn)?)
}

/// The turn of one resource's calendar, together with those of the components that it needs: what
/// keeps them busy changes its page, too.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn turn_of(conn: &mut Conn, slug: &str) -> Result<i64, Halt> {
    let component = alias!(resource as component);
    let rows: Vec<(i64, Option<i64>)> = resource::table
        .left_join(resource_need::table.on(resource_need::resource_id.eq(resource::id)))
        .left_join(
            component.on(component
                .field(resource::id)
                .nullable()
                .eq(resource_need::needed_id.nullable())),
        )
        .filter(resource::slug.eq(slug))
        .filter(resource::part.eq("shared"))
        .select((
            resource::calendar_turn,
            component.field(resource::calendar_turn).nullable(),
        ))
        .load(conn)?;
    let own = rows.first().map(|(own, _)| *own).ok_or(Halt::Absent)?;
    Ok(own + rows.iter().filter_map(|(_, turn)| *turn).sum::<i64>())
}
