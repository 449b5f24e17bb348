//! 別添: the files of rules, kept in the database; those that no draft or version names are swept.

use std::collections::BTreeSet;

use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, FileId, UserId};
use crate::domain::rule::document::{Attachment, Document};
use crate::store::engine::Conn;
use crate::store::schema::{rule, rule_draft, rule_file, rule_text};
use crate::store::tx::Tx;

/// A file that nobody names may be on its way into a draft for so many seconds.
const FRESH: i64 = 3_600;
/// Most files that one statement removes.
const AT_ONCE: usize = 500;

/// How many bytes the files of a unit take.
///
/// # Errors
/// A fault of the database.
pub fn weight(conn: &mut Conn, unit: FacilityId) -> Result<u64, Halt> {
    let sizes: Vec<i64> = rule_file::table
        .filter(rule_file::facility_id.eq(unit.number()))
        .select(rule_file::size)
        .load(conn)?;
    Ok(sizes
        .into_iter()
        .filter_map(|size| u64::try_from(size).ok())
        .sum())
}

/// The content of a unit's file.
///
/// # Errors
/// [`Halt::Absent`] if the unit has no such file, or a fault.
pub fn content(conn: &mut Conn, unit: FacilityId, id: FileId) -> Result<Vec<u8>, Halt> {
    Ok(rule_file::table
        .filter(rule_file::id.eq(id.number()))
        .filter(rule_file::facility_id.eq(unit.number()))
        .select(rule_file::content)
        .first(conn)?)
}

/// Keeps a file.
///
/// # Errors
/// A fault of the database.
pub fn insert(
    tx: &mut Tx<'_>,
    unit: FacilityId,
    file: &Attachment,
    content: &[u8],
    by: Option<UserId>,
) -> Result<(), Halt> {
    let size = i64::try_from(file.size).map_err(Halt::broken)?;
    let at = tx.at().unix();
    diesel::insert_into(rule_file::table)
        .values((
            rule_file::id.eq(file.id.number()),
            rule_file::facility_id.eq(unit.number()),
            rule_file::name.eq(&file.name),
            rule_file::size.eq(size),
            rule_file::sha256.eq(&file.sha256),
            rule_file::content.eq(content),
            rule_file::kept_at.eq(at),
            rule_file::kept_by.eq(by.map(UserId::number)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Removes the files of a unit that neither its draft nor any of its versions names.
///
/// # Errors
/// A fault of the database.
pub fn clear(tx: &mut Tx<'_>, unit: FacilityId) -> Result<(), Halt> {
    let kept: Vec<(i64, i64)> = rule_file::table
        .filter(rule_file::facility_id.eq(unit.number()))
        .select((rule_file::id, rule_file::facility_id))
        .load(&mut **tx)?;
    remove_unnamed(tx, &kept)
}

/// Removes the files that no draft or version has named for an hour.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Halt> {
    let old = tx.at().unix().saturating_sub(FRESH);
    let kept: Vec<(i64, i64)> = rule_file::table
        .filter(rule_file::kept_at.lt(old))
        .select((rule_file::id, rule_file::facility_id))
        .load(&mut **tx)?;
    remove_unnamed(tx, &kept)
}

fn remove_unnamed(tx: &mut Tx<'_>, kept: &[(i64, i64)]) -> Result<(), Halt> {
    if kept.is_empty() {
        return Ok(());
    }
    let units: BTreeSet<i64> = kept.iter().map(|(_, unit)| *unit).collect();
    let named = named(tx, &units)?;
    let unnamed: Vec<i64> = kept
        .iter()
        .map(|(id, _)| *id)
        .filter(|id| !named.contains(id))
        .collect();
    for some in unnamed.chunks(AT_ONCE) {
        diesel::delete(rule_file::table.filter(rule_file::id.eq_any(some))).execute(&mut **tx)?;
    }
    Ok(())
}

/// The files that the drafts and versions of these units name.
fn named(conn: &mut Conn, units: &BTreeSet<i64>) -> Result<BTreeSet<i64>, Halt> {
    let drafts: Vec<String> = rule_draft::table
        .filter(rule_draft::facility_id.eq_any(units))
        .select(rule_draft::documents)
        .load(conn)?;
    let texts: Vec<String> = rule_text::table
        .inner_join(rule::table.on(rule::id.eq(rule_text::rule_id)))
        .filter(rule::facility_id.eq_any(units))
        .select(rule_text::documents)
        .load(conn)?;
    let mut named = BTreeSet::new();
    for text in drafts.iter().chain(&texts) {
        let documents: Vec<Document> = serde_json::from_str(text).map_err(Halt::broken)?;
        let files = documents.iter().flat_map(|document| &document.files);
        named.extend(files.map(|file| file.id.number()));
    }
    Ok(named)
}
