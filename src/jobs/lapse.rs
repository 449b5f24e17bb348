//! Lapsing: a request that nobody decided before its start ends, and its time becomes free.

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::halt::Halt;
use crate::house::House;
use crate::store::booking::{proposal, undecided};

/// Requests that one turn lets lapse.
const MOST: i64 = 200;

/// One turn: every change of a booking that nobody decided before one of its two times.
///
/// # Errors
/// The list can't be read.
pub async fn changes(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let overdue = house
        .db
        .read(move |conn| proposal::overdue(conn, at, MOST))
        .await?;
    for id in overdue {
        let lapsed = house.db.act(Actor::house(at), move |tx, by| {
            acts::amend::lapse(tx, by, id)
        });
        match lapsed.await {
            // somebody decided in the meantime
            Ok(_) | Err(Halt::Refused(_) | Halt::Absent) => {}
            Err(halt) => tracing::error!(booking = %id, ?halt, "a change could not lapse"),
        }
    }
    Ok(())
}

/// One turn: every undecided request whose start has passed.
///
/// # Errors
/// The list can't be read, or a deed met a fault.
pub async fn turn(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let overdue = house
        .db
        .read(move |conn| undecided::overdue(conn, at, MOST))
        .await?;
    for id in overdue {
        let lapsed = house
            .db
            .act(Actor::house(at), move |tx, by| {
                acts::booking::expire(tx, by, id)
            })
            .await;
        match lapsed {
            Ok(_) => tracing::info!(booking = %id, "a request lapsed"),
            // Somebody decided in the meantime.
            Err(Halt::Refused(_) | Halt::Absent) => {}
            Err(halt) => tracing::error!(booking = %id, ?halt, "a request could not lapse"),
        }
    }
    Ok(())
}
