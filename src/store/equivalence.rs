//! 読替え表: the published lines by which institutions recognise each other's records.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::equivalence::Line;
use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, EquivalenceId, InstitutionId, UserId};
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{course, equivalence, institution};
use crate::store::tx::Tx;

/// Most lines that one person's records are held against.
const LINES: i64 = 2_000;

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

/// The same of several institutions.
///
/// # Errors
/// A fault of the database.
pub fn of_institutions(conn: &mut Conn, ids: &[InstitutionId]) -> Result<Vec<Line>, Halt> {
    let rows: Vec<Row> = equivalence::table
        .filter(equivalence::institution_id.eq_any(ids.iter().map(|id| id.number())))
        .filter(equivalence::revoked_at.is_null())
        .order(equivalence::id)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// The lines of every institution that count on a day, by which somebody's records are recognised.
///
/// # Errors
/// A fault of the database.
pub fn counting(conn: &mut Conn, day: NaiveDate) -> Result<Vec<Line>, Halt> {
    let rows: Vec<Row> = equivalence::table
        .filter(equivalence::revoked_at.is_null())
        .filter(counts_on(day))
        .order(equivalence::id)
        .limit(LINES)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// A line with the names that people know everything in it by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    pub line: Line,
    pub institution: Place,
    pub course: Option<Name>,
    pub issuer: Option<Place>,
    pub issuer_course: Option<Name>,
    pub at: Instant,
}

/// An institution by its address and its short name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    pub slug: String,
    pub name: Name,
}

/// The published lines by institution, oldest first: so many from a place on. Of `institutions` only,
/// unless there are none; those that count on `day` only, unless there is none.
///
/// # Errors
/// A fault of the database.
pub fn listed(
    conn: &mut Conn,
    institutions: &[InstitutionId],
    day: Option<NaiveDate>,
    (skip, most): (i64, i64),
) -> Result<Vec<Published>, Halt> {
    let mut lines = equivalence::table
        .filter(equivalence::revoked_at.is_null())
        .order((equivalence::institution_id, equivalence::id))
        .offset(skip)
        .limit(most)
        .select((Row::as_select(), equivalence::published_at))
        .into_boxed();
    if !institutions.is_empty() {
        let numbers: Vec<i64> = institutions.iter().map(|id| id.number()).collect();
        lines = lines.filter(equivalence::institution_id.eq_any(numbers));
    }
    if let Some(day) = day {
        lines = lines.filter(counts_on(day));
    }
    let rows: Vec<(Row, i64)> = lines.load(conn)?;
    let lines: Vec<(Line, i64)> = rows
        .into_iter()
        .map(|(row, at)| Ok((read(row)?, at)))
        .collect::<Result<_, Halt>>()?;
    named(conn, lines)
}

#[diesel::dsl::auto_type]
fn counts_on(day: NaiveDate) -> _ {
    let day: String = day.to_string();
    equivalence::ends_on
        .is_null()
        .or(equivalence::ends_on.ge(day).assume_not_null())
}

/// Each line with its names: one query for institutions, one for courses.
fn named(conn: &mut Conn, lines: Vec<(Line, i64)>) -> Result<Vec<Published>, Halt> {
    let institutions: Vec<i64> = lines
        .iter()
        .flat_map(|(line, _)| [Some(line.institution), line.issuer])
        .flatten()
        .map(InstitutionId::number)
        .collect();
    let places = places(conn, &institutions)?;
    let courses: Vec<i64> = lines
        .iter()
        .flat_map(|(line, _)| [line.course, line.issuer_course])
        .flatten()
        .map(CourseId::number)
        .collect();
    let names: BTreeMap<i64, Name> = course::table
        .filter(course::id.eq_any(courses))
        .select((course::id, course::name_ja, course::name_en))
        .load::<(i64, String, String)>(conn)?
        .into_iter()
        .map(|(id, ja, en)| (id, Name { ja, en }))
        .collect();
    let course = |id: Option<CourseId>| names.get(&id?.number()).cloned();
    lines
        .into_iter()
        .map(|(line, at)| {
            let institution = places.get(&line.institution).cloned();
            Ok(Published {
                institution: institution.ok_or_else(|| Halt::broken("a line of no institution"))?,
                course: course(line.course),
                issuer: line.issuer.and_then(|id| places.get(&id).cloned()),
                issuer_course: course(line.issuer_course),
                at: Instant::from_unix(at),
                line,
            })
        })
        .collect()
}

