//! Handing attendances over: when somebody can't come, whoever else attends the resource and is free does.

use std::collections::BTreeMap;

use crate::domain::attendant::{Attendant, choose};
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::refusal::keeping::{InTheWay, KeepingBar};
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::Span;

/// A use that somebody attends, with the times of theirs that it takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attendance {
    pub booking: BookingId,
    /// What is used.
    pub resource: ResourceId,
    pub used: Span,
    pub claims: Vec<Span>,
    /// It is only kept until a wish to move is decided: nobody else can take it over.
    pub is_wish: bool,
}

/// Who attends a use from now on, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    pub booking: BookingId,
    pub to: ResourceId,
    pub times: Vec<Span>,
}

/// Those who can attend each resource.
pub type Pool = BTreeMap<ResourceId, Vec<Attendant>>;

/// Finds somebody for each of these uses, the soonest first; whoever attended it before, if they can.
///
/// # Errors
/// The bookings for which there is nobody.
pub fn hand_over(
    uses: &[&Attendance],
    mut pool: Pool,
    before: ResourceId,
) -> Result<Vec<Moved>, Refusal> {
    let (mut moved, mut stuck) = (Vec::new(), Vec::new());
    for one in uses {
        let can = pool.get(&one.resource).filter(|_| !one.is_wish);
        let found = can.and_then(|all| choose(all, &one.used, Some(before)));
        let found = found.and_then(|by| Some((by.id, by.shift(&one.used)?)));
        let Some((to, times)) = found else {
            stuck.push(one.booking);
            continue;
        };
        for other in pool.values_mut().flatten().filter(|other| other.id == to) {
            other.busy.extend(times.iter().copied());
        }
        moved.push(Moved {
            booking: one.booking,
            to,
            times,
        });
    }
    if stuck.is_empty() {
        return Ok(moved);
    }
    let bar = KeepingBar::NobodyElse(InTheWay::of(&stuck));
    Err(Refusal::of(Wrong::Use(UseBar::Keeping(bar))))
}
