//! What a deed must come to, by the model.

use chrono::NaiveDate;
use madoguchi::domain::booking::State;
use madoguchi::domain::booking::series::{Conflicts, Repeat};
use madoguchi::domain::gate::Gate;
use madoguchi::domain::id::BookingId;
use madoguchi::domain::time::Instant;

use crate::simulation::deed::{By, Deed, Step, Whose};
use crate::simulation::model::Model;
use crate::simulation::place::{PLACES, asks_home, home, is_guest, names_somebody};
use crate::simulation::time::{DAY, HOUR, Time};

/// Does it in the model; a series learns there which of its dates its applicant was shown, and an
/// outage which bookings its manager saw it touch.
pub fn foresee(model: &mut Model, by: By, deed: &mut Deed) -> bool {
    match deed {
        Deed::Request(id, place, time) => {
            let By::Applicant(user) = by else {
                return false;
            };
            model.request(*id, (*place, user), *time)
        }
        Deed::Together(id, place, time) => {
            let By::Applicant(user) = by else {
                return false;
            };
            model.together(*id, (*place, user), *time)
        }
        Deed::Series(id, place, time, repeat) => {
            foresee_series(model, by, (*id, *place, *time), repeat)
        }
        Deed::Stop(stop) => By::Manager(PLACES[stop.place].owner) == by && model.stop(stop),
        Deed::To(one, step) => {
            may(model, *one, step.whose()) == Some(by) && foresee_step(model, *one, *step)
        }
    }
}

/// Who alone can do it to a booking; none where nobody can.
fn may(model: &Model, one: usize, whose: Whose) -> Option<By> {
    let booked = &model.bookings[one];
    match whose {
        Whose::Applicant => Some(By::Applicant(booked.user)),
        Whose::Manager => Some(By::Manager(PLACES[booked.place].owner)),
        Whose::Responsible => {
            names_somebody(booked.user).then(|| By::Responsible(home(booked.user)))
        }
        Whose::Clock => Some(By::Clock),
    }
}

fn foresee_step(model: &mut Model, one: usize, step: Step) -> bool {
    match step {
        Step::Withdraw => model.withdraw(one),
        Step::Cancel => model.cancel(one),
        Step::Approve => model.approve(one, model.yes(one)),
        Step::Conditions => model.approve(one, State::ApprovedWithConditions),
        Step::Amend(time) => model.amend(one, time),
        Step::Grant => model.grant(one),
        Step::Refuse => model.drop_wish(one, model.can_rule(one)),
        Step::WithdrawChange => model.drop_wish(one, true),
        Step::Lapse => model.drop_wish(one, !model.can_rule(one)),
        Step::Swap(other) => model.swap(one, other),
        Step::GiveUpAll => model.give_up_series(one),
        Step::Hold(gate) => model.hold(one, gate == Gate::ExportScreening),
        Step::Release => model.go_on(one, true),
        Step::Resume => {
            let hold = model.bookings[one].hold;
            model.go_on(one, hold.is_some_and(|hold| !hold.for_offices))
        }
        Step::CheckIn => model.check_in(one),
        Step::CheckOut => model.check_out(one),
        Step::MarkNoShow => model.mark_no_show(one),
        _ => foresee_walk(model, one, step),
    }
}

/// The deeds that only lead from one state to another.
fn foresee_walk(model: &mut Model, one: usize, step: Step) -> bool {
    use State::{
        Approved, ApprovedWithConditions, CancelledByFacility, Closed, Confirmed, Expired,
        FacilityReview, InUse, NoShow, Rejected, Returned, Submitted, Used, UserSide,
    };
    let (now, booked) = (model.now, &model.bookings[one]);
    let (time, state) = (booked.time, booked.state);
    let to_come = time.start > now;
    let asks = asks_home(booked.user, booked.place) && !booked.is_endorsed;
    let grace = if state == InUse { 12 * HOUR } else { 0 };
    let (works, to) = match step {
        Step::Endorse if booked.competes() => (state == UserSide && to_come, Submitted),
        Step::Endorse => (state == UserSide && to_come, FacilityReview),
        Step::ReturnHome => (state == UserSide && to_come, Returned),
        Step::Accept => (state == ApprovedWithConditions && to_come, model.yes(one)),
        Step::Reject => {
            let waits = matches!(booked.stands(), UserSide | Submitted | FacilityReview);
            (waits && to_come, Rejected)
        }
        Step::HandBack => (state == FacilityReview && to_come, Returned),
        Step::Resend if asks => (state == Returned && to_come, UserSide),
        Step::Resend => (state == Returned && to_come, FacilityReview),
        Step::CallOff => {
            let agreed = matches!(state, Approved | Confirmed | InUse);
            (agreed && time.end > now, CancelledByFacility)
        }
        Step::Excuse => (state == NoShow, Closed),
        Step::Expire => (state.is_open() && !to_come, Expired),
        Step::Over => {
            let goes_on = matches!(state, Confirmed | InUse);
            (goes_on && time.end + grace <= now, Used)
        }
        _ => return false,
    };
    model.lead_if(works, one, to)
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
    if times < 2 || is_guest(user, place) {
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
