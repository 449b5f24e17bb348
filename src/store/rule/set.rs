//! 規則の一式: the rule of a unit for its page, with all its versions and what else applies.

use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId};
use crate::domain::name::Name;
use crate::domain::rule::Rule;
use crate::store::engine::Conn;
use crate::store::rule::applying;
use crate::store::schema::{facility, institution};

/// Most facilities that the page of an institution's own rule names.
const FACILITIES_MOST: i64 = 200;

/// A unit with its rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleSet {
    pub id: FacilityId,
    pub slug: String,
    pub name: Name,
    /// Whether it is the institution as a whole.
    pub is_whole: bool,
    pub institution: Name,
    pub institution_slug: String,
    /// All published versions that apply to it, latest effective date first, each with the slug of
    /// the unit that owns it: the institution's own are among them.
    pub applying: Vec<(Rule, String)>,
    /// The facilities that the rule of a whole institution applies to: address and name.
    pub facilities: Vec<(String, Name)>,
}

/// The unit at this address with everything that applies to it.
///
/// # Errors
/// [`Halt::Absent`] if there is no such unit, or a fault.
pub fn at(conn: &mut Conn, slug: &str) -> Result<RuleSet, Halt> {
    type Found = (i64, bool, (String, String), i64, String, (String, String));
    let (id, is_whole, unit, owner, institution_slug, parent): Found = facility::table
        .inner_join(institution::table.on(institution::id.eq(facility::institution_id)))
        .filter(facility::slug.eq(slug))
        .select((
            facility::id,
            facility::is_whole,
            (facility::name_ja, facility::name_en),
            institution::id,
            institution::slug,
            (institution::name_ja, institution::name_en),
        ))
        .first(conn)?;
    let name = |(ja, en)| Name { ja, en };
    let facilities = if is_whole {
        facilities(conn, owner)?
    } else {
        Vec::new()
    };
    let unit_id = FacilityId::new(id);
    Ok(RuleSet {
        id: unit_id,
        slug: slug.to_owned(),
        name: name(unit),
        is_whole,
        institution: name(parent),
        institution_slug,
        applying: applying(conn, &[(unit_id, InstitutionId::new(owner))])?,
        facilities,
    })
}

fn facilities(conn: &mut Conn, institution: i64) -> Result<Vec<(String, Name)>, Halt> {
    let found: Vec<(String, String, String)> = facility::table
        .filter(facility::institution_id.eq(institution))
        .filter(facility::is_whole.eq(false))
        .order(facility::id)
        .limit(FACILITIES_MOST)
        .select((facility::slug, facility::name_ja, facility::name_en))
        .load(conn)?;
    let named = found.into_iter();
    Ok(named
        .map(|(slug, ja, en)| (slug, Name { ja, en }))
        .collect())
}
