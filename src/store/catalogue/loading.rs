//! Keeping a catalogue file: each thing is found by its slug, and written where it differs.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::NaiveDate;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use crate::domain::catalogue_file::entry::{Catalogue, Facility, Institution, Term};
use crate::domain::halt::Halt;
use crate::secret::chance;
use crate::store::catalogue::entry;
use crate::store::catalogue::row::{FacilityRow, InstitutionRow, ResourceRow, TermRow};
use crate::store::catalogue::tally::{Loaded, Step, Tally};
use crate::store::schema::{facility, institution, resource, vocabulary};
use crate::store::tx::Tx;

/// Ids by slug.
type Ids = HashMap<String, i64>;

/// Writes what differs from what is kept. What managers set (published, confirmed, state) stays, and
/// what is kept but not in the file stays, too.
///
/// # Errors
/// A fault of the database.
pub fn load(tx: &mut Tx<'_>, catalogue: &Catalogue) -> Result<Loaded, Halt> {
    let mut loaded = Loaded::default();
    let today = tx.at().day();
    terms(tx, &catalogue.terms, &mut loaded.terms)?;
    let institutions = institutions(tx, &catalogue.institutions, &mut loaded.institutions)?;
    let mut facilities = Ids::new();
    let kept = by_slug(
        facility::table
            .select(FacilityRow::as_select())
            .load(&mut **tx)?,
        |row: &FacilityRow| row.slug.clone(),
    );
    for one in &catalogue.facilities {
        let row = facility_row(one, catalogue.owner(one, today), &institutions)?;
        let (id, step) = keep_facility(tx, row, kept.get(&one.slug))?;
        facilities.insert(one.slug.clone(), id);
        loaded.facilities.count(step);
    }
    resources(tx, catalogue, &facilities, &mut loaded.resources)?;
    Ok(loaded)
}

fn by_slug<K: Eq + Hash, R>(rows: Vec<R>, key: impl Fn(&R) -> K) -> HashMap<K, R> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

fn missing(slug: &str) -> Halt {
    Halt::broken(format!(
        "the catalogue names '{slug}', which it does not have"
    ))
}

fn terms(tx: &mut Tx<'_>, terms: &[Term], tally: &mut Tally) -> Result<(), Halt> {
    let rows: Vec<TermRow> = vocabulary::table
        .select(TermRow::as_select())
        .load(&mut **tx)?;
    let kept = by_slug(rows, |row| (row.kind.clone(), row.code.clone()));
    for term in terms {
        let row = TermRow {
            kind: term.kind.to_owned(),
            code: term.code.clone(),
            name_ja: term.name.ja.clone(),
            name_en: term.name.en.clone(),
            place: term.place,
        };
        let step = match kept.get(&(row.kind.clone(), row.code.clone())) {
            Some(old) if *old == row => Step::Same,
            Some(_) => {
                diesel::update(vocabulary::table)
                    .filter(vocabulary::kind.eq(&row.kind))
                    .filter(vocabulary::code.eq(&row.code))
                    .set((
                        vocabulary::name_ja.eq(&row.name_ja),
                        vocabulary::name_en.eq(&row.name_en),
                        vocabulary::place.eq(row.place),
                    ))
                    .execute(&mut **tx)?;
                Step::Changed
            }
            None => {
                diesel::insert_into(vocabulary::table)
                    .values(&row)
                    .execute(&mut **tx)?;
                Step::Added
            }
        };
        tally.count(step);
    }
    Ok(())
}

fn institutions(
    tx: &mut Tx<'_>,
    institutions: &[Institution],
    tally: &mut Tally,
) -> Result<Ids, Halt> {
    let rows: Vec<InstitutionRow> = institution::table
        .select(InstitutionRow::as_select())
        .load(&mut **tx)?;
    let kept = by_slug(rows, |row| row.slug.clone());
    let mut ids = Ids::new();
    for one in institutions {
        let mut row = institution_row(one, &ids)?;
        let step = match kept.get(&row.slug) {
            Some(old) => {
                row.id = old.id;
                update_institution(tx, &row, old)?
            }
            None => {
                row.id = chance::id(tx.at());
                diesel::insert_into(institution::table)
                    .values(&row)
                    .execute(&mut **tx)?;
                Step::Added
            }
        };
        ids.insert(row.slug, row.id);
        tally.count(step);
    }
    Ok(ids)
}

