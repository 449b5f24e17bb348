//! The deeds of the simulation, and how they are done in the house.

use madoguchi::acts::amend::Verdict;
use madoguchi::acts::booking::Ruling;
use madoguchi::acts::home::Answer;
use madoguchi::acts::series::Extent;
use madoguchi::acts::{amend, booking, gate, home, no_show, outage, series, usage};
use madoguchi::domain::actor::Actor;
use madoguchi::domain::booking::Wish;
use madoguchi::domain::booking::series::Repeat;
use madoguchi::domain::gate::Gate;
use madoguchi::domain::halt::Act;
use madoguchi::domain::id::{BookingId, RuleId};
use madoguchi::domain::outage::{Sort, mark, start};
use madoguchi::domain::time::Instant;
use madoguchi::store::tx::Tx;

use crate::house::content;
use crate::simulation::furnish::rules;
use crate::simulation::outage::Stop;
use crate::simulation::place::{OTHER, PLACES};
use crate::simulation::time::{MINUTE, Time};

/// Who does it: one of the applicants, a facility's manager, whoever is responsible at a home, or the clock.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum By {
    Applicant(usize),
    Manager(usize),
    Responsible(usize),
    Clock,
}

/// What is done.
#[derive(Clone, Debug)]
pub enum Deed {
    Request(BookingId, usize, Time),
    Series(BookingId, usize, Time, Repeat),
    /// A place together with that of another facility.
    Together(BookingId, usize, Time),
    /// A place stands still.
    Stop(Stop),
    /// To a booking of the model.
    To(usize, Step),
}

/// What is done to a booking.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Step {
    Withdraw,
    Endorse,
    ReturnHome,
    Approve,
    Conditions,
    Accept,
    Reject,
    HandBack,
    Resend,
    Cancel,
    CallOff,
    Amend(Time),
    Grant,
    Refuse,
    WithdrawChange,
    Swap(usize),
    GiveUpAll,
    Hold(Gate),
    Release,
    Resume,
    CheckIn,
    CheckOut,
    MarkNoShow,
    Excuse,
    Expire,
    Over,
    Lapse,
}

/// Whose deed it is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Whose {
    Applicant,
    Manager,
    Responsible,
    Clock,
}

impl Step {
    pub const fn whose(self) -> Whose {
        match self {
            Self::Withdraw
            | Self::Accept
            | Self::Resend
            | Self::Cancel
            | Self::Amend(_)
            | Self::WithdrawChange
            | Self::GiveUpAll
            | Self::CheckIn
            | Self::CheckOut => Whose::Applicant,
            Self::Approve
            | Self::Conditions
            | Self::Reject
            | Self::HandBack
            | Self::CallOff
            | Self::Grant
            | Self::Refuse
            | Self::Swap(_)
            | Self::Resume
            | Self::MarkNoShow
            | Self::Excuse => Whose::Manager,
            Self::Endorse | Self::ReturnHome => Whose::Responsible,
            Self::Hold(_) | Self::Release | Self::Expire | Self::Over | Self::Lapse => Whose::Clock,
        }
    }
}

/// Does it in the house.
pub fn carry_out(tx: &mut Tx<'_>, by: &Actor, deed: &Deed, ids: &[BookingId]) -> Act<()> {
    let done = match deed {
        Deed::Request(id, place, time) => {
            booking::request(tx, by, *id, PLACES[*place].slug, &wish(time))
        }
        Deed::Together(id, place, time) => {
            let both = Wish {
                with: vec![PLACES[OTHER].slug.to_owned()],
                ..wish(time)
            };
            booking::request(tx, by, *id, PLACES[*place].slug, &both)
        }
        Deed::Series(id, place, time, repeat) => {
            series::request(tx, by, (*id, PLACES[*place].slug), &wish(time), repeat)
        }
        Deed::Stop(stop) => {
            let begun = outage::begin(tx, by, stop.id, PLACES[stop.place].slug, &entered(stop));
            return begun.map(|done| done.map(drop));
        }
        Deed::To(one, step) => to(tx, by, (ids[*one], ids), *step),
    };
    done.map(|done| done.map(drop))
}

fn to(
    tx: &mut Tx<'_>,
    by: &Actor,
    (id, ids): (BookingId, &[BookingId]),
    step: Step,
) -> Act<BookingId> {
    let reason = "都合により".to_owned();
    match step {
        Step::Withdraw => booking::withdraw(tx, by, id),
        Step::Endorse => home::answer(tx, by, id, &Answer::Agree),
        Step::ReturnHome => home::answer(tx, by, id, &Answer::HandBack(reason)),
        Step::Approve => booking::rule(tx, by, id, &Ruling::Approve),
        Step::Conditions => booking::rule(tx, by, id, &Ruling::ApproveWithConditions(reason)),
        Step::Accept => booking::accept(tx, by, id),
        Step::Reject => booking::rule(tx, by, id, &Ruling::Reject(reason)),
        Step::HandBack => booking::rule(tx, by, id, &Ruling::HandBack(reason)),
        Step::Resend => booking::resend(tx, by, id, &content()),
        Step::Cancel => booking::cancel(tx, by, id, 100),
        Step::CallOff => booking::call_off(tx, by, id, &reason),
        Step::Amend(time) => amend::amend(tx, by, id, &wish(&time)),
        Step::Grant => amend::rule(tx, by, id, &Verdict::Grant),
        Step::Refuse => amend::rule(tx, by, id, &Verdict::Refuse(reason)),
        Step::WithdrawChange => amend::withdraw(tx, by, id),
        Step::Swap(other) => amend::swap(tx, by, (id, ids[other]), &reason),
        Step::GiveUpAll => series::give_up(tx, by, (id, Extent::All), 100),
        Step::Hold(closed) => gate::hold(tx, by, id, &[closed], &reason),
        Step::Release => gate::settle(tx, by, id).map(|done| done.map(|()| id)),
        Step::Resume => gate::resume(tx, by, id, &reason),
        Step::CheckIn => usage::check_in(tx, by, id),
        Step::CheckOut => usage::check_out(tx, by, id),
        Step::MarkNoShow => no_show::mark(tx, by, id, &reason),
        Step::Excuse => no_show::excuse(tx, by, id, &reason),
        Step::Expire => booking::expire(tx, by, id),
        Step::Over => usage::over(tx, by, id),
        Step::Lapse => amend::lapse(tx, by, id),
    }
}

fn entered(stop: &Stop) -> start::Wish {
    let seen = stop.seen.iter().flatten().copied();
    start::Wish {
        sort: Some(Sort::Maintenance),
        from: Some(Instant::from_unix(stop.from)),
        until: Some(Instant::from_unix(stop.until)),
        note: "点検のため".to_owned(),
        seen: mark(seen),
    }
}

fn wish(time: &Time) -> Wish {
    Wish {
        with: Vec::new(),
        start: Some(Instant::from_unix(time.start)),
        minutes: Some((time.end - time.start) / MINUTE),
        units: Some(time.units),
        content: content(),
        agree: rules().map(RuleId::new).into(),
    }
}
