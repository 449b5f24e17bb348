//! Usage rules: the published versions, their texts, and who consented to which.

use diesel::dsl::exists;
use diesel::prelude::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, QueryDsl, Queryable,
    RunQueryDsl, Selectable, SelectableHelper,
};
use diesel::result::{DatabaseErrorKind, Error};
use diesel::select;

use crate::domain::halt::{Fault, Halt};
use crate::domain::id::{FacilityId, InstitutionId, RuleId, UserId};
use crate::domain::name::Name;
use crate::domain::rule::text::Text;
use crate::domain::rule::{Consent, Draft, Rule};
use crate::domain::time::Instant;
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, rule, rule_consent};
use crate::store::tx::Tx;

pub mod attached;
pub mod draft;
pub mod set;
pub mod sheet;
pub mod target;
pub mod text;

/// The columns of one version, without its text.
#[derive(Queryable, Selectable)]
#[diesel(table_name = rule)]
struct Row {
    id: i64,
    facility_id: i64,
    version: String,
    title_ja: String,
    title_en: String,
    effective_on: String,
    grace_days: i64,
}

/// The columns of the unit that owns it: institution, whether it is the institution as a whole, slug.
type Unit = (i64, bool, String);

#[diesel::dsl::auto_type]
fn unit() -> _ {
    (facility::institution_id, facility::is_whole, facility::slug)
}

#[derive(Insertable)]
#[diesel(table_name = rule)]
struct NewRow<'a> {
    id: i64,
    facility_id: i64,
    version: &'a str,
    title_ja: &'a str,
    title_en: &'a str,
    body_ja: &'a str,
    body_en: &'a str,
    effective_on: String,
    published_at: i64,
    published_by: Option<i64>,
    grace_days: i64,
}

/// One version with its text and everything its page says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleText {
    pub rule: Rule,
    pub text: Text,
    pub facility: Name,
    pub facility_slug: String,
    pub institution: Name,
    pub institution_slug: String,
    pub published_at: Instant,
    /// All versions of the facility's rule, this one included, latest effective date first.
    pub versions: Vec<Rule>,
}

/// All published versions that apply to a facility, its institution's own among them, latest
/// effective date first. What was recalled before it came into force is left out.
///
/// # Errors
/// [`Halt::Absent`] if there is no such facility, or a fault.
pub fn versions(conn: &mut Conn, facility: FacilityId) -> Result<Vec<Rule>, Halt> {
    let institution = owner(conn, facility)?;
    let found = applying(conn, &[(facility, institution)])?;
    Ok(found.into_iter().map(|(rule, _)| rule).collect())
}

/// All published versions that apply to several facilities, latest effective date first, each with
/// the slug of the unit that owns it.
///
/// # Errors
/// A fault of the database.
pub fn applying(
    conn: &mut Conn,
    units: &[(FacilityId, InstitutionId)],
) -> Result<Vec<(Rule, String)>, Halt> {
    let facilities: Vec<i64> = units.iter().map(|(id, _)| id.number()).collect();
    let institutions: Vec<i64> = units.iter().map(|(_, id)| id.number()).collect();
    let whole = facility::is_whole
        .eq(true)
        .and(facility::institution_id.eq_any(institutions));
    rule::table
        .inner_join(facility::table.on(facility::id.eq(rule::facility_id)))
        .filter(rule::recalled_at.is_null())
        .filter(facility::id.eq_any(facilities).or(whole))
        .order((rule::effective_on.desc(), rule::id.desc()))
        .select((Row::as_select(), unit()))
        .load::<(Row, Unit)>(conn)?
        .into_iter()
        .map(|(row, unit)| {
            let slug = unit.2.clone();
            Ok((read(row, &unit)?, slug))
        })
        .collect()
}

/// The published versions that a unit itself owns, latest effective date first.
///
/// # Errors
/// [`Halt::Absent`] if there is no such unit, or a fault.
pub fn of_unit(conn: &mut Conn, unit: FacilityId) -> Result<Vec<Rule>, Halt> {
    let mut versions = versions(conn, unit)?;
    versions.retain(|rule| rule.facility == unit);
    Ok(versions)
}

/// One version with its text.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn at(conn: &mut Conn, facility_slug: &str, version: &str) -> Result<RuleText, Halt> {
    type Found = (
        Row,
        String,
        String,
        i64,
        Unit,
        (String, String, String),
        (String, String, String),
    );
    let (row, body_ja, body_en, published_at, unit, owner, parent): Found = rule::table
        .inner_join(facility::table.on(facility::id.eq(rule::facility_id)))
        .inner_join(institution::table.on(institution::id.eq(facility::institution_id)))
        .filter(facility::slug.eq(facility_slug))
        .filter(rule::version.eq(version))
        .filter(rule::recalled_at.is_null())
        .select((
            Row::as_select(),
            rule::body_ja,
            rule::body_en,
            rule::published_at,
            unit(),
            (facility::slug, facility::name_ja, facility::name_en),
            (
                institution::slug,
                institution::name_ja,
                institution::name_en,
            ),
        ))
        .first(conn)?;
    let rule = read(row, &unit)?;
    let versions = of_unit(conn, rule.facility)?;
    Ok(RuleText {
        text: text::of(conn, &rule, name((body_ja, body_en)))?,
        rule,
        facility: name((owner.1, owner.2)),
        facility_slug: owner.0,
        institution: name((parent.1, parent.2)),
        institution_slug: parent.0,
        published_at: Instant::from_unix(published_at),
        versions,
    })
}

