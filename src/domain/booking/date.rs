//! One date of a series as it stands: what can be done with it together with the others, and what that costs.

use crate::domain::booking::amend::is_amendable;
use crate::domain::booking::cancellation;
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::{Standing, State};
use crate::domain::catalogue::Resource;
use crate::domain::id::BookingId;
use crate::domain::time::{Instant, Span};

/// One date of a series.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Date {
    pub id: BookingId,
    pub span: Span,
    pub state: State,
    /// Whether the facility moved it last.
    pub relocated: bool,
}

impl Date {
    /// A booking as a date of its series.
    #[must_use]
    pub const fn of(standing: &Standing) -> Self {
        Self {
            id: standing.booking.id,
            span: standing.booking.span,
            state: standing.booking.state,
            relocated: standing.relocated,
        }
    }

    /// Whether its applicant can withdraw or cancel it.
    #[must_use]
    pub fn can_be_given_up(&self, at: Instant) -> bool {
        self.span.start() > at && (self.state.is_open() || self.can_be_cancelled())
    }

    fn can_be_cancelled(&self) -> bool {
        leads(self.state, Deed::Cancel).is_some()
    }

    /// Whether it waits for the manager's decision.
    #[must_use]
    pub fn waits(&self, at: Instant) -> bool {
        matches!(self.state, State::FacilityReview | State::Submitted) && self.span.start() > at
    }

    /// Whether its applicant can change it.
    #[must_use]
    pub fn can_be_changed(&self, at: Instant) -> bool {
        is_amendable(self.state, &self.span, at)
    }

    /// What giving it up costs at most, in percent of its charge.
    #[must_use]
    pub fn costs(&self, resource: &Resource, at: Instant) -> u32 {
        match self.can_be_cancelled() {
            true => cancellation::of_use(resource, &self.span, self.relocated, at).percent,
            false => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::sample::{at, confocal};

    fn date(state: State) -> Date {
        Date {
            id: BookingId::new(1),
            span: Span::of_minutes(at("2027-02-03T09:00"), 60).unwrap(),
            state,
            relocated: false,
        }
    }

    #[test]
    fn what_has_begun_or_is_over_stays_and_the_rest_goes() {
        let before = at("2027-02-03T08:59");
        let gone: Vec<State> = (State::ALL.iter().copied())
            .filter(|state| date(*state).can_be_given_up(before))
            .collect();
        for state in [
            State::FacilityReview,
            State::Returned,
            State::Confirmed,
            State::Held,
        ] {
            assert!(gone.contains(&state), "{state:?}");
        }
        for state in [State::InUse, State::Used, State::Withdrawn, State::NoShow] {
            assert!(!gone.contains(&state), "{state:?}");
        }
        let begun = at("2027-02-03T09:00");
        assert!(
            State::ALL
                .iter()
                .all(|state| !date(*state).can_be_given_up(begun))
        );
        assert_eq!(date(State::FacilityReview).costs(&confocal(), before), 0);
    }
}
