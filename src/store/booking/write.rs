//! Writing bookings and the time they claim.

use diesel::prelude::*;

use crate::domain::booking::{Booking, Change, Requested, Safety};
use crate::domain::halt::{Fault, Halt};
use crate::domain::support::SupportMode;
use crate::domain::time::Span;
use crate::secret::chance;
use crate::store::booking::{evaluation, hold};
use crate::store::rule;
use crate::store::schema::{allocation, booking};
use crate::store::tx::Tx;

#[derive(Insertable)]
#[diesel(table_name = booking)]
struct Row<'a> {
    id: i64,
    resource_id: i64,
    user_id: i64,
    institution_id: i64,
    rule_id: i64,
    starts_at: i64,
    ends_at: i64,
    purpose: &'a str,
    sample: &'a str,
    safety: &'a str,
    support_mode: &'a str,
    project_number: &'a str,
    state: &'a str,
    version: i64,
    created_at: i64,
    updated_at: i64,
}

/// Keeps a new booking, its claim of time, and the consent given with it.
///
/// # Errors
/// A fault; the guard of the database asks for another try if the time is taken after all.
pub fn insert(tx: &mut Tx<'_>, requested: &Requested) -> Result<(), Halt> {
    let Requested {
        booking,
        claim,
        consents,
        hold,
        evaluation,
    } = requested;
    for consent in consents {
        rule::agree(tx, consent)?;
    }
    let row = Row {
        id: booking.id.number(),
        resource_id: booking.resource.number(),
        user_id: booking.user.number(),
        institution_id: booking.institution.number(),
        rule_id: booking.rule.number(),
        starts_at: booking.span.start().unix(),
        ends_at: booking.span.end().unix(),
        purpose: &booking.content.purpose,
        sample: &booking.content.sample,
        safety: booking.content.safety.map_or("", Safety::code),
        support_mode: booking.content.support_mode.map_or("", SupportMode::code),
        project_number: &booking.content.project_number,
        state: booking.state.code(),
        version: i64::from(booking.version),
        created_at: booking.created_at.unix(),
        updated_at: booking.created_at.unix(),
    };
    diesel::insert_into(booking::table)
        .values(&row)
        .execute(&mut **tx)?;
    if let Some(hold) = hold {
        hold::insert(tx, booking.id, hold)?;
    }
    evaluation::insert(tx, booking.id, evaluation)?;
    claim_time(tx, booking, claim)
}

/// Claims the time of a booking, buffers included.
fn claim_time(tx: &mut Tx<'_>, booking: &Booking, claim: &Span) -> Result<(), Halt> {
    let id = chance::id(tx.at());
    diesel::insert_into(allocation::table)
        .values((
            allocation::id.eq(id),
            allocation::resource_id.eq(booking.resource.number()),
            allocation::booking_id.eq(booking.id.number()),
            allocation::starts_at.eq(claim.start().unix()),
            allocation::ends_at.eq(claim.end().unix()),
            allocation::use_starts_at.eq(booking.span.start().unix()),
            allocation::use_ends_at.eq(booking.span.end().unix()),
            allocation::units.eq(1_i64),
            allocation::note.eq(""),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps what a decision changed, and frees the time if the booking no longer holds it.
///
/// # Errors
/// A fault; another try if somebody changed the booking in between.
pub fn change(tx: &mut Tx<'_>, change: &Change) -> Result<(), Halt> {
    let at = tx.at().unix();
    let id = change.booking.number();
    let standing = booking::table
        .filter(booking::id.eq(id))
        .filter(booking::version.eq(i64::from(change.from_version)));
    let changed = diesel::update(standing)
        .set((
            booking::state.eq(change.state.code()),
            booking::version.eq(i64::from(change.from_version) + 1),
            booking::updated_at.eq(at),
        ))
        .execute(&mut **tx)?;
    if changed != 1 {
        return Err(Halt::Fault(Fault::Again));
    }
    if let Some(decided) = &change.decided {
        diesel::update(booking::table.filter(booking::id.eq(id)))
            .set((
                booking::decided_by.eq(Some(&decided.by)),
                booking::decided_at.eq(Some(decided.at.unix())),
                booking::reason.eq(decided.reason.as_ref()),
            ))
            .execute(&mut **tx)?;
    }
    if let Some(content) = &change.content {
        diesel::update(booking::table.filter(booking::id.eq(id)))
            .set((
                booking::purpose.eq(&content.purpose),
                booking::sample.eq(&content.sample),
                booking::safety.eq(content.safety.map_or("", Safety::code)),
                booking::support_mode.eq(content.support_mode.map_or("", SupportMode::code)),
                booking::project_number.eq(&content.project_number),
            ))
            .execute(&mut **tx)?;
    }
    hold::end(tx, change)?;
    if let Some(hold) = &change.hold {
        hold::insert(tx, change.booking, hold)?;
    }
    if !change.state.holds_time() {
        diesel::delete(allocation::table.filter(allocation::booking_id.eq(id)))
            .execute(&mut **tx)?;
    }
    Ok(())
}
