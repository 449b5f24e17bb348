//! The holidays: what a correction needs, and how many there may be.

use super::*;
use crate::domain::actor::Person;
use crate::domain::id::{FacilityId, InstitutionId, UserId};
use crate::domain::language::Language;
use crate::domain::time::Instant;

fn by(role: Option<Role>) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(1),
            name: String::new(),
            email: String::new(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: role.into_iter().collect(),
        }),
        at: Instant::from_unix(0),
    }
}

fn new(day: &str, standing: &str, ja: &str, en: &str) -> NewCorrection {
    NewCorrection {
        day: day.parse().ok(),
        standing: Standing::from_code(standing),
        name: Name {
            ja: ja.into(),
            en: en.into(),
        },
    }
}

fn fields(new: &NewCorrection) -> Vec<Field> {
    match correct(new, &BTreeMap::new(), &Actor::house(Instant::from_unix(0))) {
        Err(Halt::Refused(wrong)) => wrong.iter().filter_map(Refusal::field).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a02_only_administrators_and_the_operator_keep_the_calendar() {
    let list = "2027/1/1,元日";
    let good = new("2027-05-06", "open", "", "");
    for role in [
        None,
        Some(Role::FacilityManager(FacilityId::new(1))),
        Some(Role::InstitutionOfficer(InstitutionId::new(1))),
        Some(Role::Council),
    ] {
        let by = by(role);
        assert!(matches!(import(list, &by), Err(Halt::NotAllowed)));
        assert!(matches!(
            correct(&good, &BTreeMap::new(), &by),
            Err(Halt::NotAllowed)
        ));
        let day = "2027-05-06".parse().unwrap();
        assert!(matches!(
            restore(day, &BTreeMap::new(), &by),
            Err(Halt::NotAllowed)
        ));
        assert!(matches!(
            forget(2027, &[2027].into(), &by),
            Err(Halt::NotAllowed)
        ));
    }
    let administrator = by(Some(Role::Administrator));
    assert_eq!(import(list, &administrator).unwrap().value.days.len(), 1);
    assert!(correct(&good, &BTreeMap::new(), &administrator).is_ok());
}

#[test]
fn everything_wrong_with_a_correction_is_told_at_once() {
    assert_eq!(
        fields(&new("", "", "", "")),
        [
            Field::Calendar(CalendarField::Day),
            Field::Calendar(CalendarField::Standing)
        ]
    );
    assert_eq!(
        fields(&new("1900-01-01", "holiday", "=1", "")),
        [
            Field::Calendar(CalendarField::Day),
            Field::Calendar(CalendarField::NameJa),
            Field::Calendar(CalendarField::NameEn)
        ]
    );
    let long = "x".repeat(NAME_LONGEST + 1);
    assert_eq!(
        fields(&new("2027-01-04", "holiday", "創立記念日", &long)),
        [Field::Calendar(CalendarField::NameEn)]
    );
    let house = Actor::house(Instant::from_unix(0));
    let full: BTreeMap<NaiveDate, Correction> = "2027-01-01"
        .parse::<NaiveDate>()
        .unwrap()
        .iter_days()
        .take(CORRECTIONS_MOST)
        .map(|day| (day, Correction::Open))
        .collect();
    let over = correct(&new("2030-01-04", "open", "", ""), &full, &house);
    assert!(matches!(over, Err(Halt::Refused(wrong)) if wrong.len() == 1));
    assert!(correct(&new("2027-01-04", "open", "", ""), &full, &house).is_ok());
}

#[test]
fn only_what_stands_is_taken_back() {
    let house = Actor::house(Instant::from_unix(0));
    let day: NaiveDate = "2027-01-04".parse().unwrap();
    assert!(matches!(
        restore(day, &BTreeMap::new(), &house),
        Err(Halt::Absent)
    ));
    assert!(restore(day, &[(day, Correction::Open)].into(), &house).is_ok());
    assert!(matches!(
        forget(2027, &[2026].into(), &house),
        Err(Halt::Absent)
    ));
}
