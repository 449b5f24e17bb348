//! What may be booked: the stories of the dossier, shared seats, and what is not offered.

use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::calendar::{ClosedDays, Closing};
use crate::domain::catalogue::{AllocationBy, BookingMode, Resource};
use crate::domain::policy::case::{Case, Occupied, full};
use crate::domain::policy::check;
use crate::domain::policy::room::Room;
use crate::domain::policy::sample::{at, citation, confocal, day, span, use_of};
use crate::domain::refusal::{Taken, Wrong};
use crate::domain::time::{Span, write_local};

/// What is wrong with a wish at a moment.
pub(super) fn wrong(resource: &Resource, now: &str, wish: Span, taken: &[Occupied]) -> Vec<Wrong> {
    let citation = citation();
    let case = Case::of_time(at(now), resource, wish, taken, Some(&citation));
    let refusals = check(&case);
    assert!(
        refusals
            .iter()
            .all(|refusal| refusal.rule == Some(citation.clone()))
    );
    refusals.into_iter().map(|refusal| refusal.wrong).collect()
}

/// The same for a morning's use of three hours.
fn morning(resource: &Resource, now: &str, on: &str) -> Vec<Wrong> {
    let wish = span(&format!("{on}T09:00"), &format!("{on}T12:00"));
    wrong(resource, now, wish, &[])
}

fn closing(found: &[Wrong]) -> Option<&Closing> {
    match found {
        [Wrong::ClosedDay { closing, .. }] => Some(closing),
        _ => None,
    }
}

/// A sequencer of twelve hours with two hours of cleaning, day and night.
fn sequencer() -> Resource {
    let mut resource = confocal();
    let parameters = &mut resource.parameters;
    (parameters.slot_minutes, parameters.origin_minute) = (720, 540);
    (parameters.min_minutes, parameters.max_minutes) = (720, 5760);
    (parameters.lead_business_days, parameters.horizon_days) = (10, 90);
    (parameters.buffer_before, parameters.buffer_after) = (0, 120);
    (parameters.windows, parameters.closed) = (Vec::new(), ClosedDays::default());
    resource
}

#[test]
fn s5_1_the_last_days_of_december_are_closed_and_those_around_them_are_not() {
    let confocal = confocal();
    assert_eq!(morning(&confocal, "2026-12-21T10:00", "2026-12-28"), []);
    for on in ["2026-12-29", "2026-12-31", "2027-01-01", "2027-01-03"] {
        let found = morning(&confocal, "2026-12-21T10:00", on);
        assert_eq!(closing(&found), Some(&Closing::YearEnd), "{on}");
        let next = matches!(found[0], Wrong::ClosedDay { next_open, .. } if next_open == day("2027-01-04"));
        assert!(next, "{on}");
    }
    assert_eq!(morning(&confocal, "2026-12-21T10:00", "2027-01-04"), []);
}

#[test]
fn s5_2_the_lead_counts_business_days_over_the_new_year() {
    let found = morning(&confocal(), "2026-12-28T09:00", "2027-01-05");
    let too_soon = Wrong::TooSoon {
        lead_business_days: 3,
        deadline: day("2026-12-25"),
        earliest: day("2027-01-06"),
    };
    assert_eq!(found, [too_soon]);
    assert_eq!(morning(&confocal(), "2026-12-25T23:59", "2027-01-05"), []);
    assert_eq!(morning(&confocal(), "2026-12-28T09:00", "2027-01-06"), []);
}

#[test]
fn s5_3_substitutes_and_sandwiched_days_are_holidays_by_name() {
    let found = morning(&confocal(), "2027-03-01T09:00", "2027-03-22");
    let spring = Closing::Holiday {
        kind: HolidayKind::Substitute,
        name_ja: "春分の日".into(),
        name_en: "Vernal Equinox Day".into(),
    };
    assert_eq!(closing(&found), Some(&spring));
    for (on, kind) in [
        ("2026-09-21", HolidayKind::National),
        ("2026-09-22", HolidayKind::Sandwiched),
        ("2026-09-23", HolidayKind::National),
    ] {
        let found = morning(&confocal(), "2026-09-01T09:00", on);
        assert!(
            matches!(closing(&found), Some(Closing::Holiday { kind: told, .. }) if *told == kind),
            "{on}"
        );
    }
}

