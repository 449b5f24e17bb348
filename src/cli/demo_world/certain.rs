//! What must be there on every day of the demonstration: a request that the visitor mends, one that the first
//! manager decides, and times to which nobody came.

use crate::cli::demo_world::content::RETURNED;
use crate::cli::demo_world::rule::{CHOSEN, ENDORSED};
use crate::cli::demo_world::story::Troupe;
use crate::domain::actor::Role;
use crate::domain::booking::State;
use crate::domain::booking::decided::Decided;
use crate::domain::event::Kind;
use crate::domain::id::ResourceId;
use crate::domain::world::{Happened, Placed};

/// Instruments that ask nothing of a use but a training, in the order in which they are looked through.
const PLAIN: [&str; 6] = [
    "ncgg-aio",
    "ncgg-plate",
    "ncgg-luminoimager",
    "ncgg-qpcr",
    "ncchd-aio",
    "ncchd-microchip-ep",
];

/// Hands a request back to the visitor's own person.
pub fn returned(troupe: &Troupe<'_>, bookings: &mut [Placed]) {
    let Some(visitor) = troupe.known("sato.megumi") else {
        return;
    };
    for slug in PLAIN {
        let of = troupe.resource(slug).map(|one| one.facility);
        let manager = of.and_then(|of| troupe.manager(of));
        let (Some(placed), Some(manager)) = (coming(troupe, bookings, slug), manager) else {
            continue;
        };
        let booking = &mut placed.booking;
        let at = booking
            .created_at
            .plus_minutes(45)
            .min(troupe.at.plus_minutes(-5));
        let reason = RETURNED.first().map(|&text| text.to_owned());
        booking.user = visitor.id;
        booking.institution = visitor.institution;
        booking.state = State::Returned;
        booking.version = 2;
        placed.claim = placed.claim.filter(|_| State::Returned.holds_time());
        placed.hold = None;
        placed.history.truncate(1);
        for line in &mut placed.history {
            line.by = visitor.id;
        }
        placed.history.push(Happened {
            at,
            kind: Kind::BookingReturned,
            by: manager.id,
            reason: reason.clone(),
        });
        placed.decided = Some(Decided {
            by: manager.name.clone(),
            at,
            reason,
        });
        return;
    }
}

/// Lets requests wait for the first manager: on the instrument where that person chooses, two that want the
/// same time. What waits there holds nothing.
pub fn waiting(troupe: &Troupe<'_>, bookings: &mut [Placed]) {
    let Some(id) = troupe.resource(CHOSEN).map(|one| one.id) else {
        return;
    };
    let (mut wanted, mut rivals): (Option<Placed>, u32) = (None, 0);
    let mut coming: Vec<&mut Placed> = bookings
        .iter_mut()
        .filter(|one| one.booking.resource == id && one.booking.span.start() > troupe.at)
        .collect();
    coming.sort_by_key(|one| (one.booking.created_at, one.booking.id));
    for placed in coming {
        let booking = &mut placed.booking;
        match &wanted {
            None if booking.state.holds_time() => wanted = Some(placed.clone()),
            Some(first) if rivals == 0 && booking.user != first.booking.user => {
                booking.span = first.booking.span;
                placed.claim = first.claim;
                rivals += 1;
            }
            _ if booking.state.is_open() => {}
            _ => continue,
        }
        placed.wants = placed.claim.take();
        placed.booking.state = State::Submitted;
        placed.booking.version = 1;
        placed.decided = None;
        placed.hold = None;
        placed.history.truncate(1);
    }
}

/// Lets a guest's request wait for the first manager's agreement, as the person responsible at home.
pub fn at_home(troupe: &Troupe<'_>, bookings: &mut [Placed]) {
    let Some(guest) = troupe.known("emily.carter") else {
        return;
    };
    let facility = troupe
        .land
        .facilities
        .iter()
        .find(|one| one.slug == ENDORSED);
    let of_facility = |id: ResourceId| {
        let mut all = troupe.land.resources.iter();
        all.any(|one| one.id == id && Some(one.facility) == facility.map(|one| one.id))
    };
    let coming = |one: &&mut Placed| {
        let booking = &one.booking;
        of_facility(booking.resource)
            && booking.state.holds_time()
            && booking.span.start() > troupe.at
    };
    let (theirs, others): (Vec<_>, Vec<_>) = bookings
        .iter_mut()
        .filter(coming)
        .partition(|one| one.booking.user == guest.id);
    let Some(placed) = theirs.into_iter().chain(others).next() else {
        return;
    };
    let booking = &mut placed.booking;
    booking.user = guest.id;
    booking.institution = guest.institution;
    booking.state = State::UserSide;
    booking.version = 1;
    placed.decided = None;
    placed.hold = None;
    placed.history.truncate(1);
    for line in &mut placed.history {
        line.by = guest.id;
    }
}

/// Lets the visitor miss one use, and another person one of the first manager's instruments.
pub fn missed(troupe: &Troupe<'_>, bookings: &mut [Placed]) {
    let (visitor, first) = (troupe.known("sato.megumi"), troupe.known("inoue.rei"));
    let visitor = visitor.map(|one| one.id);
    let manages = |id: ResourceId| {
        let mut all = troupe.land.resources.iter();
        let facility = all.find(|one| one.id == id).map(|one| one.facility);
        facility.is_some_and(|one| {
            first.is_some_and(|first| first.roles.contains(&Role::FacilityManager(one)))
        })
    };
    let past = |one: &&mut Placed| {
        let booking = &one.booking;
        let from = troupe.at.plus_minutes(-28 * 24 * 60);
        let is_over = matches!(booking.state, State::Used | State::Reported);
        is_over && booking.span.start() > from
    };
    let mut past: Vec<&mut Placed> = bookings.iter_mut().filter(past).collect();
    let theirs = past
        .iter()
        .position(|one| Some(one.booking.user) == visitor);
    let others = past
        .iter()
        .position(|one| Some(one.booking.user) != visitor && manages(one.booking.resource));
    for place in [theirs, others].into_iter().flatten() {
        let Some(placed) = past.get_mut(place) else {
            continue;
        };
        let is_use = |line: &Happened| {
            matches!(line.kind, Kind::UseBegun | Kind::UseEnded | Kind::UseLogged)
        };
        placed.usage = None;
        placed.booking.state = State::Confirmed;
        placed.history.retain(|line| !is_use(line));
        placed.booking.version = u32::try_from(placed.history.len()).unwrap_or(1);
    }
}

/// The first booking to come that holds its time, of an instrument.
fn coming<'a>(
    troupe: &Troupe<'_>,
    bookings: &'a mut [Placed],
    slug: &str,
) -> Option<&'a mut Placed> {
    let id = troupe.resource(slug)?.id;
    let wanted = |placed: &&mut Placed| {
        let booking = &placed.booking;
        booking.resource == id
            && matches!(booking.state, State::Confirmed | State::FacilityReview)
            && booking.span.start() > troupe.at
    };
    bookings.iter_mut().find(wanted)
}
