//! 取消しの結果: what cancelling a booking costs at a moment, by the steps of the rule of its day.

use crate::domain::booking::Standing;
use crate::domain::catalogue::Resource;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Tier;
use crate::domain::time::{Instant, Span};

/// Deadlines include their whole minute: 17:00:59 is still 17:00.
const REST_OF_MINUTE: i64 = 59;

/// Who gave the time up.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Side {
    /// 利用者
    User,
    /// 施設
    Facility,
}

impl Side {
    /// Every side.
    pub const ALL: &'static [Self] = &[Self::User, Self::Facility];

    /// The code kept in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Facility => "facility",
        }
    }
}

/// What a cancellation meant, frozen when it happened.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Cancellation {
    pub side: Side,
    /// Of the charge for the use, 0 to 100.
    pub percent: u32,
    /// The last second at which it was free; none where it was free until the use.
    pub free_until: Option<Instant>,
    /// Whether the fee is waived once somebody else has used all of the time.
    pub is_waivable: bool,
    /// Whether that has happened.
    pub is_waived: bool,
    pub at: Instant,
}

/// One step: until this moment, so many percent.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The last second; none for the last step, which lasts until the use.
    pub until: Option<Instant>,
    pub percent: u32,
}

/// The steps for a use, the earliest first; one step without a fee where the rule says of none.
#[must_use]
pub fn steps(resource: &Resource, used: &Span) -> Vec<Step> {
    let day = used.start().day();
    let in_force = resource.on(day);
    let terms = in_force.terms;
    let mut tiers: Vec<Tier> = terms.tiers(Parameter::CancelTiers).to_vec();
    tiers.sort_by_key(|tier| std::cmp::Reverse(tier.days));
    if tiers.first().is_some_and(|first| first.percent > 0) {
        let free = Tier {
            days: terms.count(Parameter::CancelFreeBusinessDays),
            percent: 0,
        };
        tiers.insert(0, free);
    }
    let cutoff = i64::from(terms.minute(Parameter::CancelCutoffTime));
    let closed = &in_force.parameters.closed;
    let last = tiers.len().saturating_sub(1);
    let mut steps: Vec<Step> = Vec::new();
    for (place, tier) in tiers.iter().enumerate() {
        let until = Instant::of_tokyo(closed.before(day, tier.days), cutoff);
        steps.push(Step {
            until: (place < last).then(|| until.plus_seconds(REST_OF_MINUTE)),
            percent: tier.percent,
        });
    }
    if steps.is_empty() {
        steps.push(Step {
            until: None,
            percent: 0,
        });
    }
    steps
}

/// Which step holds at a moment.
#[must_use]
pub fn step_at(steps: &[Step], at: Instant) -> Option<Step> {
    let holds = |step: &&Step| step.until.is_none_or(|until| at <= until);
    steps.iter().find(holds).copied()
}

/// What cancelling means for the applicant at a moment: nothing where the facility moved it for its own reasons.
#[must_use]
pub fn of(standing: &Standing, at: Instant) -> Cancellation {
    let used = &standing.booking.span;
    of_use(&standing.resource, used, standing.relocated, at)
}

/// The same of a use, and whether the facility moved it last.
#[must_use]
pub fn of_use(resource: &Resource, used: &Span, relocated: bool, at: Instant) -> Cancellation {
    let means = by_user(resource, used, at);
    match relocated {
        true => Cancellation {
            percent: 0,
            free_until: None,
            ..means
        },
        false => means,
    }
}

/// What cancelling a use means at a moment, by the rule of its day.
#[must_use]
fn by_user(resource: &Resource, used: &Span, at: Instant) -> Cancellation {
    let steps = steps(resource, used);
    let free = steps.iter().rfind(|step| step.percent == 0);
    Cancellation {
        side: Side::User,
        percent: step_at(&steps, at).map_or(0, |step| step.percent),
        free_until: free.and_then(|step| step.until),
        is_waivable: resource
            .on(used.start().day())
            .terms
            .flag(Parameter::WaiveFeeIfReused),
        is_waived: false,
        at,
    }
}

