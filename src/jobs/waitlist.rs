//! Lines: what was kept and not asked for goes to the next, and whatever else freed time is passed on.

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::halt::Halt;
use crate::house::House;
use crate::store::waitlist::{self, offer, pass_on};

/// Most that lapses in one turn.
const MOST: i64 = 200;

/// One turn: everything that was kept long enough.
///
/// # Errors
/// The list can't be read.
pub async fn lapse(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let due = house
        .db
        .read(move |conn| offer::due(conn, at, MOST))
        .await?;
    for id in due {
        let lapsed = house.db.act(Actor::house(at), move |tx, by| {
            acts::waitlist::lapse(tx, by, id)
        });
        match lapsed.await {
            Ok(_) => tracing::info!(offer = %id, "kept no longer"),
            // they asked for it in the meantime
            Err(Halt::Absent) => {}
            Err(halt) => tracing::error!(offer = %id, ?halt, "an offer could not lapse"),
        }
    }
    Ok(())
}

/// One turn: lines whose resource has time again for another reason than a deed on its own bookings, such
/// as a component that is free, a closed day that was taken back, or a day that came within reach.
///
/// # Errors
/// The lines can't be read.
pub async fn serve(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    house.db.tend(at, waitlist::sweep).await?;
    let look = house.db.read(move |conn| {
        let resources = waitlist::waited_for(conn, at)?;
        let mut ready = Vec::new();
        for (id, line) in waitlist::lines(conn, &resources, at)? {
            if !pass_on::decide(conn, id, &line, at)?.is_empty() {
                ready.push(id);
            }
        }
        Ok(ready)
    });
    for id in look.await? {
        let served = house
            .db
            .act(Actor::house(at), move |tx, _| acts::waitlist::serve(tx, id));
        match served.await {
            // somebody was quicker
            Ok(()) | Err(Halt::Absent) => {}
            Err(halt) => tracing::error!(resource = %id, ?halt, "a line could not be served"),
        }
    }
    Ok(())
}
