//! Absences, changes and goodbyes: to whom uses go, and when they can't.

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::attendant::Attendant;
use crate::domain::attendant::entry::Entry;
use crate::domain::attendant::hand_over::{Attendance, Pool};
use crate::domain::attendant::life::{Absence, Scene, Wish, absent, add, back, change, leave};
use crate::domain::availability::parse_windows;
use crate::domain::catalogue::Parameters;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{AbsenceId, BookingId, FacilityId, InstitutionId, ResourceId, UserId};
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::parameter::terms::Terms;
use crate::domain::refusal::Wrong;
use crate::domain::refusal::keeping::{InTheWay, KeepingBar};
use crate::domain::refusal::usage::UseBar;
use crate::domain::time::{Span, parse_local};

const FACILITY: FacilityId = FacilityId::new(7);
const CONFOCAL: ResourceId = ResourceId::new(1);
const ME: ResourceId = ResourceId::new(11);
const OTHER: ResourceId = ResourceId::new(12);

fn manager(facility: FacilityId) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: UserId::new(1),
            name: String::new(),
            email: String::new(),
            language: Language::Ja,
            institution: InstitutionId::new(1),
            roles: vec![Role::FacilityManager(facility)],
        }),
        at: parse_local("2026-12-14T10:00").unwrap(),
    }
}

fn span(day: &str, from: &str, until: &str) -> Span {
    let at = |clock: &str| parse_local(&format!("{day}T{clock}")).unwrap();
    Span::new(at(from), at(until)).unwrap()
}

fn attendant(id: ResourceId, busy: Vec<Span>) -> Attendant {
    let mut parameters = Parameters::of(&Terms::default(), &Default::default());
    parameters.windows = parse_windows("Mon 09:00-Mon 17:00; Tue 09:00-Tue 17:00").unwrap();
    Attendant {
        id,
        name: Name::default(),
        parameters,
        busy,
        account: None,
    }
}

/// Two uses on the Tuesday, from ten and from one; whoever else there is is busy at `busy`.
fn scene(busy: Option<Vec<Span>>) -> Scene {
    let times = [
        span("2026-12-15", "10:00", "11:00"),
        span("2026-12-15", "13:00", "14:00"),
    ];
    let attendance = |(number, used): (i64, Span)| Attendance {
        booking: BookingId::new(number),
        resource: CONFOCAL,
        used,
        claims: vec![used],
        is_wish: false,
    };
    let others = busy.map(|busy| (CONFOCAL, vec![attendant(OTHER, busy)]));
    Scene {
        facility: FACILITY,
        has_left: false,
        who: attendant(ME, times.to_vec()),
        attendances: (1..).zip(times).map(attendance).collect(),
        absences: Vec::new(),
        others: others.into_iter().collect::<Pool>(),
    }
}

fn away(from: &str, until: &str) -> Wish {
    Wish {
        from: parse_local(from),
        until: parse_local(until),
        note: String::new(),
    }
}

fn bars<T: std::fmt::Debug>(act: Act<T>) -> Vec<KeepingBar> {
    let Err(Halt::Refused(wrong)) = act else {
        panic!("{act:?}");
    };
    let bar = |wrong| match wrong {
        Wrong::Use(UseBar::Keeping(bar)) => Some(bar),
        _ => None,
    };
    wrong.into_iter().filter_map(|one| bar(one.wrong)).collect()
}

#[test]
fn an_absence_hands_over_what_it_touches_and_nothing_else() {
    let by = manager(FACILITY);
    let wish = away("2026-12-15T09:00", "2026-12-15T12:00");
    let scene = scene(Some(Vec::new()));
    let done = absent(AbsenceId::new(5), &wish, &scene, &by).unwrap();
    let (kept, moved) = done.value;
    assert_eq!(kept.span, span("2026-12-15", "09:00", "12:00"));
    assert_eq!(moved.len(), 1);
    assert_eq!((moved[0].booking, moved[0].to), (BookingId::new(1), OTHER));
    assert_eq!(moved[0].times, [span("2026-12-15", "10:00", "11:00")]);
}

