//! Invented resources, claims and rules for the tests of policy and of slot tables.

use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::{Just, Strategy, any, prop_oneof};

use crate::domain::availability::parse_windows;
use crate::domain::calendar::ClosedDays;
use crate::domain::calendar::season::Season;
use crate::domain::catalogue::{AllocationBy, BookingMode, Parameters, Resource};
use crate::domain::id::{BookingId, FacilityId, InstitutionId, ResourceId, RuleId};
use crate::domain::name::Name;
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::Citation;
use crate::domain::release::Release;
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span, parse_day, parse_local};

pub fn at(text: &str) -> Instant {
    parse_local(text).expect(text)
}

pub fn day(text: &str) -> NaiveDate {
    parse_day(text).expect(text)
}

pub fn span(start: &str, end: &str) -> Span {
    Span::new(at(start), at(end)).expect(start)
}

/// A confocal microscope as the catalogue has it: half hours, 60 to 480 minutes, three business
/// days of lead, 60 days ahead, a quarter of an hour around each use, on weekdays 9 to 17.
pub fn confocal() -> Resource {
    Resource {
        id: ResourceId::new(1),
        slug: "ncgg-confocal".into(),
        name: Name::default(),
        facility: FacilityId::new(1),
        facility_slug: "ncgg-shared".into(),
        facility_name: Name::default(),
        institution: InstitutionId::new(1),
        institution_name: Name::default(),
        mode: BookingMode::ExclusiveSlot,
        allocation: AllocationBy::Direct,
        open: true,
        capacity: 1,
        parameters: Parameters {
            slot_minutes: 30,
            origin_minute: 0,
            min_minutes: 60,
            max_minutes: 480,
            lead_business_days: 3,
            horizon_days: 60,
            release: Release::Rolling,
            buffer_before: 15,
            buffer_after: 15,
            windows: weekdays("09:00", "17:00"),
            closed: ClosedDays::standard(),
        },
        category: "confocal".into(),
        terms: Arc::default(),
        later: Vec::new(),
    }
}

/// A window of these hours on each weekday.
pub fn weekdays(from: &str, to: &str) -> Vec<crate::domain::availability::WeeklyWindow> {
    let windows =
        ["Mon", "Tue", "Wed", "Thu", "Fri"].map(|name| format!("{name} {from}-{name} {to}"));
    parse_windows(&windows.join(";")).expect(from)
}

/// Somebody's use, with the resource's buffers.
pub fn use_of(resource: &Resource, number: i64, used: Span) -> Occupied {
    Occupied {
        booking: Some(BookingId::new(number)),
        claim: resource.parameters.claim(&used),
        used,
        units: 1,
        home: Some(InstitutionId::new(2)),
    }
}

pub fn rule(id: i64, effective_on: &str) -> Rule {
    Rule {
        id: RuleId::new(id),
        facility: FacilityId::new(1),
        version: format!("{id}.0"),
        title: Name::default(),
        effective_on: day(effective_on),
        institution: InstitutionId::new(1),
        is_whole: false,
        grace_days: 30,
    }
}

pub fn citation() -> Citation {
    rule(1, "2020-04-01").citation("ncgg-shared")
}

const WINDOWS: [&str; 6] = [
    "",
    "Mon 09:00-Mon 17:00; Tue 09:00-Tue 17:00; Wed 09:00-Wed 12:00; Wed 13:00-Wed 17:30; Fri 08:10-Fri 24:00",
    "Mon 21:00-Tue 07:00; Tue 21:00-Wed 07:00; Wed 21:00-Thu 07:00; Thu 21:00-Fri 07:00; Fri 21:00-Sat 07:00; Sat 07:00-Sat 21:00",
    "Mon 09:00-Fri 17:00",
    "Mon 00:00-Sun 24:00",
    "Sun 21:00-Mon 07:00; Mon 09:00-Tue 09:00; Tue 09:00-Wed 09:00",
];

pub fn resources() -> impl Strategy<Value = Resource> {
    let slots = prop_oneof![
        Just(15_u32),
        Just(30),
        Just(50),
        Just(60),
        Just(240),
        Just(480),
        Just(720),
        Just(1440)
    ];
    let raster = (slots, 0_u32..48, 0_u32..200, 1_u32..5);
    let reach = (0_u32..6, 0_u32..40, 0_u32..3, 0_u32..90);
    let hours = (
        0..WINDOWS.len(),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    );
    (raster, reach, hours, 1_u32..3).prop_map(|(raster, reach, hours, capacity)| {
        let (slot, origin, shortest, times) = raster;
        let parameters = Parameters {
            slot_minutes: slot,
            origin_minute: origin * 30,
            min_minutes: shortest,
            max_minutes: shortest.max(slot) * times,
            lead_business_days: reach.0,
            horizon_days: reach.1,
            release: [Release::Rolling, Release::Monthly, Release::HalfYearly]
                [reach.1 as usize % 3],
            buffer_before: reach.2 * 10,
            buffer_after: reach.3,
            windows: parse_windows(WINDOWS[hours.0]).unwrap(),
            closed: ClosedDays {
                weekend: hours.1,
                national_holiday: hours.2,
                year_end: hours.3.then_some(Season::YEAR_END),
                days: [(day("2027-01-07"), ("停電".into(), "Power cut".into()))].into(),
                ..ClosedDays::default()
            },
        };
        Resource {
            capacity,
            parameters,
            ..confocal()
        }
    })
}

/// A moment of the turn of the year 2026 to 2027, on the minute or not.
pub fn moments() -> impl Strategy<Value = Instant> {
    (0_i64..21 * 24 * 60, 0_i64..3).prop_map(|(minute, second)| {
        at("2026-12-21T00:00")
            .plus_minutes(minute / 5 * 5)
            .plus_seconds(second % 2)
    })
}

/// Claims around that time: bookings and maintenance, on the raster or not.
pub fn claims() -> impl Strategy<Value = Vec<Occupied>> {
    let one = (
        0_i64..40 * 24,
        1_i64..48,
        0_i64..60,
        1_u32..3,
        any::<bool>(),
    );
    let made = one.prop_map(|(hour, halves, buffer, units, booked)| {
        let start = at("2026-12-20T00:00").plus_minutes(hour * 60);
        let used = Span::of_minutes(start, halves * 30).unwrap();
        Occupied {
            booking: booked.then(|| BookingId::new(hour)),
            claim: used.widen(buffer, buffer),
            used,
            units,
            home: booked.then(|| InstitutionId::new(1 + hour % 2)),
        }
    });
    proptest::collection::vec(made, 0..14)
}
