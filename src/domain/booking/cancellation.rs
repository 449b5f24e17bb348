//! 取消しの結果: what cancelling a booking costs at a moment, by the steps of the rule of its day.

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

/// What cancelling means for the applicant at a moment.
#[must_use]
pub fn by_user(resource: &Resource, used: &Span, at: Instant) -> Cancellation {
    let steps = steps(resource, used);
    let free = steps.iter().rfind(|step| step.percent == 0);
    Cancellation {
        side: Side::User,
        percent: step_at(&steps, at).map_or(0, |step| step.percent),
        free_until: free.and_then(|step| step.until),
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
        at,
    }
}