#[test]
fn where_nobody_else_is_free_the_bookings_are_named() {
    let by = manager(FACILITY);
    let wish = away("2026-12-15T09:00", "2026-12-15T17:00");
    let busy = vec![span("2026-12-15", "10:30", "12:00")];
    let stuck = bars(absent(AbsenceId::new(5), &wish, &scene(Some(busy)), &by));
    let first = InTheWay::of(&[BookingId::new(1)]);
    assert_eq!(stuck, [KeepingBar::NobodyElse(first)]);
    let both = InTheWay::of(&[BookingId::new(1), BookingId::new(2)]);
    let all = [KeepingBar::NobodyElse(both)];
    assert_eq!(bars(leave(&scene(None), &by)), all);
    let mut moving = scene(Some(Vec::new()));
    moving.attendances[1].is_wish = true;
    let second = InTheWay::of(&[BookingId::new(2)]);
    assert_eq!(bars(leave(&moving, &by)), [KeepingBar::NobodyElse(second)]);
}

#[test]
fn an_absence_lies_ahead_and_is_not_too_long() {
    let by = manager(FACILITY);
    let told = |from, until| {
        bars(absent(
            AbsenceId::new(5),
            &away(from, until),
            &scene(None),
            &by,
        ))
    };
    let is = |from, until, bar: KeepingBar| assert_eq!(told(from, until), [bar]);
    is(
        "2026-12-16T12:00",
        "2026-12-16T12:00",
        KeepingBar::AbsenceBackwards,
    );
    is(
        "2026-12-13T12:00",
        "2026-12-14T12:00",
        KeepingBar::AbsencePast,
    );
    is(
        "2026-12-14T08:00",
        "2026-12-14T09:00",
        KeepingBar::AbsencePast,
    );
    let long = KeepingBar::AbsenceTooLong { days: 31 };
    is("2026-12-16T12:00", "2027-01-16T13:00", long);
    let empty = absent(AbsenceId::new(5), &Wish::default(), &scene(None), &by);
    assert!(matches!(empty, Err(Halt::Refused(wrong)) if wrong.len() == 2));
    let mut known = scene(None);
    known.absences.push(Absence {
        id: AbsenceId::new(4),
        span: span("2026-12-16", "09:00", "12:00"),
        note: String::new(),
    });
    let again = away("2026-12-16T11:00", "2026-12-16T13:00");
    let again = bars(absent(AbsenceId::new(5), &again, &known, &by));
    assert_eq!(again, [KeepingBar::AbsenceKnown]);
    // who fell ill this morning
    let ill = away("2026-12-14T08:00", "2026-12-14T17:00");
    assert!(absent(AbsenceId::new(5), &ill, &scene(None), &by).is_ok());
    assert!(back(AbsenceId::new(4), &known, &by).is_ok());
    assert!(matches!(
        back(AbsenceId::new(9), &known, &by),
        Err(Halt::Absent)
    ));
}

fn entry(until: &str) -> Entry {
    Entry {
        facility: Some(FACILITY),
        name: Name {
            ja: "技術 太郎".into(),
            en: "Taro Gijutsu".into(),
        },
        account: String::new(),
        days: [0, 1].into(),
        from: "09:00".into(),
        until: until.into(),
        resources: [CONFOCAL].into(),
    }
}

#[test]
fn a_change_moves_only_what_does_not_fit_any_more() {
    let by = manager(FACILITY);
    let offered = ([CONFOCAL].as_slice(), None);
    let scene = scene(Some(Vec::new()));
    let same = change(&scene, &entry("17:00"), offered, &by).unwrap();
    assert_eq!(same.value.1, []);
    let mornings = change(&scene, &entry("12:00"), offered, &by).unwrap();
    let moved = mornings.value.1;
    assert_eq!(moved.len(), 1);
    assert_eq!((moved[0].booking, moved[0].to), (BookingId::new(2), OTHER));
}

#[test]
fn a02_others_attendants_do_not_exist_for_a_manager() {
    let other = manager(FacilityId::new(8));
    let scene = scene(Some(Vec::new()));
    assert!(matches!(leave(&scene, &other), Err(Halt::Absent)));
    let offered = ([CONFOCAL].as_slice(), None);
    let changed = change(&scene, &entry("17:00"), offered, &other);
    assert!(matches!(changed, Err(Halt::Absent)));
    let added = add(ME, &entry("17:00"), offered, &other);
    assert!(matches!(added, Err(Halt::Absent)));
    let left = Scene {
        has_left: true,
        ..scene
    };
    assert_eq!(
        bars(leave(&left, &manager(FACILITY))),
        [KeepingBar::HasLeft]
    );
}
