//! Keeping facts for gates, what offices say of them, and that they were taken back.

use diesel::prelude::*;

use crate::domain::gate::declaration::Detail;
use crate::domain::gate::entry::Entered;
use crate::domain::gate::fact::{Ruling, Side, Verdict};
use crate::domain::gate::spoken::Ruled;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, CourseId, FacilityId, FactId, InstitutionId, UserId};
use crate::domain::support::SupportMode;
use crate::secret::chance;
use crate::store::engine::Conn;
use crate::store::schema::{gate_ask, gate_fact, gate_ruling};
use crate::store::tx::Tx;

#[derive(Insertable)]
#[diesel(table_name = gate_fact)]
struct NewRow<'a> {
    id: i64,
    gate: &'a str,
    user_id: i64,
    facility_id: Option<i64>,
    booking_id: Option<i64>,
    course_id: Option<i64>,
    issuer_id: Option<i64>,
    project_number: &'a str,
    number: &'a str,
    level: &'a str,
    issued_on: Option<String>,
    valid_until: Option<String>,
    detail: String,
    entered_at: i64,
    entered_by: Option<i64>,
    turn: i64,
}

/// Takes a fact's turn: one deed at a time looks at what was said of it and says more.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn take(tx: &mut Tx<'_>, id: FactId) -> Result<(), Halt> {
    let taken = diesel::update(gate_fact::table.find(id.number()))
        .set(gate_fact::turn.eq(gate_fact::turn + 1))
        .execute(&mut **tx)?;
    match taken {
        0 => Err(Halt::Absent),
        _ => Ok(()),
    }
}

/// Whose fact has this id, if there is one.
///
/// # Errors
/// A fault of the database.
pub fn made(conn: &mut Conn, id: FactId) -> Result<Option<UserId>, Halt> {
    let user: Option<i64> = gate_fact::table
        .find(id.number())
        .select(gate_fact::user_id)
        .first(conn)
        .optional()?;
    Ok(user.map(UserId::new))
}

/// Keeps a fact that its person entered; their own word stands beside it where that is enough.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, entered: &Entered) -> Result<(), Halt> {
    let fact = &entered.fact;
    let row = NewRow {
        id: fact.id.number(),
        gate: fact.gate.code(),
        user_id: fact.user.number(),
        facility_id: fact.facility.map(FacilityId::number),
        booking_id: fact.booking.map(BookingId::number),
        course_id: fact.course.map(CourseId::number),
        issuer_id: fact.issuer.map(InstitutionId::number),
        project_number: &fact.project_number,
        number: &fact.number,
        level: &fact.level,
        issued_on: fact.issued_on.map(|day| day.to_string()),
        valid_until: fact.valid_until.map(|day| day.to_string()),
        detail: write_detail(&entered.detail)?,
        entered_at: fact.entered_at.unix(),
        entered_by: Some(fact.user.number()),
        turn: 0,
    };
    diesel::insert_into(gate_fact::table)
        .values(&row)
        .execute(&mut **tx)?;
    if entered.own {
        let own = Ruled {
            ruling: Ruling {
                side: Side::Own,
                institution: None,
                verdict: Verdict::Confirmed,
                number: String::new(),
                ruled_on: fact.entered_at.day(),
                condition: None,
                at: fact.entered_at,
            },
            reason: String::new(),
        };
        rule(tx, fact.id, &own, Some(fact.user))?;
    }
    for old in &entered.replaces {
        withdraw(tx, *old)?;
    }
    Ok(())
}

/// Keeps what an office said; its ask is answered.
///
/// # Errors
/// A fault of the database.
pub fn rule(tx: &mut Tx<'_>, fact: FactId, ruled: &Ruled, by: Option<UserId>) -> Result<(), Halt> {
    let (at, ruling) = (tx.at(), &ruled.ruling);
    let institution = ruling.institution.map(InstitutionId::number);
    diesel::insert_into(gate_ruling::table)
        .values((
            gate_ruling::id.eq(chance::id(at)),
            gate_ruling::fact_id.eq(fact.number()),
            gate_ruling::side.eq(ruling.side.code()),
            gate_ruling::verdict.eq(ruling.verdict.code()),
            gate_ruling::number.eq(&ruling.number),
            gate_ruling::ruled_on.eq(ruling.ruled_on.to_string()),
            gate_ruling::condition.eq(ruling.condition.map_or("", SupportMode::code)),
            gate_ruling::reason.eq(&ruled.reason),
            gate_ruling::ruled_at.eq(ruling.at.unix()),
            gate_ruling::ruled_by.eq(by.map(UserId::number)),
            gate_ruling::institution_id.eq(institution),
        ))
        .execute(&mut **tx)?;
    let Some(institution) = institution else {
        return Ok(());
    };
    let asked = gate_ask::table
        .filter(gate_ask::fact_id.eq(fact.number()))
        .filter(gate_ask::side.eq(ruling.side.code()))
        .filter(gate_ask::institution_id.eq(institution));
    diesel::update(asked)
        .set(gate_ask::answered_at.eq(Some(at.unix())))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps that a fact was taken back: no office owes an answer on it any more.
///
/// # Errors
/// A fault of the database.
pub fn withdraw(tx: &mut Tx<'_>, id: FactId) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::update(gate_fact::table.find(id.number()))
        .set(gate_fact::withdrawn_at.eq(Some(at)))
        .execute(&mut **tx)?;
    let owed = gate_ask::table
        .filter(gate_ask::fact_id.eq(id.number()))
        .filter(gate_ask::answered_at.is_null());
    diesel::update(owed)
        .set(gate_ask::answered_at.eq(Some(at)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(in crate::store) fn write_detail(detail: &Detail) -> Result<String, Halt> {
    match *detail == Detail::default() {
        true => Ok(String::new()),
        false => serde_json::to_string(detail).map_err(Halt::broken),
    }
}
