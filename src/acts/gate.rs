//! What happens to bookings at their gates: held for them, judged again, resumed.

use crate::domain::actor::{Actor, Who};
use crate::domain::booking::hold;
use crate::domain::booking::judgement::{self, Facts, Judged};
use crate::domain::calendar::ClosedDays;
use crate::domain::event::{Event, Kind};
use crate::domain::gate::Gate;
use crate::domain::gate::ask::Ask;
use crate::domain::gate::asked::Place;
use crate::domain::gate::standing::Standing;
use crate::domain::gate::told;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{BookingId, FactId, UserId};
use crate::domain::letter::Envelope;
use crate::domain::parameter::Parameter;
use crate::domain::time::Instant;
use crate::store;
use crate::store::db::Db;
use crate::store::gate::ask::Found;
use crate::store::tx::Tx;

/// Most bookings of one person that are judged again together.
const MOST: i64 = 200;

/// 保留にする: a booking waits for these gates; its time stays held, and its people are told.
///
/// # Errors
/// Neither waiting for a decision, nor confirmed, nor on hold; or there is no such booking.
pub fn hold(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: BookingId,
    gates: &[Gate],
    reason: &str,
) -> Act<BookingId> {
    let standing = store::booking::gather::standing(tx, id)?;
    let done = hold::hold(&standing, gates, reason, by)?;
    store::booking::write::change(tx, &done.value)?;
    Ok(done.map(|change| change.booking))
}

/// 個別に再開する: a manager of the facility lets a booking go on, with a reason.
///
/// # Errors
/// Not a manager of the facility, their own, not on hold, held for export control, or no reason.
pub fn resume(tx: &mut Tx<'_>, by: &Actor, id: BookingId, reason: &str) -> Act<BookingId> {
    let standing = store::booking::gather::standing(tx, id)?;
    if !by.manages(standing.resource.facility) {
        return Err(Halt::Absent);
    }
    let done = hold::resume(&standing, reason, by)?;
    store::booking::write::change(tx, &done.value)?;
    Ok(done.map(|change| change.booking))
}

/// Judges all bookings to come of a person again, after something about their gates was said: one
/// after the other, each with its resource's turn. What is missed here the clock finds.
///
/// # Errors
/// They can't be read, or a deed met a fault.
pub async fn follow(db: &Db, user: UserId, at: Instant) -> Result<(), Halt> {
    let look = db.read(move |conn| store::booking::judge::of_user(conn, user, at, MOST));
    for id in look.await? {
        judge_again(db, id, at).await?;
    }
    Ok(())
}

/// Judges one booking again, and changes it where its gates say so; says whether it did.
///
/// # Errors
/// It can't be read, or the deed met a fault.
pub async fn judge_again(db: &Db, id: BookingId, at: Instant) -> Result<Settled, Halt> {
    let house = Actor::house(at);
    let asks = house.clone();
    let look = db.read(move |conn| {
        let facts = store::booking::judge::look(conn, id, at)?;
        let judged = judgement::judge(&facts, at);
        let known = store::gate::ask::of_facts(conn, &spoken_for(&judged))?;
        let is_new = |(fact, ask): &(FactId, Ask)| {
            let same = |kept: &&store::gate::ask::Kept| {
                kept.fact == *fact
                    && (kept.ask.side, kept.ask.institution) == (ask.side, ask.institution)
            };
            !known.iter().any(|kept| same(&kept))
        };
        let changes = judgement::settle(&facts, &judged, &asks).is_some();
        Ok(changes || asks_of(&facts, &judged, at).iter().any(is_new))
    });
    match look.await {
        Ok(true) => {}
        // withdrawn in the meantime
        Ok(false) | Err(Halt::Absent) => return Ok(Settled::AsItWas),
        Err(halt) => return Err(halt),
    }
    match db.act(house, move |tx, by| settle(tx, by, id)).await {
        Ok(()) => Ok(Settled::Changed),
        Err(Halt::Absent | Halt::Refused(_)) => Ok(Settled::AsItWas),
        Err(halt) => Err(halt),
    }
}

/// What came of judging a booking again.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Settled {
    Changed,
    AsItWas,
}

/// 再判定: the booking goes on, is held, or waits for something else; offices that a use here needs and
/// that were not asked yet are asked.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the house does it, [`Halt::Absent`] where nothing changes.
pub fn settle(tx: &mut Tx<'_>, by: &Actor, id: BookingId) -> Act<()> {
    if by.who != Who::House {
        return Err(Halt::NotAllowed);
    }
    let standing = store::booking::gather::standing(tx, id)?;
    let facts = store::booking::judge::facts(tx, standing, by.at)?;
    let judged = judgement::judge(&facts, by.at);
    let asked = ask(tx, &facts, &judged)?;
    match (judgement::settle(&facts, &judged, by), asked) {
        (Some(mut done), asked) => {
            store::booking::write::change(tx, &done.value)?;
            done.event.letters.extend(asked.unwrap_or_default());
            Ok(done.map(drop))
        }
        (None, Some(letters)) => Ok(Done {
            value: (),
            event: Event::about_booking(Kind::GateAsked, id, letters),
        }),
        (None, None) => Err(Halt::Absent),
    }
}

/// Asks the offices that have not answered on a fact that this use needs; none where all were asked.
fn ask(tx: &mut Tx<'_>, facts: &Facts, judged: &Judged) -> Result<Option<Vec<Envelope>>, Halt> {
    let mut letters = None;
    for (fact, one) in asks_of(facts, judged, tx.at()) {
        if store::gate::ask::insert(tx, fact, &one)? == Found::Known {
            continue;
        }
        let office = store::gate::ask::office(tx, &one)?;
        let file = store::gate::file::of(tx, fact)?;
        let told = told::asked(&file.subject, &[office]);
        letters.get_or_insert_with(Vec::new).extend(told);
    }
    Ok(letters)
}

/// The facts whose gates wait for an office.
fn spoken_for(judged: &Judged) -> Vec<FactId> {
    let waiting = judged.gates.iter().filter(|one| !one.awaits.is_empty());
    waiting.filter_map(|one| one.fact).collect()
}

/// The offices that the gates of a booking wait for.
fn asks_of(facts: &Facts, judged: &Judged, at: Instant) -> Vec<(FactId, Ask)> {
    let resource = &facts.standing.resource;
    let place = Place {
        facility: resource.facility,
        provider: resource.institution,
        home: facts.standing.booking.institution,
    };
    let in_force = resource.on(facts.standing.booking.span.start().day());
    let closed: &ClosedDays = &in_force.parameters.closed;
    let days = in_force.terms.count(Parameter::GateOfficeBusinessDays);
    let due = closed.after(at.day(), days);
    let of_gate = |one: &Standing| {
        let (gate, fact) = (one.asked.gate, one.fact);
        let sides = one.awaits.clone().into_iter();
        sides
            .filter_map(move |side| fact.zip(Ask::of(gate, side, place, due)))
            .collect::<Vec<_>>()
    };
    judged.gates.iter().flat_map(of_gate).collect()
}
