//! Publishing and recalling: a draft becomes a version; a version that is not in force counts no more.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{FacilityId, RuleId, UserId};
use crate::domain::rule::draft::publication::{Known, Ready};
use crate::store::engine::Conn;
use crate::store::rule::{of_unit, text};
use crate::store::schema::rule;
use crate::store::tx::Tx;

/// What is known of a unit's versions: those that count, and every number that was ever used.
///
/// # Errors
/// [`Halt::Absent`] without such a unit, or a fault.
pub fn known(conn: &mut Conn, unit: FacilityId) -> Result<Known, Halt> {
    Ok(Known {
        versions: of_unit(conn, unit)?,
        used: used(conn, unit)?,
        contradictions: 0,
    })
}

/// Every number that stands on a version of the unit, recalled ones among them.
///
/// # Errors
/// A fault of the database.
pub fn used(conn: &mut Conn, unit: FacilityId) -> Result<Vec<String>, Halt> {
    Ok(rule::table
        .filter(rule::facility_id.eq(unit.number()))
        .order(rule::id)
        .select(rule::version)
        .load(conn)?)
}

/// Keeps a version that comes from a draft.
///
/// # Errors
/// A fault of the database; the number may be taken already.
pub fn insert(tx: &mut Tx<'_>, ready: &Ready, by: Option<UserId>) -> Result<(), Halt> {
    let version = &ready.draft.rule;
    diesel::insert_into(rule::table)
        .values((
            rule::id.eq(version.id.number()),
            rule::facility_id.eq(version.facility.number()),
            rule::version.eq(&version.version),
            rule::title_ja.eq(&version.title.ja),
            rule::title_en.eq(&version.title.en),
            rule::body_ja.eq(""),
            rule::body_en.eq(""),
            rule::effective_on.eq(version.effective_on.to_string()),
            rule::published_at.eq(tx.at().unix()),
            rule::published_by.eq(by.map(UserId::number)),
            rule::grace_days.eq(i64::from(version.grace_days)),
            rule::based_on.eq(ready.based_on.map(RuleId::number)),
            rule::applies_to_confirmed.eq(ready.confirmed.applies()),
        ))
        .execute(&mut **tx)?;
    text::insert(tx, version.id, &ready.draft.text)
}

/// 公開の取りやめ
///
/// # Errors
/// Another try if somebody recalled it at the same moment, or a fault.
pub fn recall(tx: &mut Tx<'_>, id: RuleId) -> Result<(), Halt> {
    let at = tx.at().unix();
    let one = rule::table
        .find(id.number())
        .filter(rule::recalled_at.is_null());
    let recalled = diesel::update(one)
        .set(rule::recalled_at.eq(at))
        .execute(&mut **tx)?;
    match recalled {
        0 => Err(Halt::Fault(Fault::Again)),
        _ => Ok(()),
    }
}
