//! What people do with bookings: ask, decide, think again.

use crate::acts::contest::{Reach, at_risk};
use crate::acts::open_gates::gates_are_open;
use crate::acts::{attend, contest, set};
use crate::domain::actor::{Actor, Person};
use crate::domain::booking::change::Change;
use crate::domain::booking::resend::{self, Resent};
use crate::domain::booking::{
    Content, Scene, Standing, State, Wish, conditional, decision, home, request,
};
use crate::domain::event::Kind;
use crate::domain::halt::{Act, Decision, Halt};
use crate::domain::id::BookingId;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store;
use crate::store::tx::Tx;

/// Asks for time on a resource. The form carries the id, so a second click makes no second booking.
///
/// # Errors
/// Every reason why not, what was made already, or that there is no such resource.
pub fn request(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: BookingId,
    slug: &str,
    wish: &Wish,
) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let mut scene = store::booking::gather::scene(tx, slug, (wish.span(), &wish.with), person)?;
    not_made(tx, person, (id, wish), &scene)?;
    let manner = wish.content.manner();
    if let Some(span) = wish.span()
        && request::is_barred(wish, Some(&manner), &scene, by.at)
    {
        let instead_of = &scene.resource;
        scene.elsewhere =
            store::booking::elsewhere::of(tx, instead_of, &span, Some(person), by.at)?;
    }
    if !scene.fellows.is_empty() {
        return set::request(tx, (person, by.at), (id, wish), &scene);
    }
    let done = request::request(id, wish.clone(), &scene, person, by.at)?;
    let kept = (done.value.booking.resource, &[done.value.claim][..]);
    store::waitlist::offer::take_up(tx, person.id, kept)?;
    store::booking::write::insert(tx, &done.value)?;
    Ok(done.map(|requested| requested.booking.id))
}

/// A second click is answered with what the first one made.
pub(super) fn not_made(
    tx: &mut Tx<'_>,
    person: &Person,
    (id, wish): (BookingId, &Wish),
    scene: &Scene,
) -> Result<(), Halt> {
    let Some(made) = store::booking::gather::made(tx, id)? else {
        return Ok(());
    };
    let same = made.resource == scene.resource.id
        && wish.span() == Some(made.span)
        && scene.units(wish) == made.units
        && wish.content == made.content;
    Err(match (made.user == person.id, same) {
        (true, true) => Halt::Already(id),
        (true, false) => Halt::because(Refusal::of(Wrong::WrongState)),
        (false, _) => Halt::NotAllowed,
    })
}

/// Sends a returned request again with corrected content.
///
/// # Errors
/// The content's problems, not theirs, or not returned.
pub fn resend(tx: &mut Tx<'_>, by: &Actor, id: BookingId, content: &Content) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let standing = store::booking::gather::standing(tx, id)?;
    if standing.booking.user != person {
        return Err(Halt::Absent);
    }
    let booking = &standing.booking;
    let asks = home::asks(&standing.resource, &booking.span, booking.institution);
    let again = asks && !store::ledger::happened(tx, id, Kind::BookingEndorsed)?;
    let responsible = match again {
        true => store::booking::home::responsible(tx, booking.user, booking.institution)?,
        false => None,
    };
    let to = match (again, &responsible) {
        (true, None) => {
            let nobody = Wrong::Use(UseBar::NobodyResponsible);
            return Err(Halt::because(Refusal::of(nobody)));
        }
        (true, Some(responsible)) => Resent::Home(responsible),
        (false, _) => Resent::Facility,
    };
    let done = resend::resend(&standing, content.clone(), to, by)?;
    store::booking::write::change(tx, &done.value)?;
    is_attended(tx, id)?;
    Ok(done.map(|change| change.booking))
}

/// Takes a request back before the decision.
///
/// # Errors
/// Not theirs, or decided already.
pub fn withdraw(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    own(tx, by, id, |standing| decision::withdraw(standing, by))
}

/// Cancels a confirmed booking before its start.
///
/// # Errors
/// Not theirs, not confirmed, started, or dearer by now than the `seen` percent that they agreed to.
pub fn cancel(tx: &mut Tx<'_>, by: &Actor, id: BookingId, seen: u32) -> Act<BookingId> {
    own(tx, by, id, |standing| decision::cancel(standing, seen, by))
}