fn places(conn: &mut Conn, ids: &[i64]) -> Result<BTreeMap<InstitutionId, Place>, Halt> {
    Ok(institution::table
        .filter(institution::id.eq_any(ids))
        .select((
            institution::id,
            institution::slug,
            institution::short_ja,
            institution::abbr,
        ))
        .load::<(i64, String, String, String)>(conn)?
        .into_iter()
        .map(|(id, slug, ja, en)| {
            let name = Name { ja, en };
            (InstitutionId::new(id), Place { slug, name })
        })
        .collect())
}

/// The institutions of these ids, by their short names.
///
/// # Errors
/// A fault of the database.
pub fn institutions(
    conn: &mut Conn,
    ids: &[InstitutionId],
) -> Result<BTreeMap<InstitutionId, Place>, Halt> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    places(conn, &numbers)
}

/// Whether there is such an institution; none stands for any.
///
/// # Errors
/// A fault of the database.
pub fn is_known(conn: &mut Conn, id: Option<InstitutionId>) -> Result<bool, Halt> {
    match id {
        None => Ok(true),
        Some(id) => Ok(places(conn, &[id.number()])?.contains_key(&id)),
    }
}

/// The lines of an institution, for a deed: nobody else publishes for it before we commit.
///
/// # Errors
/// A fault of the database.
pub fn take(tx: &mut Tx<'_>, id: InstitutionId) -> Result<Vec<Line>, Halt> {
    diesel::update(institution::table.filter(institution::id.eq(id.number())))
        .set(institution::slug.eq(institution::slug))
        .execute(&mut **tx)?;
    of_institution(tx, id)
}

/// Keeps a line.
///
/// # Errors
/// A fault of the database.
pub fn publish(tx: &mut Tx<'_>, line: &Line, by: Option<UserId>) -> Result<(), Halt> {
    let at = tx.at().unix();
    diesel::insert_into(equivalence::table)
        .values((
            equivalence::id.eq(line.id.number()),
            equivalence::institution_id.eq(line.institution.number()),
            equivalence::gate.eq(line.gate.code()),
            equivalence::course_id.eq(line.course.map(CourseId::number)),
            equivalence::issuer_id.eq(line.issuer.map(InstitutionId::number)),
            equivalence::issuer_course_id.eq(line.issuer_course.map(CourseId::number)),
            equivalence::most_months.eq(i64::from(line.most_months)),
            equivalence::note_ja.eq(&line.note.ja),
            equivalence::note_en.eq(&line.note.en),
            equivalence::ends_on.eq(line.ends_on.map(|day| day.to_string())),
            equivalence::published_at.eq(at),
            equivalence::published_by.eq(by.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whose a line is that was not taken back.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn institution_of(tx: &mut Tx<'_>, id: EquivalenceId) -> Result<InstitutionId, Halt> {
    let standing = equivalence::table
        .filter(equivalence::id.eq(id.number()))
        .filter(equivalence::revoked_at.is_null());
    let found: i64 = standing
        .select(equivalence::institution_id)
        .first(&mut **tx)?;
    Ok(InstitutionId::new(found))
}

/// The line counts for no day any more.
///
/// # Errors
/// [`Halt::Absent`] if somebody took it back in between, or a fault.
pub fn revoke(tx: &mut Tx<'_>, id: EquivalenceId) -> Result<(), Halt> {
    let at = tx.at().unix();
    let standing = equivalence::table
        .filter(equivalence::id.eq(id.number()))
        .filter(equivalence::revoked_at.is_null());
    let taken = diesel::update(standing)
        .set(equivalence::revoked_at.eq(at))
        .execute(&mut **tx)?;
    if taken == 0 {
        return Err(Halt::Absent);
    }
    Ok(())
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
