//! What the clock does with requests without a slot: ask for reports, let lapse, remind.

use chrono::Days;

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::halt::Halt;
use crate::domain::id::ServiceId;
use crate::domain::service_request::{decide, report};
use crate::domain::time::Instant;
use crate::house::House;
use crate::store::service_request::list;

/// Requests that are looked at together.
const SOME: i64 = 200;
/// So many days ahead the first reminder may go out.
const AHEAD: Days = Days::new(400);

/// One turn: every request that is due in the time to come, in order of id.
///
/// # Errors
/// The list can't be read.
pub async fn turn(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let until = at.day().checked_add_days(AHEAD).unwrap_or(at.day());
    let mut last = ServiceId::new(0);
    loop {
        let look = house
            .db
            .read(move |conn| list::due(conn, until, last, SOME));
        let some = look.await?;
        for id in &some {
            look_after(house, at, *id).await;
        }
        match some.last() {
            Some(id) => last = *id,
            None => return Ok(()),
        }
    }
}

/// Whatever is to be done with one request today; mostly nothing is.
async fn look_after(house: &House, at: Instant, id: ServiceId) {
    let by = Actor::house(at);
    let asked = house.db.act(by.clone(), move |tx, by| {
        acts::service_request::tick(tx, by, id, report::ask)
    });
    said(id, asked.await.map(drop));
    let lapsed = house.db.act(by.clone(), move |tx, by| {
        acts::service_request::tick(tx, by, id, decide::expire)
    });
    said(id, lapsed.await.map(drop));
    let reminded = house
        .db
        .act(by, move |tx, by| acts::service_request::remind(tx, by, id));
    said(id, reminded.await.map(drop));
}

/// Nothing to do (any more) is no failure.
fn said(id: ServiceId, done: Result<(), Halt>) {
    match done {
        Ok(()) | Err(Halt::Refused(_) | Halt::Absent) => {}
        Err(halt) => tracing::error!(request = %id, ?halt, "a request could not be looked after"),
    }
}
