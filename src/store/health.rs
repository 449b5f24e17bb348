//! Whether the data answers.

use diesel::dsl::exists;
use diesel::prelude::{QueryDsl, RunQueryDsl};
use diesel::select;

use crate::domain::halt::Halt;
use crate::store::engine::Conn;
use crate::store::schema::institution;

/// Looks at one table, and so at connection, file and schema.
///
/// # Errors
/// The data can't be looked at.
pub fn look(conn: &mut Conn) -> Result<(), Halt> {
    let _: bool = select(exists(institution::table.select(institution::id))).get_result(conn)?;
    Ok(())
}
