//! What people and the clock do to change a booking: at once, asked for, decided, taken back, swapped.

use crate::acts::changing::{drop_it, put, written};
use crate::acts::open_gates::gates_are_open;
use crate::acts::{attend, set_change};
use crate::domain::actor::Actor;
use crate::domain::booking::amend::{
    self, Proposal, as_changed, relocate as relocation, ruling, whole,
};
use crate::domain::booking::{Standing, Wish};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, ChangeId};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};
use crate::secret::chance;
use crate::store::booking::proposal::{self, Fate};
use crate::store::booking::{claims, gather, write};
use crate::store::tx::Tx;

/// Changes a booking, or asks for it; what was asked for before gives way.
///
/// # Errors
/// Not theirs; otherwise as the decision says.
pub fn amend(tx: &mut Tx<'_>, by: &Actor, id: BookingId, wish: &Wish) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let standing = gather::standing(tx, id)?;
    if standing.booking.user != person.id {
        return Err(Halt::Absent);
    }
    let fallen = give_way(tx, &standing)?;
    if whole::moves_others(&standing, wish) {
        // those who were asked before are asked anew
        return set_change::amend(tx, (person, by), standing, wish);
    }
    let mut scene = gather::scene_without(tx, &standing, wish.span(), person, by.at)?;
    let change = ChangeId::new(chance::id(by.at));
    let done = amend::amend(&standing, wish.clone(), &mut scene, (change, by))?;
    let mut done = put(tx, (person, &standing), done)?;
    done.event.also.extend(fallen);
    Ok(done)
}

/// What was asked for before is asked for no longer, nor is what was asked of others with it.
fn give_way(tx: &mut Tx<'_>, standing: &Standing) -> Result<Vec<Event>, Halt> {
    let id = standing.booking.id;
    let Some(before) = proposal::open(tx, id)? else {
        return Ok(Vec::new());
    };
    let others = set_change::open(tx, standing, &before)?;
    drop_it(tx, id, Fate::Withdrawn)?;
    set_change::fallen(tx, &others)
}

/// What a facility manager decides on a change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// 変更を認める
    Grant,
    /// 変更を認めない, with the reason that the applicant reads.
    Refuse(String),
}

/// Decides on a change that was asked for.
///
/// # Errors
/// Not of their facility, nothing asked for; otherwise as the decision says.
pub fn rule(tx: &mut Tx<'_>, by: &Actor, id: BookingId, verdict: &Verdict) -> Act<BookingId> {
    let standing = gather::standing(tx, id)?;
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    let proposal = waiting(tx, id)?;
    let others = set_change::open(tx, &standing, &proposal)?;
    match verdict {
        Verdict::Grant if others.iter().any(|(_, other)| !other.agreed) => {
            let done = ruling::agree(&standing, &proposal, by)?;
            gates_are_open(tx, by, as_changed(&standing, &proposal))?;
            proposal::agree(tx, id)?;
            Ok(done.map(|()| id))
        }
        Verdict::Grant => {
            let mut done = ruling::grant(&standing, &proposal, by)?;
            gates_are_open(tx, by, as_changed(&standing, &proposal))?;
            proposal::end(tx, id, Fate::Granted)?;
            done.event
                .also
                .extend(set_change::complete(tx, by, others)?);
            written(tx, &standing, done)
        }
        Verdict::Refuse(reason) => {
            let mut done = ruling::refuse(&standing, &proposal, reason, by)?;
            drop_it(tx, id, Fate::Refused)?;
            set_change::fall(tx, &others, &mut done.event)?;
            Ok(done.map(|()| id))
        }
    }
}

/// Takes back what was asked for, by the applicant.
///
/// # Errors
/// Not theirs, or nothing asked for.
pub fn withdraw(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    let standing = gather::standing(tx, id)?;
    if standing.booking.user != person {
        return Err(Halt::Absent);
    }
    let proposal = waiting(tx, id)?;
    let mut done = ruling::withdraw(&standing, &proposal, by)?;
    let others = set_change::open(tx, &standing, &proposal)?;
    drop_it(tx, id, Fate::Withdrawn)?;
    set_change::fall(tx, &others, &mut done.event)?;
    Ok(done.map(|()| id))
}

/// Lets a change lapse that nobody decided in time.
///
/// # Errors
/// Decided in the meantime, or neither time has begun.
pub fn lapse(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    let standing = gather::standing(tx, id)?;
    let proposal = waiting(tx, id)?;
    let mut done = ruling::lapse(&standing, &proposal, by)?;
    let others = set_change::open(tx, &standing, &proposal)?;
    drop_it(tx, id, Fate::Lapsed)?;
    set_change::fall(tx, &others, &mut done.event)?;
    Ok(done.map(|()| id))
}

/// Lets two confirmed bookings of one resource change places.
///
/// # Errors
/// Not of their facility, one of them with a change that waits; otherwise as the decision says.
pub fn swap(
    tx: &mut Tx<'_>,
    by: &Actor,
    (id, other): (BookingId, BookingId),
    reason: &str,
) -> Act<BookingId> {
    let one = gather::standing(tx, id)?;
    if !by.manages(one.resource.facility) {
        return Err(Halt::Absent);
    }
    let other = managed(tx, by, other)?;
    for standing in [&one, &other] {
        if proposal::open(tx, standing.booking.id)?.is_some() {
            return Err(Halt::because(Refusal::of(Wrong::WrongState)));
        }
    }
    let Done { value, mut event } = ruling::swap(&one, &other, reason, by)?;
    // both give way before either takes the other's place
    for change in &value {
        claims::free(tx, change.booking)?;
    }
    for (standing, change) in [&one, &other].into_iter().zip(value) {
        write::change(tx, &change)?;
        let told = Event::about_booking(Kind::BookingsSwapped, change.booking, Vec::new());
        let mut done = Done {
            value: change,
            event: told,
        };
        attend::tell(tx, standing, &mut done)?;
        event.letters.append(&mut done.event.letters);
    }
    Ok(Done { value: id, event })
}

/// Moves a confirmed booking to other free time, for the facility's own reasons; a change that was asked for
/// has nothing left to change.
///
/// # Errors
/// Not of their facility; otherwise as the decision says.
pub fn relocate(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: BookingId,
    (start, reason): (Option<Instant>, &str),
) -> Act<BookingId> {
    let standing = gather::standing(tx, id)?;
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    if proposal::open(tx, id)?.is_some() {
        drop_it(tx, id, Fate::Refused)?;
    }
    let minutes = standing.booking.span.minutes();
    let others = match start.and_then(|start| Span::of_minutes(start, minutes)) {
        Some(span) => gather::others(tx, &standing, &span)?,
        None => Vec::new(),
    };
    let done = relocation::relocate(&standing, start, &others, (reason, by))?;
    written(tx, &standing, done)
}

/// The other booking, of a resource whose turn is held already if the two can change places at all.
fn managed(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Result<Standing, Halt> {
    let at = tx.at();
    let standing = gather::view(tx, id, at)?;
    match by.manages(standing.resource.facility) {
        true => Ok(standing),
        false => Err(Halt::Absent),
    }
}

fn waiting(tx: &mut Tx<'_>, id: BookingId) -> Result<Proposal, Halt> {
    let open = proposal::open(tx, id)?;
    open.ok_or_else(|| Halt::because(Refusal::of(Wrong::WrongState)))
}
