//! 予定表: which bookings stand in a calendar, how sure each is, and how many at most.

pub mod period;
pub mod timetable;

use crate::domain::booking::Hold;
use crate::domain::booking::State;
use crate::domain::letter::entry::Status;

/// Most entries of one calendar or feed.
pub const MOST: i64 = 2_000;

/// How sure a booking in this state is.
#[must_use]
pub const fn status(state: State) -> Status {
    if state.is_given_up() {
        Status::Cancelled
    } else if state.is_settled() {
        Status::Confirmed
    } else {
        Status::Tentative
    }
}

/// Whether a booking in this state stands in its applicant's calendar: what they gave up themselves
/// is gone, what others took from them is shown.
#[must_use]
pub const fn concerns_applicant(state: State) -> bool {
    !state.is_given_up() || matches!(state, State::CancelledByFacility | State::NoShow)
}

/// Whether it stands in the calendar of who manages the resource: whatever holds time or wants it.
#[must_use]
pub const fn concerns_facility(state: State) -> bool {
    state.holds_time() || state.is_open()
}

/// What calendars that were told of a booking must hear as it moves on. They are told when it is
/// settled, and from then on whenever that changes.
#[must_use]
pub fn told(from: State, hold: Option<&Hold>, to: State) -> Option<Status> {
    let was_told = from.is_settled() || hold.is_some_and(|hold| hold.return_to.is_settled());
    match status(to) {
        Status::Confirmed => Some(Status::Confirmed),
        other if was_told => Some(other),
        Status::Tentative | Status::Cancelled => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Instant;

    fn hold(return_to: State) -> Hold {
        Hold {
            gates: Vec::new(),
            return_to,
            held_at: Instant::from_unix(0),
            reason: String::new(),
        }
    }

    #[test]
    fn every_state_has_its_place_in_calendars() {
        for state in State::ALL.iter().copied() {
            let expected = match state {
                State::Submitted
                | State::UserSide
                | State::FacilityReview
                | State::Held
                | State::Returned
                | State::ApprovedWithConditions
                | State::Approved => Status::Tentative,
                State::Confirmed | State::InUse | State::Used | State::Reported | State::Closed => {
                    Status::Confirmed
                }
                _ => Status::Cancelled,
            };
            assert_eq!(status(state), expected, "{state:?}");
            assert_eq!(concerns_facility(state), !state.is_given_up(), "{state:?}");
        }
        assert!(concerns_applicant(State::CancelledByFacility));
        assert!(!concerns_applicant(State::Withdrawn));
    }

    #[test]
    fn calendars_hear_of_what_they_were_told_before_and_of_nothing_else() {
        let review = State::FacilityReview;
        assert_eq!(
            told(review, None, State::Confirmed),
            Some(Status::Confirmed)
        );
        assert_eq!(told(review, None, State::Rejected), None);
        assert_eq!(told(review, None, State::Held), None);
        let held = told(State::Confirmed, None, State::Held);
        assert_eq!(held, Some(Status::Tentative));
        let (kept, new) = (hold(State::Confirmed), hold(review));
        let lost = told(State::Held, Some(&kept), State::Rejected);
        assert_eq!(lost, Some(Status::Cancelled));
        assert_eq!(told(State::Held, Some(&new), State::Rejected), None);
        let back = told(State::Held, Some(&kept), State::Confirmed);
        assert_eq!(back, Some(Status::Confirmed));
        let gone = told(State::Confirmed, None, State::CancelledByFacility);
        assert_eq!(gone, Some(Status::Cancelled));
    }
}
