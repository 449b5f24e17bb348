//! Wrong passwords and digits: counted per address, whether it has an account or not, and per person at doors.

use diesel::prelude::{ExpressionMethods, Insertable, OptionalExtension, QueryDsl, RunQueryDsl};
use diesel::result::{DatabaseErrorKind, Error};

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::UserId;
use crate::domain::session::{MOST_TRIES, Tries};
use crate::domain::time::Instant;
use crate::secret::token;
use crate::store::schema::sign_in_try;
use crate::store::tx::Tx;

/// How long a count is kept after the last try, in minutes, when it stops nobody any more.
const KEPT_MINUTES: i64 = 24 * 60;

/// What is tried.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Lock {
    /// The password of an address.
    SignIn(String),
    /// Somebody's digits at a door.
    Door(UserId),
}

impl Lock {
    /// What the table keeps of it: people mistype passwords into the field of the address.
    fn key(&self) -> String {
        match self {
            Self::SignIn(email) => token::hash(&format!("sign-in:{email}")),
            Self::Door(user) => token::hash(&format!("door:{user}")),
        }
    }
}

/// The tries so far. Its turn is taken: of many tries at once each sees the last.
///
/// # Errors
/// A fault of the database.
pub fn so_far(tx: &mut Tx<'_>, lock: &Lock) -> Result<Option<Tries>, Halt> {
    let key = lock.key();
    let row = || sign_in_try::table.filter(sign_in_try::email_hash.eq(&key));
    diesel::update(row())
        .set(sign_in_try::failures.eq(sign_in_try::failures))
        .execute(&mut **tx)?;
    let found: Option<(i64, i64)> = row()
        .select((sign_in_try::failures, sign_in_try::last_at))
        .first(&mut **tx)
        .optional()?;
    Ok(found.map(|(failures, last_at)| Tries {
        failures: u32::try_from(failures).unwrap_or(MOST_TRIES),
        last_at: Instant::from_unix(last_at),
    }))
}

#[derive(Insertable)]
#[diesel(table_name = sign_in_try)]
struct Row {
    email_hash: String,
    failures: i64,
    last_at: i64,
}

/// Counts a try as wrong before it is judged, so that many at once are no way around the wait.
///
/// # Errors
/// A fault of the database.
pub fn count(tx: &mut Tx<'_>, lock: &Lock, so_far: Option<Tries>) -> Result<(), Halt> {
    let (key, at) = (lock.key(), tx.at().unix());
    if so_far.is_some() {
        diesel::update(sign_in_try::table.filter(sign_in_try::email_hash.eq(&key)))
            .set((
                sign_in_try::failures.eq(sign_in_try::failures + 1),
                sign_in_try::last_at.eq(at),
            ))
            .execute(&mut **tx)?;
        return Ok(());
    }
    let row = Row {
        email_hash: key,
        failures: 1,
        last_at: at,
    };
    let counted = diesel::insert_into(sign_in_try::table)
        .values(&row)
        .execute(&mut **tx);
    match counted {
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(Halt::Fault(Fault::Again))
        }
        other => Ok(other.map(drop)?),
    }
}

/// Takes a counted try back that was never judged.
///
/// # Errors
/// A fault of the database.
pub fn take_back(tx: &mut Tx<'_>, lock: &Lock) -> Result<(), Halt> {
    let counted = sign_in_try::table
        .filter(sign_in_try::email_hash.eq(lock.key()))
        .filter(sign_in_try::failures.gt(0));
    diesel::update(counted)
        .set(sign_in_try::failures.eq(sign_in_try::failures - 1))
        .execute(&mut **tx)?;
    Ok(())
}

/// Forgets the wrong tries: the right password was typed, or a new one chosen.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, lock: &Lock) -> Result<(), Halt> {
    diesel::delete(sign_in_try::table.filter(sign_in_try::email_hash.eq(lock.key())))
        .execute(&mut **tx)?;
    Ok(())
}

/// Forgets counts that stop nobody any more.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Halt> {
    let old = tx.at().plus_minutes(-KEPT_MINUTES).unix();
    let harmless = sign_in_try::table
        .filter(sign_in_try::last_at.lt(old))
        .filter(sign_in_try::failures.lt(i64::from(MOST_TRIES)));
    diesel::delete(harmless).execute(&mut **tx)?;
    Ok(())
}
