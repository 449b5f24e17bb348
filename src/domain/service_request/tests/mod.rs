//! The decisions about requests without a slot: what several tests need.

mod asking;
mod deciding;
mod story;

use crate::domain::halt::{Decision as Decided, Done};
use crate::domain::letter::service::ServiceNews;
use crate::domain::letter::{Envelope, Letter};
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::decide;
use crate::domain::service_request::grant::{self, Grant};
use crate::domain::service_request::provision::{self, Handover};
use crate::domain::service_request::sample::{BIOBANK_GATES, applicant, manager, on, sent};
use crate::domain::service_request::{Contract, Payment, Standing};

pub(super) fn bars(refusals: &[Refusal]) -> Vec<ServiceBar> {
    let bar = |refusal: &Refusal| match &refusal.wrong {
        Wrong::Service(bar) => Some(bar.clone()),
        _ => None,
    };
    refusals.iter().filter_map(bar).collect()
}

pub(super) fn told(letters: &[Envelope]) -> Vec<ServiceNews> {
    let about = |envelope: &Envelope| match &envelope.letter {
        Letter::Service(facts) => facts.about,
        _ => panic!("another letter"),
    };
    letters.iter().map(about).collect()
}

#[track_caller]
pub(super) fn go(
    standing: &mut Standing,
    deed: impl Fn(&Standing) -> Decided<Changed>,
) -> Vec<ServiceNews> {
    let Done { value, event } = deed(standing).unwrap();
    assert_eq!(value.from_version, standing.request.version);
    standing.request = value.request;
    told(&event.letters)
}

pub(super) fn granted(amount: u32) -> Grant {
    Grant {
        amounts: vec![Some(amount)],
        on: on("2027-02-18"),
        number: "R8-12".into(),
        conditions: String::new(),
    }
}

pub(super) fn signed() -> Contract {
    Contract {
        number: "MTA-1".into(),
        provider_on: on("2027-03-01"),
        recipient_on: on("2027-03-05"),
    }
}

pub(super) fn handover(on_day: &str) -> Handover {
    Handover {
        on: on(on_day),
        amounts: vec![Some(150)],
        until: None,
    }
}

/// The request until a committee has granted 150 of 200.
pub(super) fn in_part() -> Standing {
    let mut standing = sent(BIOBANK_GATES, "2029-12-31");
    go(&mut standing, |s| {
        decide::screen(s, &manager("2027-01-12 10:00"))
    });
    go(&mut standing, |s| {
        grant::grant(s, &granted(150), &manager("2027-02-18 15:00"))
    });
    standing
}

/// The request with its samples received.
pub(super) fn in_use() -> Standing {
    let mut standing = in_part();
    go(&mut standing, |s| {
        decide::accept(s, &applicant("2027-02-19 09:00"))
    });
    go(&mut standing, |s| {
        provision::sign(s, &signed(), &manager("2027-03-05 10:00"))
    });
    let payment = Some(Payment::Settled);
    go(&mut standing, |s| {
        provision::settle(s, payment, &manager("2027-03-20 10:00"))
    });
    go(&mut standing, |s| {
        provision::deliver(s, &handover("2027-04-06"), &manager("2027-04-06 10:00"))
    });
    go(&mut standing, |s| {
        provision::receive(s, on("2027-04-07"), &applicant("2027-04-07 10:00"))
    });
    standing
}
