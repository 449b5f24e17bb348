//! Writing requests without a slot.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{DraftId, UserId};
use crate::domain::service_request::change::{Changed, Sent};
use crate::store::schema::service_request;
use crate::store::service_request::row::Row;
use crate::store::service_request::{line, report};
use crate::store::tx::Tx;
use crate::store::{draft, rule};

/// Keeps a new request with the consents given with it; the draft it came from is gone.
///
/// # Errors
/// A fault; another try if the same form was sent in another window a moment ago.
pub fn insert(tx: &mut Tx<'_>, sent: &Sent) -> Result<(), Halt> {
    for consent in &sent.consents {
        rule::agree(tx, consent)?;
    }
    let row = Row::of(&sent.request, tx.at());
    let written = diesel::insert_into(service_request::table)
        .values(&row)
        .execute(&mut **tx);
    match written {
        Ok(_) => {}
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            return Err(Halt::Fault(Fault::Again));
        }
        Err(error) => return Err(error.into()),
    }
    line::keep(tx, sent.request.id, &sent.request.lines)?;
    draft::drop_own(
        tx,
        DraftId::new(sent.request.id.number()),
        sent.request.user,
    )
}

/// Keeps a request that was corrected and sent again, with the consents given with it.
///
/// # Errors
/// As [`change`].
pub fn resend(tx: &mut Tx<'_>, sent: &Sent) -> Result<(), Halt> {
    for consent in &sent.consents {
        rule::agree(tx, consent)?;
    }
    let changed = Changed {
        from_version: sent.request.version.saturating_sub(1),
        request: sent.request.clone(),
        report: None,
    };
    change(tx, &changed, Some(sent.request.user))
}

/// Keeps what a deed changed.
///
/// # Errors
/// A fault; another try if somebody changed the request in between.
pub fn change(tx: &mut Tx<'_>, changed: &Changed, by: Option<UserId>) -> Result<(), Halt> {
    let request = &changed.request;
    let row = Row::of(request, tx.at());
    let standing = service_request::table
        .filter(service_request::id.eq(request.id.number()))
        .filter(service_request::version.eq(i64::from(changed.from_version)));
    let kept = diesel::update(standing).set(&row).execute(&mut **tx)?;
    if kept != 1 {
        return Err(Halt::Fault(Fault::Again));
    }
    line::keep(tx, request.id, &request.lines)?;
    if let Some(new) = &changed.report {
        report::keep(tx, request.id, new, by)?;
    }
    Ok(())
}
