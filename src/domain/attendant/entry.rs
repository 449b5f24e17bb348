//! What a manager writes of an attendant: name, account, working hours, the resources that they attend.

use std::collections::BTreeSet;

use crate::domain::availability::WeeklyWindow;
use crate::domain::id::{FacilityId, ResourceId, UserId};
use crate::domain::name::Name;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::keeping::KeepingBar;
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::parse_clock;

/// Longest name, in characters.
pub const NAME_LONGEST: usize = 120;
/// Minutes of one day.
const DAY: u16 = 24 * 60;

/// What was typed and ticked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entry {
    /// Of somebody new; whoever is there stays in their facility.
    pub facility: Option<FacilityId>,
    pub name: Name,
    /// The address of their own account; empty if they have none.
    pub account: String,
    /// Days of the week; Monday is 0.
    pub days: BTreeSet<u16>,
    /// The times at which their day begins and ends, as typed.
    pub from: String,
    pub until: String,
    pub resources: BTreeSet<ResourceId>,
}

/// What is kept of somebody who attends.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Roster {
    pub name: Name,
    pub account: Option<UserId>,
    pub windows: Vec<WeeklyWindow>,
    pub resources: BTreeSet<ResourceId>,
}

impl Roster {
    /// The calendars on whose days they don't work, as codes. Whoever works on a Saturday or a Sunday is not
    /// kept from it by the weekend.
    #[must_use]
    pub fn closed_calendars(&self) -> &'static str {
        match self.works_at_weekends() {
            true => "national_holiday,year_end",
            false => "weekend,national_holiday,year_end",
        }
    }

    /// Whether they work on a Saturday or a Sunday.
    #[must_use]
    pub fn works_at_weekends(&self) -> bool {
        self.windows.iter().any(|window| window.start / DAY >= 5)
    }
}

/// Reads what was written. `offered` are the facility's resources that can be attended, `account` is whose
/// address it is.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(
    entry: &Entry,
    offered: &[ResourceId],
    account: Option<UserId>,
) -> Result<Roster, Vec<Refusal>> {
    let mut wrong = Vec::new();
    check_name(&entry.name.ja, KeepingField::NameJa, &mut wrong);
    check_name(&entry.name.en, KeepingField::NameEn, &mut wrong);
    if !entry.account.is_empty() && account.is_none() {
        wrong.push(bar(KeepingBar::AccountUnknown));
    }
    if entry.days.is_empty() {
        wrong.push(missing(KeepingField::Weekdays));
    }
    let hours = hours(entry, &mut wrong);
    if entry.resources.is_empty() {
        wrong.push(missing(KeepingField::Attended));
    } else if entry.resources.iter().any(|one| !offered.contains(one)) {
        wrong.push(malformed(KeepingField::Attended));
    }
    match (hours, wrong.is_empty()) {
        (Some(hours), true) => Ok(Roster {
            name: entry.name.clone(),
            account,
            windows: windows(&entry.days, hours),
            resources: entry.resources.clone(),
        }),
        _ => Err(wrong),
    }
}

/// The minutes of the day between which they are there; what is wrong with them is added.
fn hours(entry: &Entry, wrong: &mut Vec<Refusal>) -> Option<(u16, u16)> {
    let from = clock(&entry.from, KeepingField::From, wrong);
    // a browser writes the end of the day as its beginning
    let until = clock(&entry.until, KeepingField::Until, wrong).map(|until| match until {
        0 => DAY,
        until => until,
    });
    let (from, until) = (from?, until?);
    if from >= until {
        wrong.push(bar(KeepingBar::HoursBackwards));
        return None;
    }
    Some((from, until))
}

fn clock(text: &str, field: KeepingField, wrong: &mut Vec<Refusal>) -> Option<u16> {
    if text.is_empty() {
        wrong.push(missing(field));
        return None;
    }
    let read = parse_clock(text);
    if read.is_none() {
        wrong.push(malformed(field));
    }
    read
}

fn windows(days: &BTreeSet<u16>, (from, until): (u16, u16)) -> Vec<WeeklyWindow> {
    let days = days.iter().filter(|day| **day < 7);
    days.map(|day| WeeklyWindow {
        start: day * DAY + from,
        minutes: until - from,
    })
    .collect()
}

fn check_name(value: &str, field: KeepingField, wrong: &mut Vec<Refusal>) {
    if value.is_empty() {
        wrong.push(missing(field));
    } else if value.chars().count() > NAME_LONGEST {
        wrong.push(Refusal::of(Wrong::TooLongText {
            field: Field::Keeping(field),
            longest: NAME_LONGEST,
        }));
    }
}

const fn missing(field: KeepingField) -> Refusal {
    Refusal::of(Wrong::Missing {
        field: Field::Keeping(field),
    })
}

const fn malformed(field: KeepingField) -> Refusal {
    Refusal::of(Wrong::Malformed {
        field: Field::Keeping(field),
    })
}

const fn bar(bar: KeepingBar) -> Refusal {
    Refusal::of(Wrong::Use(UseBar::Keeping(bar)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::availability::write_windows;

    fn entry() -> Entry {
        Entry {
            facility: Some(FacilityId::new(7)),
            name: Name {
                ja: "技術 太郎".into(),
                en: "Taro Gijutsu".into(),
            },
            account: String::new(),
            days: [0, 2].into(),
            from: "09:00".into(),
            until: "17:00".into(),
            resources: [ResourceId::new(1)].into(),
        }
    }

    fn fields(entry: &Entry) -> Vec<Field> {
        let read = read(entry, &[ResourceId::new(1)], None);
        let wrong = read.unwrap_err();
        wrong.iter().filter_map(Refusal::field).collect()
    }

    #[test]
    fn hours_are_kept_as_weekly_windows() {
        let kept = read(&entry(), &[ResourceId::new(1)], None).unwrap();
        let written = write_windows(&kept.windows);
        assert_eq!(written, "Mon 09:00-Mon 17:00; Wed 09:00-Wed 17:00");
        assert!(kept.closed_calendars().starts_with("weekend"));
        let late = Entry {
            days: [5].into(),
            until: "00:00".into(),
            ..entry()
        };
        let kept = read(&late, &[ResourceId::new(1)], None).unwrap();
        assert_eq!(write_windows(&kept.windows), "Sat 09:00-Sat 24:00");
        assert!(!kept.closed_calendars().contains("weekend"));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let all = [
            KeepingField::NameJa,
            KeepingField::NameEn,
            KeepingField::Weekdays,
            KeepingField::From,
            KeepingField::Until,
            KeepingField::Attended,
        ];
        assert_eq!(fields(&Entry::default()), all.map(Field::Keeping));
        let odd = Entry {
            account: "nobody@example.jp".into(),
            from: "17:00".into(),
            until: "09:00".into(),
            resources: [ResourceId::new(2)].into(),
            ..entry()
        };
        let all = [
            KeepingField::Account,
            KeepingField::Until,
            KeepingField::Attended,
        ];
        assert_eq!(fields(&odd), all.map(Field::Keeping));
        let unread = Entry {
            from: "9 o'clock".into(),
            ..entry()
        };
        assert_eq!(fields(&unread), [Field::Keeping(KeepingField::From)]);
    }
}
