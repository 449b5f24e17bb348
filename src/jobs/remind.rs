//! Reminding of consents that are due; a booking whose user did not agree in time is put on hold.

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::halt::Halt;
use crate::domain::id::BookingId;
use crate::domain::letter::Recipient;
use crate::domain::letter::reminder::ReminderFacts;
use crate::domain::reconsent::obligation::{overdue, reminders_now};
use crate::domain::time::Instant;
use crate::house::House;
use crate::store;

/// One letter that may have to go out.
pub(super) struct Due {
    pub(super) key: String,
    pub(super) to: Recipient,
    pub(super) facts: ReminderFacts,
}

/// One turn.
///
/// # Errors
/// What is due can't be read.
pub async fn turn(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let look = house
        .db
        .read(move |conn| store::reconsent::pending(conn, at, None));
    let pending = look.await?;
    for id in overdue(&pending, at) {
        hold(house, at, id).await;
    }
    let consents = reminders_now(&pending, at).into_iter().map(|one| Due {
        key: one.key,
        to: one.to,
        facts: ReminderFacts::ConsentDue(one.facts),
    });
    send(house, at, consents.collect()).await
}

/// Sends what did not go out before.
pub(super) async fn send(house: &House, at: Instant, due: Vec<Due>) -> Result<(), Halt> {
    if due.is_empty() {
        return Ok(());
    }
    let keys: Vec<String> = due.iter().map(|one| one.key.clone()).collect();
    let look = house
        .db
        .read(move |conn| store::reminder::sent(conn, &keys));
    let sent = look.await?;
    for one in due.into_iter().filter(|one| !sent.contains(&one.key)) {
        let Due { key, to, facts } = one;
        let deed = house.db.act(Actor::house(at), move |tx, by| {
            acts::reconsent::remind(tx, by, &key, (&to, &facts))
        });
        match deed.await {
            // another process was quicker
            Ok(()) | Err(Halt::Absent) => {}
            Err(halt) => tracing::error!(?halt, "a reminder could not be sent"),
        }
    }
    Ok(())
}

/// Puts a booking on hold whose user did not agree in time.
async fn hold(house: &House, at: Instant, id: BookingId) {
    let held = house.db.act(Actor::house(at), move |tx, by| {
        acts::reconsent::hold(tx, by, id)
    });
    match held.await {
        Ok(_) => tracing::info!(booking = %id, "a booking is on hold for a consent"),
        // Somebody agreed or withdrew it in the meantime.
        Err(Halt::Refused(_) | Halt::Absent) => {}
        Err(halt) => tracing::error!(booking = %id, ?halt, "a booking could not be held"),
    }
}
