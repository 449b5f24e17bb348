//! 一組の変更: what several facilities were asked for as one moves as one, or stays.

use crate::domain::actor::Actor;
use crate::domain::booking::amend::{Amended, CHANGED, Proposal, amended, needs_approval, propose};
use crate::domain::booking::amend::{become_of, told};
use crate::domain::booking::change::Change;
use crate::domain::booking::news::{Step, Told};
use crate::domain::booking::set::merge;
use crate::domain::booking::{Fellow, Scene, Standing, State, Wish};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::Done;
use crate::domain::id::ChangeId;
use crate::domain::letter::BookingNews;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;

const FELL: Step = Step {
    kind: Kind::ChangeFell,
    to: State::Confirmed,
    news: &[(BookingNews::ChangeFell, Told::Managers)],
};

const OVERTAKEN: Step = Step {
    news: &[
        (BookingNews::ChangeFell, Told::Applicant),
        (BookingNews::ChangeFell, Told::Managers),
    ],
    ..FELL
};

/// The others of its set that still stand.
pub fn others(standing: &Standing) -> impl Iterator<Item = &Fellow> {
    let fellows = standing.fellows.iter();
    fellows.filter(|one| !one.state.is_given_up())
}

/// Whether a wish moves others with it: those of its set that stand.
#[must_use]
pub fn moves_others(standing: &Standing, wish: &Wish) -> bool {
    let moves = wish
        .span()
        .is_some_and(|span| span != standing.booking.span);
    moves && others(standing).next().is_some()
}

/// One facility can't move its booking alone.
#[must_use]
pub fn bound(standing: &Standing) -> Option<Refusal> {
    let is_bound = others(standing).next().is_some();
    is_bound.then(|| Refusal::of(Wrong::Use(UseBar::OneOfSet)))
}

/// Asks every facility of a set for another time, the one first whose form it is. The content of the others
/// stays. Where one of them must agree, nothing is done before all have.
///
/// # Errors
/// Every refusal of every facility at once, with the name of what it is about.
pub fn amend(
    all: &mut [(Standing, Scene)],
    wish: &Wish,
    ids: &[ChangeId],
    by: &Actor,
) -> Result<Vec<Done<Amended>>, Vec<Refusal>> {
    let (mut proposals, mut wrong): (Vec<Proposal>, Vec<Refusal>) = Default::default();
    for (place, ((standing, scene), id)) in all.iter_mut().zip(ids).enumerate() {
        let booking = &standing.booking;
        let asked = match place {
            0 => wish.clone(),
            _ => Wish {
                units: Some(booking.units),
                content: booking.content.clone(),
                ..wish.clone()
            },
        };
        match propose(standing, asked, scene, (*id, by)) {
            Ok(proposal) => proposals.push(proposal),
            Err(refusals) => merge(&mut wrong, refusals, scene, place > 0),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let standings: Vec<&Standing> = all.iter().map(|(standing, _)| standing).collect();
    let pairs = standings.into_iter().zip(proposals);
    Ok(each(&pairs.collect::<Vec<_>>(), by))
}

/// All at once, or all asked for: by those who need not be asked it is agreed to already.
pub(super) fn each(all: &[(&Standing, Proposal)], by: &Actor) -> Vec<Done<Amended>> {
    let asks =
        |(standing, proposal): &(&Standing, Proposal)| needs_approval(standing, proposal, by.at);
    let waits = all.iter().any(asks);
    let one = |(place, pair): (usize, &(&Standing, Proposal))| {
        let mut proposal = pair.1.clone();
        proposal.agreed = waits && !asks(pair);
        let is_agreed = proposal.agreed;
        let mut done = amended(pair.0, proposal, waits, by);
        let applicant = pair.0.booking.user;
        // one receipt names them all, and who need not be asked is not
        done.event
            .letters
            .retain(|one| match one.to.user == applicant {
                true => !waits || place == 0,
                false => !is_agreed,
            });
        done
    };
    all.iter().enumerate().map(one).collect()
}

/// The last facility agreed: this one moves as it was asked.
#[must_use]
pub fn complete(standing: &Standing, proposal: &Proposal, at: Instant) -> Done<Change> {
    let step = Step {
        kind: Kind::ChangeGranted,
        ..CHANGED
    };
    become_of(standing, proposal, (&Actor::house(at), &step, None))
}

/// The change of another of the set came to nothing: this one stays as it is too.
#[must_use]
pub fn fall(standing: &Standing, proposal: &Proposal, at: Instant) -> Event {
    told(standing, proposal, (&Actor::house(at), &FELL, None))
}

/// Another of the set moved on without the change: this one stays as it is, and its applicant is told too.
#[must_use]
pub fn overtaken(standing: &Standing, proposal: &Proposal, at: Instant) -> Event {
    told(standing, proposal, (&Actor::house(at), &OVERTAKEN, None))
}
