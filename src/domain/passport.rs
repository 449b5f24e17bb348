//! パスポート: the portable facts of a person, how each stands, and who is warned before one expires.

use chrono::{Days, NaiveDate};

use crate::domain::gate::Holder;
use crate::domain::gate::fact::{Fact, Ruling, Verdict};
use crate::domain::gate::validity::by_itself;
use crate::domain::letter::Recipient;
use crate::domain::letter::reminder::Expiring;
use crate::domain::name::Name;
use crate::domain::time::Instant;

/// Warnings go out from this minute of the day on: nine o'clock.
const MORNING: i64 = 9 * 60;

/// A portable fact with the names that a reader knows it by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    pub fact: Fact,
    pub holder: Recipient,
    pub course: Option<Name>,
    pub issuer: Option<Name>,
}

/// How a record stands on a day.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Standing {
    /// Its issuer or an office confirmed it, and it counts.
    Confirmed,
    /// Entered, and nobody ruled on it yet.
    Waiting,
    /// It counted until a day before.
    Expired,
    /// An office refused it, or took it back.
    Refused,
}

impl Record {
    /// How it stands on a Tokyo day.
    #[must_use]
    pub fn standing(&self, day: NaiveDate) -> Standing {
        let ended = self.last_day().is_some_and(|last| last < day);
        match (is_confirmed(&self.fact.rulings), ended) {
            (Some(false), _) => Standing::Refused,
            (_, true) => Standing::Expired,
            (Some(true), false) => Standing::Confirmed,
            (None, false) => Standing::Waiting,
        }
    }

    /// The last Tokyo day on which it counts; none: without end.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        by_itself(&self.fact)
    }

    /// Whether it counts on a day, and ends within so many days from it.
    #[must_use]
    pub fn ends_within(&self, days: u32, day: NaiveDate) -> bool {
        let reach = day.checked_add_days(Days::new(u64::from(days)));
        self.standing(day) == Standing::Confirmed
            && self.last_day().is_some_and(|last| Some(last) <= reach)
    }

    /// Whether another record takes its place: the same thing, for longer.
    fn is_renewed_by(&self, other: &Self) -> bool {
        let (mine, theirs) = (&self.fact, &other.fact);
        // of two approvals nobody knows whether they are for the same study, unless a project says so
        let of_project = mine.gate.holder() == Holder::Project;
        let same = !of_project
            || (!mine.project_number.is_empty() && mine.project_number == theirs.project_number);
        mine.user == theirs.user
            && same
            && mine.gate == theirs.gate
            && mine.course == theirs.course
            && is_confirmed(&theirs.rulings) == Some(true)
            && theirs
                .valid_until
                .is_none_or(|last| Some(last) > mine.valid_until)
            && mine.id != theirs.id
    }
}

/// What the offices say: none where nobody spoke; false where one of them said no in the end.
fn is_confirmed(rulings: &[Ruling]) -> Option<bool> {
    let last = |side| {
        let mut said = rulings.iter().rev();
        said.find(|ruling| ruling.side == side)
    };
    let all = rulings.iter().filter_map(|ruling| last(ruling.side));
    all.map(|ruling| ruling.verdict == Verdict::Confirmed)
        .reduce(|a, b| a && b)
}

/// A letter that should go out now, with the key under which it is kept that it did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    pub key: String,
    pub to: Recipient,
    pub facts: Expiring,
}

/// The warning of a record that should have gone out last by now: of the days before its end that
/// the terms name, the nearest that has come. Steps that had passed when it was entered are left out.
#[must_use]
pub fn warning(
    record: &Record,
    days: &[u32],
    next: Option<Instant>,
    now: Instant,
) -> Option<Warning> {
    let fact = &record.fact;
    let last = fact.valid_until.filter(|last| now.day() <= *last)?;
    if record.standing(now.day()) != Standing::Confirmed {
        return None;
    }
    let starts = |step: u32| {
        let day = last.checked_sub_days(Days::new(u64::from(step)))?;
        Some(Instant::of_tokyo(day, MORNING))
    };
    let passed = |step: &&u32| starts(**step).is_some_and(|at| at <= now && fact.entered_at < at);
    let step = days.iter().filter(passed).min()?;
    let left = (last - now.day()).num_days();
    Some(Warning {
        key: format!("expiry:{}:{step}", fact.id),
        to: record.holder.clone(),
        facts: Expiring {
            gate: fact.gate.code().to_owned(),
            course: record.course.clone(),
            number: fact.number.clone(),
            issuer: record.issuer.clone(),
            valid_until: last,
            days_left: u32::try_from(left).unwrap_or(0),
            next,
        },
    })
}

