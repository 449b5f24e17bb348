//! 一組の予約: what several facilities are asked for as one. Each owner decides for itself; all are confirmed, or none.

use crate::domain::actor::{Actor, Person};
use crate::domain::booking::change::Change;
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::member::Member;
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::request::{Requested, request};
use crate::domain::booking::{Scene, Standing, State, Wish};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::letter::{BookingNews, Letter};
use crate::domain::name::Name;
use crate::domain::refusal::ground::Remedy;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Instant;

const AGREED: Step = Step {
    kind: Kind::BookingApproved,
    to: State::Approved,
    news: &[(BookingNews::Agreed, Told::Applicant)],
};
const COMPLETE: Step = Step {
    kind: Kind::SetComplete,
    to: State::Confirmed,
    news: &[
        (BookingNews::Confirmed, Told::Applicant),
        (BookingNews::Confirmed, Told::Managers),
    ],
};
const DISSOLVED: Step = Step {
    kind: Kind::SetDissolved,
    to: State::Withdrawn,
    news: &[(BookingNews::SetDissolved, Told::Managers)],
};

/// Whether another owner of its set has not agreed yet.
#[must_use]
pub fn waits(standing: &Standing) -> bool {
    let mut fellows = standing.fellows.iter();
    fellows.any(|one| one.state.is_open() && one.state != State::Approved)
}

/// Where an owner's yes leads: to the booking, or to waiting for the others.
pub(super) fn yes(standing: &Standing, whole: Step) -> Step {
    match waits(standing) {
        true => Step {
            kind: whole.kind,
            ..AGREED
        },
        false => whole,
    }
}

/// 確定: every owner has agreed.
///
/// # Errors
/// Its own facility has not agreed.
pub fn complete(standing: &Standing, at: Instant) -> Decision<Change> {
    possible(standing, Deed::Complete)?;
    let mut done = change(standing, &Actor::house(at), &COMPLETE, None);
    let by = standing.decided.as_ref().map(|decided| &decided.by);
    for envelope in &mut done.event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            facts.by = by.cloned();
        }
    }
    Ok(done)
}

/// 取下げ: another booking of the set came to nothing, so this one is given back too.
///
/// # Errors
/// It is settled, or over.
pub fn dissolve(standing: &Standing, at: Instant) -> Decision<Change> {
    possible(standing, Deed::Dissolve)?;
    Ok(change(standing, &Actor::house(at), &DISSOLVED, None))
}

fn possible(standing: &Standing, deed: Deed) -> Result<(), Vec<Refusal>> {
    match leads(standing.booking.state, deed) {
        Some(_) => Ok(()),
        None => Err(vec![Refusal::of(Wrong::WrongState)]),
    }
}

/// Asks every facility for the same time, each under its own rules: all of it, or every reason why not. The
/// ids are those of the bookings to be made, the asked one first.
///
/// # Errors
/// Every refusal of every facility at once, with the name of what it is about.
pub fn ask(
    ids: &[BookingId],
    wish: &Wish,
    scene: &Scene,
    (by, at): (&Person, Instant),
) -> Result<Vec<Done<Requested>>, Vec<Refusal>> {
    let scenes = std::iter::once(scene).chain(&scene.fellows);
    let (mut made, mut wrong): (Vec<Done<Requested>>, Vec<Refusal>) = Default::default();
    for (place, (id, one)) in ids.iter().zip(scenes).enumerate() {
        let asked = match place {
            0 => wish.clone(),
            // how many of a shared capacity is said of the first one only
            _ => Wish {
                units: None,
                ..wish.clone()
            },
        };
        match request(*id, asked, one, by, at) {
            Ok(mut done) => {
                let bundle = ids.first().copied().unwrap_or(*id);
                let place = u32::try_from(place).unwrap_or(u32::MAX);
                done.value.member = Some(Member { bundle, place });
                made.push(done);
            }
            Err(refusals) => merge(&mut wrong, refusals, one, place > 0),
        }
    }
    name_each(&mut made, scene);
    match wrong.is_empty() {
        true => Ok(made),
        false => Err(wrong),
    }
}

/// What another facility refuses, by the name of its resource. What the first one's own judgement said of its
/// time already is told once, with the rule it stands on.
pub(super) fn merge(
    wrong: &mut Vec<Refusal>,
    refusals: Vec<Refusal>,
    scene: &Scene,
    is_other: bool,
) {
    for mut refusal in refusals {
        if is_other {
            refusal.beside = Some(scene.resource.name.clone());
            // times at which this one is free, and a line for it alone, are no way forward for all
            refusal
                .remedies
                .retain(|remedy| !matches!(remedy, Remedy::Slots(_) | Remedy::Wait));
        }
        let same = |one: &&mut Refusal| is_known(one, &refusal);
        match wrong.iter_mut().find(same) {
            Some(known) if known.beside.is_some() => {
                known.rule = known.rule.take().or(refusal.rule);
            }
            Some(_) => {}
            None => wrong.push(refusal),
        }
    }
}

/// Whether one of these says the same as another: that there is no room in a resource, whatever is free instead,
/// or what is wrong with the form.
fn is_known(one: &Refusal, other: &Refusal) -> bool {
    let full = one.is_lost_slot() && other.is_lost_slot();
    let of_form = one.rule.is_none() && one.beside.is_none();
    let same = one.wrong == other.wrong;
    one.beside == other.beside && (same || full) || same && of_form
}

/// Every letter names what comes to nothing with it.
pub fn name_given_back(event: &mut Event, names: &[Name]) {
    for envelope in &mut event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            facts.given_back = names.to_vec();
        }
    }
}

/// Every letter names the others of its set.
fn name_each(made: &mut [Done<Requested>], scene: &Scene) {
    let names: Vec<(ResourceId, Name)> = std::iter::once(scene)
        .chain(&scene.fellows)
        .map(|one| (one.resource.id, one.resource.name.clone()))
        .collect();
    for done in made {
        let own = done.value.booking.resource;
        let others = names.iter().filter(|(id, _)| *id != own);
        let others: Vec<Name> = others.map(|(_, name)| name.clone()).collect();
        for envelope in &mut done.event.letters {
            if let Letter::Booking(facts) = &mut envelope.letter {
                let new = others.iter().filter(|name| !facts.with.contains(name));
                let new: Vec<Name> = new.cloned().collect();
                facts.with.extend(new);
            }
        }
    }
}

#[cfg(test)]
mod tests;
