//! Writing outside allocations, and claiming the time that they occupy.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{OutsideId, OutsideSpanId, ResourceId, UserId};
use crate::domain::outside::time::pieces;
use crate::domain::outside::{Occupied, Outside};
use crate::domain::text::fold_email;
use crate::secret::chance;
use crate::store::booking::claims::Purpose;
use crate::store::schema::{allocation, outside_allocation, outside_span};
use crate::store::tx::Tx;

/// Keeps a new allocation.
///
/// # Errors
/// A fault; another try if the same proposal was entered in another window a moment ago.
pub fn insert(tx: &mut Tx<'_>, new: &Outside, by: Option<UserId>) -> Result<(), Halt> {
    let at = tx.at().unix();
    let written = diesel::insert_into(outside_allocation::table)
        .values((
            (
                outside_allocation::id.eq(new.id.number()),
                outside_allocation::resource_id.eq(new.resource.number()),
                outside_allocation::version.eq(i64::from(new.version)),
                outside_allocation::entered_at.eq(at),
                outside_allocation::entered_by.eq(by.map(UserId::number)),
            ),
            columns(new),
        ))
        .execute(&mut **tx);
    once(written)
}

type Columns<'a> = (
    diesel::dsl::Eq<outside_allocation::proposal, &'a String>,
    diesel::dsl::Eq<outside_allocation::holder_email, String>,
    diesel::dsl::Eq<outside_allocation::holder_name, &'a String>,
    diesel::dsl::Eq<outside_allocation::holder_institution, &'a String>,
    diesel::dsl::Eq<outside_allocation::granted, i64>,
    diesel::dsl::Eq<outside_allocation::unit, &'static str>,
    diesel::dsl::Eq<outside_allocation::starts_on, String>,
    diesel::dsl::Eq<outside_allocation::ends_on, String>,
    diesel::dsl::Eq<outside_allocation::used, i64>,
    diesel::dsl::Eq<outside_allocation::note, &'a String>,
);

/// What a manager enters and corrects.
fn columns(outside: &Outside) -> Columns<'_> {
    let amount = |amount: u64| i64::try_from(amount).unwrap_or(i64::MAX);
    (
        outside_allocation::proposal.eq(&outside.proposal),
        outside_allocation::holder_email.eq(fold_email(&outside.holder_email)),
        outside_allocation::holder_name.eq(&outside.holder_name),
        outside_allocation::holder_institution.eq(&outside.holder_institution),
        outside_allocation::granted.eq(amount(outside.granted)),
        outside_allocation::unit.eq(outside.unit.code()),
        outside_allocation::starts_on.eq(outside.starts_on.to_string()),
        outside_allocation::ends_on.eq(outside.ends_on.to_string()),
        outside_allocation::used.eq(amount(outside.used)),
        outside_allocation::note.eq(&outside.note),
    )
}

/// Keeps what a deed changed of an allocation.
///
/// # Errors
/// A fault; another try if somebody changed it in between.
pub fn change(tx: &mut Tx<'_>, changed: &Outside) -> Result<(), Halt> {
    let at = tx.at().unix();
    let before = outside_allocation::table
        .filter(outside_allocation::id.eq(changed.id.number()))
        .filter(outside_allocation::version.eq(i64::from(changed.version) - 1));
    let written = diesel::update(before)
        .set((
            outside_allocation::version.eq(i64::from(changed.version)),
            outside_allocation::ended_at.eq(changed.is_ended.then_some(at)),
            columns(changed),
        ))
        .execute(&mut **tx);
    match written {
        Ok(1) => Ok(()),
        Ok(_) => Err(Halt::Fault(Fault::Again)),
        Err(error) => once(Err(error)),
    }
}

/// Keeps a stretch of occupied time and claims it, in pieces that the guard of the database looks at. The
/// turn of the resource must be held.
///
/// # Errors
/// A fault; the guard asks for another try if something is taken after all.
pub fn take(
    tx: &mut Tx<'_>,
    (outside, resource): (OutsideId, ResourceId),
    occupied: &Occupied,
    by: Option<UserId>,
) -> Result<(), Halt> {
    let at = tx.at();
    diesel::insert_into(outside_span::table)
        .values((
            outside_span::id.eq(occupied.id.number()),
            outside_span::outside_id.eq(outside.number()),
            outside_span::starts_at.eq(occupied.span.start().unix()),
            outside_span::ends_at.eq(occupied.span.end().unix()),
            outside_span::reason.eq(&occupied.reason),
            outside_span::entered_at.eq(at.unix()),
            outside_span::entered_by.eq(by.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    for piece in pieces(occupied.span) {
        diesel::insert_into(allocation::table)
            .values((
                allocation::id.eq(chance::id(at)),
                allocation::resource_id.eq(resource.number()),
                allocation::starts_at.eq(piece.start().unix()),
                allocation::ends_at.eq(piece.end().unix()),
                allocation::use_starts_at.eq(piece.start().unix()),
                allocation::use_ends_at.eq(piece.end().unix()),
                allocation::units.eq(1_i64),
                allocation::purpose.eq(Purpose::Use.code()),
                allocation::note.eq(""),
                allocation::outside_id.eq(occupied.id.number()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Gives stretches back: their claims are free.
///
/// # Errors
/// A fault of the database.
pub fn free(tx: &mut Tx<'_>, ids: &[OutsideSpanId]) -> Result<(), Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    diesel::delete(allocation::table.filter(allocation::outside_id.eq_any(&numbers)))
        .execute(&mut **tx)?;
    diesel::delete(outside_span::table.filter(outside_span::id.eq_any(&numbers)))
        .execute(&mut **tx)?;
    Ok(())
}

/// What stands already was written by another window a moment ago: trying again finds it.
fn once(written: Result<usize, Error>) -> Result<(), Halt> {
    match written {
        Ok(_) => Ok(()),
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(Halt::Fault(Fault::Again))
        }
        Err(error) => Err(error.into()),
    }
}