#[test]
fn s4_2_the_cleaning_after_another_s_use_is_in_the_way() {
    let ngs = sequencer();
    let taken = [use_of(
        &ngs,
        1,
        span("2027-01-18T09:00", "2027-01-19T09:00"),
    )];
    let wish = span("2027-01-19T09:00", "2027-01-19T21:00");
    let found = wrong(&ngs, "2026-12-21T10:00", wish, &taken);
    let [
        Wrong::Taken {
            by,
            during,
            nearest,
        },
    ] = found.as_slice()
    else {
        panic!("{found:?}");
    };
    assert_eq!(*by, Taken::Buffer);
    assert_eq!(*during, span("2027-01-19T09:00", "2027-01-19T11:00"));
    let starts: Vec<String> = nearest
        .iter()
        .map(|slot| write_local(slot.start()))
        .collect();
    assert!(
        starts.contains(&"2027-01-19T21:00".to_owned()),
        "{starts:?}"
    );
    let room = Room {
        resource: &ngs,
        full: &full(&taken, 1),
        now: at("2026-12-21T10:00"),
        from: wish.start(),
        until: at("2027-02-21T10:00"),
    };
    assert_eq!(
        room.first(720, 1),
        [span("2027-01-19T21:00", "2027-01-20T09:00")]
    );
}

#[test]
fn seats_are_shared_until_the_last_one_is_gone() {
    let mut cloud = confocal();
    cloud.mode = BookingMode::SharedCapacity;
    cloud.capacity = 2;
    let now = "2027-01-08T10:00";
    let used = span("2027-01-14T10:00", "2027-01-14T12:00");
    let (one, two) = (use_of(&cloud, 1, used), use_of(&cloud, 2, used));
    assert_eq!(wrong(&cloud, now, used, &[one]), []);
    let found = wrong(&cloud, now, used, &[one, two]);
    assert!(
        matches!(found.as_slice(), [Wrong::Taken { nearest, .. }] if nearest.len() == 3),
        "{found:?}"
    );
}

#[test]
fn a_shared_resource_is_full_only_where_all_its_units_are_taken() {
    let at = |seconds| crate::domain::time::Instant::from_unix(seconds);
    let claim = |start, end| {
        let claim = Span::new(at(start), at(end)).unwrap();
        Occupied {
            booking: None,
            claim,
            used: claim,
            units: 1,
            home: None,
        }
    };
    let claims = [claim(0, 100), claim(50, 150), claim(100, 200)];
    let spans = |capacity| {
        let full = full(&claims, capacity);
        let ends = |span: &Span| (span.start().unix(), span.end().unix());
        full.iter().map(ends).collect::<Vec<_>>()
    };
    assert_eq!(spans(2), [(50, 100), (100, 150)]);
    assert_eq!(spans(1), [(0, 200)]);
    assert_eq!(spans(3), []);
}

#[test]
fn what_is_not_offered_says_only_that() {
    let citation = citation();
    let wish = span("2027-01-14T03:10", "2027-01-14T03:20");
    let told = |resource: &Resource, rule| {
        let case = Case::of_time(at("2027-01-08T10:00"), resource, wish, &[], rule);
        let found: Vec<Wrong> = check(&case)
            .into_iter()
            .map(|refusal| refusal.wrong)
            .collect();
        found
    };
    let elsewhere = Resource {
        allocation: AllocationBy::ExternalCall,
        ..confocal()
    };
    let shut = Resource {
        open: false,
        ..confocal()
    };
    assert_eq!(told(&elsewhere, Some(&citation)), [Wrong::NotBookable]);
    assert_eq!(told(&shut, Some(&citation)), [Wrong::NotBookable]);
    assert_eq!(told(&confocal(), None), [Wrong::NoRule]);
}

#[test]
fn what_starts_now_has_begun() {
    let mut confocal = confocal();
    confocal.parameters.lead_business_days = 0;
    let now = "2027-01-14T10:00";
    let wish = span(now, "2027-01-14T11:00");
    assert_eq!(wrong(&confocal, now, wish, &[]), [Wrong::InPast]);
    let room = Room {
        resource: &confocal,
        full: &[],
        now: at(now),
        from: at(now),
        until: at("2027-02-01T00:00"),
    };
    let first = room.first(60, 1);
    assert_eq!(first, [span("2027-01-14T10:30", "2027-01-14T11:30")]);
    assert_eq!(wrong(&confocal, now, first[0], &[]), []);
}
