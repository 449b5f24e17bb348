//! Which offices were asked about a fact, who answers there, and how many answers they owe.

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::domain::actor::Role;
use crate::domain::booking::State;
use crate::domain::gate::ask::{Ask, door, key};
use crate::domain::gate::fact::Side;
use crate::domain::gate::told::Asked;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, FactId, InstitutionId};
use crate::domain::letter::Recipient;
use crate::domain::time::Instant;
use crate::store::booking::gather;
use crate::store::desk;
use crate::store::engine::Conn;
use crate::store::schema::{booking, gate_ask, gate_fact};
use crate::store::tx::Tx;

/// An ask, and when it was answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub fact: FactId,
    pub ask: Ask,
    pub answered_at: Option<Instant>,
}

/// Whether an office was asked just now, or had been before.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Found {
    New,
    Known,
}

/// Keeps that an office is asked, unless it was before.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, fact: FactId, ask: &Ask) -> Result<Found, Halt> {
    let key_of_row = (fact.number(), ask.side.code(), ask.institution.number());
    let known: Option<i64> = gate_ask::table
        .find(key_of_row)
        .select(gate_ask::asked_at)
        .first(&mut **tx)
        .optional()?;
    if known.is_some() {
        return Ok(Found::Known);
    }
    let door = key(ask.door).ok_or_else(|| Halt::broken("an office without a door"))?;
    let at = tx.at().unix();
    diesel::insert_into(gate_ask::table)
        .values((
            gate_ask::fact_id.eq(fact.number()),
            gate_ask::side.eq(ask.side.code()),
            gate_ask::institution_id.eq(ask.institution.number()),
            gate_ask::facility_id.eq(ask.facility.map(FacilityId::number)),
            gate_ask::door.eq(door),
            gate_ask::asked_at.eq(at),
            gate_ask::due_on.eq(ask.due_on.to_string()),
        ))
        .execute(&mut **tx)?;
    Ok(Found::New)
}

/// The people who answer at an office, and its institution's officers.
///
/// # Errors
/// A fault of the database.
pub fn office(conn: &mut Conn, ask: &Ask) -> Result<Asked, Halt> {
    let people: Vec<Recipient> = match ask.door {
        Role::Desk(institution, at) => desk::people(conn, institution, at)?,
        Role::InstitutionOfficer(institution) => desk::officers(conn, institution)?,
        Role::FacilityManager(facility) => gather::managers(conn, facility)?,
        Role::Council | Role::Administrator => Vec::new(),
    };
    Ok(Asked {
        ask: *ask,
        office: gather::institution_name(conn, ask.institution)?,
        officers: desk::officers(conn, ask.institution)?,
        people,
    })
}

/// Who was asked about these facts, in order of asking: one query.
///
/// # Errors
/// A fault of the database.
pub fn of_facts(conn: &mut Conn, facts: &[FactId]) -> Result<Vec<Kept>, Halt> {
    type Row = (i64, String, i64, Option<i64>, String, String, Option<i64>);
    let numbers: Vec<i64> = facts.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = gate_ask::table
        .filter(gate_ask::fact_id.eq_any(numbers))
        .order((gate_ask::asked_at, gate_ask::fact_id, gate_ask::side))
        .select((
            gate_ask::fact_id,
            gate_ask::side,
            gate_ask::institution_id,
            gate_ask::facility_id,
            gate_ask::door,
            gate_ask::due_on,
            gate_ask::answered_at,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(
            |(fact, side, institution, facility, key, due_on, answered_at)| {
                let unreadable = || Halt::broken("an ask of a gate can't be read");
                Ok(Kept {
                    fact: FactId::new(fact),
                    ask: Ask {
                        side: Side::from_code(&side).ok_or_else(unreadable)?,
                        institution: InstitutionId::new(institution),
                        facility: facility.map(FacilityId::new),
                        door: door(&key).ok_or_else(unreadable)?,
                        due_on: due_on.parse().map_err(|_| unreadable())?,
                    },
                    answered_at: answered_at.map(Instant::from_unix),
                })
            },
        )
        .collect()
}

/// The doors of somebody's roles, as they are kept.
#[must_use]
pub(in crate::store) fn doors(roles: &[Role]) -> Vec<String> {
    roles.iter().filter_map(|role| key(*role)).collect()
}

/// How many answers the offices of these roles owe; none for who answers at no office. What is for a
/// booking that ended or is over is owed no more.
///
/// # Errors
/// A fault of the database.
pub fn owed(conn: &mut Conn, roles: &[Role], at: Instant) -> Result<Option<i64>, Halt> {
    let doors = doors(roles);
    if doors.is_empty() {
        return Ok(None);
    }
    let count = gate_ask::table
        .inner_join(gate_fact::table)
        .left_join(booking::table.on(gate_fact::booking_id.eq(booking::id.nullable())))
        .filter(gate_ask::door.eq_any(doors))
        .filter(gate_ask::answered_at.is_null())
        .filter(
            gate_fact::booking_id.is_null().or(booking::state
                .eq_any(holding())
                .and(booking::ends_at.gt(at.unix()))
                .assume_not_null()),
        )
        .select(count_star())
        .first(conn)?;
    Ok(Some(count))
}

/// The states in which a booking holds its time.
#[must_use]
pub(in crate::store) fn holding() -> Vec<&'static str> {
    State::ALL
        .iter()
        .filter(|state| state.holds_time())
        .map(|state| state.code())
        .collect()
}
