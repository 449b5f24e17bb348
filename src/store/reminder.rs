//! Reminders that went out, so that each is sent once.

use std::collections::BTreeSet;

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use diesel::result::{DatabaseErrorKind, Error};

use crate::domain::halt::{Fault, Halt};
use crate::store::engine::Conn;
use crate::store::schema::reminder;
use crate::store::tx::Tx;

/// Most keys that one query asks for.
const AT_ONCE: usize = 500;

/// Which of these went out already.
///
/// # Errors
/// A fault of the database.
pub fn sent(conn: &mut Conn, keys: &[String]) -> Result<BTreeSet<String>, Halt> {
    let mut found = BTreeSet::new();
    for some in keys.chunks(AT_ONCE) {
        let some: Vec<String> = reminder::table
            .filter(reminder::key.eq_any(some))
            .select(reminder::key)
            .load(conn)?;
        found.extend(some);
    }
    Ok(found)
}

/// Keeps that it goes out now.
///
/// # Errors
/// A fault; another try if another process was quicker, which then finds it.
pub fn keep(tx: &mut Tx<'_>, key: &str) -> Result<(), Halt> {
    let at = tx.at().unix();
    let written = diesel::insert_into(reminder::table)
        .values((reminder::key.eq(key), reminder::sent_at.eq(at)))
        .execute(&mut **tx);
    match written {
        Ok(_) => Ok(()),
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(Halt::Fault(Fault::Again))
        }
        Err(error) => Err(error.into()),
    }
}
