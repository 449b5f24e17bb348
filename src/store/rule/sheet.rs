//! The parameters of published versions: what is in force from a day on, for several units at once.

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId};
use crate::domain::parameter::setting::Sheet;
use crate::domain::rule::issued::Issued;
use crate::domain::rule::{Rule, in_force_all};
use crate::store::engine::Conn;
use crate::store::rule::applying;
use crate::store::schema::rule_text;

/// The versions that apply to these facilities on a day or later, with their parameters: one query
/// for the versions, one for their parameters.
///
/// # Errors
/// A fault of the database.
pub fn in_force_from(
    conn: &mut Conn,
    units: &[(FacilityId, InstitutionId)],
    day: NaiveDate,
) -> Result<Vec<Issued>, Halt> {
    let rules = applying(conn, units)?;
    let now: Vec<i64> = in_force_all(&every(&rules), day)
        .iter()
        .map(|rule| rule.id.number())
        .collect();
    let needed: Vec<(Rule, String)> = rules
        .into_iter()
        .filter(|(rule, _)| rule.effective_on > day || now.contains(&rule.id.number()))
        .collect();
    let ids: Vec<i64> = needed.iter().map(|(rule, _)| rule.id.number()).collect();
    let kept: Vec<(i64, String)> = rule_text::table
        .filter(rule_text::rule_id.eq_any(ids))
        .select((rule_text::rule_id, rule_text::settings))
        .load(conn)?;
    needed
        .into_iter()
        .map(|(rule, slug)| {
            let text = kept.iter().find(|(id, _)| *id == rule.id.number());
            let sheet = text.map_or_else(|| Ok(Sheet::default()), |(_, text)| read(&rule, text))?;
            Ok(Issued {
                citation: rule.citation(&slug),
                rule,
                sheet,
            })
        })
        .collect()
}

fn every(rules: &[(Rule, String)]) -> Vec<Rule> {
    rules.iter().map(|(rule, _)| rule.clone()).collect()
}

/// Reads the parameters of a version as they are kept.
///
/// # Errors
/// A fault: what can't be read is not passed over, as a rule would silently not hold.
pub fn read(rule: &Rule, text: &str) -> Result<Sheet, Halt> {
    serde_json::from_str(text).map_err(|error| {
        Halt::broken(format!(
            "the parameters of rule {} can't be read: {error}",
            rule.id
        ))
    })
}
