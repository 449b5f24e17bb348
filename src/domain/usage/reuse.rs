//! 再利用: somebody else used the time of a cancelled booking, so its fee is waived where the rule says so
//! (domain dossier, story S8, step 3). The record of the cancellation stays as it is.

use crate::domain::actor::Actor;
use crate::domain::booking::Standing;
use crate::domain::booking::news::{Step, Told, change};
use crate::domain::event::{Event, Kind};
use crate::domain::letter::{BookingNews, Letter};

/// Whether one booking used the whole time that another had given up.
#[must_use]
pub fn is_reused(given_up: &Standing, used: &Standing) -> bool {
    let (old, new) = (&given_up.booking, &used.booking);
    old.resource == new.resource && old.user != new.user && new.span.covers(&old.span)
}

/// 取消料を免除する: told to whoever had cancelled; calendars hear nothing.
#[must_use]
pub fn waive(given_up: &Standing, by: &Actor) -> Event {
    let told = Step {
        kind: Kind::FeeWaived,
        to: given_up.booking.state,
        news: &[(BookingNews::FeeWaived, Told::Applicant)],
    };
    let mut event = change(given_up, by, &told, None).event;
    for envelope in &mut event.letters {
        if let Letter::Booking(facts) = &mut envelope.letter {
            facts.fee_percent = Some(0);
            facts.entry = None;
            // who used it is nobody else's business
            facts.by = None;
        }
    }
    event
}
