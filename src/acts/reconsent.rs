//! What people and the clock do about consents: agree to what waits, be reminded, go on.

use crate::domain::actor::{Actor, Who};
use crate::domain::booking::hold;
use crate::domain::event::{Event, Kind};
use crate::domain::gate::Gate;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, RuleId};
use crate::domain::letter::reminder::ReminderFacts;
use crate::domain::letter::{Envelope, Letter, Recipient};
use crate::domain::reconsent::obligation::overdue;
use crate::domain::rule;
use crate::store;
use crate::store::tx::Tx;

/// Consents to several versions with one tick: a facility's and its institution's own.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers, [`Halt::Absent`] where one of them is no published version.
pub fn agree(tx: &mut Tx<'_>, by: &Actor, ids: &[RuleId]) -> Act<()> {
    let user = by.person().ok_or(Halt::NotAllowed)?.id;
    if ids.is_empty() {
        return Err(Halt::Absent);
    }
    let mut event = Event::about_user(Kind::RuleAgreed, user, Vec::new());
    let mut agreed = Vec::new();
    for id in ids {
        if !store::rule::is_published(tx, *id)? {
            return Err(Halt::Absent);
        }
        let done = rule::agree(user, *id, by.at);
        store::rule::agree(tx, &done.value)?;
        agreed.push(id.to_string());
    }
    event = event.with("rule", agreed.join(","));
    Ok(Done { value: (), event })
}

/// Sends a reminder once.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the clock does it, [`Halt::Absent`] if it went out already.
pub fn remind(
    tx: &mut Tx<'_>,
    by: &Actor,
    key: &str,
    (to, facts): (&Recipient, &ReminderFacts),
) -> Act<()> {
    if by.who != Who::House {
        return Err(Halt::NotAllowed);
    }
    if !store::reminder::sent(tx, &[key.to_owned()])?.is_empty() {
        return Err(Halt::Absent);
    }
    store::reminder::keep(tx, key)?;
    let letter = Envelope {
        to: to.clone(),
        letter: Letter::Reminder(Box::new(facts.clone())),
    };
    let event = Event::about_user(Kind::ReminderSent, to.user, vec![letter]).with("key", key);
    Ok(Done { value: (), event })
}

/// Puts a booking on hold whose user did not agree in time.
///
/// # Errors
/// [`Halt::Absent`] if they agreed in the meantime or it is not due; otherwise as the decision says.
pub fn hold(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<BookingId> {
    let standing = store::booking::gather::standing(tx, id)?;
    let pending = store::reconsent::pending(tx, by.at, Some(standing.booking.user))?;
    if !overdue(&pending, by.at).contains(&id) {
        return Err(Halt::Absent);
    }
    let done = hold::hold(&standing, &[Gate::RuleConsent], "", by)?;
    store::booking::write::change(tx, &done.value)?;
    Ok(done.map(|change| change.booking))
}
