//! 施設の休業日: the closed days that a facility sets beside weekends and holidays.

use chrono::{Days, NaiveDate};

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::holiday::check_name;
use crate::domain::id::FacilityId;
use crate::domain::name::Name;
use crate::domain::refusal::calendar::CalendarBar;
use crate::domain::refusal::calendar_field::CalendarField;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};

/// Most days of one facility that lie ahead.
pub const DAYS_MOST: usize = 400;
/// Most days that are set at once.
pub const RANGE_MOST: usize = 62;
/// So many days ahead a day can be set: beyond every horizon of bookings.
pub const AHEAD_MOST: u32 = 1_096;

/// What a manager types.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewDays {
    pub facility: Option<FacilityId>,
    pub from: Option<NaiveDate>,
    /// The last day; none for a single day.
    pub until: Option<NaiveDate>,
    pub name: Name,
}

/// Days to be closed under one name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClosedRange {
    pub facility: FacilityId,
    pub days: Vec<NaiveDate>,
    pub name: Name,
}

/// Sets closed days; a day that is closed already takes the new name. Bookings stay as they are.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the facility's manager does it; everything that is wrong with what was
/// typed. `ahead` are the facility's closed days from today on.
pub fn close(new: &NewDays, ahead: &[NaiveDate], by: &Actor) -> Act<ClosedRange> {
    let mut wrong = Vec::new();
    match new.facility {
        None => wrong.push(Refusal::of(Wrong::Missing {
            field: Field::Facility,
        })),
        Some(facility) if !by.manages(facility) => return Err(Halt::NotAllowed),
        Some(_) => {}
    }
    let days = range(new, by.at.day(), &mut wrong);
    let fresh = days.iter().filter(|day| !ahead.contains(day)).count();
    if fresh + ahead.len() > DAYS_MOST {
        wrong.push(bar(CalendarBar::TooMany { most: DAYS_MOST }));
    }
    for (text, field) in [
        (&new.name.ja, Field::Calendar(CalendarField::NameJa)),
        (&new.name.en, Field::Calendar(CalendarField::NameEn)),
    ] {
        wrong.extend(check_name(text, field));
    }
    let (Some(facility), true) = (new.facility, wrong.is_empty()) else {
        return Err(Halt::Refused(wrong));
    };
    let first = days.first().map(NaiveDate::to_string).unwrap_or_default();
    let event = Event::of(Kind::ClosedDaysSet)
        .with("facility", facility)
        .with("from", first)
        .with("days", days.len());
    Ok(Done {
        value: ClosedRange {
            facility,
            days,
            name: new.name.clone(),
        },
        event,
    })
}

/// Takes a closed day back.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the facility's manager does it, [`Halt::Absent`] if it is not closed.
pub fn open(
    facility: FacilityId,
    day: NaiveDate,
    ahead: &[NaiveDate],
    by: &Actor,
) -> Act<NaiveDate> {
    if !by.manages(facility) {
        return Err(Halt::NotAllowed);
    }
    if !ahead.contains(&day) {
        return Err(Halt::Absent);
    }
    let event = Event::of(Kind::ClosedDayRemoved)
        .with("facility", facility)
        .with("day", day);
    Ok(Done { value: day, event })
}

/// The days from the first to the last; what is wrong with them is added.
fn range(new: &NewDays, today: NaiveDate, wrong: &mut Vec<Refusal>) -> Vec<NaiveDate> {
    let Some(from) = new.from else {
        wrong.push(Refusal::of(Wrong::Missing {
            field: Field::Calendar(CalendarField::Day),
        }));
        return Vec::new();
    };
    let until = new.until.unwrap_or(from);
    let furthest = today.checked_add_days(Days::new(u64::from(AHEAD_MOST)));
    if until < from {
        wrong.push(bar(CalendarBar::Backwards));
        return Vec::new();
    }
    if from < today || furthest.is_some_and(|furthest| until > furthest) {
        wrong.push(bar(CalendarBar::NotAhead { most: AHEAD_MOST }));
        return Vec::new();
    }
    let days: Vec<NaiveDate> = from
        .iter_days()
        .take_while(|day| *day <= until)
        .take(RANGE_MOST + 1)
        .collect();
    if days.len() > RANGE_MOST {
        wrong.push(bar(CalendarBar::TooWide { most: RANGE_MOST }));
        return Vec::new();
    }
    days
}

