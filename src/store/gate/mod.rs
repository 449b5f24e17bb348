//! Dated facts that open gates, with what the offices ruled on them.

pub mod ask;
pub mod file;
pub mod mine;
pub mod scene;
pub mod write;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, CourseId, FacilityId, FactId, InstitutionId, UserId};
use crate::domain::support::SupportMode;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{gate_fact, gate_ruling};

#[derive(Queryable, Selectable)]
#[diesel(table_name = gate_fact)]
struct Row {
    id: i64,
    gate: String,
    user_id: i64,
    facility_id: Option<i64>,
    booking_id: Option<i64>,
    course_id: Option<i64>,
    issuer_id: Option<i64>,
    project_number: String,
    number: String,
    level: String,
    issued_on: Option<String>,
    valid_until: Option<String>,
    entered_at: i64,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = gate_ruling)]
struct RulingRow {
    fact_id: i64,
    side: String,
    institution_id: Option<i64>,
    verdict: String,
    number: String,
    ruled_on: String,
    condition: String,
    ruled_at: i64,
}

/// The facts of a person that were not withdrawn, oldest first: one query for them, one for all
/// rulings.
///
/// # Errors
/// A fault of the database.
pub fn of_user(conn: &mut Conn, user: UserId) -> Result<Vec<Fact>, Halt> {
    let rows: Vec<Row> = gate_fact::table
        .filter(gate_fact::user_id.eq(user.number()))
        .filter(gate_fact::withdrawn_at.is_null())
        .order(gate_fact::id)
        .select(Row::as_select())
        .load(conn)?;
    with_rulings(conn, rows)
}

/// One fact, withdrawn or not.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn by_id(conn: &mut Conn, id: FactId) -> Result<Fact, Halt> {
    let row: Row = gate_fact::table
        .find(id.number())
        .select(Row::as_select())
        .first(conn)?;
    with_rulings(conn, vec![row])?.pop().ok_or(Halt::Absent)
}

fn with_rulings(conn: &mut Conn, rows: Vec<Row>) -> Result<Vec<Fact>, Halt> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let rulings: Vec<RulingRow> = gate_ruling::table
        .filter(gate_ruling::fact_id.eq_any(ids))
        .order(gate_ruling::id)
        .select(RulingRow::as_select())
        .load(conn)?;
    rows.into_iter()
        .map(|row| {
            let of = |ruling: &&RulingRow| ruling.fact_id == row.id;
            let rulings = rulings
                .iter()
                .filter(of)
                .map(ruling)
                .collect::<Result<_, _>>()?;
            fact(row, rulings)
        })
        .collect()
}

fn fact(row: Row, rulings: Vec<Ruling>) -> Result<Fact, Halt> {
    let day = |text: Option<String>| text.map(|text| read_day(&text)).transpose();
    Ok(Fact {
        id: FactId::new(row.id),
        gate: Gate::from_code(&row.gate).ok_or_else(|| unreadable("gate"))?,
        user: UserId::new(row.user_id),
        facility: row.facility_id.map(FacilityId::new),
        booking: row.booking_id.map(BookingId::new),
        course: row.course_id.map(CourseId::new),
        issuer: row.issuer_id.map(InstitutionId::new),
        project_number: row.project_number,
        number: row.number,
        level: row.level,
        issued_on: day(row.issued_on)?,
        valid_until: day(row.valid_until)?,
        entered_at: Instant::from_unix(row.entered_at),
        rulings,
    })
}

fn ruling(row: &RulingRow) -> Result<Ruling, Halt> {
    Ok(Ruling {
        side: Side::from_code(&row.side).ok_or_else(|| unreadable("side"))?,
        institution: row.institution_id.map(InstitutionId::new),
        verdict: Verdict::from_code(&row.verdict).ok_or_else(|| unreadable("verdict"))?,
        number: row.number.clone(),
        ruled_on: read_day(&row.ruled_on)?,
        condition: SupportMode::from_code(&row.condition),
        at: Instant::from_unix(row.ruled_at),
    })
}

fn read_day(text: &str) -> Result<NaiveDate, Halt> {
    text.parse().map_err(|_| unreadable("day"))
}

fn unreadable(what: &str) -> Halt {
    Halt::broken(format!("the {what} of a gate's fact can't be read"))
}
