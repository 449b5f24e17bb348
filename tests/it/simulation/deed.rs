//! The deeds of the simulation, and how they are done in the house.

use madoguchi::acts::amend::Verdict;
use madoguchi::acts::booking::Ruling;
use madoguchi::acts::series::Extent;
use madoguchi::acts::{amend, booking, series, usage};
use madoguchi::domain::actor::Actor;
use madoguchi::domain::booking::Wish;
use madoguchi::domain::booking::series::Repeat;
use madoguchi::domain::halt::Act;
use madoguchi::domain::id::{BookingId, RuleId};
use madoguchi::domain::time::Instant;
use madoguchi::store::tx::Tx;

use crate::house::content;
use crate::simulation::claim::{MINUTE, PLACES, Time};
use crate::simulation::compare::VERSION;
use crate::world::rule_of;

/// Who does it: one of the applicants, the manager, or the clock.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum By {
    Applicant(usize),
    Manager,
    Clock,
}

/// What is done, to which booking of the model.
#[derive(Clone, Debug)]
pub enum Deed {
    Request(BookingId, usize, Time),
    Series(BookingId, usize, Time, Repeat),
    Withdraw(usize),
    Approve(usize),
    Reject(usize),
    HandBack(usize),
    Resend(usize),
    Cancel(usize),
    CallOff(usize),
    Amend(usize, Time),
    Grant(usize),
    Refuse(usize),
    WithdrawChange(usize),
    Swap(usize, usize),
    GiveUpAll(usize),
    CheckIn(usize),
    CheckOut(usize),
    Expire(usize),
    Over(usize),
    Lapse(usize),
}

/// Does it in the house.
pub fn carry_out(tx: &mut Tx<'_>, by: &Actor, deed: &Deed, ids: &[BookingId]) -> Act<BookingId> {
    let reason = "都合により".to_owned();
    let id = |one: &usize| ids[*one];
    match deed {
        Deed::Request(id, place, time) => {
            booking::request(tx, by, *id, PLACES[*place].slug, &wish(time))
        }
        Deed::Series(id, place, time, repeat) => {
            series::request(tx, by, (*id, PLACES[*place].slug), &wish(time), repeat)
        }
        Deed::Withdraw(one) => booking::withdraw(tx, by, id(one)),
        Deed::Approve(one) => booking::rule(tx, by, id(one), &Ruling::Approve),
        Deed::Reject(one) => booking::rule(tx, by, id(one), &Ruling::Reject(reason)),
        Deed::HandBack(one) => booking::rule(tx, by, id(one), &Ruling::HandBack(reason)),
        Deed::Resend(one) => booking::resend(tx, by, id(one), &content()),
        Deed::Cancel(one) => booking::cancel(tx, by, id(one), 100),
        Deed::CallOff(one) => booking::call_off(tx, by, id(one), &reason),
        Deed::Amend(one, time) => amend::amend(tx, by, id(one), &wish(time)),
        Deed::Grant(one) => amend::rule(tx, by, id(one), &Verdict::Grant),
        Deed::Refuse(one) => amend::rule(tx, by, id(one), &Verdict::Refuse(reason)),
        Deed::WithdrawChange(one) => amend::withdraw(tx, by, id(one)),
        Deed::Swap(one, other) => amend::swap(tx, by, (id(one), id(other)), &reason),
        Deed::GiveUpAll(one) => series::give_up(tx, by, (id(one), Extent::All), 100),
        Deed::CheckIn(one) => usage::check_in(tx, by, id(one)),
        Deed::CheckOut(one) => usage::check_out(tx, by, id(one)),
        Deed::Expire(one) => booking::expire(tx, by, id(one)),
        Deed::Over(one) => usage::over(tx, by, id(one)),
        Deed::Lapse(one) => amend::lapse(tx, by, id(one)),
    }
}

fn wish(time: &Time) -> Wish {
    Wish {
        with: Vec::new(),
        start: Some(Instant::from_unix(time.start)),
        minutes: Some((time.end - time.start) / MINUTE),
        units: Some(time.units),
        content: content(),
        agree: [rule_of(PLACES[0].slug), VERSION].map(RuleId::new).into(),
    }
}