const fn bar(bar: CalendarBar) -> Refusal {
    Refusal::of(Wrong::Calendar(bar))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::actor::{Person, Role, Who};
    use crate::domain::id::{InstitutionId, UserId};
    use crate::domain::language::Language;
    use crate::domain::time::Instant;

    fn manager() -> Actor {
        Actor {
            who: Who::Person(Person {
                id: UserId::new(1),
                name: String::new(),
                email: String::new(),
                language: Language::Ja,
                institution: InstitutionId::new(1),
                roles: vec![Role::FacilityManager(FacilityId::new(7))],
            }),
            at: Instant::of_tokyo(day("2026-12-14"), 600),
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn new(from: &str, until: &str) -> NewDays {
        NewDays {
            facility: Some(FacilityId::new(7)),
            from: from.parse().ok(),
            until: until.parse().ok(),
            name: Name {
                ja: "停電".into(),
                en: "Power cut".into(),
            },
        }
    }

    fn wrong(new: &NewDays, ahead: &[NaiveDate]) -> Vec<Wrong> {
        match close(new, ahead, &manager()) {
            Err(Halt::Refused(wrong)) => wrong.into_iter().map(|one| one.wrong).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_day_or_a_range_is_closed() {
        let one = close(&new("2026-12-14", ""), &[], &manager())
            .unwrap()
            .value;
        assert_eq!(one.days, [day("2026-12-14")]);
        let three = close(&new("2027-02-27", "2027-03-01"), &[], &manager()).unwrap();
        assert_eq!(three.value.days.len(), 3);
        assert_eq!(three.event.facts["days"], "3");
        let longest = close(&new("2027-01-01", "2027-03-03"), &[], &manager()).unwrap();
        assert_eq!(longest.value.days.len(), RANGE_MOST);
    }

    #[test]
    fn ranges_are_limited_and_lie_ahead() {
        let is = |bar| vec![Wrong::Calendar(bar)];
        let not_ahead = CalendarBar::NotAhead { most: AHEAD_MOST };
        assert_eq!(
            wrong(&new("2027-01-02", "2027-01-01"), &[]),
            is(CalendarBar::Backwards)
        );
        assert_eq!(wrong(&new("2026-12-13", "2026-12-15"), &[]), is(not_ahead));
        assert_eq!(wrong(&new("2030-01-01", ""), &[]), is(not_ahead));
        assert_eq!(
            wrong(&new("2027-01-01", "2027-03-04"), &[]),
            is(CalendarBar::TooWide { most: RANGE_MOST })
        );
        let full: Vec<NaiveDate> = day("2027-01-01").iter_days().take(DAYS_MOST).collect();
        assert_eq!(
            wrong(&new("2029-01-01", ""), &full),
            is(CalendarBar::TooMany { most: DAYS_MOST })
        );
        assert!(close(&new("2027-01-05", ""), &full, &manager()).is_ok());
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let empty = NewDays::default();
        let fields: Vec<Field> = match close(&empty, &[], &manager()) {
            Err(Halt::Refused(wrong)) => wrong.iter().filter_map(Refusal::field).collect(),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            fields,
            [
                Field::Facility,
                Field::Calendar(CalendarField::Day),
                Field::Calendar(CalendarField::NameJa),
                Field::Calendar(CalendarField::NameEn)
            ]
        );
    }

    #[test]
    fn a02_only_the_facilitys_own_manager_changes_its_days() {
        let others = NewDays {
            facility: Some(FacilityId::new(8)),
            ..new("2027-01-05", "")
        };
        assert!(matches!(
            close(&others, &[], &manager()),
            Err(Halt::NotAllowed)
        ));
        let at = day("2027-01-05");
        let stranger = Actor::house(manager().at);
        assert!(matches!(
            open(FacilityId::new(7), at, &[at], &stranger),
            Err(Halt::NotAllowed)
        ));
        assert!(open(FacilityId::new(7), at, &[at], &manager()).is_ok());
        assert!(matches!(
            open(FacilityId::new(7), at, &[], &manager()),
            Err(Halt::Absent)
        ));
    }
}