/// Calls a confirmed booking off for the facility's own reasons.
///
/// # Errors
/// Not a manager of the facility, their own booking, not confirmed, over, or a missing reason.
pub fn call_off(tx: &mut Tx<'_>, by: &Actor, id: BookingId, reason: &str) -> Act<BookingId> {
    let manages = |standing: &Standing| by.manages(standing.resource.facility);
    settle(tx, by, (id, manages), |standing| {
        decision::call_off(standing, reason, by)
    })
}

/// What a facility manager decides on a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ruling {
    /// 承認する
    Approve,
    /// 条件を付けて承認する, with the conditions that the applicant accepts or not.
    ApproveWithConditions(String),
    /// 差し戻す, with the reason that the applicant reads.
    HandBack(String),
    /// 不承認とする, with the reason that the applicant reads.
    Reject(String),
}

/// Decides on a request.
///
/// # Errors
/// Not a manager of the facility, decided already, own request, started, or a missing reason.
pub fn rule(tx: &mut Tx<'_>, by: &Actor, id: BookingId, ruling: &Ruling) -> Act<BookingId> {
    let standing = store::booking::gather::standing(tx, id)?;
    rule_on(tx, by, standing, ruling)
}

/// The same on a booking whose turn is held.
pub(super) fn rule_on(
    tx: &mut Tx<'_>,
    by: &Actor,
    standing: Standing,
    ruling: &Ruling,
) -> Act<BookingId> {
    let decide = |standing: &Standing| match ruling {
        Ruling::Approve => decision::approve(standing, by),
        Ruling::ApproveWithConditions(conditions) => conditional::approve(standing, conditions, by),
        Ruling::HandBack(reason) => decision::hand_back(standing, reason, by),
        Ruling::Reject(reason) => decision::reject(standing, reason, by),
    };
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    let mut done = decide(&standing)?;
    let says_yes = matches!(ruling, Ruling::Approve | Ruling::ApproveWithConditions(_));
    if says_yes && standing.booking.state == State::Submitted {
        contest::choose(tx, by, &standing, &mut done)?;
    }
    if says_yes {
        gates_are_open(tx, by, standing.clone())?;
    }
    let risk = match &done.value.claimed {
        Some(taken) => Some(at_risk(tx, (taken.resource, taken.claim), Reach::Beside)?),
        None => None,
    };
    store::booking::write::change(tx, &done.value)?;
    if let Some(risk) = risk {
        done.event.also.extend(contest::told(tx, by, &risk)?);
    }
    if says_yes {
        is_attended(tx, done.value.booking)?;
    }
    attend::tell(tx, &standing, &mut done)?;
    set::follow(tx, by, &standing, &mut done)?;
    Ok(done.map(|change| change.booking))
}

/// Nothing is approved that nobody attends though somebody must.
fn is_attended(tx: &mut Tx<'_>, id: BookingId) -> Result<(), Halt> {
    let before = store::booking::attendance::present(tx, id)?;
    store::booking::attendance::settle(tx, id, before)?.demanded()
}

/// Accepts the conditions of an approval, by the applicant.
///
/// # Errors
/// Not theirs, nothing to accept, or begun.
pub fn accept(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    own(tx, by, id, |standing| conditional::accept(standing, by))
}

/// Lets a request lapse that nobody decided before its start.
///
/// # Errors
/// Decided in the meantime, or not started yet.
pub fn expire(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    let any = |_: &Standing| true;
    settle(tx, by, (id, any), |standing| decision::expire(standing, by))
}

/// A deed on the actor's own booking; others' bookings do not exist for them.
fn own(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: BookingId,
    decide: impl Fn(&Standing) -> Decision<Change>,
) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let theirs = |standing: &Standing| standing.booking.user == person;
    settle(tx, by, (id, theirs), decide)
}

/// Gathers a booking, decides, and writes what changed.
fn settle(
    tx: &mut Tx<'_>,
    by: &Actor,
    (id, may_see): (BookingId, impl Fn(&Standing) -> bool),
    decide: impl Fn(&Standing) -> Decision<Change>,
) -> Act<BookingId> {
    let standing = store::booking::gather::standing(tx, id)?;
    if !may_see(&standing) {
        return Err(Halt::Absent);
    }
    let mut done = decide(&standing)?;
    store::booking::write::change(tx, &done.value)?;
    attend::tell(tx, &standing, &mut done)?;
    set::follow(tx, by, &standing, &mut done)?;
    Ok(done.map(|change| change.booking))
}