fn update_institution(
    tx: &mut Tx<'_>,
    row: &InstitutionRow,
    old: &InstitutionRow,
) -> Result<Step, Halt> {
    if row == old {
        return Ok(Step::Same);
    }
    diesel::update(institution::table.filter(institution::id.eq(row.id)))
        .set(row)
        .execute(&mut **tx)?;
    Ok(Step::Changed)
}

fn institution_row(one: &Institution, ids: &Ids) -> Result<InstitutionRow, Halt> {
    let successor = one.successor.as_ref();
    let successor_id = successor
        .map(|slug| ids.get(slug).copied().ok_or_else(|| missing(slug)))
        .transpose()?;
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    Ok(InstitutionRow {
        id: 0,
        slug: one.slug.clone(),
        name_ja: one.name.ja.clone(),
        short_ja: one.short_ja.clone(),
        name_en: one.name.en.clone(),
        abbr: one.abbr.clone(),
        org_class: "inhouse".to_owned(),
        prefecture: one.prefecture.clone(),
        sites: one.sites.join("\n"),
        ministry: one.ministry.clone(),
        domain: one.domain.clone(),
        ror: one.ror.clone(),
        is_council_member: one.is_council_member,
        owns_shared_instruments: one.owns_shared_instruments.clone(),
        valid_from: day(one.valid_from),
        valid_to: day(one.valid_to),
        successor_id,
        note_ja: one.note_ja.clone(),
        source: one.source.clone(),
    })
}

fn facility_row(one: &Facility, owner: &str, institutions: &Ids) -> Result<FacilityRow, Halt> {
    let id = |slug: &str| institutions.get(slug).copied().ok_or_else(|| missing(slug));
    let former = (owner != one.institution).then_some(one.institution.as_str());
    Ok(FacilityRow {
        id: 0,
        slug: one.slug.clone(),
        institution_id: id(owner)?,
        name_ja: one.name.ja.clone(),
        name_en: one.name.en.clone(),
        site: one.site.clone(),
        source: one.source.clone(),
        former_institution_id: former.map(id).transpose()?,
    })
}

fn keep_facility(
    tx: &mut Tx<'_>,
    mut row: FacilityRow,
    kept: Option<&FacilityRow>,
) -> Result<(i64, Step), Halt> {
    let Some(old) = kept else {
        row.id = chance::id(tx.at());
        diesel::insert_into(facility::table)
            .values(&row)
            .execute(&mut **tx)?;
        return Ok((row.id, Step::Added));
    };
    row.id = old.id;
    if row == *old {
        return Ok((row.id, Step::Same));
    }
    diesel::update(facility::table.filter(facility::id.eq(row.id)))
        .set(&row)
        .execute(&mut **tx)?;
    Ok((row.id, Step::Changed))
}

fn resources(
    tx: &mut Tx<'_>,
    catalogue: &Catalogue,
    facilities: &Ids,
    tally: &mut Tally,
) -> Result<(), Halt> {
    let rows: Vec<ResourceRow> = resource::table
        .select(ResourceRow::as_select())
        .load(&mut **tx)?;
    let kept = by_slug(rows, |row| row.slug.clone());
    let today = tx.at().day();
    for one in &catalogue.resources {
        let at = catalogue
            .facilities
            .iter()
            .find(|facility| facility.slug == one.facility)
            .ok_or_else(|| missing(&one.facility))?;
        let facility = facilities
            .get(&one.facility)
            .ok_or_else(|| missing(&one.facility))?;
        let key = catalogue.key_of(one, at, catalogue.owner(at, today));
        let row = entry::row(one, *facility, key);
        tally.count(entry::keep(tx, row, kept.get(&one.slug))?);
    }
    Ok(())
}
