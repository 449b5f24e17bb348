//! Keeping exceptions: a question, its answer, what was granted and revoked.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use diesel::result::{DatabaseErrorKind, Error};

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{UserId, WaiverId, WaiverRequestId};
use crate::domain::waiver::Exception;
use crate::store::schema::{waiver, waiver_request as request};
use crate::store::tx::Tx;

/// Keeps a question.
///
/// # Errors
/// A fault; another try if they asked the same in another window in between.
pub fn ask(tx: &mut Tx<'_>, id: WaiverRequestId, asked: &Exception) -> Result<(), Halt> {
    let at = tx.at().unix();
    let written = diesel::insert_into(request::table)
        .values((
            request::id.eq(id.number()),
            request::resource_id.eq(asked.place.resource.number()),
            request::user_id.eq(asked.who.user.number()),
            request::parameter.eq(asked.parameter.code()),
            request::from_day.eq(asked.from.to_string()),
            request::until_day.eq(asked.until.to_string()),
            request::reason.eq(&asked.reason),
            request::asked_at.eq(at),
            request::answer.eq(""),
        ))
        .execute(&mut **tx);
    match written {
        Ok(_) => Ok(()),
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(Halt::Fault(Fault::Again))
        }
        Err(error) => Err(error.into()),
    }
}

/// Keeps the answer to a question, and what was granted, if it was.
///
/// # Errors
/// A fault; another try if somebody else answered in between.
pub fn answer(
    tx: &mut Tx<'_>,
    id: WaiverRequestId,
    (answer, granted): (&str, Option<WaiverId>),
    by: Option<UserId>,
) -> Result<(), Halt> {
    let at = tx.at().unix();
    let open = request::table
        .filter(request::id.eq(id.number()))
        .filter(request::decided_at.is_null());
    let written = diesel::update(open)
        .set((
            request::decided_at.eq(at),
            request::decided_by.eq(by.map(UserId::number)),
            request::answer.eq(answer),
            request::waiver_id.eq(granted.map(WaiverId::number)),
        ))
        .execute(&mut **tx)?;
    once(written)
}

/// Keeps an exception.
///
/// # Errors
/// A fault of the database.
pub fn grant(
    tx: &mut Tx<'_>,
    id: WaiverId,
    granted: &Exception,
    by: Option<UserId>,
) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::insert_into(waiver::table)
        .values((
            waiver::id.eq(id.number()),
            waiver::resource_id.eq(granted.place.resource.number()),
            waiver::user_id.eq(granted.who.user.number()),
            waiver::parameter.eq(granted.parameter.code()),
            waiver::from_day.eq(granted.from.to_string()),
            waiver::until_day.eq(granted.until.to_string()),
            waiver::reason.eq(&granted.reason),
            waiver::granted_at.eq(at),
            waiver::granted_by.eq(by.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// An exception lifts nothing any more.
///
/// # Errors
/// A fault; another try if somebody else revoked it in between.
pub fn revoke(tx: &mut Tx<'_>, id: WaiverId) -> Result<(), Halt> {
    let at = tx.at().unix();
    let held = waiver::table
        .filter(waiver::id.eq(id.number()))
        .filter(waiver::revoked_at.is_null());
    let written = diesel::update(held)
        .set(waiver::revoked_at.eq(at))
        .execute(&mut **tx)?;
    once(written)
}

/// Nobody else was quicker, or the deed sees what they wrote when it is tried again.
const fn once(written: usize) -> Result<(), Halt> {
    match written {
        0 => Err(Halt::Fault(Fault::Again)),
        _ => Ok(()),
    }
}
