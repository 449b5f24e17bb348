//! Writing attendants: who they are, when they are absent, what they attend.

use diesel::prelude::*;

use crate::domain::attendant::entry::Roster;
use crate::domain::attendant::hand_over::Moved;
use crate::domain::attendant::life::Absence;
use crate::domain::availability::write_windows;
use crate::domain::catalogue::State;
use crate::domain::halt::Halt;
use crate::domain::id::{AbsenceId, BookingId, FacilityId, ResourceId, UserId};
use crate::domain::outside::time::pieces;
use crate::domain::time::Span;
use crate::store::booking::claims::{NewClaim, Purpose, keep};
use crate::store::catalogue::unlisted::{self, Part, Unlisted};
use crate::store::schema::{allocation, attendant, attendant_of, resource};
use crate::store::tx::Tx;

/// Keeps somebody new.
///
/// # Errors
/// A fault of the database.
pub fn add(
    tx: &mut Tx<'_>,
    id: ResourceId,
    facility: FacilityId,
    roster: &Roster,
) -> Result<(), Halt> {
    let new = Unlisted {
        id,
        part: Part::Attendant,
        facility,
        name: &roster.name,
        capacity: 1,
        windows: write_windows(&roster.windows),
        closed_calendars: roster.closed_calendars(),
    };
    unlisted::keep(tx, &new)?;
    diesel::insert_into(attendant::table)
        .values((
            attendant::id.eq(id.number()),
            attendant::user_id.eq(roster.account.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    attend(tx, id, roster)
}

/// Keeps what became of them.
///
/// # Errors
/// A fault of the database.
pub fn change(tx: &mut Tx<'_>, id: ResourceId, roster: &Roster) -> Result<(), Halt> {
    diesel::update(resource::table.find(id.number()))
        .set((
            resource::name_ja.eq(&roster.name.ja),
            resource::name_en.eq(&roster.name.en),
            resource::windows.eq(write_windows(&roster.windows)),
            resource::closed_calendars.eq(roster.closed_calendars()),
        ))
        .execute(&mut **tx)?;
    diesel::update(attendant::table.find(id.number()))
        .set(attendant::user_id.eq(roster.account.map(UserId::number)))
        .execute(&mut **tx)?;
    diesel::delete(attendant_of::table.filter(attendant_of::attendant_id.eq(id.number())))
        .execute(&mut **tx)?;
    attend(tx, id, roster)
}

fn attend(tx: &mut Tx<'_>, id: ResourceId, roster: &Roster) -> Result<(), Halt> {
    for one in &roster.resources {
        diesel::insert_into(attendant_of::table)
            .values((
                attendant_of::resource_id.eq(one.number()),
                attendant_of::attendant_id.eq(id.number()),
            ))
            .execute(&mut **tx)?;
        // whoever waits for time at which nobody could attend may have it now
        tx.freed(*one);
    }
    Ok(())
}

/// They have left; what they attended before stays known.
///
/// # Errors
/// A fault of the database.
pub fn leave(tx: &mut Tx<'_>, id: ResourceId) -> Result<(), Halt> {
    diesel::update(resource::table.find(id.number()))
        .set(resource::state.eq(State::Retired.code()))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps who attends these uses from now on, in place of somebody. Their time is freed first: the guard of
/// the database lets nobody attend two uses at once.
///
/// # Errors
/// A fault; the guard asks for another try if something is taken after all.
pub fn hand_over(tx: &mut Tx<'_>, from: ResourceId, moved: &[Moved]) -> Result<(), Halt> {
    let bookings: Vec<i64> = moved.iter().map(|one| one.booking.number()).collect();
    diesel::delete(
        allocation::table
            .filter(allocation::resource_id.eq(from.number()))
            .filter(allocation::purpose.eq(Purpose::Attendant.code()))
            .filter(allocation::holder_id.eq_any(bookings)),
    )
    .execute(&mut **tx)?;
    for one in moved {
        for time in one.times.iter().flat_map(|time| pieces(*time)) {
            keep(tx, &claim(one.to, Some(one.booking), time))?;
        }
    }
    Ok(())
}

/// Keeps an absence.
///
/// # Errors
/// As [`hand_over`].
pub fn absent(tx: &mut Tx<'_>, id: ResourceId, absence: &Absence) -> Result<(), Halt> {
    let new = NewClaim {
        purpose: Purpose::Outage,
        note: absence.note.clone(),
        ..claim(id, None, absence.span)
    };
    keep(tx, &new)
}

/// Forgets an absence; whoever waits for a use at that time may have it now.
///
/// # Errors
/// A fault of the database.
pub fn back(tx: &mut Tx<'_>, id: ResourceId, absence: AbsenceId) -> Result<(), Halt> {
    diesel::delete(
        allocation::table
            .find(absence.number())
            .filter(allocation::resource_id.eq(id.number())),
    )
    .execute(&mut **tx)?;
    let attended: Vec<i64> = attendant_of::table
        .filter(attendant_of::attendant_id.eq(id.number()))
        .select(attendant_of::resource_id)
        .load(&mut **tx)?;
    for one in attended {
        tx.freed(ResourceId::new(one));
    }
    Ok(())
}

fn claim(resource: ResourceId, holder: Option<BookingId>, time: Span) -> NewClaim {
    NewClaim {
        resource,
        booking: None,
        holder,
        offer: None,
        outage: None,
        claim: time,
        used: time,
        units: 1,
        purpose: Purpose::Attendant,
        note: String::new(),
    }
}
