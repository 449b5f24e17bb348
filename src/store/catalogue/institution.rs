//! Institutions for their pages: who they are, whom they followed, what they share.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::Queryable;
use diesel::prelude::{
    ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl, Selectable, SelectableHelper,
};

use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::domain::search::Hit;
use crate::domain::time::Instant;
use crate::store::catalogue::search;
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution, rule};

/// An institution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Institution {
    pub id: i64,
    pub slug: String,
    pub name: Name,
    pub short: Name,
    pub prefecture: String,
    pub sites: Vec<String>,
    pub ministry: String,
    pub domain: String,
    pub ror: Option<String>,
    pub is_council_member: bool,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
    pub successor_id: Option<i64>,
}

/// An institution with everything its page shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    pub institution: Institution,
    pub successor: Option<Institution>,
    pub predecessors: Vec<Institution>,
    /// Its facilities, those it took over included, each with its resources.
    pub facilities: Vec<Facility>,
    /// The address of the institution as a unit, where it has a rule for all its facilities.
    pub whole_rule: Option<String>,
    /// The facilities that its successor took over: of each the name.
    pub handed_over: Vec<Name>,
}

/// A facility with its resources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facility {
    pub slug: String,
    pub name: Name,
    /// Whether a version of its own rule is published.
    pub has_rule: bool,
    pub site: String,
    /// Whose it was before.
    pub former: Option<Name>,
    pub resources: Vec<Hit>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = institution)]
struct Row {
    id: i64,
    slug: String,
    name_ja: String,
    name_en: String,
    short_ja: String,
    abbr: String,
    prefecture: String,
    sites: String,
    ministry: String,
    domain: String,
    ror: Option<String>,
    is_council_member: bool,
    valid_from: Option<String>,
    valid_to: Option<String>,
    successor_id: Option<i64>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = facility)]
struct FacilityRow {
    id: i64,
    slug: String,
    institution_id: i64,
    former_institution_id: Option<i64>,
    name_ja: String,
    name_en: String,
    site: String,
}

/// All institutions, in the order in which they came.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn) -> Result<Vec<Institution>, Halt> {
    let rows: Vec<Row> = institution::table
        .order(institution::id)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(read).collect()
}

/// The institution at this address with everything its page shows.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn profile(conn: &mut Conn, slug: &str, at: Instant) -> Result<Profile, Halt> {
    let institutions = all(conn)?;
    let institution = institutions
        .iter()
        .find(|one| one.slug == slug)
        .cloned()
        .ok_or(Halt::Absent)?;
    let rows: Vec<FacilityRow> = facility::table
        .filter(facility::is_whole.eq(false))
        .order(facility::id)
        .select(FacilityRow::as_select())
        .load(conn)?;
    let mut resources: BTreeMap<i64, Vec<Hit>> = BTreeMap::new();
    for (facility, hit) in search::of_institution(conn, institution.id, at)? {
        resources.entry(facility).or_default().push(hit);
    }
    let ruled = ruled(conn, institution.id)?;
    let short = |id: i64| {
        let found = institutions.iter().find(|one| one.id == id);
        found.map(|one| one.short.clone())
    };
    let facilities = rows
        .iter()
        .filter(|row| row.institution_id == institution.id)
        .map(|row| Facility {
            slug: row.slug.clone(),
            name: name(row),
            has_rule: ruled.iter().any(|unit| unit.0 == row.id),
            site: row.site.clone(),
            former: row.former_institution_id.and_then(short),
            resources: resources.remove(&row.id).unwrap_or_default(),
        })
        .collect();
    let successor = institutions
        .iter()
        .find(|one| Some(one.id) == institution.successor_id);
    let predecessors = institutions
        .iter()
        .filter(|one| one.successor_id == Some(institution.id));
    Ok(Profile {
        successor: successor.cloned(),
        predecessors: predecessors.cloned().collect(),
        facilities,
        whole_rule: ruled.into_iter().find(|unit| unit.1).map(|unit| unit.2),
        handed_over: handed_over(&rows, institution.id),
        institution,
    })
}

fn handed_over(rows: &[FacilityRow], institution: i64) -> Vec<Name> {
    rows.iter()
        .filter(|row| row.former_institution_id == Some(institution))
        .map(name)
        .collect()
}

/// The units of an institution that published a rule: id, whether it is the institution as a whole,
/// address.
fn ruled(conn: &mut Conn, institution: i64) -> Result<Vec<(i64, bool, String)>, Halt> {
    Ok(rule::table
        .inner_join(facility::table.on(facility::id.eq(rule::facility_id)))
        .filter(facility::institution_id.eq(institution))
        .filter(rule::recalled_at.is_null())
        .select((facility::id, facility::is_whole, facility::slug))
        .distinct()
        .load(conn)?)
}

fn name(row: &FacilityRow) -> Name {
    Name {
        ja: row.name_ja.clone(),
        en: row.name_en.clone(),
    }
}

fn read(row: Row) -> Result<Institution, Halt> {
    let unreadable = || {
        Halt::broken(format!(
            "the dates of institution {} can't be read",
            row.slug
        ))
    };
    let day = |text: Option<String>| -> Result<Option<NaiveDate>, Halt> {
        text.map(|text| text.parse().map_err(|_| unreadable()))
            .transpose()
    };
    Ok(Institution {
        id: row.id,
        name: Name {
            ja: row.name_ja,
            en: row.name_en,
        },
        short: Name {
            ja: row.short_ja,
            en: row.abbr,
        },
        prefecture: row.prefecture,
        sites: row.sites.lines().map(str::to_owned).collect(),
        ministry: row.ministry,
        domain: row.domain,
        ror: row.ror,
        is_council_member: row.is_council_member,
        valid_from: day(row.valid_from)?,
        valid_to: day(row.valid_to)?,
        successor_id: row.successor_id,
        slug: row.slug,
    })
}
