//! Kinds of deeds on a booking: how often each is thrown, and where a booking stands on which it may work.

use madoguchi::cli::dice::Dice;
use madoguchi::domain::booking::State;
use madoguchi::domain::gate::Gate;

use crate::simulation::booked::Booked;
use crate::simulation::deed::Step;
use crate::simulation::time::{MINUTE, Time};

/// A kind of deed.
pub struct Kind {
    pub weight: usize,
    pub suits: fn(&Booked, i64) -> bool,
    /// The deed; of a change and a swap the dice throw the rest.
    pub step: fn(&mut Dice) -> Step,
}

const fn kind(weight: usize, suits: fn(&Booked, i64) -> bool, step: fn(&mut Dice) -> Step) -> Kind {
    Kind {
        weight,
        suits,
        step,
    }
}

/// What dice throw for a change before they know of which booking.
const ANY: Time = Time {
    start: 0,
    end: 0,
    units: 0,
};

/// Every kind, but for those that make bookings.
pub const KINDS: &[Kind] = &[
    kind(4, is_open, |_| Step::Withdraw),
    kind(6, at_home, |_| Step::Endorse),
    kind(3, at_home, |_| Step::ReturnHome),
    kind(16, is_reviewed, |_| Step::Approve),
    kind(5, is_reviewed_of_set, |_| Step::Approve),
    kind(6, is_reviewed, |_| Step::Conditions),
    kind(5, has_conditions, |_| Step::Accept),
    kind(4, is_undecided, |_| Step::Reject),
    kind(5, is_reviewed, |_| Step::HandBack),
    kind(5, is_returned, |_| Step::Resend),
    kind(5, is_settled, |_| Step::Cancel),
    kind(5, is_settled, |_| Step::CallOff),
    kind(4, is_amendable, |_| Step::Amend(ANY)),
    kind(10, is_confirmed, |_| Step::Amend(ANY)),
    kind(14, is_settled_of_set, |_| Step::Amend(ANY)),
    kind(2, has_wish, |_| Step::Grant),
    kind(45, waits_to_move, |_| Step::Grant),
    kind(2, has_wish, |_| Step::Refuse),
    kind(2, has_wish, |_| Step::WithdrawChange),
    kind(4, is_confirmed, |_| Step::Swap(0)),
    kind(2, is_dated, |_| Step::GiveUpAll),
    kind(6, can_wait, |dice| {
        Step::Hold(match dice.falls(300) {
            true => Gate::ExportScreening,
            false => Gate::OrgPledge,
        })
    }),
    kind(12, is_settled_of_set, |_| Step::Hold(Gate::OrgPledge)),
    kind(2, waits_of_set, |_| Step::Cancel),
    kind(4, is_held, |_| Step::Release),
    kind(3, is_held, |_| Step::Resume),
    kind(10, is_due, |_| Step::CheckIn),
    kind(5, is_used, |_| Step::CheckOut),
    kind(3, is_missed, |_| Step::MarkNoShow),
    kind(2, is_marked, |_| Step::Excuse),
    kind(5, is_late, |_| Step::Expire),
    kind(5, is_over, |_| Step::Over),
    kind(20, is_overtaken, |_| Step::Lapse),
];

const fn is_to_come(one: &Booked, now: i64) -> bool {
    one.time.start > now
}

fn is_open(one: &Booked, _: i64) -> bool {
    one.stands().is_open()
}

fn at_home(one: &Booked, now: i64) -> bool {
    one.state == State::UserSide && is_to_come(one, now)
}

fn is_reviewed(one: &Booked, now: i64) -> bool {
    matches!(one.state, State::FacilityReview | State::Submitted) && is_to_come(one, now)
}

fn is_reviewed_of_set(one: &Booked, now: i64) -> bool {
    one.set.is_some() && is_reviewed(one, now)
}

fn is_undecided(one: &Booked, now: i64) -> bool {
    at_home(one, now) || is_reviewed(one, now) || is_held(one, now)
}

fn has_conditions(one: &Booked, now: i64) -> bool {
    one.state == State::ApprovedWithConditions && is_to_come(one, now)
}

fn is_returned(one: &Booked, now: i64) -> bool {
    one.state == State::Returned && is_to_come(one, now)
}

fn is_settled(one: &Booked, now: i64) -> bool {
    let stands = matches!(one.stands(), State::Approved | State::Confirmed);
    stands && is_to_come(one, now) || one.state == State::InUse
}

fn is_confirmed(one: &Booked, now: i64) -> bool {
    one.state == State::Confirmed && is_to_come(one, now)
}

fn is_settled_of_set(one: &Booked, now: i64) -> bool {
    one.set.is_some() && is_confirmed(one, now)
}

fn waits_of_set(one: &Booked, now: i64) -> bool {
    let waits = is_held(one, now) && one.stands() == State::Confirmed;
    one.set.is_some() && waits
}

fn is_amendable(one: &Booked, now: i64) -> bool {
    let others = at_home(one, now) || is_reviewed(one, now) || has_conditions(one, now);
    others || is_confirmed(one, now)
}

const fn has_wish(one: &Booked, _: i64) -> bool {
    one.wish.is_some()
}

/// Whether its facility has not agreed yet that it moves with its set.
fn waits_to_move(one: &Booked, now: i64) -> bool {
    let is_open = has_wish(one, now) && !is_overtaken(one, now);
    one.set.is_some() && is_open && !one.is_agreed
}

const fn is_dated(one: &Booked, now: i64) -> bool {
    one.series.is_some() && is_to_come(one, now)
}

fn can_wait(one: &Booked, now: i64) -> bool {
    one.state != State::Submitted && is_reviewed(one, now) || is_confirmed(one, now)
}

fn is_held(one: &Booked, now: i64) -> bool {
    one.state == State::Held && is_to_come(one, now)
}

fn is_due(one: &Booked, now: i64) -> bool {
    let begins = one.time.start - 30 * MINUTE <= now && now < one.time.end;
    one.state == State::Confirmed && begins
}

fn is_used(one: &Booked, _: i64) -> bool {
    one.state == State::InUse
}

fn is_missed(one: &Booked, now: i64) -> bool {
    let stands = matches!(one.state, State::Confirmed | State::Used);
    stands && one.time.start + 30 * MINUTE <= now
}

fn is_marked(one: &Booked, _: i64) -> bool {
    one.state == State::NoShow
}

fn is_late(one: &Booked, now: i64) -> bool {
    one.state.is_open() && !is_to_come(one, now)
}

fn is_over(one: &Booked, now: i64) -> bool {
    matches!(one.state, State::Confirmed | State::InUse) && one.time.end <= now
}

/// Whether nobody decided on a change in time.
fn is_overtaken(one: &Booked, now: i64) -> bool {
    let first = |wish: Time| wish.start.min(one.time.start);
    one.wish.is_some_and(|wish| first(wish) <= now)
}
