//! Consents: which versions somebody agreed to, and which later ones wait for them.

use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId, RuleId, UserId};
use crate::domain::name::Name;
use crate::domain::rule::Rule;
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::rule;
use crate::store::schema::{facility, institution, rule as versions, rule_consent};

/// A version that applies to somebody, with the unit that owns it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Applying {
    pub rule: Rule,
    pub unit: Name,
    pub unit_slug: String,
    pub institution: Name,
    /// When they agreed to it, if they did.
    pub agreed_at: Option<Instant>,
}

/// All versions of the units whose rules somebody agreed to before, and of these units besides,
/// latest effective date first.
///
/// # Errors
/// A fault of the database.
pub fn of_person(
    conn: &mut Conn,
    user: UserId,
    besides: &[(FacilityId, InstitutionId)],
) -> Result<Vec<Applying>, Halt> {
    let agreed: Vec<(i64, i64, i64, i64)> = rule_consent::table
        .inner_join(versions::table)
        .inner_join(facility::table.on(facility::id.eq(versions::facility_id)))
        .filter(rule_consent::user_id.eq(user.number()))
        .order(rule_consent::consented_at.desc())
        .select((
            rule_consent::rule_id,
            rule_consent::consented_at,
            facility::id,
            facility::institution_id,
        ))
        .load(conn)?;
    let mut units: Vec<(FacilityId, InstitutionId)> = agreed
        .iter()
        .map(|row| (FacilityId::new(row.2), InstitutionId::new(row.3)))
        .chain(besides.iter().copied())
        .collect();
    units.sort();
    units.dedup();
    let applying = rule::applying(conn, &units)?;
    let names = names(conn, &applying)?;
    let found = applying.into_iter().filter_map(|(rule, unit_slug)| {
        let known = names.iter().find(|row| row.0 == rule.facility.number());
        let (_, unit, institution) = known?.clone();
        let name = |(ja, en)| Name { ja, en };
        let at = agreed
            .iter()
            .find(|row| RuleId::new(row.0) == rule.id)
            .map(|row| Instant::from_unix(row.1));
        Some(Applying {
            rule,
            unit: name(unit),
            unit_slug,
            institution: name(institution),
            agreed_at: at,
        })
    });
    Ok(found.collect())
}

/// A unit with its names and its institution's.
type Named = (i64, (String, String), (String, String));

fn names(conn: &mut Conn, applying: &[(Rule, String)]) -> Result<Vec<Named>, Halt> {
    let ids: Vec<i64> = applying
        .iter()
        .map(|(rule, _)| rule.facility.number())
        .collect();
    Ok(facility::table
        .inner_join(institution::table)
        .filter(facility::id.eq_any(ids))
        .select((
            facility::id,
            (facility::name_ja, facility::name_en),
            (institution::name_ja, institution::name_en),
        ))
        .load(conn)?)
}
