//! Invented maintenance and bookings, with the time they claim and what happened to them.

use diesel::prelude::{ExpressionMethods, Insertable, QueryDsl, RunQueryDsl};

use crate::domain::booking::Safety;
use crate::domain::booking::change::Claimed;
use crate::domain::event::Event;
use crate::domain::halt::Halt;
use crate::domain::id::OutageId;
use crate::domain::outage;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::domain::world::{Happened, Outage, Placed, Usage};
use crate::store;
use crate::store::booking::{self, contest};
use crate::store::ledger;
use crate::store::schema::{allocation, booking as bookings};
use crate::store::tx::Tx;
use crate::store::usage as usages;

#[derive(Insertable)]
#[diesel(table_name = bookings)]
struct BookingRow<'a> {
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
    decided_by: Option<&'a str>,
    decided_at: Option<i64>,
    reason: Option<&'a str>,
    created_at: i64,
    updated_at: i64,
}

#[derive(Insertable)]
#[diesel(table_name = allocation)]
struct ClaimRow<'a> {
    id: i64,
    resource_id: i64,
    booking_id: Option<i64>,
    starts_at: i64,
    ends_at: i64,
    use_starts_at: i64,
    use_ends_at: i64,
    units: i64,
    note: &'a str,
}

pub(super) fn outages(tx: &mut Tx<'_>, outages: &[Outage]) -> Result<(), Halt> {
    for one in outages {
        let kept = outage::Outage {
            id: OutageId::new(one.id),
            resource: one.resource,
            sort: outage::Sort::Maintenance,
            span: one.span,
            is_ended: false,
            is_dropped: false,
            note: one.note.clone(),
            by_user: false,
            damage: String::new(),
        };
        store::outage::insert(tx, &kept, None)?;
        store::outage::block(tx, &kept, one.capacity)?;
    }
    Ok(())
}

pub(super) fn bookings(tx: &mut Tx<'_>, bookings: &[Placed]) -> Result<(), Halt> {
    for placed in bookings {
        diesel::insert_into(bookings::table)
            .values(&row(placed))
            .execute(&mut **tx)?;
        if let Some(claim) = &placed.claim {
            hold(tx, placed, claim)?;
        }
        if let Some(claim) = placed.wants {
            contend(tx, placed, claim)?;
        }
        if let Some(hold) = &placed.hold {
            booking::hold::insert(tx, placed.booking.id, hold)?;
        }
        if let Some(usage) = &placed.usage {
            follow(tx, placed, usage)?;
        }
        for happened in &placed.history {
            remember(tx, placed, happened)?;
        }
    }
    Ok(())
}

fn row(placed: &Placed) -> BookingRow<'_> {
    let booking = &placed.booking;
    let decided = placed.decided.as_ref();
    let created_at = booking.created_at.unix();
    let last = placed.history.last().map(|happened| happened.at.unix());
    BookingRow {
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
        decided_by: decided.map(|decided| decided.by.as_str()),
        decided_at: decided.map(|decided| decided.at.unix()),
        reason: decided.and_then(|decided| decided.reason.as_deref()),
        created_at,
        updated_at: last.unwrap_or(created_at),
    }
}

/// Keeps what is known of an invented use.
fn follow(tx: &mut Tx<'_>, placed: &Placed, usage: &Usage) -> Result<(), Halt> {
    let id = placed.booking.id;
    diesel::update(bookings::table.find(id.number()))
        .set((
            bookings::used_from.eq(usage.used.from.map(Instant::unix)),
            bookings::used_until.eq(usage.used.until.map(Instant::unix)),
        ))
        .execute(&mut **tx)?;
    match &usage.log {
        Some((log, at)) => usages::keep_log(tx, id, log, (placed.booking.user, *at)),
        None => Ok(()),
    }
}

/// Claims a booking's time. A claim of an invented world has its booking's number.
fn hold(tx: &mut Tx<'_>, placed: &Placed, claim: &Span) -> Result<(), Halt> {
    let booking = &placed.booking;
    let row = ClaimRow {
        id: booking.id.number(),
        resource_id: booking.resource.number(),
        booking_id: Some(booking.id.number()),
        starts_at: claim.start().unix(),
        ends_at: claim.end().unix(),
        use_starts_at: booking.span.start().unix(),
        use_ends_at: booking.span.end().unix(),
        units: 1,
        note: "",
    };
    diesel::insert_into(allocation::table)
        .values(&row)
        .execute(&mut **tx)?;
    Ok(())
}

/// What a request that competes would take.
fn contend(tx: &mut Tx<'_>, placed: &Placed, claim: Span) -> Result<(), Halt> {
    let booking = &placed.booking;
    let wanted = Claimed {
        booking: booking.id,
        resource: booking.resource,
        used: booking.span,
        claim,
        units: booking.units,
    };
    contest::put(tx, &wanted)
}

fn remember(tx: &mut Tx<'_>, placed: &Placed, happened: &Happened) -> Result<(), Halt> {
    let mut event = Event::about_booking(happened.kind, placed.booking.id, Vec::new());
    if let Some(reason) = &happened.reason {
        event = event.with("reason", reason);
    }
    ledger::append(tx, &event, Some(happened.by.number()), happened.at)
}
