//! What happens to a request: decided, withdrawn, cancelled, expired; each with its letters.

use crate::domain::actor::{Actor, Who};
use crate::domain::booking::cancellation;
use crate::domain::booking::change::Change;
use crate::domain::booking::checks::{in_state, is_held_from, not_started, own};
use crate::domain::booking::content::{TEXT_LONGEST, check_text};
use crate::domain::booking::decided::Decided;
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::news::{Step, Told, cancelling, change};
use crate::domain::booking::{Standing, State, set};
use crate::domain::event::Kind;
use crate::domain::halt::Decision;
use crate::domain::letter::BookingNews;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;

const APPROVED: Step = Step {
    kind: Kind::BookingApproved,
    to: State::Confirmed,
    news: &[
        (BookingNews::Confirmed, Told::Applicant),
        (BookingNews::Confirmed, Told::Managers),
    ],
};
const RETURNED: Step = Step {
    kind: Kind::BookingReturned,
    to: State::Returned,
    news: &[(BookingNews::Returned, Told::Applicant)],
};
const REJECTED: Step = Step {
    kind: Kind::BookingRejected,
    to: State::Rejected,
    news: &[(BookingNews::Rejected, Told::Applicant)],
};
const WITHDRAWN: Step = Step {
    kind: Kind::BookingWithdrawn,
    to: State::Withdrawn,
    news: &[(BookingNews::Withdrawn, Told::Managers)],
};
const CANCELLED: Step = Step {
    kind: Kind::BookingCancelled,
    to: State::CancelledByUser,
    news: &[
        (BookingNews::Cancelled, Told::Applicant),
        (BookingNews::Cancelled, Told::Managers),
    ],
};
const CALLED_OFF: Step = Step {
    kind: Kind::BookingCalledOff,
    to: State::CancelledByFacility,
    news: &[
        (BookingNews::CalledOff, Told::Applicant),
        (BookingNews::CalledOff, Told::Managers),
    ],
};
const EXPIRED: Step = Step {
    kind: Kind::BookingExpired,
    to: State::Expired,
    news: &[
        (BookingNews::Expired, Told::Applicant),
        (BookingNews::Expired, Told::Managers),
    ],
};

/// 承認する: the booking is confirmed, or waits for the other owners of its set.
///
/// # Errors
/// Already decided (by whom, when), own request, or started.
pub fn approve(standing: &Standing, by: &Actor) -> Decision<Change> {
    decide(standing, by, None, &set::yes(standing, APPROVED))
}

/// 差し戻す: to be corrected and sent again; the slot stays held.
///
/// # Errors
/// As [`approve`], and a missing reason.
pub fn hand_back(standing: &Standing, reason: &str, by: &Actor) -> Decision<Change> {
    decide(standing, by, Some(reason), &RETURNED)
}

/// 不承認とする: final; the slot is free at once.
///
/// # Errors
/// As [`approve`], and a missing reason.
pub fn reject(standing: &Standing, reason: &str, by: &Actor) -> Decision<Change> {
    decide(standing, by, Some(reason), &REJECTED)
}

/// 取り下げる: before the decision, by the applicant.
///
/// # Errors
/// Not theirs, or decided already.
pub fn withdraw(standing: &Standing, by: &Actor) -> Decision<Change> {
    let mut refusals = own(standing, by);
    if !is_held_from(standing, State::FacilityReview) {
        refusals.extend(in_state(
            standing,
            &[
                State::Submitted,
                State::UserSide,
                State::FacilityReview,
                State::Returned,
                State::ApprovedWithConditions,
                State::Approved,
            ],
        ));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(change(standing, by, &WITHDRAWN, None))
}

/// 取り消す: after the confirmation and before the start, by the applicant, who saw that it costs
/// `seen` percent of the charge.
///
/// # Errors
/// Not theirs, not confirmed, started, or dearer than they saw.
pub fn cancel(standing: &Standing, seen: u32, by: &Actor) -> Decision<Change> {
    let means = cancellation::of(standing, by.at);
    let mut refusals = own(standing, by);
    let is_settled =
        standing.booking.state != State::Held || is_held_from(standing, State::Confirmed);
    if !is_settled || leads(standing.booking.state, Deed::Cancel).is_none() {
        refusals.extend(in_state(standing, &[State::Confirmed]));
    }
    refusals.extend(not_started(standing, by));
    if refusals.is_empty() && means.percent > seen {
        let percent = means.percent;
        refusals.push(Refusal::of(Wrong::DearerNow { percent }));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(cancelling(standing, by, (&CANCELLED, None), means))
}

/// 施設の都合で取り消す: what is confirmed or in use, before its end, with a reason and without a fee.
///
/// # Errors
/// Own booking, not confirmed, over, or a missing reason.
pub fn call_off(standing: &Standing, reason: &str, by: &Actor) -> Decision<Change> {
    let booking = &standing.booking;
    let mut refusals = Vec::new();
    if by.person().is_some_and(|person| person.id == booking.user) {
        refusals.push(Refusal::of(Wrong::OwnRequest));
    }
    if !can_call_off(standing, by.at) {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    refusals.extend(check_text(reason, Field::Reason, TEXT_LONGEST));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let decided = Decided::by(by, Some(reason));
    let means = cancellation::by_facility(by.at);
    Ok(cancelling(standing, by, (&CALLED_OFF, decided), means))
}

/// Whether the facility can still call it off: it agreed, and it is not over. What waits for it is rejected.
#[must_use]
pub fn can_call_off(standing: &Standing, at: Instant) -> bool {
    let booking = &standing.booking;
    let agreed = booking.state.is_settled() || booking.state == State::Approved;
    agreed && leads(booking.state, Deed::CallOff).is_some() && booking.span.end() > at
}

/// 期限切れ: what the clock does to a request that nobody decided before its start.
///
/// # Errors
/// Not waiting any more, or not started yet.
pub fn expire(standing: &Standing, by: &Actor) -> Decision<Change> {
    let undecided = [
        State::Submitted,
        State::UserSide,
        State::FacilityReview,
        State::Returned,
        State::Held,
        State::ApprovedWithConditions,
        State::Approved,
    ];
    let mut refusals: Vec<Refusal> = in_state(standing, &undecided).into_iter().collect();
    if by.who != Who::House || standing.booking.span.start() > by.at {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(change(standing, by, &EXPIRED, None))
}

/// One of the decisions of a facility manager.
pub(super) fn decide(
    standing: &Standing,
    by: &Actor,
    reason: Option<&str>,
    step: &Step,
) -> Decision<Change> {
    let mut refusals = Vec::new();
    if by
        .person()
        .is_some_and(|person| person.id == standing.booking.user)
    {
        refusals.push(Refusal::of(Wrong::OwnRequest));
    }
    match step.to {
        // a slot that a request on hold keeps can be given back by rejecting it
        State::Rejected if is_held_from(standing, State::FacilityReview) => {}
        _ if standing.booking.state == State::Held => {
            refusals.push(Refusal::of(Wrong::OnHold));
        }
        // what competes holds no slot that a correction could keep
        State::Returned => refusals.extend(in_state(standing, &[State::FacilityReview])),
        State::Rejected => refusals.extend(in_state(
            standing,
            &[State::FacilityReview, State::Submitted, State::UserSide],
        )),
        _ => refusals.extend(in_state(
            standing,
            &[State::FacilityReview, State::Submitted],
        )),
    }
    refusals.extend(not_started(standing, by));
    if let Some(reason) = reason {
        refusals.extend(check_text(reason, Field::Reason, TEXT_LONGEST));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let decided = Decided::by(by, reason);
    Ok(change(standing, by, step, decided))
}
