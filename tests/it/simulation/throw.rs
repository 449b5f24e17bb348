//! Dice that throw the next deed of the simulation.

use madoguchi::cli::dice::Dice;
use madoguchi::domain::booking::State;
use madoguchi::domain::booking::series::{Conflicts, Repeat};
use madoguchi::domain::id::{BookingId, OutageId};
use madoguchi::domain::time::Instant;

use crate::simulation::deed::{By, Deed, Step, Whose};
use crate::simulation::kind::{KINDS, Kind};
use crate::simulation::model::Model;
use crate::simulation::outage::Stop;
use crate::simulation::place::{APPLICANTS, FACILITIES, PLACES, home};
use crate::simulation::time::{DAY, HOUR, MINUTE, Time};

/// Deeds fall on one of so many bookings made last.
const RECENT: usize = 120;
/// So many kinds of deeds are looked through for one that may work on any of them.
const TRIES: usize = 4;

/// Throws the next deed.
pub fn throw(dice: &mut Dice, model: &Model) -> (By, Deed) {
    if model.bookings.is_empty() || dice.falls(330) {
        return ask(dice, model);
    }
    if dice.falls(45) {
        return stop(dice, model);
    }
    let (one, kind) = aim(dice, model);
    let booked = &model.bookings[one];
    let step = match (kind.step)(dice) {
        Step::Amend(_) => Step::Amend(time(dice, model.now, booked.place)),
        Step::Swap(_) => {
            let other = suitable(dice, model, kind, Some(booked.place));
            let other = other.filter(|_| dice.falls(900));
            Step::Swap(other.unwrap_or_else(|| recent(dice, model)))
        }
        step => step,
    };
    (by(dice, model, one, step), Deed::To(one, step))
}

/// Somebody asks for time.
fn ask(dice: &mut Dice, model: &Model) -> (By, Deed) {
    let by = By::Applicant(dice.below(APPLICANTS));
    let id = BookingId::new(madoguchi::secret::chance::id(Instant::from_unix(model.now)));
    let place = dice.below(PLACES.len());
    let deed = match dice.below(1_000) {
        0..60 => Deed::Series(id, place, time(dice, model.now, place), repeat(dice)),
        60..280 => {
            let offering: Vec<usize> = (0..PLACES.len())
                .filter(|one| PLACES[*one].with_other)
                .collect();
            let offers = dice.pick(&offering).filter(|_| dice.falls(930));
            let place = offers.copied().unwrap_or(place);
            Deed::Together(id, place, time(dice, model.now, place))
        }
        _ => Deed::Request(id, place, time(dice, model.now, place)),
    };
    (by, deed)
}

/// A manager says that a place stands still, mostly after a look at what that touches.
fn stop(dice: &mut Dice, model: &Model) -> (By, Deed) {
    let (place, from) = match struck(dice, model).filter(|_| dice.falls(800)) {
        Some((place, taken)) => (place, dice.between(taken.start - HOUR / 2, taken.end)),
        None => {
            let from = model.now + dice.between(-HOUR, 2 * DAY);
            (dice.below(PLACES.len()), from)
        }
    };
    let stop = Stop {
        id: OutageId::new(madoguchi::secret::chance::id(Instant::from_unix(model.now))),
        place,
        from,
        until: from + dice.between(-30, 300) * MINUTE,
        seen: dice.falls(850).then(Vec::new),
    };
    let owner = PLACES[place].owner;
    let by = match dice.falls(70) {
        true => (owner + 1) % FACILITIES.len(),
        false => owner,
    };
    (By::Manager(by), Deed::Stop(stop))
}

/// A time that is taken, in which an outage may begin: of a use that goes on, of a change that waits, or any.
fn struck(dice: &mut Dice, model: &Model) -> Option<(usize, Time)> {
    let (mut running, mut wished, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for one in model.bookings.iter().rev().take(RECENT) {
        let goes_on = matches!(one.state, State::Confirmed | State::InUse);
        for claim in one.claims.iter().filter(|one| one.time.end > model.now) {
            let these = match claim.is_move {
                true => &mut wished,
                false if goes_on && claim.time.start <= model.now => &mut running,
                false => &mut all,
            };
            these.push((one.place, claim.time));
        }
    }
    let these = [running, wished, all];
    // what is rare comes first wherever there is some
    let known = these.iter().filter(|one| !one.is_empty());
    let these: Vec<_> = known.filter(|_| dice.falls(850)).collect();
    dice.pick(these.first()?).copied()
}

/// Mostly whoever can do it; now and then somebody to whom the booking must not exist.
fn by(dice: &mut Dice, model: &Model, one: usize, step: Step) -> By {
    let booked = &model.bookings[one];
    let is_other = dice.falls(70);
    let other_of = |one: usize| match is_other {
        true => (one + 1) % FACILITIES.len(),
        false => one,
    };
    match step.whose() {
        Whose::Applicant if is_other => By::Applicant(dice.below(APPLICANTS)),
        Whose::Applicant => By::Applicant(booked.user),
        Whose::Manager => By::Manager(other_of(PLACES[booked.place].owner)),
        Whose::Responsible => By::Responsible(other_of(home(booked.user))),
        Whose::Clock => By::Clock,
    }
}

/// A kind of deed, and one of the bookings made last: mostly one that stands where this kind may work.
fn aim(dice: &mut Dice, model: &Model) -> (usize, &'static Kind) {
    let wild = dice.falls(120);
    let aimed = (0..TRIES).find_map(|_| {
        let kind = kind(dice);
        suitable(dice, model, kind, None).map(|one| (one, kind))
    });
    match aimed.filter(|_| !wild) {
        Some(aimed) => aimed,
        None => (recent(dice, model), kind(dice)),
    }
}

/// One of the kinds, by their weights.
fn kind(dice: &mut Dice) -> &'static Kind {
    let by_weight = KINDS.iter().flat_map(|kind| vec![kind; kind.weight]);
    let all: Vec<&Kind> = by_weight.collect();
    all[dice.below(all.len())]
}

/// A booking on which a kind of deed may work; of one place, if it is said.
fn suitable(dice: &mut Dice, model: &Model, kind: &Kind, at: Option<usize>) -> Option<usize> {
    let last = model.bookings.iter().enumerate().rev().take(RECENT);
    let suitable: Vec<usize> = last
        .filter(|(_, booked)| (kind.suits)(booked, model.now))
        .filter(|(_, booked)| at.is_none_or(|at| booked.place == at))
        .map(|(one, _)| one)
        .collect();
    dice.pick(&suitable).copied()
}

fn recent(dice: &mut Dice, model: &Model) -> usize {
    let known = model.bookings.len();
    known - 1 - dice.below(known.min(RECENT))
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
