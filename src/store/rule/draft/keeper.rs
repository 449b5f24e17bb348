//! Units that own rules: the facilities of institutions, and institutions as a whole.

use diesel::prelude::{ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId};
use crate::domain::name::Name;
use crate::domain::rule::draft::unit::{Unit, whole_name, whole_slug};
use crate::secret::chance;
use crate::store::engine::Conn;
use crate::store::schema::{facility, institution};
use crate::store::tx::Tx;

/// A unit's id, slug, names and whether it is whole; its institution's id and short names.
pub(super) type Row = ((i64, String, String, String, bool), (i64, String, String));

#[diesel::dsl::auto_type]
pub(super) fn columns() -> _ {
    (
        (
            facility::id,
            facility::slug,
            facility::name_ja,
            facility::name_en,
            facility::is_whole,
        ),
        (institution::id, institution::short_ja, institution::abbr),
    )
}

pub(super) fn read(((id, slug, ja, en, is_whole), (owner, short, abbr)): Row) -> Unit {
    Unit {
        facility: FacilityId::new(id),
        institution: InstitutionId::new(owner),
        is_whole,
        slug,
        name: Name { ja, en },
        institution_name: Name {
            ja: short,
            en: abbr,
        },
    }
}

/// An institution whose rules somebody keeps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct House {
    pub id: InstitutionId,
    pub slug: String,
    pub name: Name,
}

/// These institutions, by id.
///
/// # Errors
/// A fault of the database.
pub fn houses(conn: &mut Conn, ids: &[InstitutionId]) -> Result<Vec<House>, Halt> {
    let ids: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<(i64, String, String, String)> = institution::table
        .filter(institution::id.eq_any(ids))
        .order(institution::id)
        .select((
            institution::id,
            institution::slug,
            institution::name_ja,
            institution::name_en,
        ))
        .load(conn)?;
    let house = |(id, slug, ja, en)| House {
        id: InstitutionId::new(id),
        slug,
        name: Name { ja, en },
    };
    Ok(rows.into_iter().map(house).collect())
}

/// The units of these institutions: the whole first, then its facilities by id.
///
/// # Errors
/// A fault of the database.
pub fn of_institutions(conn: &mut Conn, ids: &[InstitutionId]) -> Result<Vec<Unit>, Halt> {
    let ids: Vec<i64> = ids.iter().map(|id| id.number()).collect();
    let rows: Vec<Row> = facility::table
        .inner_join(institution::table.on(institution::id.eq(facility::institution_id)))
        .filter(institution::id.eq_any(ids))
        .order((institution::id, facility::is_whole.desc(), facility::id))
        .select(columns())
        .load(conn)?;
    Ok(rows.into_iter().map(read).collect())
}

/// The unit at this address.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Unit, Halt> {
    let row: Row = facility::table
        .inner_join(institution::table.on(institution::id.eq(facility::institution_id)))
        .filter(facility::slug.eq(slug))
        .select(columns())
        .first(conn)?;
    Ok(read(row))
}

/// The institution whose whole has this address, while it has no unit yet.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn to_come(conn: &mut Conn, slug: &str) -> Result<InstitutionId, Halt> {
    let ids: Vec<(i64, String)> = institution::table
        .select((institution::id, institution::slug))
        .load(conn)?;
    let mut ids = ids.into_iter();
    ids.find(|(_, known)| whole_slug(known) == slug)
        .map(|(id, _)| InstitutionId::new(id))
        .ok_or(Halt::Absent)
}

/// 機関全体: makes the unit of an institution as a whole; one that stands already is given back.
///
/// # Errors
/// [`Halt::Absent`] without such an institution, or a fault.
pub fn found(tx: &mut Tx<'_>, id: InstitutionId) -> Result<Unit, Halt> {
    let (slug, short, abbr): (String, String, String) = institution::table
        .find(id.number())
        .select((institution::slug, institution::short_ja, institution::abbr))
        .first(&mut **tx)?;
    let standing: Option<String> = facility::table
        .filter(facility::institution_id.eq(id.number()))
        .filter(facility::is_whole.eq(true))
        .select(facility::slug)
        .first(&mut **tx)
        .optional()?;
    if let Some(slug) = standing {
        return by_slug(tx, &slug);
    }
    let unit = Unit {
        facility: FacilityId::new(chance::id(tx.at())),
        institution: id,
        is_whole: true,
        slug: whole_slug(&slug),
        name: whole_name(),
        institution_name: Name {
            ja: short,
            en: abbr,
        },
    };
    diesel::insert_into(facility::table)
        .values((
            facility::id.eq(unit.facility.number()),
            facility::slug.eq(&unit.slug),
            facility::institution_id.eq(id.number()),
            facility::name_ja.eq(&unit.name.ja),
            facility::name_en.eq(&unit.name.en),
            facility::site.eq(""),
            facility::source.eq("officer"),
            facility::is_whole.eq(true),
        ))
        .execute(&mut **tx)?;
    Ok(unit)
}