/// The facility's own cancellation never costs the applicant anything.
#[must_use]
pub const fn by_facility(at: Instant) -> Cancellation {
    Cancellation {
        side: Side::Facility,
        percent: 0,
        free_until: None,
        is_waivable: false,
        is_waived: false,
        at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::State;
    use crate::domain::parameter::value::Value;
    use crate::domain::policy::sample::{at, confocal, span};
    use crate::domain::usage::sample::standing;
    use proptest::prelude::*;
    use std::sync::Arc;

    /// Free until five business days before at 17:00, half of it after that, all on the day itself.
    fn charged(tiers: &[(u32, u32)]) -> Resource {
        let mut resource = confocal();
        let tiers = tiers
            .iter()
            .map(|&(days, percent)| Tier { days, percent })
            .collect();
        let terms = (*resource.terms).clone();
        resource.terms = Arc::new(
            terms
                .with(Parameter::CancelTiers, Value::Tiers(tiers))
                .with(Parameter::CancelFreeBusinessDays, Value::Number(5))
                .with(Parameter::CancelCutoffTime, Value::TimeOfDay(17 * 60)),
        );
        resource
    }

    fn used() -> Span {
        span("2027-03-23T09:00", "2027-03-24T09:00")
    }

    fn percent(resource: &Resource, moment: &str, seconds: i64) -> u32 {
        let moment = at(moment).plus_seconds(seconds);
        by_user(resource, &used(), moment).percent
    }

    #[test]
    fn s8_the_deadline_is_exact_to_the_minute_and_counts_business_days() {
        for tiers in [&[(5, 0), (1, 50), (0, 100)][..], &[(1, 50), (0, 100)]] {
            let resource = charged(tiers);
            // the 20th is a Saturday, the 21st and 22nd are holidays: the fifth day before is the 15th
            assert_eq!(percent(&resource, "2027-03-15T16:59", 0), 0);
            assert_eq!(percent(&resource, "2027-03-15T17:00", 0), 0);
            assert_eq!(percent(&resource, "2027-03-15T17:00", 59), 0);
            assert_eq!(percent(&resource, "2027-03-15T17:01", 0), 50);
            assert_eq!(percent(&resource, "2027-03-16T10:00", 0), 50);
            assert_eq!(percent(&resource, "2027-03-19T17:00", 0), 50);
            assert_eq!(percent(&resource, "2027-03-19T17:01", 0), 100);
            let means = by_user(&resource, &used(), at("2027-03-16T10:00"));
            assert_eq!(
                means.free_until,
                Some(at("2027-03-15T17:00").plus_seconds(59))
            );
        }
    }

    #[test]
    fn where_the_rule_says_of_no_fee_there_is_none() {
        let means = by_user(&charged(&[]), &used(), at("2027-03-23T08:59"));
        assert_eq!((means.percent, means.free_until), (0, None));
        assert_eq!(by_facility(at("2027-03-23T10:00")).percent, 0);
    }

    #[test]
    fn what_the_facility_moved_is_cancelled_without_a_fee() {
        let mut standing = standing(State::Confirmed);
        standing.resource = charged(&[(5, 0), (0, 100)]);
        standing.booking.span = used();
        let late = at("2027-03-22T10:00");
        assert_eq!(of(&standing, late).percent, 100);
        standing.relocated = true;
        let means = of(&standing, late);
        assert_eq!((means.percent, means.free_until), (0, None));
    }

    #[test]
    fn the_last_step_lasts_until_the_use() {
        let resource = charged(&[(5, 0), (1, 50)]);
        assert_eq!(percent(&resource, "2027-03-23T08:59", 0), 50);
    }

    proptest! {
        #[test]
        fn waiting_never_makes_it_cheaper(first in 0_i64..2_000_000, later in 0_i64..2_000_000) {
            let resource = charged(&[(5, 0), (1, 50), (0, 100)]);
            let from = at("2027-03-01T00:00");
            let fee = |seconds| by_user(&resource, &used(), from.plus_seconds(seconds)).percent;
            prop_assert!(fee(first) <= fee(first + later));
        }
    }
}
