//! What a deed must come to, by the model.

use chrono::NaiveDate;
use madoguchi::domain::booking::State;
use madoguchi::domain::booking::series::{Conflicts, Repeat};
use madoguchi::domain::id::BookingId;
use madoguchi::domain::time::Instant;

use crate::simulation::claim::{DAY, HOUR, MINUTE, Time};
use crate::simulation::compare::is_guest;
use crate::simulation::deed::{By, Deed};
use crate::simulation::model::Model;

/// Does it in the model; a series learns there which of its dates its applicant was shown.
pub fn foresee(model: &mut Model, by: By, deed: &mut Deed) -> bool {
    match deed {
        Deed::Request(id, place, time) => {
            let By::Applicant(user) = by else {
                return false;
            };
            model.request(*id, (*place, user), *time)
        }
        Deed::Series(id, place, time, repeat) => {
            foresee_series(model, by, (*id, *place, *time), repeat)
        }
        Deed::Amend(one, time) => is_own(model, by, *one) && model.amend(*one, *time),
        Deed::Grant(one) => model.grant(*one),
        Deed::Refuse(one) => {
            let when = model.can_rule(*one);
            model.drop_wish(*one, when)
        }
        Deed::WithdrawChange(one) => {
            let when = is_own(model, by, *one);
            model.drop_wish(*one, when)
        }
        Deed::Lapse(one) => {
            let when = !model.can_rule(*one);
            model.drop_wish(*one, when)
        }
        Deed::Swap(one, other) => model.swap(*one, *other),
        Deed::GiveUpAll(one) => is_own(model, by, *one) && model.give_up_series(*one),
        Deed::CheckOut(one) => is_own(model, by, *one) && model.check_out(*one),
        Deed::Approve(one) => {
            let to_come = model.bookings[*one].time.start > model.now;
            model.approve(*one, to_come)
        }
        step => foresee_step(model, by, step),
    }
}

fn is_own(model: &Model, by: By, one: usize) -> bool {
    By::Applicant(model.bookings[one].user) == by
}

/// The deeds that only lead from one state to another.
fn foresee_step(model: &mut Model, by: By, deed: &Deed) -> bool {
    use State::{Confirmed, FacilityReview, InUse, Returned, Submitted};
    let (Deed::Withdraw(one)
    | Deed::Reject(one)
    | Deed::HandBack(one)
    | Deed::Resend(one)
    | Deed::Cancel(one)
    | Deed::CallOff(one)
    | Deed::CheckIn(one)
    | Deed::Expire(one)
    | Deed::Over(one)) = *deed
    else {
        return false;
    };
    let (now, booked) = (model.now, &model.bookings[one]);
    let (mine, time) = (is_own(model, by, one), booked.time);
    let to_come = time.start > now;
    let grace = if booked.state == InUse { 12 * HOUR } else { 0 };
    let in_use = time.start - 30 * MINUTE <= now && now < time.end;
    let (from, to, when): (&[State], State, bool) = match deed {
        Deed::Withdraw(_) => (
            &[Submitted, FacilityReview, Returned],
            State::Withdrawn,
            mine,
        ),
        Deed::Reject(_) => (&[Submitted, FacilityReview], State::Rejected, to_come),
        Deed::HandBack(_) => (&[FacilityReview], Returned, to_come),
        Deed::Resend(_) => (&[Returned], FacilityReview, mine && to_come),
        Deed::Cancel(_) => (&[Confirmed], State::CancelledByUser, mine && to_come),
        Deed::CallOff(_) => (
            &[Confirmed, InUse],
            State::CancelledByFacility,
            time.end > now,
        ),
        Deed::CheckIn(_) => (&[Confirmed], InUse, mine && in_use),
        Deed::Expire(_) => (
            &[Submitted, FacilityReview, Returned],
            State::Expired,
            !to_come,
        ),
        _ => (&[Confirmed, InUse], State::Used, time.end + grace <= now),
    };
    model.step(one, from, to, when)
}

fn foresee_series(
    model: &mut Model,
    by: By,
    (id, place, first): (BookingId, usize, Time),
    repeat: &mut Repeat,
) -> bool {
    let By::Applicant(user) = by else {
        return false;
    };
    let (every, times) = (repeat.every.unwrap_or(1), repeat.times.unwrap_or(1));
    if times < 2 || is_guest(user) {
        return false;
    }
    let mut made = 0;
    let mut missed: Vec<NaiveDate> = Vec::new();
    for count in 0..times {
        let later = i64::from(every * count) * DAY;
        let time = Time {
            start: first.start + later,
            end: first.end + later,
            ..first
        };
        match model.request(id, (place, user), time) {
            true => made += 1,
            false => missed.push(Instant::from_unix(time.start).day()),
        }
    }
    let shown = repeat.conflicts == Conflicts::Skip && made > 0;
    repeat.seen.clone_from(&missed);
    let works = missed.is_empty() || shown;
    match works {
        true => model.unite(made, id),
        false => model.undo(made),
    }
    works
}
