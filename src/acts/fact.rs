//! What people and offices do with facts for gates: enter one, take it back, answer on it, read it.

use crate::domain::actor::Actor;
use crate::domain::event::{Event, Kind};
use crate::domain::gate::Gate;
use crate::domain::gate::ask::Ask;
use crate::domain::gate::entry::{self, Entered, scene::Typed};
use crate::domain::gate::fact::Side;
use crate::domain::gate::spoken::{self, Matter, Spoken};
use crate::domain::gate::told::{self, Asked};
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{FactId, InstitutionId, UserId};
use crate::domain::letter::Envelope;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store;
use crate::store::gate::ask::Found;
use crate::store::gate::file::File;
use crate::store::gate::scene::Aim;
use crate::store::tx::Tx;

/// Enters a fact for a gate; the offices that answer are asked. The form carries the id, so that a
/// second click makes no second fact.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers; [`Halt::Absent`] where the booking or resource is not theirs to
/// enter for, or its rules do not ask for the gate; every reason why not.
pub fn enter(
    tx: &mut Tx<'_>,
    by: &Actor,
    (id, gate): (FactId, Gate),
    typed: &Typed,
    aim: &Aim,
) -> Act<FactId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    store::user::take_turn(tx, person.id)?;
    if store::gate::write::made(tx, id)?.is_some() {
        return Err(Halt::because(Refusal::of(Wrong::WrongState)));
    }
    let scene = store::gate::scene::of(tx, person, gate, aim, by.at)?;
    if !entry::is_asked(gate, &scene, by.at) {
        return Err(Halt::Absent);
    }
    let mut done = entry::enter((id, gate), typed, &scene, person, by.at)?;
    store::gate::write::insert(tx, &done.value)?;
    done.event.letters = ask(tx, &done.value)?;
    Ok(done.map(|entered| entered.fact.id))
}

/// Asks the offices, and writes to the people there.
fn ask(tx: &mut Tx<'_>, entered: &Entered) -> Result<Vec<Envelope>, Halt> {
    let mut offices: Vec<Asked> = Vec::new();
    for one in &entered.asks {
        if store::gate::ask::insert(tx, entered.fact.id, one)? == Found::New {
            offices.push(store::gate::ask::office(tx, one)?);
        }
    }
    let file = store::gate::file::of(tx, entered.fact.id)?;
    Ok(told::asked(&file.subject, &offices))
}

/// Takes back what one entered oneself; offices that owe an answer are told.
///
/// # Errors
/// [`Halt::Absent`] where it is not theirs; taken back already, or entered by an office.
pub fn withdraw(tx: &mut Tx<'_>, by: &Actor, id: FactId) -> Act<UserId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    store::gate::write::take(tx, id)?;
    let file = store::gate::file::of(tx, id)?;
    if file.fact.user != person {
        return Err(Halt::Absent);
    }
    let mut done = spoken::withdraw(&file.fact, (file.withdrawn, file.entered), by)?;
    let mut offices = Vec::new();
    for owed in file.asks.iter().filter(|kept| kept.answered_at.is_none()) {
        offices.push(store::gate::ask::office(tx, &owed.ask)?);
    }
    store::gate::write::withdraw(tx, id)?;
    done.event.letters = told::withdrawn(&file.subject, &offices);
    Ok(done.map(|_| person))
}

/// Which of a fact's offices speaks.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct For {
    pub side: Side,
    pub institution: InstitutionId,
}

/// An office answers on a fact, or takes its yes back; the person is told. Gives back whose fact it is.
///
/// # Errors
/// [`Halt::Absent`] where their office was not asked; otherwise as the decision says.
pub fn rule(tx: &mut Tx<'_>, by: &Actor, (id, of): (FactId, For), spoken: &Spoken) -> Act<UserId> {
    store::gate::write::take(tx, id)?;
    let file = store::gate::file::of(tx, id)?;
    let ask = open_to(&file, by)
        .into_iter()
        .find(|ask| (ask.side, ask.institution) == (of.side, of.institution))
        .ok_or(Halt::Absent)?;
    let spoke = spoke(&file, &ask);
    let matter = Matter {
        fact: &file.fact,
        withdrawn: file.withdrawn,
        ask,
        spoke: spoke.as_deref(),
    };
    let mut done = spoken::rule(&matter, spoken, by)?;
    let person = by.person().map(|person| person.id);
    store::gate::write::rule(tx, id, &done.value, person)?;
    let office = file.office(ask.institution);
    done.event.letters = vec![told::ruled(&file.subject, &done.value, &office)];
    Ok(done.map(|_| file.fact.user))
}

/// The asks of a fact that this actor's offices answer.
#[must_use]
pub fn open_to(file: &File, by: &Actor) -> Vec<Ask> {
    let asks = file.asks.iter().map(|kept| kept.ask);
    asks.filter(|ask| by.holds(|role| role == ask.door))
        .collect()
}

/// Who spoke last for an office, by name.
fn spoke(file: &File, ask: &Ask) -> Option<String> {
    let spoken = file.fact.rulings.iter().zip(&file.said).rev();
    let mut mine = spoken.filter(|(ruling, _)| ruling.is_of(ask.side, ask.institution));
    mine.next().and_then(|(_, said)| said.by.clone())
}

/// 閲覧の記録: somebody of an office reads a fact with what was declared. Every look leaves a line.
///
/// # Errors
/// [`Halt::Absent`] where their office was not asked, or a fault.
pub fn read(tx: &mut Tx<'_>, by: &Actor, id: FactId) -> Act<File> {
    let file = store::gate::file::of(tx, id)?;
    if open_to(&file, by).is_empty() {
        return Err(Halt::Absent);
    }
    let event = Event::about_user(Kind::GateRead, file.fact.user, Vec::new())
        .with("fact", id)
        .with("gate", file.fact.gate.code());
    Ok(Done { value: file, event })
}
