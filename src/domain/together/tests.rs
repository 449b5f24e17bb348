//! Components are added without circles and only where there is room; companions are chosen once.

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{BookingId, FacilityId, InstitutionId, ResourceId, UserId};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::policy::case::Occupied;
use crate::domain::refusal::keeping::{InTheWay, KeepingBar};
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};
use crate::domain::together::need::{Entry, Scene, add, remove};
use crate::domain::together::{Subject, companion};

const THIS: ResourceId = ResourceId::new(1);
const LASER: ResourceId = ResourceId::new(2);
const OTHER: ResourceId = ResourceId::new(3);
const FRESH: ResourceId = ResourceId::new(9);

fn manager(facility: i64) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(1),
            name: String::new(),
            email: String::new(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: vec![Role::FacilityManager(FacilityId::new(facility))],
        }),
        at: Instant::from_unix(0),
    }
}

fn subject() -> Subject {
    Subject {
        id: THIS,
        slug: "confocal".into(),
        facility: FacilityId::new(7),
        institution: InstitutionId::new(1),
        is_booked: true,
    }
}

fn span(from: i64, until: i64) -> Span {
    Span::new(Instant::from_unix(from), Instant::from_unix(until)).unwrap()
}

/// There are two lasers, of which somebody else has one from 10 to 20; two bookings lie at 5 and at 15.
fn scene() -> Scene {
    Scene {
        subject: subject(),
        needs: Vec::new(),
        offered: vec![(LASER, 2), (OTHER, 1)],
        claims: vec![
            (Some(BookingId::new(5)), span(5, 10)),
            (Some(BookingId::new(15)), span(15, 25)),
        ],
        taken: vec![Occupied {
            booking: Some(BookingId::new(1)),
            claim: span(10, 20),
            used: span(10, 20),
            units: 1,
            home: None,
        }],
    }
}

fn known(id: ResourceId, units: u32) -> Entry {
    Entry {
        known: Some(id),
        units: Some(units),
        ..Entry::default()
    }
}

fn bars<T: std::fmt::Debug>(act: Act<T>) -> Vec<KeepingBar> {
    let Err(Halt::Refused(wrong)) = act else {
        panic!("{act:?}");
    };
    let bar = |one: Refusal| match one.wrong {
        Wrong::Use(UseBar::Keeping(bar)) => Some(bar),
        _ => None,
    };
    wrong.into_iter().filter_map(bar).collect()
}

#[test]
fn a_component_is_added_where_all_bookings_find_room() {
    let by = manager(7);
    let done = add(FRESH, &known(LASER, 1), &scene(), &by).unwrap();
    assert_eq!((done.value.id, done.value.units), (LASER, 1));
    let tight = bars(add(FRESH, &known(LASER, 2), &scene(), &by));
    let second = InTheWay::of(&[BookingId::new(15)]);
    assert_eq!(tight, [KeepingBar::NoRoom(second)]);
    let over = bars(add(FRESH, &known(LASER, 3), &scene(), &by));
    assert_eq!(over, [KeepingBar::NeedsTooMany { capacity: 2 }]);
}

#[test]
fn nothing_needs_itself_if_only_through_others() {
    let by = manager(7);
    let refused = |needs: Vec<_>, id| {
        let scene = Scene { needs, ..scene() };
        bars(add(FRESH, &known(id, 1), &scene, &by))
    };
    assert_eq!(refused(Vec::new(), THIS), [KeepingBar::NeedsItself]);
    let circle = vec![(LASER, OTHER), (OTHER, THIS)];
    assert_eq!(refused(circle, LASER), [KeepingBar::NeedsItself]);
    let again = vec![(THIS, LASER)];
    assert_eq!(refused(again, LASER), [KeepingBar::NeededAlready]);
}

#[test]
fn a_new_component_has_names_and_a_number() {
    let by = manager(7);
    let wrong = match add(FRESH, &Entry::default(), &scene(), &by) {
        Err(Halt::Refused(wrong)) => wrong,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        wrong.len(),
        4,
        "two names, the number, the units: {wrong:?}"
    );
    let lamp = Entry {
        known: None,
        name: Name {
            ja: "水銀灯".into(),
            en: "Mercury lamp".into(),
        },
        capacity: Some(3),
        units: Some(1),
    };
    let unused = Scene {
        taken: Vec::new(),
        ..scene()
    };
    let done = add(FRESH, &lamp, &unused, &by).unwrap();
    assert_eq!(
        (done.value.id, done.value.new),
        (FRESH, Some((lamp.name, 3)))
    );
}

#[test]
fn a_companion_is_chosen_once() {
    let (by, offered) = (manager(7), [LASER]);
    let add =
        |chosen, known: &[ResourceId]| companion::add(chosen, &subject(), (&offered, known), &by);
    assert_eq!(add(Some(LASER), &[]).unwrap().value, LASER);
    assert!(add(None, &[]).is_err() && add(Some(OTHER), &[]).is_err());
    assert!(add(Some(THIS), &[]).is_err());
    assert_eq!(
        bars(add(Some(LASER), &[LASER])),
        [KeepingBar::TogetherAlready {
            field: KeepingField::Companion
        }]
    );
    let many: Vec<ResourceId> = (100..120).map(ResourceId::new).collect();
    let full = [KeepingBar::TooManyTogether { most: 20 }];
    assert_eq!(bars(add(Some(LASER), &many)), full);
}

#[test]
fn another_facility_s_is_named_by_its_address_and_may_leave_again() {
    let (by, field) = (manager(7), KeepingField::OtherCompanion);
    let add = |typed: &str, found, known: &[ResourceId]| {
        companion::add_other(typed, (found, None), &subject(), known, &by)
    };
    assert_eq!(add("nmr", Some(OTHER), &[]).unwrap().value, OTHER);
    assert_eq!(bars(add("nmr", None, &[])), [KeepingBar::OtherUnknown]);
    assert!(add(" ", None, &[]).is_err());
    assert_eq!(
        bars(add("nmr", Some(OTHER), &[OTHER])),
        [KeepingBar::TogetherAlready { field }]
    );
    let leave = |offering: &[ResourceId]| companion::leave(OTHER, None, &subject(), offering, &by);
    assert_eq!(leave(&[OTHER]).unwrap().value, OTHER);
    assert!(matches!(leave(&[]), Err(Halt::Absent)));
}

#[test]
fn a02_others_resources_do_not_exist_for_a_manager() {
    let other = manager(8);
    assert!(matches!(
        add(FRESH, &known(LASER, 1), &scene(), &other),
        Err(Halt::Absent)
    ));
    assert!(matches!(
        remove(LASER, &subject(), &[LASER], &other),
        Err(Halt::Absent)
    ));
    assert!(matches!(
        remove(LASER, &subject(), &[], &manager(7)),
        Err(Halt::Absent)
    ));
    let chosen = companion::add(Some(LASER), &subject(), (&[LASER], &[]), &other);
    assert!(matches!(chosen, Err(Halt::Absent)));
    assert!(companion::remove(LASER, None, &subject(), &[], &manager(7)).is_err());
}
