//! Serving a line: whoever stands first and can use what is free has it kept, or is told of it.

use crate::domain::catalogue::Resource;
use crate::domain::event::{Event, Kind};
use crate::domain::halt::Done;
use crate::domain::id::OfferId;
use crate::domain::letter::slot::{SlotFacts, SlotNews};
use crate::domain::letter::{Envelope, Letter, Recipient};
use crate::domain::parameter::Parameter;
use crate::domain::policy::case::{Case, Occupied, full};
use crate::domain::policy::room::Room;
use crate::domain::policy::verdict::violations;
use crate::domain::refusal::Citation;
use crate::domain::time::{Instant, Span, day_span};
use crate::domain::waitlist::{Cause, Entry, Offer, Want};

/// Free slots of a window that are tried against the rules.
const TRIED: usize = 64;

/// What somebody in line gets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Served {
    /// The time is theirs for a while, and takes this of the resource.
    Kept(Offer, Occupied),
    /// They are told of it.
    Told(Entry),
}

/// Who gets what of the time that is free: those who want it kept first, in the order in which they came;
/// then those who want to be told. No two get the same time kept. `fresh` gives ids.
pub fn serve(
    resource: &Resource,
    taken: &[Occupied],
    line: &[Entry],
    at: Instant,
    fresh: &mut impl FnMut() -> OfferId,
) -> Vec<Done<Served>> {
    let mut taken = taken.to_vec();
    let mut served = Vec::new();
    for entry in line.iter().filter(|entry| entry.want == Want::Hold) {
        let Some(span) = free(resource, &taken, entry, at) else {
            continue;
        };
        let until = kept_until(resource, &span, at);
        if until <= at {
            served.push(told(resource, entry, &span));
            continue;
        }
        let offer = Offer {
            id: fresh(),
            resource: resource.id,
            user: entry.to.user,
            cause: Cause::Line(entry.id),
            span,
            units: entry.units,
            made_at: at,
            until,
        };
        taken.push(occupied(resource, &offer));
        served.push(keep(resource, offer, &entry.to));
    }
    for entry in line.iter().filter(|entry| entry.want == Want::Tell) {
        let found = free(resource, &taken, entry, at);
        served.extend(found.map(|span| told(resource, entry, &span)));
    }
    served
}

/// The first time within somebody's window that the rules of the resource would let anybody ask for.
#[must_use]
pub fn free(resource: &Resource, taken: &[Occupied], entry: &Entry, at: Instant) -> Option<Span> {
    let citation = Citation::default();
    let case = |slot| Case {
        units: entry.units,
        ..Case::of_time(at, resource, slot, taken, Some(&citation))
    };
    let full = full(taken, case(entry.window).room_for_others());
    let room = Room {
        resource,
        full: &full,
        now: at,
        from: entry.window.start(),
        until: entry.window.end(),
    };
    room.first(entry.minutes, TRIED)
        .into_iter()
        .filter(|slot| entry.window.covers(slot))
        .find(|slot| violations(&case(*slot)).is_empty())
}

/// Until when a time is kept: as long as the rule keeps a provisional booking, but never beyond the last
/// moment at which it can be asked for.
#[must_use]
pub fn kept_until(resource: &Resource, span: &Span, at: Instant) -> Instant {
    let in_force = resource.on(span.start().day());
    let hours = i64::from(in_force.terms.count(Parameter::ProvisionalHoldHours));
    let lead = in_force.parameters.lead_business_days;
    let last = match lead {
        0 => span.start(),
        _ => {
            let day = in_force.parameters.closed.before(span.start().day(), lead);
            day_span(day).end()
        }
    };
    at.plus_minutes(hours * 60).min(last).min(span.start())
}

/// Keeps a time for somebody, with the letter that tells them.
#[must_use]
pub fn keep(resource: &Resource, offer: Offer, to: &Recipient) -> Done<Served> {
    let about = match offer.cause {
        Cause::Line(_) => SlotNews::Offered,
        Cause::CalledOff(_) => SlotNews::BackEarly,
    };
    let facts = SlotFacts {
        until: Some(offer.until),
        ..facts(resource, about, &offer.span, offer.units)
    };
    let event = Event::about_user(Kind::SlotOffered, to.user, vec![letter(to, facts)])
        .with("resource", &resource.slug)
        .with("offer", offer.id);
    Done {
        value: Served::Kept(offer, occupied(resource, &offer)),
        event,
    }
}

fn told(resource: &Resource, entry: &Entry, span: &Span) -> Done<Served> {
    let facts = facts(resource, SlotNews::Free, span, entry.units);
    let letters = vec![letter(&entry.to, facts)];
    let event =
        Event::about_user(Kind::SlotTold, entry.to.user, letters).with("resource", &resource.slug);
    Done {
        value: Served::Told(entry.clone()),
        event,
    }
}

/// 期限切れ: the time is theirs no longer, and they are told.
#[must_use]
pub fn lapse(resource: &Resource, offer: &Offer, to: &Recipient) -> Event {
    ended(resource, offer, (SlotNews::Lapsed, to))
}

/// 停止: nobody can use it then, and whoever waited waits on.
#[must_use]
pub fn stop(resource: &Resource, offer: &Offer, to: &Recipient) -> Event {
    ended(resource, offer, (SlotNews::Stopped, to))
}

fn ended(resource: &Resource, offer: &Offer, (about, to): (SlotNews, &Recipient)) -> Event {
    let facts = facts(resource, about, &offer.span, offer.units);
    Event::about_user(Kind::OfferLapsed, to.user, vec![letter(to, facts)])
        .with("resource", &resource.slug)
        .with("offer", offer.id)
}

/// 辞退する: they don't want it after all.
#[must_use]
pub fn decline(resource: &Resource, offer: &Offer) -> Event {
    Event::about_user(Kind::OfferDeclined, offer.user, Vec::new())
        .with("resource", &resource.slug)
        .with("offer", offer.id)
}

/// What an offer takes of its resource.
fn occupied(resource: &Resource, offer: &Offer) -> Occupied {
    let parameters = resource.on(offer.span.start().day()).parameters;
    Occupied {
        booking: None,
        claim: parameters.claim(&offer.span),
        used: offer.span,
        units: offer.units,
        home: None,
    }
}

fn letter(to: &Recipient, facts: SlotFacts) -> Envelope {
    Envelope {
        to: to.clone(),
        letter: Letter::Slot(Box::new(facts)),
    }
}

fn facts(resource: &Resource, about: SlotNews, span: &Span, units: u32) -> SlotFacts {
    SlotFacts {
        about,
        resource: resource.name.clone(),
        slug: resource.slug.clone(),
        facility: resource.facility_name.clone(),
        institution: resource.institution_name.clone(),
        span: *span,
        units,
        until: None,
    }
}
