//! Resources that no catalogue lists and nobody books by themselves: attendants, and components of others.

use diesel::prelude::*;

use crate::domain::catalogue::{AllocationBy, BookingMode, LONGEST_CLAIM_MINUTES, State};
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, ResourceId};
use crate::domain::name::Name;
use crate::store::catalogue::row::ResourceRow;
use crate::store::schema::resource;
use crate::store::tx::Tx;

/// What such a resource is to others.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    Component,
    Attendant,
}

impl Part {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Attendant => "attendant",
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Attendant => "person",
        }
    }
}

/// A resource to be kept.
#[derive(Clone, Debug)]
pub struct Unlisted<'a> {
    pub id: ResourceId,
    pub part: Part,
    pub facility: FacilityId,
    pub name: &'a Name,
    pub capacity: u32,
    /// As [`crate::domain::availability::write_windows`] writes them.
    pub windows: String,
    pub closed_calendars: &'static str,
}

/// Keeps one; it is never published.
///
/// # Errors
/// A fault of the database.
pub fn keep(tx: &mut Tx<'_>, new: &Unlisted<'_>) -> Result<(), Halt> {
    diesel::insert_into(resource::table)
        .values(&row(new))
        .execute(&mut **tx)?;
    diesel::update(resource::table.find(new.id.number()))
        .set(resource::part.eq(new.part.code()))
        .execute(&mut **tx)?;
    Ok(())
}

fn row(new: &Unlisted<'_>) -> ResourceRow {
    let mode = match new.capacity {
        1 => BookingMode::ExclusiveSlot,
        _ => BookingMode::SharedCapacity,
    };
    let part = new.part.code();
    ResourceRow {
        id: new.id.number(),
        slug: format!("{part}-{}", new.id).to_lowercase(),
        facility_id: new.facility.number(),
        category: part.to_owned(),
        kind: new.part.kind().to_owned(),
        name_ja: new.name.ja.clone(),
        name_en: new.name.en.clone(),
        name_seed: None,
        summary_ja: String::new(),
        summary_en: String::new(),
        note_ja: None,
        booking_mode: mode.code().to_owned(),
        allocation: AllocationBy::Direct.code().to_owned(),
        allocator: None,
        prerequisites: String::new(),
        capacity: i64::from(new.capacity),
        slot_minutes: 1,
        origin_minute: 0,
        min_minutes: 0,
        max_minutes: LONGEST_CLAIM_MINUTES.min(43_200),
        lead_business_days: 0,
        horizon_days: 0,
        buffer_before: 0,
        buffer_after: 0,
        response_days: 0,
        windows: new.windows.clone(),
        closed_calendars: new.closed_calendars.to_owned(),
        published: false,
        confirmed_on: None,
        state: State::InService.code().to_owned(),
        source: "facility".to_owned(),
        // nobody finds it by searching
        search_key: String::new(),
        calendar_turn: 0,
        call_periods_ja: String::new(),
        call_periods_en: String::new(),
        call_site: String::new(),
    }
}
