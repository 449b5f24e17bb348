//! What becomes of a change that was asked for: granted, refused, withdrawn, lapsed; and two bookings that
//! change places.

use crate::domain::actor::{Actor, Who};
use crate::domain::booking::amend::{CHANGED, Proposal, become_of, moved, told, whole};
use crate::domain::booking::change::Change;
use crate::domain::booking::checks::own;
use crate::domain::booking::content::{TEXT_LONGEST, check_text};
use crate::domain::booking::decided::Decided;
use crate::domain::booking::news::{Step, Told};
use crate::domain::booking::{Standing, State};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::letter::BookingNews;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};

const REFUSED: Step = Step {
    kind: Kind::ChangeRefused,
    to: State::Confirmed,
    news: &[(BookingNews::ChangeRefused, Told::Applicant)],
};
const WITHDRAWN: Step = Step {
    kind: Kind::ChangeWithdrawn,
    to: State::Confirmed,
    news: &[(BookingNews::ChangeWithdrawn, Told::Managers)],
};
const LAPSED: Step = Step {
    kind: Kind::ChangeLapsed,
    to: State::Confirmed,
    news: &[
        (BookingNews::ChangeLapsed, Told::Applicant),
        (BookingNews::ChangeLapsed, Told::Managers),
    ],
};

const AGREED: Step = Step {
    kind: Kind::ChangeAgreed,
    to: State::Confirmed,
    news: &[(BookingNews::ChangeAgreed, Told::Applicant)],
};

/// 変更を認める: the booking moves, and what it left is free.
///
/// # Errors
/// Own booking, not confirmed any more, or either time has begun.
pub fn grant(standing: &Standing, proposal: &Proposal, by: &Actor) -> Decision<Change> {
    open(standing, proposal, by)?;
    let decided = Decided::by(by, None);
    let step = Step {
        kind: Kind::ChangeGranted,
        ..CHANGED
    };
    Ok(become_of(standing, proposal, (by, &step, decided)))
}

/// 変更に同意する, while another facility of the set has not: the booking stays as it is until then.
///
/// # Errors
/// As [`grant`], and agreed already.
pub fn agree(standing: &Standing, proposal: &Proposal, by: &Actor) -> Decision<()> {
    open(standing, proposal, by)?;
    if proposal.agreed {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    let event = told(standing, proposal, (by, &AGREED, None));
    Ok(Done { value: (), event })
}

/// 変更を認めない: the booking stays as it is.
///
/// # Errors
/// As [`grant`], and a missing reason.
pub fn refuse(standing: &Standing, proposal: &Proposal, reason: &str, by: &Actor) -> Decision<()> {
    let mut refusals = open(standing, proposal, by).err().unwrap_or_default();
    refusals.extend(check_text(reason, Field::Reason, TEXT_LONGEST));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let event = told(
        standing,
        proposal,
        (by, &REFUSED, Decided::by(by, Some(reason))),
    );
    Ok(Done { value: (), event })
}

/// The facility can't give the time that was wished: the booking stays as it is.
#[must_use]
pub fn give_up(standing: &Standing, proposal: &Proposal, reason: &str, by: &Actor) -> Event {
    let decided = Decided::by(by, Some(reason));
    told(standing, proposal, (by, &REFUSED, decided))
}

/// 変更の申請を取りやめる, by the applicant: the booking stays as it is.
///
/// # Errors
/// Not theirs.
pub fn withdraw(standing: &Standing, proposal: &Proposal, by: &Actor) -> Decision<()> {
    let refusals = own(standing, by);
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let event = told(standing, proposal, (by, &WITHDRAWN, None));
    Ok(Done { value: (), event })
}

/// Nobody decided before one of the two times began: the booking stays as it is.
///
/// # Errors
/// Neither has begun, or it is not the clock that asks.
pub fn lapse(standing: &Standing, proposal: &Proposal, by: &Actor) -> Decision<()> {
    let first = standing.booking.span.start().min(proposal.span.start());
    if by.who != Who::House || by.at < first {
        return Err(vec![Refusal::of(Wrong::WrongState)]);
    }
    let event = told(standing, proposal, (by, &LAPSED, None));
    Ok(Done { value: (), event })
}

pub(super) fn open(
    standing: &Standing,
    proposal: &Proposal,
    by: &Actor,
) -> Result<(), Vec<Refusal>> {
    let mut refusals = Vec::new();
    let user = standing.booking.user;
    if by.person().is_some_and(|person| person.id == user) {
        refusals.push(Refusal::of(Wrong::OwnRequest));
    }
    if standing.booking.state != State::Confirmed {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    if proposal.span.start().min(standing.booking.span.start()) <= by.at {
        refusals.push(Refusal::of(Wrong::Started));
    }
    if refusals.is_empty() {
        Ok(())
    } else {
        Err(refusals)
    }
}

/// 入替え: two confirmed bookings of one resource change places, as their applicants agreed.
///
/// # Errors
/// An own booking among them, not both confirmed, not of one resource and size, begun, or no reason.
pub fn swap(one: &Standing, other: &Standing, reason: &str, by: &Actor) -> Decision<[Change; 2]> {
    let mut refusals = Vec::new();
    let (a, b) = (&one.booking, &other.booking);
    let person = by.person().map(|person| person.id);
    if [a.user, b.user]
        .into_iter()
        .any(|user| Some(user) == person)
    {
        refusals.push(Refusal::of(Wrong::OwnRequest));
    }
    let confirmed = [a, b].iter().all(|one| one.state == State::Confirmed);
    let fit = a.id != b.id && a.resource == b.resource && a.units == b.units;
    if !confirmed || !fit {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    if a.span.start().min(b.span.start()) <= by.at {
        refusals.push(Refusal::of(Wrong::Started));
    }
    refusals.extend([one, other].into_iter().find_map(whole::bound));
    refusals.extend(check_text(reason, Field::Reason, TEXT_LONGEST));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let mut done = [(one, b.span), (other, a.span)].map(|(standing, span)| {
        let decided = Decided::by(by, Some(reason));
        let step = Step {
            kind: Kind::BookingsSwapped,
            ..CHANGED
        };
        moved(standing, span, (by, &step, decided))
    });
    let [first, second] = &mut done;
    first.event.also.push(second.event.clone());
    let event = first.event.clone();
    Ok(Done {
        value: done.map(|done| done.value),
        event,
    })
}
