//! 変更: another time, length or content; done at once where the rule allows it, or asked for while the
//! old time is kept.

mod binding;
pub mod relocate;
pub mod ruling;
pub mod whole;

use crate::domain::actor::Actor;
use crate::domain::booking::amend::binding::{set_aside, wished};
use crate::domain::booking::change::{Change, Claimed};
use crate::domain::booking::checks::{not_started, own};
use crate::domain::booking::contest::claimed;
use crate::domain::booking::decided::Decided;
use crate::domain::booking::evaluation::Evaluation;
use crate::domain::booking::life::{Deed, leads};
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::booking::{Content, Scene, Standing, State, Wish, cancellation, request};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Decision, Done};
use crate::domain::id::ChangeId;
use crate::domain::letter::{BookingNews, Letter};
use crate::domain::parameter::Parameter;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, Span};

/// What a booking would become.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    pub id: ChangeId,
    pub span: Span,
    pub units: u32,
    pub content: Content,
    pub evaluation: Evaluation,
    pub asked_at: Instant,
    /// 一組の変更: whether its own facility agreed already, and it waits for the others.
    pub agreed: bool,
}

/// What became of a wish to change a booking.
#[derive(Clone, Debug)]
pub enum Amended {
    /// It was changed at once.
    Done(Box<Proposal>, Box<Change>),
    /// The facility decides; until then what it would take is kept besides what it holds.
    Asked(Box<Proposal>, Claimed),
}

const CHANGED: Step = Step {
    kind: Kind::BookingChanged,
    to: State::Confirmed,
    news: &[
        (BookingNews::Changed, Told::Applicant),
        (BookingNews::Changed, Told::Managers),
    ],
};
const ASKED: Step = Step {
    kind: Kind::ChangeAsked,
    to: State::Confirmed,
    news: &[
        (BookingNews::ChangeReceived, Told::Applicant),
        (BookingNews::ChangeAsked, Told::Managers),
    ],
};
/// 変更する, by the applicant; the scene must not know of the booking's own claims.
///
/// # Errors
/// Not theirs, begun, closed to changes, nothing different, and every reason of a new request that a
/// change can be refused for.
pub fn amend(
    standing: &Standing,
    wish: Wish,
    scene: &mut Scene,
    (id, by): (ChangeId, &Actor),
) -> Decision<Amended> {
    let proposal = propose(standing, wish, scene, (id, by))?;
    let asks = needs_approval(standing, &proposal, by.at);
    Ok(amended(standing, proposal, asks, by))
}

/// What a booking would become, or every reason why not.
fn propose(
    standing: &Standing,
    wish: Wish,
    scene: &mut Scene,
    (id, by): (ChangeId, &Actor),
) -> Result<Proposal, Vec<Refusal>> {
    let booking = &standing.booking;
    let mut refusals = own(standing, by);
    if !can_amend(standing, by.at) {
        refusals.push(Refusal::of(Wrong::WrongState));
    }
    refusals.extend(not_started(standing, by));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    set_aside(scene, standing);
    let span = wished(&wish, scene, standing, by.at)?;
    if span == booking.span
        && scene.units(&wish) == booking.units
        && wish.content == booking.content
    {
        return Err(vec![Refusal::of(Wrong::Use(UseBar::NothingChanged))]);
    }
    let (_, evaluation) = request::judged(&wish, span, scene, by.at);
    Ok(Proposal {
        id,
        span,
        units: scene.units(&wish),
        content: wish.content,
        evaluation,
        asked_at: by.at,
        agreed: false,
    })
}

/// Done at once, or asked for.
fn amended(standing: &Standing, proposal: Proposal, asks: bool, by: &Actor) -> Done<Amended> {
    match asks {
        true => asked(standing, proposal, by),
        false => {
            let done = become_of(standing, &proposal, (by, &CHANGED, None));
            done.map(|change| Amended::Done(Box::new(proposal), Box::new(change)))
        }
    }
}

/// Whether its applicant can change it at this moment.
#[must_use]
pub fn can_amend(standing: &Standing, at: Instant) -> bool {
    is_amendable(standing.booking.state, &standing.booking.span, at)
}

/// The same of what stands so and is used then.
#[must_use]
pub fn is_amendable(state: State, used: &Span, at: Instant) -> bool {
    leads(state, Deed::Amend).is_some() && used.start() > at
}

/// Whether the facility decides: as its rule says, and always where giving the time up would cost.
fn needs_approval(standing: &Standing, proposal: &Proposal, at: Instant) -> bool {
    let booking = &standing.booking;
    if booking.state != State::Confirmed {
        return false;
    }
    let moves = proposal.span != booking.span || proposal.units != booking.units;
    let terms = standing.resource.on(booking.span.start().day()).terms;
    let costs = cancellation::of(standing, at).percent > 0;
    match terms.code(Parameter::ChangeApproval) {
        "never" => moves && costs,
        "always" => true,
        _ => moves,
    }
}

fn asked(standing: &Standing, proposal: Proposal, by: &Actor) -> Done<Amended> {
    let wanted = claimed(&as_changed(standing, &proposal));
    let event = told(standing, &proposal, (by, &ASKED, None));
    Done {
        value: Amended::Asked(Box::new(proposal), wanted),
        event,
    }
}

/// The booking as it would stand.
#[must_use]
pub fn as_changed(standing: &Standing, proposal: &Proposal) -> Standing {
    let mut moved = standing.clone();
    moved.booking.span = proposal.span;
    moved.booking.units = proposal.units;
    moved.booking.content = proposal.content.clone();
    moved
}

fn become_of(
    standing: &Standing,
    proposal: &Proposal,
    (by, step, decided): (&Actor, &Step, Option<Decided>),
) -> Done<Change> {
    let becomes = as_changed(standing, proposal);
    let mut done = become_as(standing, &becomes, (by, step, decided));
    done.value.content = Some(proposal.content.clone());
    done
}

/// The same booking at another time.
fn moved(standing: &Standing, span: Span, told: (&Actor, &Step, Option<Decided>)) -> Done<Change> {
    let mut becomes = standing.clone();
    becomes.booking.span = span;
    become_as(standing, &becomes, told)
}

fn become_as(
    standing: &Standing,
    becomes: &Standing,
    (by, step, decided): (&Actor, &Step, Option<Decided>),
) -> Done<Change> {
    let to = match standing.booking.state {
        // whoever agreed to another time or content is asked anew
        State::ApprovedWithConditions | State::Approved => State::FacilityReview,
        same => same,
    };
    let step = Step {
        kind: step.kind,
        to,
        news: step.news,
    };
    let booking = &becomes.booking;
    let mut done = change(becomes, by, &step, decided);
    beside(&mut done.event, standing.booking.span, booking.span);
    done.value.claimed = Some(claimed(becomes));
    done
}

/// What is told of a change that is only asked for.
fn told(
    standing: &Standing,
    proposal: &Proposal,
    (by, step, decided): (&Actor, &Step, Option<Decided>),
) -> Event {
    let mut event = change(standing, by, step, decided).event;
    beside(&mut event, proposal.span, standing.booking.span);
    // the booking itself stands as it stood: calendars hear nothing
    for envelope in &mut event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            facts.entry = None;
        }
    }
    event
}

/// Names the other of two times in every letter, where it differs.
fn beside(event: &mut Event, other: Span, than: Span) {
    for envelope in &mut event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            facts.other_span = (other != than).then_some(other);
        }
    }
}

#[cfg(test)]
mod tests;
