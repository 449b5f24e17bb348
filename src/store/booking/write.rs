//! Writing bookings and the time they claim.

use diesel::prelude::*;

use crate::domain::booking::change::{Change, Claimed, Cut};
use crate::domain::booking::request::Requested;
use crate::domain::booking::{Booking, Safety, State};
use crate::domain::halt::{Fault, Halt};
use crate::domain::id::BookingId;
use crate::domain::support::SupportMode;
use crate::domain::time::Span;
use crate::store::booking::parts;
use crate::store::booking::{
    attendance, cancellation, claims, contest, evaluation, hold, proposal,
};
use crate::store::rule;
use crate::store::schema::booking;
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
    units: i64,
    created_at: i64,
    updated_at: i64,
    bundle_id: Option<i64>,
    place: i64,
}

/// Keeps a new booking, its claim of time, or what it competes for, and the consent given with it.
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
        competes,
        attended,
        with,
        member,
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
        units: i64::from(booking.units),
        created_at: booking.created_at.unix(),
        updated_at: booking.created_at.unix(),
        bundle_id: member.map(|member| member.bundle.number()),
        place: member.map_or(0, |member| i64::from(member.place)),
    };
    diesel::insert_into(booking::table)
        .values(&row)
        .execute(&mut **tx)?;
    if let Some(hold) = hold {
        hold::insert(tx, booking.id, hold)?;
    }
    evaluation::insert(tx, booking.id, evaluation)?;
    parts::insert(tx, booking.id, with)?;
    take(tx, booking, (*claim, *competes))?;
    match *attended && !*competes {
        true => attendance::settle(tx, booking.id, None)?.demanded(),
        false => Ok(()),
    }
}

/// What a new booking takes of its resource, or competes for.
fn take(tx: &mut Tx<'_>, booking: &Booking, (claim, competes): (Span, bool)) -> Result<(), Halt> {
    let claimed = Claimed {
        booking: booking.id,
        resource: booking.resource,
        used: booking.span,
        claim,
        units: booking.units,
    };
    match competes {
        true => contest::put(tx, &claimed),
        false => take_all(tx, &claimed),
    }
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
    more(tx, change)?;
    hold::end(tx, change)?;
    if let Some(hold) = &change.hold {
        hold::insert(tx, change.booking, hold)?;
    }
    release(tx, change)?;
    if let Some(what) = &change.cancelled {
        cancellation::insert(tx, change.booking, what)?;
    }
    Ok(())
}

/// The states in which a booking may compete: the choice among them, and what comes before it.
const MAY_COMPETE: [State; 3] = [State::Submitted, State::UserSide, State::Returned];

/// Frees what the booking no longer holds.
fn release(tx: &mut Tx<'_>, change: &Change) -> Result<(), Halt> {
    if !change.state.holds_time() {
        claims::free(tx, change.booking)?;
    }
    if !MAY_COMPETE.contains(&change.state) {
        contest::end(tx, change.booking)?;
    }
    if change.state != State::Confirmed {
        // it moved on: a change that was asked for has nothing left to change
        proposal::overtake(tx, change.booking)?;
        claims::free_moves(tx, change.booking)?;
    }
    Ok(())
}

/// What only some changes bring: other times, conditions, what was really used.
fn more(tx: &mut Tx<'_>, change: &Change) -> Result<(), Halt> {
    let one = booking::table.find(change.booking.number());
    if let Some(claimed) = &change.claimed {
        diesel::update(one)
            .set((
                booking::starts_at.eq(claimed.used.start().unix()),
                booking::ends_at.eq(claimed.used.end().unix()),
                booking::units.eq(i64::from(claimed.units)),
                booking::relocated.eq(change.relocated),
            ))
            .execute(&mut **tx)?;
        match MAY_COMPETE.contains(&change.state) && contest::is_wanted(tx, change.booking)? {
            true => contest::put(tx, claimed)?,
            false => {
                let before = attendance::present(tx, change.booking)?;
                claims::free(tx, change.booking)?;
                take_all(tx, claimed)?;
                attendance::settle(tx, change.booking, before)?.demanded()?;
            }
        }
    } else if change.content.is_some() {
        // an office may have left only ways of use for which nobody can come: the approval asks for somebody
        let before = attendance::present(tx, change.booking)?;
        attendance::settle(tx, change.booking, before)?;
    }
    if let Some(conditions) = &change.conditions {
        diesel::update(one)
            .set(booking::conditions.eq(conditions))
            .execute(&mut **tx)?;
    }
    if let Some(from) = change.used.and_then(|used| used.from) {
        diesel::update(one)
            .set(booking::used_from.eq(Some(from.unix())))
            .execute(&mut **tx)?;
    }
    if let Some(until) = change.used.and_then(|used| used.until) {
        diesel::update(one)
            .set(booking::used_until.eq(Some(until.unix())))
            .execute(&mut **tx)?;
    }
    if let Some(cut) = &change.cut {
        shorten(tx, change.booking, cut)?;
    }
    Ok(())
}

/// Claims the time of a booking, on its resource and on all that it takes besides.
fn take_all(tx: &mut Tx<'_>, claimed: &Claimed) -> Result<(), Halt> {
    claims::take(tx, claimed)?;
    parts::take(tx, claimed)
}

/// Keeps only what a use that ended early still takes, of its resource and of whoever attends it.
fn shorten(tx: &mut Tx<'_>, id: BookingId, cut: &Cut) -> Result<(), Halt> {
    let attends = attendance::present(tx, id)?;
    let held = attendance::spans(tx, id)?;
    claims::free(tx, id)?;
    if let Cut::To(claimed) = cut {
        take_all(tx, claimed)?;
        attendance::trim(tx, (id, attends), &held, &claimed.used)?;
    }
    Ok(())
}
