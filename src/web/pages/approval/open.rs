//! Which decisions on a request are open to this manager now, why it can't be approved, and where it
//! leads once it is settled.

use crate::domain::booking::amend::relocate::can_relocate;
use crate::domain::booking::amend::whole;
use crate::domain::booking::attending::can_name;
use crate::domain::booking::{Standing, State};
use crate::domain::usage::no_show::MARK_AFTER_MINUTES;
use crate::web::gates;
use crate::web::links::{self, Link};
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::{attend, endorse, when};

/// The states in which something is to be decided, or will be.
pub(super) const WAITS: [State; 4] = [
    State::FacilityReview,
    State::Submitted,
    State::UserSide,
    State::Held,
];

/// Which decisions are open, besides approving.
pub(super) struct May {
    pub(super) give_back: bool,
    pub(super) reject: bool,
    pub(super) resume: bool,
}

pub(super) fn may(visit: &Visit, standing: &Standing) -> May {
    let hold = standing.hold.as_ref().filter(|_| gates::is_held(standing));
    let person = visit.actor.person().map(|person| person.id);
    let begun = standing.booking.span.start() <= visit.actor.at;
    let others = person != Some(standing.booking.user) && !begun;
    May {
        // what competes holds no slot that a correction could keep, and what waits at home is theirs to return
        give_back: hold.is_none() && standing.booking.state == State::FacilityReview,
        reject: hold.is_none_or(|hold| hold.return_to == State::FacilityReview),
        resume: hold.is_some() && others && !gates::waits_for_offices(standing),
    }
}

/// Why this person can't approve it now.
pub(super) fn why_not(visit: &Visit, standing: &Standing) -> String {
    let w = &visit.words().approval;
    if visit
        .actor
        .person()
        .is_some_and(|person| person.id == standing.booking.user)
    {
        return w.own_request.to_owned();
    }
    if gates::waits_for_offices(standing) && gates::is_held(standing) {
        return w.only_the_offices.to_owned();
    }
    if gates::is_held(standing) {
        return w.on_hold.to_owned();
    }
    if standing.booking.state == State::UserSide {
        return endorse::of(visit.language).waits.to_owned();
    }
    if standing.booking.span.start() <= visit.actor.at {
        w.started.to_owned()
    } else {
        String::new()
    }
}

/// The record of its use once it is settled, and of nobody's coming once that can be said.
pub(super) fn further(visit: &Visit, standing: &Standing) -> Vec<Link> {
    let booking = &standing.booking;
    let from = booking.span.start().plus_minutes(MARK_AFTER_MINUTES);
    let usage = booking.state.is_settled().then(|| {
        let path = format!("{}/use", links::request(booking.id));
        Link::to(visit, &path, visit.words().usage.link)
    });
    let w = &visit.words().no_show;
    let label = match booking.state {
        State::NoShow => Some(w.seen_link),
        State::Confirmed | State::Used if from <= visit.actor.at => Some(w.link),
        _ => None,
    };
    let path = format!("{}/no-show", links::decision(booking.id));
    let missed = label.map(|label| Link::to(visit, &path, label));
    // what is one of a set is moved by its applicant, with the others
    let alone = whole::bound(standing).is_none();
    let to_come = booking.state == State::Confirmed && booking.span.start() > visit.actor.at;
    let swaps = to_come && alone;
    let swap = swaps.then(|| {
        let path = format!("{}/swap", links::decision(booking.id));
        Link::to(visit, &path, visit.words().change.swap_link)
    });
    let own = visit.actor.person().map(|person| person.id) == Some(booking.user);
    let moves = can_relocate(standing, visit.actor.at) && alone && !own;
    let relocate = moves.then(|| {
        let path = format!("{}/move", links::decision(booking.id));
        Link::to(visit, &path, visit.words().cancellation.move_link)
    });
    let attendant = can_name(standing, visit.actor.at).then(|| {
        let path = format!("{}/attendant", links::decision(booking.id));
        Link::to(visit, &path, attend::of(visit.language).link)
    });
    let rivals = (booking.state == State::Submitted).then(|| {
        let label = visit.words().contest.link;
        Link::to(visit, &links::conflict(booking.id), label)
    });
    let links = usage.into_iter().chain(swap).chain(relocate);
    let links = links.chain(missed).chain(rivals);
    links.chain(attendant).collect()
}

/// What was decided, once it was.
pub(super) fn settled(visit: &Visit, standing: &Standing) -> String {
    let language = visit.language;
    if WAITS.contains(&standing.booking.state) {
        return String::new();
    }
    let (_, state) = state::chip(language, standing.booking.state);
    standing.decided.as_ref().map_or_else(
        || state.to_owned(),
        |decided| {
            format!(
                "{state} — {} {}",
                when::moment(language, decided.at),
                decided.by
            )
        },
    )
}