/// The versions that apply to a facility, its institution's own among them, to which somebody
/// consented.
///
/// # Errors
/// [`Halt::Absent`] if there is no such facility, or a fault.
pub fn consents(conn: &mut Conn, user: UserId, facility: FacilityId) -> Result<Vec<RuleId>, Halt> {
    let institution = owner(conn, facility)?;
    let whole = facility::is_whole
        .eq(true)
        .and(facility::institution_id.eq(institution.number()));
    let ids: Vec<i64> = rule_consent::table
        .inner_join(rule::table)
        .inner_join(facility::table.on(facility::id.eq(rule::facility_id)))
        .filter(rule_consent::user_id.eq(user.number()))
        .filter(facility::id.eq(facility.number()).or(whole))
        .order(rule_consent::rule_id)
        .select(rule_consent::rule_id)
        .load(conn)?;
    Ok(ids.into_iter().map(RuleId::new).collect())
}

/// Whether this version exists.
///
/// # Errors
/// A fault of the database.
pub fn is_published(conn: &mut Conn, id: RuleId) -> Result<bool, Halt> {
    let published = rule::table
        .find(id.number())
        .filter(rule::recalled_at.is_null());
    Ok(select(exists(published)).get_result(conn)?)
}

/// The institution that a facility belongs to.
///
/// # Errors
/// [`Halt::Absent`] if there is no such facility, or a fault.
pub fn owner(conn: &mut Conn, facility: FacilityId) -> Result<InstitutionId, Halt> {
    let number: i64 = facility::table
        .find(facility.number())
        .select(facility::institution_id)
        .first(conn)?;
    Ok(InstitutionId::new(number))
}

/// Keeps a newly published version.
///
/// # Errors
/// A fault of the database; the version may be there already.
pub fn publish(tx: &mut Tx<'_>, draft: &Draft, by: Option<UserId>) -> Result<(), Halt> {
    let row = NewRow {
        id: draft.rule.id.number(),
        facility_id: draft.rule.facility.number(),
        version: &draft.rule.version,
        title_ja: &draft.rule.title.ja,
        title_en: &draft.rule.title.en,
        body_ja: "",
        body_en: "",
        effective_on: draft.rule.effective_on.to_string(),
        published_at: tx.at().unix(),
        published_by: by.map(UserId::number),
        grace_days: i64::from(draft.rule.grace_days),
    };
    diesel::insert_into(rule::table)
        .values(&row)
        .execute(&mut **tx)?;
    text::insert(tx, draft.rule.id, &draft.text)
}

/// Keeps a consent; one that stands already stays as it is, with its first date.
///
/// # Errors
/// A fault of the database.
pub fn agree(tx: &mut Tx<'_>, consent: &Consent) -> Result<(), Halt> {
    let key = (consent.user.number(), consent.rule.number());
    let stands: bool = select(exists(rule_consent::table.find(key))).get_result(&mut **tx)?;
    if stands {
        return Ok(());
    }
    let written = diesel::insert_into(rule_consent::table)
        .values((
            rule_consent::user_id.eq(key.0),
            rule_consent::rule_id.eq(key.1),
            rule_consent::consented_at.eq(consent.at.unix()),
        ))
        .execute(&mut **tx);
    match written {
        Ok(_) => Ok(()),
        // the same person's other window was quicker: trying again finds that consent
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(Halt::Fault(Fault::Again))
        }
        Err(error) => Err(error.into()),
    }
}

fn name((ja, en): (String, String)) -> Name {
    Name { ja, en }
}

fn read(row: Row, unit: &Unit) -> Result<Rule, Halt> {
    let effective_on = row.effective_on.parse().map_err(|_| {
        Halt::broken(format!(
            "the effective date of rule {} can't be read",
            row.id
        ))
    })?;
    Ok(Rule {
        id: RuleId::new(row.id),
        facility: FacilityId::new(row.facility_id),
        version: row.version,
        title: Name {
            ja: row.title_ja,
            en: row.title_en,
        },
        effective_on,
        institution: InstitutionId::new(unit.0),
        is_whole: unit.1,
        grace_days: u32::try_from(row.grace_days).unwrap_or(0),
    })
}

#[cfg(test)]
mod tests;
