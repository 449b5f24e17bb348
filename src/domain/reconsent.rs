//! 再同意: when somebody whose booking falls under a new version must have agreed to it, and when
//! they are reminded.

pub mod obligation;

use chrono::{Days, NaiveDate};

use crate::domain::calendar::ClosedDays;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::rule::{Rule, in_force_all};
use crate::domain::time::Instant;

/// So many days before a version comes into force its readers are reminded.
const DAYS_BEFORE_EFFECTIVE: u64 = 10;
/// So many business days before the consent is due they are reminded again.
const BUSINESS_DAYS_BEFORE_DUE: u32 = 1;
/// Reminders go out from this minute of the day on: nine o'clock.
const MORNING: i64 = 9 * 60;

/// A reminder that goes out once.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Step {
    /// Ten days before the version comes into force.
    BeforeEffective,
    /// On the last business day before the consent is due.
    BeforeDue,
}

impl Step {
    /// The code kept with what was sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BeforeEffective => "before_effective",
            Self::BeforeDue => "before_due",
        }
    }
}

/// The versions that a use on this day falls under and that are not among the consents.
#[must_use]
pub fn open<'a>(
    versions: &'a [Rule],
    day: NaiveDate,
    agreed: &dyn Fn(&Rule) -> bool,
) -> Vec<&'a Rule> {
    let mut open = in_force_all(versions, day);
    open.retain(|rule| !agreed(rule));
    open
}

/// 締切: the consent is due on the last day of grace, or so many business days before the use as the
/// terms say, whichever is earlier, at the hour at which cancelling closes. `terms` and `closed` are
/// those of the day of use.
#[must_use]
pub fn due(rule: &Rule, used_on: NaiveDate, terms: &Terms, closed: &ClosedDays) -> Instant {
    let grace = rule
        .effective_on
        .checked_add_days(Days::new(u64::from(rule.grace_days)))
        .unwrap_or(rule.effective_on);
    let before = terms.count(Parameter::RuleReconsentDueBusinessDays);
    let day = grace.min(closed.before(used_on, before));
    let cutoff = terms.minute(Parameter::CancelCutoffTime);
    Instant::of_tokyo(day, i64::from(cutoff))
}

/// When each reminder of a version goes out. Steps that lie before the publication are left out:
/// its own letter said it already.
#[must_use]
pub fn reminders(
    rule: &Rule,
    published_at: Instant,
    due: Instant,
    closed: &ClosedDays,
) -> Vec<(Step, Instant)> {
    let early = rule
        .effective_on
        .checked_sub_days(Days::new(DAYS_BEFORE_EFFECTIVE))
        .unwrap_or(rule.effective_on);
    let late = closed.before(due.day(), BUSINESS_DAYS_BEFORE_DUE);
    let mut steps = vec![
        (Step::BeforeEffective, Instant::of_tokyo(early, MORNING)),
        (Step::BeforeDue, Instant::of_tokyo(late, MORNING)),
    ];
    steps.retain(|(_, at)| *at < due && at.day() > published_at.day());
    steps.sort_by_key(|(_, at)| *at);
    steps
}

/// The reminder that should have gone out last by now, if one should have.
#[must_use]
pub fn step_now(steps: &[(Step, Instant)], now: Instant) -> Option<Step> {
    let passed = steps.iter().filter(|(_, at)| *at <= now);
    passed.max_by_key(|(_, at)| *at).map(|(step, _)| *step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{FacilityId, InstitutionId, RuleId};
    use crate::domain::name::Name;
    use crate::domain::parameter::value::Value;
    use crate::domain::time::parse_local;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> Instant {
        parse_local(text).unwrap()
    }

    fn rule(effective: &str, grace_days: u32) -> Rule {
        Rule {
            id: RuleId::new(30),
            facility: FacilityId::new(1),
            institution: InstitutionId::new(1),
            is_whole: false,
            version: "3.0".into(),
            title: Name::default(),
            effective_on: day(effective),
            grace_days,
        }
    }

    fn due_of(used_on: &str, grace_days: u32) -> Instant {
        due(
            &rule("2027-01-01", grace_days),
            day(used_on),
            &Terms::default(),
            &ClosedDays::standard(),
        )
    }

    #[test]
    fn s2_due_three_business_days_before_the_use_and_reminded_twice() {
        let due = due_of("2027-01-14", 30);
        assert_eq!(due, at("2027-01-08T17:00"));
        let steps = reminders(
            &rule("2027-01-01", 30),
            at("2026-12-01T10:00"),
            due,
            &ClosedDays::standard(),
        );
        assert_eq!(
            steps,
            [
                (Step::BeforeEffective, at("2026-12-22T09:00")),
                (Step::BeforeDue, at("2027-01-07T09:00")),
            ]
        );
        let now = |text: &str| step_now(&steps, at(text));
        assert_eq!(now("2026-12-22T08:59"), None);
        assert_eq!(now("2026-12-22T09:00"), Some(Step::BeforeEffective));
        assert_eq!(now("2027-01-07T12:00"), Some(Step::BeforeDue));
    }

    #[test]
    fn the_grace_ends_it_where_the_use_is_far_away() {
        assert_eq!(due_of("2027-03-30", 30), at("2027-01-31T17:00"));
        assert_eq!(due_of("2027-03-30", 0), at("2027-01-01T17:00"));
        let terms = Terms::default()
            .with(Parameter::RuleReconsentDueBusinessDays, Value::Number(5))
            .with(Parameter::CancelCutoffTime, Value::TimeOfDay(12 * 60));
        let due = due(
            &rule("2027-01-01", 30),
            day("2027-01-14"),
            &terms,
            &ClosedDays::standard(),
        );
        assert_eq!(due, at("2027-01-06T12:00"));
    }

    #[test]
    fn what_was_published_late_is_not_said_twice_on_one_day() {
        let due = due_of("2027-01-14", 30);
        let closed = ClosedDays::standard();
        let steps = |published: &str| {
            let steps = reminders(&rule("2027-01-01", 30), at(published), due, &closed);
            steps.into_iter().map(|(step, _)| step).collect::<Vec<_>>()
        };
        assert_eq!(steps("2026-12-22T10:00"), [Step::BeforeDue]);
        assert_eq!(steps("2027-01-07T08:00"), [] as [Step; 0]);
    }

    #[test]
    fn consent_is_asked_for_the_version_of_the_day_of_use() {
        let old = Rule {
            id: RuleId::new(21),
            version: "2.1".into(),
            ..rule("2026-04-01", 30)
        };
        let versions = [old, rule("2027-01-01", 30)];
        let agreed = |rule: &Rule| rule.version == "2.1";
        let open = |on: &str| open(&versions, day(on), &agreed).len();
        assert_eq!(open("2026-12-22"), 0);
        assert_eq!(open("2027-01-07"), 1);
    }

    proptest! {
        #[test]
        fn nobody_is_reminded_after_it_was_due(grace in 0_u32..366, ahead in 0_u64..200, published in 0_u64..60) {
            let rule = rule("2027-01-01", grace);
            let closed = ClosedDays::standard();
            let used_on = rule.effective_on.checked_add_days(Days::new(ahead)).unwrap();
            let due = due(&rule, used_on, &Terms::default(), &closed);
            prop_assert!(due.day() <= used_on);
            let published_at = at("2026-12-01T10:00").plus_minutes(i64::try_from(published).unwrap() * 1440);
            let steps = reminders(&rule, published_at, due, &closed);
            prop_assert!(steps.iter().all(|(_, at)| *at < due && *at > published_at));
        }
    }
}
