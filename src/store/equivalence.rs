//! 読替え表: the published lines by which institutions recognise each other's records.

use diesel::prelude::*;

use crate::domain::equivalence::Line;
use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, EquivalenceId, InstitutionId};
use crate::domain::name::Name;
use crate::store::engine::Conn;
use crate::store::schema::equivalence;

#[derive(Queryable, Selectable)]
#[diesel(table_name = equivalence)]
struct Row {
    id: i64,
    institution_id: i64,
    gate: String,
    course_id: Option<i64>,
    issuer_id: Option<i64>,
    issuer_course_id: Option<i64>,
    most_months: i64,
    note_ja: String,
    note_en: String,
    ends_on: Option<String>,
}

/// The lines by which an institution recognises others' records, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn of_institution(conn: &mut Conn, id: InstitutionId) -> Result<Vec<Line>, Halt> {
    of_institutions(conn, &[id])
}

/// The same for several institutions at once.
///
/// # Errors
/// A fault of the database.
pub fn of_institutions(conn: &mut Conn, ids: &[InstitutionId]) -> Result<Vec<Line>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = equivalence::table
        .filter(equivalence::institution_id.eq_any(numbers))
        .filter(equivalence::revoked_at.is_null())
        .order(equivalence::id)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

fn read(row: Row) -> Result<Line, Halt> {
    Ok(Line {
        id: EquivalenceId::new(row.id),
        institution: InstitutionId::new(row.institution_id),
        gate: Gate::from_code(&row.gate)
            .ok_or_else(|| Halt::broken("the gate of an equivalence can't be read"))?,
        course: row.course_id.map(CourseId::new),
        issuer: row.issuer_id.map(InstitutionId::new),
        issuer_course: row.issuer_course_id.map(CourseId::new),
        most_months: u32::try_from(row.most_months).unwrap_or(0),
        note: Name {
            ja: row.note_ja,
            en: row.note_en,
        },
        ends_on: row
            .ends_on
            .map(|day| day.parse())
            .transpose()
            .map_err(|_| Halt::broken("the end of an equivalence can't be read"))?,
    })
}
