//! The parameters of published versions: what is in force from a day on, for several units at once.

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId};
use crate::domain::parameter::setting::Sheet;
use crate::domain::rule::issued::Issued;
use crate::domain::rule::{Rule, in_force_all};
use crate::store::engine::Conn;
use crate::store::rule::{applying, text};
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
            let found = kept.iter().find(|(id, _)| *id == rule.id.number());
            let sheet = found.map_or_else(
                || Ok(Sheet::default()),
                |(_, kept)| text::settings(&rule, kept),
            )?;
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
