//! The rows that a catalogue file fills, as they stand in the tables.

use diesel::prelude::{AsChangeset, Insertable, Queryable, Selectable};

use crate::store::schema::{facility, institution, resource, vocabulary};

/// A word of a vocabulary.
#[derive(Clone, PartialEq, Eq, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = vocabulary)]
pub(super) struct TermRow {
    pub(super) kind: String,
    pub(super) code: String,
    pub(super) name_ja: String,
    pub(super) name_en: String,
    pub(super) place: i64,
}

/// An institution.
#[derive(Clone, PartialEq, Eq, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = institution, treat_none_as_null = true)]
pub(super) struct InstitutionRow {
    pub(super) id: i64,
    pub(super) slug: String,
    pub(super) name_ja: String,
    pub(super) short_ja: String,
    pub(super) name_en: String,
    pub(super) abbr: String,
    pub(super) org_class: String,
    pub(super) prefecture: String,
    pub(super) sites: String,
    pub(super) ministry: String,
    pub(super) domain: String,
    pub(super) ror: Option<String>,
    pub(super) is_council_member: bool,
    pub(super) owns_shared_instruments: String,
    pub(super) valid_from: Option<String>,
    pub(super) valid_to: Option<String>,
    pub(super) successor_id: Option<i64>,
    pub(super) note_ja: Option<String>,
    pub(super) source: String,
}

/// A facility.
#[derive(Clone, PartialEq, Eq, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = facility, treat_none_as_null = true)]
pub(super) struct FacilityRow {
    pub(super) id: i64,
    pub(super) slug: String,
    pub(super) institution_id: i64,
    pub(super) name_ja: String,
    pub(super) name_en: String,
    pub(super) site: String,
    pub(super) source: String,
    pub(super) former_institution_id: Option<i64>,
}

/// A resource.
#[derive(Clone, PartialEq, Eq, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = resource, treat_none_as_null = true)]
pub(super) struct ResourceRow {
    pub(super) id: i64,
    pub(super) slug: String,
    pub(super) facility_id: i64,
    pub(super) category: String,
    pub(super) kind: String,
    pub(super) name_ja: String,
    pub(super) name_en: String,
    pub(super) name_seed: Option<String>,
    pub(super) summary_ja: String,
    pub(super) summary_en: String,
    pub(super) note_ja: Option<String>,
    pub(super) booking_mode: String,
    pub(super) allocation: String,
    pub(super) allocator: Option<String>,
    pub(super) prerequisites: String,
    pub(super) capacity: i64,
    pub(super) slot_minutes: i64,
    pub(super) origin_minute: i64,
    pub(super) min_minutes: i64,
    pub(super) max_minutes: i64,
    pub(super) lead_business_days: i64,
    pub(super) horizon_days: i64,
    pub(super) buffer_before: i64,
    pub(super) buffer_after: i64,
    pub(super) response_days: i64,
    pub(super) windows: String,
    pub(super) closed_calendars: String,
    pub(super) published: bool,
    pub(super) confirmed_on: Option<String>,
    pub(super) state: String,
    pub(super) source: String,
    pub(super) search_key: String,
    pub(super) calendar_turn: i64,
    pub(super) call_periods_ja: String,
    pub(super) call_periods_en: String,
    pub(super) call_site: String,
}
