//! Dice that throw the next deed of the simulation.

use madoguchi::cli::dice::Dice;
use madoguchi::domain::booking::State;
use madoguchi::domain::booking::series::{Conflicts, Repeat};
use madoguchi::domain::id::BookingId;
use madoguchi::domain::time::Instant;

use crate::simulation::claim::{DAY, HOUR, MINUTE, PLACES, Time};
use crate::simulation::compare::APPLICANTS;
use crate::simulation::deed::{By, Deed};
use crate::simulation::model::{Booked, Model};

/// Deeds fall on one of so many bookings made last.
const RECENT: usize = 120;

/// Throws the next deed.
pub fn throw(dice: &mut Dice, model: &Model) -> (By, Deed) {
    let user = dice.below(APPLICANTS);
    let id = BookingId::new(madoguchi::secret::chance::id(Instant::from_unix(model.now)));
    let place = dice.below(PLACES.len());
    let known = model.bookings.len();
    if known == 0 || dice.falls(330) {
        let time = time(dice, model.now, place);
        return match dice.falls(60) {
            true => (
                By::Applicant(user),
                Deed::Series(id, place, time, repeat(dice)),
            ),
            false => (By::Applicant(user), Deed::Request(id, place, time)),
        };
    }
    let kind = dice.below(20);
    let one = aim(dice, model, kind);
    let booked = &model.bookings[one];
    // mostly its own applicant; now and then somebody to whom it must not exist
    let user = if dice.falls(930) { booked.user } else { user };
    let (mine, theirs, clock) = (By::Applicant(user), By::Manager, By::Clock);
    match kind {
        0 => (mine, Deed::Withdraw(one)),
        // some changes are left undecided until they lapse
        13 if dice.falls(500) => (theirs, Deed::Grant(one)),
        1..=3 | 13 => (theirs, Deed::Approve(one)),
        4 => (theirs, Deed::Reject(one)),
        5 => (theirs, Deed::HandBack(one)),
        6 => (mine, Deed::Resend(one)),
        7 => (mine, Deed::Cancel(one)),
        8 => (theirs, Deed::CallOff(one)),
        9 | 10 => (mine, Deed::Amend(one, time(dice, model.now, booked.place))),
        11 => match dice.falls(500) {
            true => (theirs, Deed::Refuse(one)),
            false => (mine, Deed::WithdrawChange(one)),
        },
        14 => (theirs, Deed::Swap(one, aim(dice, model, kind))),
        12 | 15 => (mine, Deed::CheckIn(one)),
        16 => (mine, Deed::CheckOut(one)),
        17 => (clock, Deed::Expire(one)),
        18 => (clock, Deed::Over(one)),
        _ => match is_due(booked, model.now) || dice.falls(300) {
            true => (clock, Deed::Lapse(one)),
            false => (mine, Deed::GiveUpAll(one)),
        },
    }
}

/// Whether nobody decided on a change in time.
fn is_due(booked: &Booked, now: i64) -> bool {
    let begun = |wish: Time| wish.start.min(booked.time.start) <= now;
    booked.wish.is_some_and(begun)
}

/// One of the bookings made last, mostly one that stands where this kind of deed may work.
fn aim(dice: &mut Dice, model: &Model, kind: usize) -> usize {
    use State::{Confirmed, FacilityReview, InUse, Returned, Submitted};
    let first = model.bookings.len().saturating_sub(RECENT);
    let suits = |booked: &&(usize, &Booked)| {
        let booked = booked.1;
        let begun = booked.time.start - 30 * MINUTE <= model.now;
        match kind {
            0..=4 | 9 if booked.state == Submitted => !begun,
            0..=5 => booked.state == FacilityReview && !begun,
            6 => booked.state == Returned && !begun,
            11 | 13 => booked.wish.is_some(),
            12 | 15 => booked.state == Confirmed && begun && booked.time.end > model.now,
            16 => booked.state == InUse,
            17 => begun && booked.state.is_open(),
            18 => begun && booked.state.is_settled(),
            19 => is_due(booked, model.now) || booked.series.is_some(),
            _ => booked.state == Confirmed && !begun,
        }
    };
    let recent: Vec<(usize, &Booked)> = model.bookings.iter().enumerate().skip(first).collect();
    let suitable: Vec<usize> = recent.iter().filter(suits).map(|(one, _)| *one).collect();
    match dice.pick(&suitable).filter(|_| dice.falls(800)) {
        Some(one) => *one,
        None => first + dice.below(recent.len()),
    }
}

/// A time within the next days, mostly one that can be asked for.
fn time(dice: &mut Dice, now: i64, place: usize) -> Time {
    let days = if dice.falls(20) { 70 } else { 2 };
    let grid = if dice.falls(20) {
        7 * MINUTE
    } else {
        30 * MINUTE
    };
    let start = (now + dice.between(-2 * HOUR, days * DAY)).div_euclid(grid) * grid;
    let longest = if dice.falls(50) { 20 } else { 6 };
    let half_hours = dice.between(0, longest);
    let most = if PLACES[place].capacity > 1 { 3 } else { 1 };
    Time {
        start,
        end: start + half_hours.max(1) * 30 * MINUTE,
        units: u32::try_from(dice.between(1, most)).unwrap(),
    }
}

fn repeat(dice: &mut Dice) -> Repeat {
    Repeat {
        every: u32::try_from(dice.between(1, 8)).ok(),
        times: u32::try_from(dice.between(1, 6)).ok(),
        conflicts: match dice.falls(500) {
            true => Conflicts::Skip,
            false => Conflicts::AllOrNothing,
        },
        ..Repeat::default()
    }
}
