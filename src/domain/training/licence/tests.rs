//! How long licences last, when they lapse, and how they are numbered.

use super::*;
use crate::domain::name::Name;
use crate::domain::parameter::value::Value;

#[test]
fn a_licence_lasts_until_the_day_before_the_month_is_full() {
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(last_day(day("2026-02-01"), 12), day("2027-01-31"));
    assert_eq!(last_day(day("2027-01-31"), 1), day("2027-02-27"));
}

#[test]
fn the_shortest_validity_of_the_resources_that_name_the_course_counts() {
    let terms = |codes: &[&str], months| {
        let codes = codes.iter().map(|&code| code.to_owned()).collect();
        Terms::default()
            .with(Parameter::TrainingRequired, Value::Codes(codes))
            .with(Parameter::LicenceValidMonths, Value::Number(months))
    };
    let course = Course {
        id: CourseId::new(1),
        facility: FacilityId::new(5),
        institution: InstitutionId::new(7),
        facility_name: Name::default(),
        institution_name: Name::default(),
        code: "C1".into(),
        name: Name::default(),
        minutes: 180,
        is_retired: false,
    };
    let plain = Terms::default();
    let resources = [
        terms(&["C1"], 24),
        terms(&["C1", "C2"], 18),
        terms(&["C2"], 6),
    ];
    assert_eq!(valid_months(&course, resources.iter(), &plain), 18);
    assert_eq!(valid_months(&course, [].iter(), &plain), 12);
}

#[test]
fn a_licence_lapses_so_many_months_after_its_last_use_where_its_course_is_asked_for() {
    let day = |text: &str| text.parse().unwrap();
    let terms = |code: &str, months| {
        Terms::default()
            .with(
                Parameter::TrainingRequired,
                Value::Codes([code.to_owned()].into()),
            )
            .with(Parameter::LicenceLapseUnusedMonths, Value::Number(months))
    };
    let issued = day("2026-02-01");
    let lapse = |all: &[(Terms, Option<chrono::NaiveDate>)]| {
        lapses_on("C1", issued, all.iter().map(|(terms, last)| (terms, *last)))
    };
    assert_eq!(lapse(&[(terms("C1", 12), None)]), Some(day("2027-02-01")));
    let used = Some(day("2026-09-10"));
    assert_eq!(lapse(&[(terms("C1", 12), used)]), Some(day("2027-09-10")));
    let both = [(terms("C1", 12), used), (terms("C1", 6), None)];
    assert_eq!(lapse(&both), Some(day("2026-08-01")), "the earliest");
    assert_eq!(lapse(&[(terms("C1", 0), None)]), None);
    assert_eq!(lapse(&[(terms("C2", 12), None)]), None);
    let before = Some(day("2025-05-01"));
    assert_eq!(lapse(&[(terms("C1", 12), before)]), Some(day("2027-02-01")));
}

#[test]
fn licence_numbers_go_on_from_the_highest_given() {
    let given = |numbers: &[&str]| -> Vec<String> {
        numbers.iter().map(|&number| number.to_owned()).collect()
    };
    assert_eq!(next_number("C1", &[]), "C1-0001");
    let some = given(&["C1-0009", "L-0231", "C10-0500", "C1-0002", "C1-x"]);
    assert_eq!(next_number("C1", &some), "C1-0010");
    assert_eq!(next_number("C1", &given(&["C1-9999"])), "C1-10000");
}
