//! The passport: portable facts of people, with the names they are known by.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable, RunQueryDsl,
    Selectable, SelectableHelper,
};

use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, FactId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::passport::Record;
use crate::domain::support::SupportMode;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{course, gate_fact, gate_ruling, institution, user};

#[derive(Queryable, Selectable)]
#[diesel(table_name = gate_fact)]
struct Row {
    id: i64,
    gate: String,
    user_id: i64,
    facility_id: Option<i64>,
    course_id: Option<i64>,
    issuer_id: Option<i64>,
    project_number: String,
    number: String,
    level: String,
    issued_on: Option<String>,
    valid_until: Option<String>,
    entered_at: i64,
}

/// A row with its holder, its course's name and its issuer's.
type Found = (
    Row,
    (String, String, String),
    Option<(String, String)>,
    Option<(String, String)>,
);

/// The portable facts that somebody entered or earned and did not withdraw, latest first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(conn: &mut Conn, person: UserId) -> Result<Vec<Record>, Halt> {
    let found: Vec<Found> = gate_fact::table
        .inner_join(user::table.on(user::id.eq(gate_fact::user_id)))
        .left_join(course::table.on(gate_fact::course_id.eq(course::id.nullable())))
        .left_join(institution::table.on(gate_fact::issuer_id.eq(institution::id.nullable())))
        .filter(gate_fact::user_id.eq(person.number()))
        .filter(gate_fact::gate.eq_any(portable()))
        .filter(gate_fact::withdrawn_at.is_null())
        .order(gate_fact::id.desc())
        .limit(500)
        .select((
            Row::as_select(),
            (user::name, user::email, user::language),
            (course::name_ja, course::name_en).nullable(),
            (institution::short_ja, institution::abbr).nullable(),
        ))
        .load(conn)?;
    records(conn, found)
}

/// The facts of everybody that count on this Tokyo day and end some day, those for one booking left out:
/// these were tested on its day already.
///
/// # Errors
/// A fault of the database.
pub fn ending(conn: &mut Conn, day: NaiveDate) -> Result<Vec<Record>, Halt> {
    let found: Vec<Found> = gate_fact::table
        .inner_join(user::table.on(user::id.eq(gate_fact::user_id)))
        .left_join(course::table.on(gate_fact::course_id.eq(course::id.nullable())))
        .left_join(institution::table.on(gate_fact::issuer_id.eq(institution::id.nullable())))
        .filter(gate_fact::booking_id.is_null())
        .filter(gate_fact::withdrawn_at.is_null())
        .filter(gate_fact::valid_until.ge(day.to_string()))
        .filter(user::state.eq("active"))
        .order(gate_fact::id)
        .select((
            Row::as_select(),
            (user::name, user::email, user::language),
            (course::name_ja, course::name_en).nullable(),
            (institution::short_ja, institution::abbr).nullable(),
        ))
        .load(conn)?;
    records(conn, found)
}

fn portable() -> Vec<&'static str> {
    let gates = Gate::ALL.iter().filter(|gate| gate.is_portable());
    gates.map(|gate| gate.code()).collect()
}

fn records(conn: &mut Conn, found: Vec<Found>) -> Result<Vec<Record>, Halt> {
    let ids: Vec<i64> = found.iter().map(|(row, ..)| row.id).collect();
    let mut rulings = rulings(conn, &ids)?;
    let name = |(ja, en)| Name { ja, en };
    let record = |(row, (holder, email, language), course, issuer): Found| {
        let rulings = rulings.remove(&row.id).unwrap_or_default();
        let holder = Recipient {
            user: UserId::new(row.user_id),
            name: holder,
            email,
            language: Language::from_code(&language),
        };
        Some(Record {
            fact: fact(row, rulings)?,
            holder,
            course: course.map(name),
            issuer: issuer.map(name),
        })
    };
    Ok(found.into_iter().filter_map(record).collect())
}

/// A fact as decisions see it; none where its gate is not known any more.
fn fact(row: Row, rulings: Vec<Ruling>) -> Option<Fact> {
    let day = |text: Option<String>| text.and_then(|day| day.parse().ok());
    Some(Fact {
        id: FactId::new(row.id),
        gate: Gate::from_code(&row.gate)?,
        user: UserId::new(row.user_id),
        facility: row.facility_id.map(FacilityId::new),
        booking: None,
        course: row.course_id.map(CourseId::new),
        issuer: row.issuer_id.map(InstitutionId::new),
        project_number: row.project_number,
        number: row.number,
        level: row.level,
        issued_on: day(row.issued_on),
        valid_until: day(row.valid_until),
        entered_at: Instant::from_unix(row.entered_at),
        rulings,
    })
}

/// The rulings on these facts, oldest first.
fn rulings(conn: &mut Conn, facts: &[i64]) -> Result<HashMap<i64, Vec<Ruling>>, Halt> {
    type Row = (
        i64,
        String,
        Option<i64>,
        String,
        String,
        String,
        String,
        i64,
    );
    let mut found: HashMap<i64, Vec<Ruling>> = HashMap::new();
    for some in facts.chunks(500) {
        let rows: Vec<Row> = gate_ruling::table
            .filter(gate_ruling::fact_id.eq_any(some))
            .order((gate_ruling::ruled_at, gate_ruling::id))
            .select((
                gate_ruling::fact_id,
                gate_ruling::side,
                gate_ruling::institution_id,
                gate_ruling::verdict,
                gate_ruling::number,
                gate_ruling::ruled_on,
                gate_ruling::condition,
                gate_ruling::ruled_at,
            ))
            .load(conn)?;
        for (fact, side, institution, verdict, number, ruled_on, condition, at) in rows {
            let unreadable = || Halt::broken("the day of a ruling can't be read");
            found.entry(fact).or_default().push(Ruling {
                side: match side.as_str() {
                    "self" => Side::Own,
                    "home" => Side::Home,
                    _ => Side::Provider,
                },
                institution: institution.map(InstitutionId::new),
                verdict: match verdict.as_str() {
                    "confirmed" => Verdict::Confirmed,
                    "revoked" => Verdict::Revoked,
                    _ => Verdict::Refused,
                },
                number,
                ruled_on: ruled_on.parse().map_err(|_| unreadable())?,
                condition: SupportMode::from_code(&condition),
                at: Instant::from_unix(at),
            });
        }
    }
    Ok(found)
}
