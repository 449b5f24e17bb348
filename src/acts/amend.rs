//! What people and the clock do to change a booking: at once, asked for, decided, taken back, swapped.

use crate::acts::attend;
use crate::acts::booking::gates_are_open;
use crate::domain::actor::Actor;
use crate::domain::booking::amend::{
    self, Amended, Proposal, as_changed, relocate as relocation, ruling,
};
use crate::domain::booking::change::Change;
use crate::domain::booking::piece::pieces;
use crate::domain::booking::{Standing, Wish};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, ChangeId};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};
use crate::secret::chance;
use crate::store::booking::proposal::{self, Fate};
use crate::store::booking::{attendance, claims, gather, parts, write};
use crate::store::tx::Tx;
use crate::store::waitlist::offer;

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
    let before = proposal::open(tx, id)?;
    if before.is_some() {
        claims::free_moves(tx, id)?;
        proposal::end(tx, id, Fate::Withdrawn)?;
    }
    let mut scene = gather::scene_without(tx, &standing, wish.span(), person, by.at)?;
    let change = ChangeId::new(chance::id(by.at));
    let Done { value, event } = amend::amend(&standing, wish.clone(), &mut scene, (change, by))?;
    let wanted = match &value {
        Amended::Done(_, change) => change.claimed.as_ref(),
        Amended::Asked(_, claimed) => Some(claimed),
    };
    if let Some(wanted) = wanted {
        offer::take_up(tx, person.id, (wanted.resource, &[wanted.claim]))?;
    }
    match value {
        Amended::Done(proposal, change) => {
            proposal::insert(tx, id, &proposal, Fate::Granted)?;
            return written(
                tx,
                &standing,
                Done {
                    value: *change,
                    event,
                },
            );
        }
        Amended::Asked(proposal, wanted) => {
            proposal::insert(tx, id, &proposal, Fate::Asked)?;
            let held = claims::held(tx, id)?;
            let more = pieces((&held, standing.booking.units), &wanted);
            claims::reserve(tx, &wanted, &more)?;
            parts::reserve(tx, &wanted)?;
            attendance::reserve(tx, &wanted, proposal.content.support_mode)?;
        }
    }
    Ok(Done { value: id, event })
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
    match verdict {
        Verdict::Grant => {
            let done = ruling::grant(&standing, &proposal, by)?;
            gates_are_open(tx, by, as_changed(&standing, &proposal))?;
            proposal::end(tx, id, Fate::Granted)?;
            written(tx, &standing, done)
        }
        Verdict::Refuse(reason) => {
            let done = ruling::refuse(&standing, &proposal, reason, by)?;
            drop_it(tx, id, Fate::Refused)?;
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
    let done = ruling::withdraw(&standing, &proposal, by)?;
    drop_it(tx, id, Fate::Withdrawn)?;
    Ok(done.map(|()| id))
}

/// Lets a change lapse that nobody decided in time.
///
/// # Errors
/// Decided in the meantime, or neither time has begun.
pub fn lapse(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    let standing = gather::standing(tx, id)?;
    let proposal = waiting(tx, id)?;
    let done = ruling::lapse(&standing, &proposal, by)?;
    drop_it(tx, id, Fate::Lapsed)?;
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

/// Writes a change, and tells whoever attends it.
fn written(tx: &mut Tx<'_>, standing: &Standing, mut done: Done<Change>) -> Act<BookingId> {
    write::change(tx, &done.value)?;
    attend::tell(tx, standing, &mut done)?;
    Ok(done.map(|change| change.booking))
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

/// The booking stays as it is: what would have been its time is free.
fn drop_it(tx: &mut Tx<'_>, id: BookingId, fate: Fate) -> Result<(), Halt> {
    proposal::end(tx, id, fate)?;
    claims::free_moves(tx, id)
}
