//! Usage rules and consents as they are kept.

use diesel::prelude::*;

use crate::domain::catalogue::Name;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, RuleId, UserId};
use crate::domain::rule::{Consent, Rule};
use crate::store::engine::Conn;
use crate::store::schema::{rule, rule_consent};
use crate::store::tx::Tx;

/// All published versions of a facility's rule, oldest first.
///
/// # Errors
/// A fault of the database.
pub fn versions(conn: &mut Conn, facility: FacilityId) -> Result<Vec<Rule>, Halt> {
    let rows: Vec<(i64, String, String, String, String)> = rule::table
        .filter(rule::facility_id.eq(facility.number()))
        .order((rule::effective_on, rule::id))
        .select((
            rule::id,
            rule::version,
            rule::title_ja,
            rule::title_en,
            rule::effective_on,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, version, ja, en, day)| {
            let effective_on = day
                .parse()
                .map_err(|_| Halt::broken("the day of a rule can't be read"))?;
            Ok(Rule {
                id: RuleId::new(id),
                facility,
                version,
                title: Name { ja, en },
                effective_on,
            })
        })
        .collect()
}

/// The versions of a facility's rule that somebody consented to.
///
/// # Errors
/// A fault of the database.
pub fn consents(conn: &mut Conn, user: UserId, facility: FacilityId) -> Result<Vec<RuleId>, Halt> {
    let rows: Vec<i64> = rule_consent::table
        .inner_join(rule::table)
        .filter(rule_consent::user_id.eq(user.number()))
        .filter(rule::facility_id.eq(facility.number()))
        .select(rule_consent::rule_id)
        .load(conn)?;
    Ok(rows.into_iter().map(RuleId::new).collect())
}

/// Keeps a consent; one that is there already stays as it was given.
///
/// # Errors
/// A fault of the database.
pub fn agree(tx: &mut Tx<'_>, consent: &Consent) -> Result<(), Halt> {
    let (user, rule) = (consent.user.number(), consent.rule.number());
    let given = rule_consent::table
        .filter(rule_consent::user_id.eq(user))
        .filter(rule_consent::rule_id.eq(rule));
    let known: i64 = given.count().get_result(&mut **tx)?;
    if known == 0 {
        diesel::insert_into(rule_consent::table)
            .values((
                rule_consent::user_id.eq(user),
                rule_consent::rule_id.eq(rule),
                rule_consent::consented_at.eq(consent.at.unix()),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}
