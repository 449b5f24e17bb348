//! Invented institutions and facilities, and resources copied into them.

use diesel::prelude::{ExpressionMethods, Insertable, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::world::{Place, Room, Twin};
use crate::store::catalogue::copying;
use crate::store::schema::{facility, institution};
use crate::store::tx::Tx;

/// Where the entries of an invented world come from.
const SOURCE: &str = "invented";

#[derive(Insertable)]
#[diesel(table_name = facility)]
struct FacilityRow<'a> {
    id: i64,
    slug: &'a str,
    institution_id: i64,
    name_ja: &'a str,
    name_en: &'a str,
    site: &'a str,
    source: &'a str,
    is_whole: bool,
}

pub(super) fn institutions(tx: &mut Tx<'_>, places: &[Place]) -> Result<(), Halt> {
    for place in places {
        diesel::insert_into(institution::table)
            .values((
                institution::id.eq(place.id.number()),
                institution::slug.eq(&place.slug),
                institution::name_ja.eq(&place.name.ja),
                institution::short_ja.eq(&place.name.ja),
                institution::name_en.eq(&place.name.en),
                institution::abbr.eq(&place.name.en),
                institution::org_class.eq(place.org_class),
                institution::prefecture.eq(""),
                institution::sites.eq(""),
                institution::ministry.eq(""),
                institution::domain.eq(""),
                institution::is_council_member.eq(false),
                institution::owns_shared_instruments.eq("no"),
                institution::note_ja.eq(&place.note),
                institution::source.eq(SOURCE),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn facilities(tx: &mut Tx<'_>, rooms: &[Room]) -> Result<(), Halt> {
    for room in rooms {
        let row = FacilityRow {
            id: FacilityId::number(room.id),
            slug: &room.slug,
            institution_id: room.institution.number(),
            name_ja: &room.name.ja,
            name_en: &room.name.en,
            site: "",
            source: SOURCE,
            is_whole: room.is_whole,
        };
        diesel::insert_into(facility::table)
            .values(&row)
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn twins(tx: &mut Tx<'_>, twins: &[Twin]) -> Result<(), Halt> {
    if twins.is_empty() {
        return Ok(());
    }
    let mut originals: Vec<ResourceId> = twins.iter().map(|twin| twin.of).collect();
    originals.sort_unstable();
    originals.dedup();
    let originals = copying::originals(tx, &originals)?;
    twins
        .iter()
        .try_for_each(|twin| copying::copy(tx, &originals, twin))
}
