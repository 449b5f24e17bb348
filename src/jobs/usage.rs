//! What follows a booked time: it ends by the clock, the next user is warned of a delay, a missing log is asked for.

use std::collections::BTreeSet;

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::booking::State;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::time::Instant;
use crate::domain::usage::begin::FORGOTTEN_MINUTES;
use crate::domain::usage::no_show::release_after;
use crate::house::House;
use crate::store;
use crate::store::tx::Tx;

/// Bookings that one turn looks at.
const MOST: i64 = 200;
/// Running times that one turn looks at for what nobody began.
const MOST_RUNNING: i64 = 5_000;
/// Who begins within so many minutes is warned of a use that goes on.
const WARNED_MINUTES: i64 = 6 * 60;
/// Logs missing for longer than so many days are not asked for again.
const ASKED_DAYS: i64 = 60;

/// One turn: what is over ends, and who comes next is warned of what is not.
///
/// # Errors
/// The lists can't be read.
pub async fn turn(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let look = house.db.read(move |conn| {
        let forgotten = at.plus_minutes(-FORGOTTEN_MINUTES);
        let mut over = store::usage::ended(conn, &[State::Confirmed], at, MOST)?;
        over.extend(store::usage::ended(conn, &[State::InUse], forgotten, MOST)?);
        let late = store::usage::overdue(conn, at, WARNED_MINUTES, MOST)?;
        let keys: Vec<String> = late.iter().map(overrun).collect();
        Ok((over, late, store::reminder::sent(conn, &keys)?))
    });
    let (over, late, told) = look.await?;
    for id in over {
        act(house, at, move |tx, by| acts::usage::over(tx, by, id)).await;
    }
    let untold = late
        .into_iter()
        .filter(|pair| !told.contains(&overrun(pair)));
    for pair in untold {
        act(house, at, move |tx, by| acts::usage::warn(tx, by, pair)).await;
    }
    Ok(())
}

/// One turn: what nobody began for as long as the rule waits is given to others.
///
/// # Errors
/// The list can't be read.
pub async fn release(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let look = house.db.read(move |conn| {
        let unbegun = store::usage::unbegun(conn, at, MOST_RUNNING)?;
        let ids: BTreeSet<ResourceId> = unbegun.iter().map(|(_, resource, _)| *resource).collect();
        let ids: Vec<ResourceId> = ids.into_iter().collect();
        let resources = store::catalogue::resource::several(conn, &ids, at)?;
        let waits = |id: ResourceId, start: Instant| {
            let resource = resources.iter().find(|one| one.id == id)?;
            release_after(resource, start)
        };
        let due = unbegun
            .into_iter()
            .filter(|&(_, resource, start)| waits(resource, start).is_some_and(|due| due <= at));
        Ok(due.map(|(id, ..)| id).collect::<Vec<BookingId>>())
    });
    for id in look.await? {
        act(house, at, move |tx, by| acts::no_show::release(tx, by, id)).await;
    }
    Ok(())
}

fn overrun((running, next): &(BookingId, BookingId)) -> String {
    acts::usage::overrun_key(*running, *next)
}

/// One turn: asks, once for each, for the logs that are overdue.
///
/// # Errors
/// The list can't be read.
pub async fn ask(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let since = at.plus_minutes(-ASKED_DAYS * 24 * 60);
    let mut last = None;
    // who was asked already must not hide who was not: portions, until one is not full
    loop {
        let look = house.db.read(move |conn| {
            let waiting = store::usage::unreported(conn, (since, at), last, MOST)?;
            let keys: Vec<String> = waiting
                .iter()
                .map(|(_, id)| acts::usage::log_key(*id))
                .collect();
            let asked: BTreeSet<String> = store::reminder::sent(conn, &keys)?;
            Ok((waiting, asked))
        });
        let (waiting, asked) = look.await?;
        for &(_, id) in &waiting {
            if !asked.contains(&acts::usage::log_key(id)) {
                act(house, at, move |tx, by| acts::usage::remind(tx, by, id)).await;
            }
        }
        let is_full = i64::try_from(waiting.len()).is_ok_and(|found| found >= MOST);
        last = waiting.last().copied();
        if !is_full {
            return Ok(());
        }
    }
}

/// Does it as the clock; what somebody did in the meantime is left alone.
async fn act<T: Send + 'static>(
    house: &House,
    at: Instant,
    deed: impl Fn(&mut Tx<'_>, &Actor) -> Act<T> + Send + Sync + 'static,
) {
    match house.db.act(Actor::house(at), deed).await {
        Ok(_) | Err(Halt::Refused(_) | Halt::Absent) => {}
        Err(halt) => tracing::error!(?halt, "what follows a use could not be done"),
    }
}
