//! What the clock does with requests without a slot: ask for reports, let lapse, remind.

use chrono::Days;

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::halt::Halt;
use crate::domain::id::ServiceId;
use crate::domain::service_request::due::{has_lapsed, is_report_asked, reminder};
use crate::domain::service_request::{decide, report};
use crate::domain::time::Instant;
use crate::house::House;
use crate::store;
use crate::store::engine::Conn;
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

/// What may be to be done with a request today.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Due {
    Report,
    Lapse,
    Reminder,
}

/// Whatever is to be done with one request today; mostly nothing is.
async fn look_after(house: &House, at: Instant, id: ServiceId) {
    let found = house.db.read(move |conn| due(conn, at, id)).await;
    for due in found.unwrap_or_default() {
        let done = house.db.act(Actor::house(at), move |tx, by| match due {
            Due::Report => acts::service_request::tick(tx, by, id, report::ask),
            Due::Lapse => acts::service_request::tick(tx, by, id, decide::expire),
            Due::Reminder => acts::service_request::remind(tx, by, id),
        });
        match done.await {
            // somebody acted in the meantime, or another process was quicker
            Ok(_) | Err(Halt::Refused(_) | Halt::Absent) => {}
            Err(halt) => {
                tracing::error!(request = %id, ?halt, "a request could not be looked after");
            }
        }
    }
}

/// What is to be done; the deeds look again.
fn due(conn: &mut Conn, at: Instant, id: ServiceId) -> Result<Vec<Due>, Halt> {
    let standing = store::service_request::gather::view(conn, id, at)?;
    let today = at.day();
    let told = match reminder(&standing, today) {
        Some(told) => {
            let key = told.key(&standing.request);
            store::reminder::sent(conn, &[key])?.is_empty()
        }
        None => false,
    };
    let all = [
        (is_report_asked(&standing, today), Due::Report),
        (has_lapsed(&standing.request, today), Due::Lapse),
        (told, Due::Reminder),
    ];
    Ok(all
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, due)| due)
        .collect())
}
