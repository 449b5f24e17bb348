//! The real file: what is read from it, what is inherited, who owns what.

mod refused;

use chrono::NaiveDate;

use crate::domain::availability::parse_windows;
use crate::domain::catalogue::{AllocationBy, BookingMode};
use crate::domain::catalogue_file::entry::{Catalogue, Entry, search_key};
use crate::domain::catalogue_file::read;
use crate::domain::text;

const REAL: &str = include_str!("../../../docs/catalogue.toml");

fn real() -> Catalogue {
    read(REAL).unwrap()
}

fn entry<'a>(catalogue: &'a Catalogue, slug: &str) -> &'a Entry {
    let found = catalogue.resources.iter().find(|entry| entry.slug == slug);
    found.unwrap()
}

#[test]
fn the_real_catalogue_is_read_whole() {
    let catalogue = real();
    assert_eq!(catalogue.institutions.len(), 16);
    assert_eq!(catalogue.facilities.len(), 22);
    assert_eq!(catalogue.resources.len(), 49);
    assert_eq!(catalogue.terms.len(), 27 + 9 + 13);
    let count = |test: &dyn Fn(&&Entry) -> bool| catalogue.resources.iter().filter(test).count();
    let elsewhere = |entry: &&Entry| entry.allocation == AllocationBy::ExternalCall;
    assert_eq!(count(&elsewhere), 6);
    assert_eq!(count(&|entry| entry.mode == BookingMode::ServiceRequest), 8);
    for entry in &catalogue.resources {
        let windows = parse_windows(&entry.windows).unwrap();
        assert!(!windows.is_empty(), "{} is open day and night", entry.slug);
    }
}

#[test]
fn a_resource_inherits_the_defaults_of_its_category_and_its_own_keys_win() {
    let catalogue = real();
    let numbers = |slug: &str| {
        let numbers = entry(&catalogue, slug).numbers;
        (
            numbers.slot_minutes,
            numbers.lead_business_days,
            numbers.horizon_days,
            numbers.buffer_after,
        )
    };
    assert_eq!(numbers("nibiohn-nmr400"), (60, 5, 90, 15));
    assert_eq!(numbers("riken-nmr"), (1440, 20, 180, 15));
    assert_eq!(entry(&catalogue, "ncc-ccat").numbers.response_days, 60);
    assert_eq!(
        entry(&catalogue, "nibiohn-nmr400").prerequisites,
        ["rule_consent", "training"]
    );
    let own = entry(&catalogue, "ncgg-capillary").numbers;
    assert_eq!(
        (own.slot_minutes, own.lead_business_days, own.horizon_days),
        (120, 3, 90)
    );
}

#[test]
fn opening_hours_are_the_files_or_the_models() {
    let catalogue = real();
    let hours = |slug: &str| {
        let entry = entry(&catalogue, slug);
        let first = entry.windows.split(';').next().unwrap().to_owned();
        (first, entry.closed_calendars)
    };
    let closed = "weekend,national_holiday,year_end";
    assert_eq!(hours("nibiohn-tem"), ("Mon 09:00-Mon 17:00".into(), closed));
    assert_eq!(
        hours("riken-cryo-em"),
        ("Mon 09:00-Tue 09:00".into(), closed)
    );
    assert_eq!(hours("ncchd-ngs"), ("Mon 09:00-Tue 09:00".into(), closed));
    let saturday = "national_holiday,year_end";
    assert_eq!(hours("qst-himac"), ("Mon 21:00-Tue 07:00".into(), saturday));
    assert_eq!(entry(&catalogue, "qst-himac").windows.split(';').count(), 6);
    assert!(
        catalogue
            .resources
            .iter()
            .all(|entry| entry.numbers.origin_minute == 540)
    );
}

#[test]
fn a_facility_belongs_to_the_successor_after_the_last_day() {
    let catalogue = real();
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let owner = |facility: &str, on: &str| {
        let found = catalogue.facilities.iter().find(|one| one.slug == facility);
        catalogue.owner(found.unwrap(), day(on)).to_owned()
    };
    for (facility, before) in [("ncgm-ri", "ncgm"), ("niid-core", "niid")] {
        assert_eq!(owner(facility, "2025-03-31"), before);
        assert_eq!(owner(facility, "2025-04-01"), "jihs");
    }
    assert_eq!(owner("riken-rsc", "2026-04-01"), "riken");
    let place = |slug: &str| {
        let found = catalogue
            .institutions
            .iter()
            .position(|one| one.slug == slug);
        found.unwrap()
    };
    assert!(place("jihs") < place("niid") && place("jihs") < place("ncgm"));
}

#[test]
fn a_search_key_holds_every_name_and_no_word_across_two_of_them() {
    let catalogue = real();
    let key = |slug: &str| {
        let entry = entry(&catalogue, slug);
        let facility = catalogue
            .facilities
            .iter()
            .find(|one| one.slug == entry.facility);
        catalogue.key_of(entry, facility.unwrap(), "jihs")
    };
    let tem = key("niid-tem");
    for word in [
        "透過電子",
        "TEM",
        "感染研",
        "NIID",
        "JIHS",
        "電顕",
        "透過型",
        "microscope",
    ] {
        let found = text::terms(word)
            .iter()
            .all(|term| text::matches(&tem, term));
        assert!(found, "{word}");
    }
    assert!(text::matches(
        &key("nibiohn-ultramicrotome"),
        &text::fold("ウルトラマイクローム")
    ));
    assert!(text::matches(&key("nibiohn-tem"), &text::fold("NIBIOHN")));
    assert!(text::matches(&key("nibiohn-tem"), &text::fold("NIBN")));
    assert_eq!(search_key(["ab", "cd", "--", "cd"]), "ab cd");
    assert!(!text::matches(&search_key(["ab", "cd"]), "bc"));
}
