//! What can be shared: how a resource is booked, and which parameters its owner set.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::availability::{Unit, WeeklyWindow};
use crate::domain::calendar::ClosedDays;
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::release::Release;
use crate::domain::time::Span;

/// Longest time one claim may hold a resource, buffers included, in minutes (31 days).
/// Overlap queries look back no further than this; longer outages are kept as several claims.
pub const LONGEST_CLAIM_MINUTES: i64 = 31 * 24 * 60;

/// How a resource is asked for.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum BookingMode {
    /// 時間枠の専有: one booking holds the resource for its time.
    ExclusiveSlot,
    /// 容量の共有: many bookings share seats, nodes or cages.
    SharedCapacity,
    /// 依頼・分譲・利用申請（時間枠なし）: samples, data or an analysis, without a slot.
    ServiceRequest,
}

impl BookingMode {
    /// The code kept in the database and in the catalogue file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ExclusiveSlot => "exclusive_slot",
            Self::SharedCapacity => "shared_capacity",
            Self::ServiceRequest => "service_request",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::ExclusiveSlot,
            Self::SharedCapacity,
            Self::ServiceRequest,
        ]
        .into_iter()
        .find(|mode| mode.code() == code)
    }
}

/// Who allocates the resource's time.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum AllocationBy {
    /// The facility manager, here.
    Direct,
    /// Another body's call for proposals; the application refers to it and never allocates.
    ExternalCall,
}

impl AllocationBy {
    /// The code kept in the database and in the catalogue file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::ExternalCall => "external_call",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Direct, Self::ExternalCall]
            .into_iter()
            .find(|by| by.code() == code)
    }
}

/// Whether a resource is in service.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum State {
    InService,
    /// Out of order, or stopped for now.
    Down,
    Retired,
}

impl State {
    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::InService => "in_service",
            Self::Down => "down",
            Self::Retired => "retired",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::InService, Self::Down, Self::Retired]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// How somebody comes to use a resource, as its page must say it.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Access {
    /// Time is booked here.
    Slot,
    /// A request without a slot: what to send stands on the page.
    Request,
    /// Time is allocated by another body: where to apply stands on the page.
    Elsewhere,
}

/// The parameters of time and booking that the machine enforces (domain dossier §3.3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameters {
    /// Minutes of one slot; starts and lengths are multiples of it.
    pub slot_minutes: u32,
    /// Minute of the day on which slots are aligned.
    pub origin_minute: u32,
    /// Shortest and longest use, in minutes.
    pub min_minutes: u32,
    pub max_minutes: u32,
    /// 申請期限: a request must come this many business days before the day of use.
    pub lead_business_days: u32,
    /// 予約可能期間: how many calendar days ahead time may be booked.
    pub horizon_days: u32,
    /// 予約枠の公開: whether days are opened one by one or in portions.
    pub release: Release,
    /// 準備・洗浄時間, in minutes, held before and after each use.
    pub buffer_before: u32,
    pub buffer_after: u32,
    /// Weekly opening windows; none means all day on each open day.
    pub windows: Vec<WeeklyWindow>,
    /// Which days are closed.
    pub closed: ClosedDays,
}

impl Parameters {
    /// What terms say of time, with the days on which the facility is closed anyhow.
    #[must_use]
    pub fn of(terms: &Terms, days: &ClosedDays) -> Self {
        let closed = terms.codes(Parameter::ClosedCalendars);
        Self {
            slot_minutes: terms.count(Parameter::SlotMinutes),
            origin_minute: u32::from(terms.minute(Parameter::SlotOrigin)),
            min_minutes: terms.count(Parameter::MinMinutes),
            max_minutes: terms.count(Parameter::MaxMinutes),
            lead_business_days: terms.count(Parameter::LeadBusinessDays),
            horizon_days: terms.count(Parameter::HorizonDays),
            release: Release::from_code(terms.code(Parameter::HorizonRelease)),
            buffer_before: terms.count(Parameter::BufferBefore),
            buffer_after: terms.count(Parameter::BufferAfter),
            windows: terms.windows(Parameter::OpenWindows).to_vec(),
            closed: ClosedDays {
                weekend: closed.contains("weekend"),
                national_holiday: closed.contains("national_holiday"),
                year_end: closed
                    .contains("year_end")
                    .then(|| terms.season(Parameter::YearEndClosure))
                    .flatten(),
                days: if closed.contains("facility") {
                    days.days.clone()
                } else {
                    BTreeMap::new()
                },
                holidays: Arc::clone(&days.holidays),
            },
        }
    }

    /// The slot raster.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        Unit {
            slot_minutes: self.slot_minutes,
            origin_minute: self.origin_minute,
        }
    }

    /// The time a use really takes from the resource: buffers included.
    #[must_use]
    pub fn claim(&self, used: &Span) -> Span {
        used.widen(i64::from(self.buffer_before), i64::from(self.buffer_after))
    }

    /// The shortest use that is a whole number of slots, in minutes.
    #[must_use]
    pub fn shortest(&self) -> i64 {
        let slot = self.slot_minutes.max(1);
        i64::from(self.min_minutes.max(1).div_ceil(slot)) * i64::from(slot)
    }
}

/// A resource with what a decision needs to know of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resource {
    pub id: ResourceId,
    pub slug: String,
    pub name: Name,
    pub facility: FacilityId,
    pub facility_slug: String,
    pub facility_name: Name,
    pub institution: InstitutionId,
    pub institution_name: Name,
    pub mode: BookingMode,
    pub allocation: AllocationBy,
    /// Whether requests are taken: published by a manager, in service, its institution still valid.
    pub open: bool,
    /// Units that may be in use at once.
    pub capacity: u32,
    /// 分類, by its code.
    pub category: String,
    /// What the machine enforces today.
    pub parameters: Parameters,
    /// Every parameter of the rules in force today, with its origin.
    pub terms: Arc<Terms>,
    /// What holds from later days on, when published versions come into force; sorted by day.
    pub later: Vec<Period>,
}

/// What holds from one day on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Period {
    /// Tokyo day.
    pub from: NaiveDate,
    pub parameters: Parameters,
    pub terms: Arc<Terms>,
}

/// What holds on one day.
#[derive(Copy, Clone, Debug)]
pub struct InForce<'a> {
    pub parameters: &'a Parameters,
    pub terms: &'a Terms,
}

impl Resource {
    /// What holds for a use that starts on this day (Asia/Tokyo); of past days what holds today.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> InForce<'_> {
        match self.later.iter().rev().find(|period| period.from <= day) {
            Some(Period {
                parameters, terms, ..
            }) => InForce { parameters, terms },
            None => InForce {
                parameters: &self.parameters,
                terms: &self.terms,
            },
        }
    }
}

/// How a resource with this mode and allocation is reached.
#[must_use]
pub const fn access(mode: BookingMode, allocation: AllocationBy) -> Access {
    match (allocation, mode) {
        (AllocationBy::ExternalCall, _) => Access::Elsewhere,
        (AllocationBy::Direct, BookingMode::ServiceRequest) => Access::Request,
        (AllocationBy::Direct, BookingMode::ExclusiveSlot | BookingMode::SharedCapacity) => {
            Access::Slot
        }
    }
}
