//! What choosing among requests that compete does besides deciding on one: it takes its time, and those who
//! lose theirs are told, on its own resource and where another one takes the same component.

use crate::domain::actor::Actor;
use crate::domain::booking::Standing;
use crate::domain::booking::change::Change;
use crate::domain::booking::contest::{claimed, lost, passed_over, take};
use crate::domain::event::Event;
use crate::domain::halt::{Done, Halt};
use crate::domain::id::ResourceId;
use crate::domain::policy::case::Occupied;
use crate::domain::time::Span;
use crate::store::booking::{contest, gather};
use crate::store::catalogue::resource as catalogue;
use crate::store::claim::Claim;
use crate::store::need;
use crate::store::tx::Tx;
use crate::store::waitlist::offer;

/// Completes the approval of a request that competes. The turn of its resource must be held.
///
/// # Errors
/// Others have its time by now, or a fault.
pub(super) fn choose(
    tx: &mut Tx<'_>,
    by: &Actor,
    standing: &Standing,
    done: &mut Done<Change>,
) -> Result<(), Halt> {
    let booking = &standing.booking;
    let wanted = claimed(standing);
    let others = gather::others(tx, standing, &booking.span)?;
    take(standing, &others, &mut done.value, by.at).map_err(Halt::Refused)?;
    // what is kept for its applicant stood in nobody's way
    offer::take_up(tx, booking.user, (booking.resource, &[wanted.claim]))?;
    let rivals = contest::rivals(tx, standing, &wanted.claim)?;
    let told = passed_over(&rivals, (standing, &others), by);
    done.event.also.extend(told);
    Ok(())
}

/// Requests that may lose their time to what is about to be written, and what is taken before that.
pub(super) struct AtRisk {
    requests: Vec<Standing>,
    before: Vec<Claim>,
    over: Span,
}

/// Which resources are looked at.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Reach {
    /// Those that share a component with it.
    Beside,
    /// The same with itself.
    Whole,
}

/// The requests that compete for a time of a resource, or of those with which it shares a component.
///
/// # Errors
/// A fault of the database.
pub(super) fn at_risk(
    tx: &mut Tx<'_>,
    (id, over): (ResourceId, Span),
    reach: Reach,
) -> Result<AtRisk, Halt> {
    let mut ids = need::sharing(tx, id)?;
    if reach == Reach::Whole {
        ids.push(id);
    }
    let mut requests = Vec::new();
    if !ids.is_empty() {
        let at = tx.at();
        let resources = catalogue::several(tx, &ids, at)?;
        requests = contest::competing(tx, &resources, &over)?;
    }
    let before = match requests.is_empty() {
        true => Vec::new(),
        false => contest::taken_around(tx, &requests, &over)?,
    };
    Ok(AtRisk {
        requests,
        before,
        over,
    })
}

/// Tells those of them who have lost their time by what was written since.
///
/// # Errors
/// A fault of the database.
pub(super) fn told(tx: &mut Tx<'_>, by: &Actor, risk: &AtRisk) -> Result<Vec<Event>, Halt> {
    if risk.requests.is_empty() {
        return Ok(Vec::new());
    }
    let after = contest::taken_around(tx, &risk.requests, &risk.over)?;
    let of = |claims: &[Claim], one: &Standing| -> Vec<Occupied> {
        let mine = claims.iter().filter(|(id, _)| *id == one.resource.id);
        mine.map(|(_, occupied)| *occupied).collect()
    };
    let tell = |one: &Standing| lost(one, (&of(&risk.before, one), &of(&after, one)), by);
    Ok(risk.requests.iter().filter_map(tell).collect())
}