/// The records that nothing newer takes the place of.
#[must_use]
pub fn current(records: &[Record]) -> Vec<&Record> {
    let stale = |one: &Record| records.iter().any(|other| one.is_renewed_by(other));
    records.iter().filter(|one| !stale(one)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gate::Gate;
    use crate::domain::gate::fact::Side;
    use crate::domain::id::{CourseId, FactId, UserId};
    use crate::domain::language::Language;
    use crate::domain::time::parse_local;

    fn at(text: &str) -> Instant {
        parse_local(text).unwrap()
    }

    fn ruling(side: Side, verdict: Verdict) -> Ruling {
        Ruling {
            side,
            institution: None,
            verdict,
            number: String::new(),
            ruled_on: "2026-02-01".parse().unwrap(),
            condition: None,
            at: at("2026-02-01T10:00"),
        }
    }

    fn record(id: i64, until: Option<&str>) -> Record {
        Record {
            fact: Fact {
                id: FactId::new(id),
                gate: Gate::Training,
                user: UserId::new(1),
                facility: None,
                booking: None,
                course: Some(CourseId::new(2)),
                issuer: None,
                project_number: String::new(),
                number: "L-0231".into(),
                level: String::new(),
                issued_on: None,
                valid_until: until.map(|day| day.parse().unwrap()),
                entered_at: at("2026-02-01T10:00"),
                rulings: vec![ruling(Side::Provider, Verdict::Confirmed)],
            },
            holder: Recipient {
                user: UserId::new(1),
                name: String::new(),
                email: String::new(),
                language: Language::Ja,
            },
            course: None,
            issuer: None,
        }
    }

    const DAYS: [u32; 3] = [60, 30, 7];

    fn key(record: &Record, now: &str) -> Option<String> {
        let warning = warning(record, &DAYS, None, at(now))?;
        Some(warning.key.rsplit(':').next().unwrap().to_owned())
    }

    #[test]
    fn a_holder_is_warned_sixty_thirty_and_seven_days_ahead() {
        let licence = record(1, Some("2027-01-31"));
        assert_eq!(key(&licence, "2026-12-02T08:59"), None);
        assert_eq!(key(&licence, "2026-12-02T09:00").as_deref(), Some("60"));
        assert_eq!(key(&licence, "2026-12-31T09:00").as_deref(), Some("60"));
        assert_eq!(key(&licence, "2027-01-01T09:00").as_deref(), Some("30"));
        assert_eq!(key(&licence, "2027-01-24T09:00").as_deref(), Some("7"));
        assert_eq!(key(&licence, "2027-01-31T23:00").as_deref(), Some("7"));
        assert_eq!(key(&licence, "2027-02-01T09:00"), None);
        assert_eq!(key(&record(1, None), "2027-01-24T09:00"), None);
    }

    #[test]
    fn what_was_never_confirmed_or_entered_late_is_not_warned_of() {
        let mut late = record(1, Some("2027-01-31"));
        late.fact.entered_at = at("2026-12-20T10:00");
        assert_eq!(key(&late, "2026-12-21T09:00"), None);
        assert_eq!(key(&late, "2027-01-01T09:00").as_deref(), Some("30"));
        let mut open = record(1, Some("2027-01-31"));
        open.fact.rulings.clear();
        assert_eq!(key(&open, "2027-01-24T09:00"), None);
        open.fact.rulings = vec![
            ruling(Side::Home, Verdict::Confirmed),
            ruling(Side::Home, Verdict::Revoked),
        ];
        assert_eq!(key(&open, "2027-01-24T09:00"), None);
        assert_eq!(
            open.standing("2027-01-24".parse().unwrap()),
            Standing::Refused
        );
    }

    #[test]
    fn what_the_law_says_ends_a_record_too() {
        let mut check = record(1, None);
        check.fact.gate = Gate::HealthCheck;
        check.fact.issued_on = Some("2026-07-01".parse().unwrap());
        let on = |day: &str| check.standing(day.parse().unwrap());
        assert_eq!(on("2027-01-01"), Standing::Confirmed);
        assert_eq!(on("2027-01-02"), Standing::Expired);
        let soon = |day: &str| check.ends_within(60, day.parse().unwrap());
        assert!(!soon("2026-11-01") && soon("2026-11-02") && !soon("2027-01-02"));
        assert!(!record(1, None).ends_within(60, "2026-11-01".parse().unwrap()));
    }

    #[test]
    fn a_renewed_licence_takes_the_place_of_the_old_one() {
        let both = [record(1, Some("2027-01-31")), record(2, Some("2028-02-01"))];
        let left: Vec<i64> = current(&both)
            .iter()
            .map(|one| one.fact.id.number())
            .collect();
        assert_eq!(left, [2]);
        let mut waiting = record(2, Some("2028-02-01"));
        waiting.fact.rulings.clear();
        assert_eq!(current(&[record(1, Some("2027-01-31")), waiting]).len(), 2);
    }
}
