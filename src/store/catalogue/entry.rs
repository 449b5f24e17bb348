//! Keeping one resource of a catalogue file; what managers set about it stays.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::catalogue_file::entry::Entry;
use crate::domain::halt::Halt;
use crate::secret::chance;
use crate::store::catalogue::row::ResourceRow;
use crate::store::catalogue::tally::Step;
use crate::store::schema::resource;
use crate::store::tx::Tx;

/// Writes a resource where it differs from what is kept.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    mut row: ResourceRow,
    kept: Option<&ResourceRow>,
) -> Result<Step, Halt> {
    let Some(old) = kept else {
        row.id = chance::id(tx.at());
        diesel::insert_into(resource::table)
            .values(&row)
            .execute(&mut **tx)?;
        return Ok(Step::Added);
    };
    row.id = old.id;
    row.published = old.published;
    row.confirmed_on.clone_from(&old.confirmed_on);
    row.state.clone_from(&old.state);
    row.calendar_turn = old.calendar_turn;
    if row == *old {
        return Ok(Step::Same);
    }
    // Calendars drawn before the change are old now.
    row.calendar_turn += 1;
    diesel::update(resource::table.filter(resource::id.eq(row.id)))
        .set(&row)
        .execute(&mut **tx)?;
    Ok(Step::Changed)
}

/// The row of an entry that nobody has published yet.
pub(super) fn row(entry: &Entry, facility_id: i64, search_key: String) -> ResourceRow {
    let numbers = &entry.numbers;
    ResourceRow {
        id: 0,
        slug: entry.slug.clone(),
        facility_id,
        category: entry.category.clone(),
        kind: entry.kind.clone(),
        name_ja: entry.name.ja.clone(),
        name_en: entry.name.en.clone(),
        name_seed: entry.name_seed.clone(),
        summary_ja: entry.summary.ja.clone(),
        summary_en: entry.summary.en.clone(),
        note_ja: entry.note_ja.clone(),
        booking_mode: entry.mode.code().to_owned(),
        allocation: entry.allocation.code().to_owned(),
        allocator: entry.allocator.clone(),
        prerequisites: entry.prerequisites.join(","),
        capacity: numbers.capacity,
        slot_minutes: numbers.slot_minutes,
        origin_minute: numbers.origin_minute,
        min_minutes: numbers.min_minutes,
        max_minutes: numbers.max_minutes,
        lead_business_days: numbers.lead_business_days,
        horizon_days: numbers.horizon_days,
        buffer_before: numbers.buffer_before,
        buffer_after: numbers.buffer_after,
        response_days: numbers.response_days,
        windows: entry.windows.clone(),
        closed_calendars: entry.closed_calendars.to_owned(),
        published: false,
        confirmed_on: None,
        state: "in_service".to_owned(),
        source: entry.source.clone(),
        search_key,
        calendar_turn: 0,
        call_periods_ja: entry.call_periods.ja.clone(),
        call_periods_en: entry.call_periods.en.clone(),
        call_site: entry.call_site.clone(),
    }
}
