//! Nothing is approved past a closed gate, nor in a way of use that an office did not leave.

use crate::domain::actor::Actor;
use crate::domain::booking::{Standing, judgement};
use crate::domain::halt::Halt;
use crate::domain::refusal::{Refusal, Wrong};
use crate::store::booking::judge;
use crate::store::tx::Tx;

/// A booking that is approved passes all its gates.
///
/// # Errors
/// One is closed, or a fault.
pub(super) fn gates_are_open(tx: &mut Tx<'_>, by: &Actor, standing: Standing) -> Result<(), Halt> {
    match are_open(tx, by, standing)? {
        true => Ok(()),
        false => Err(Halt::because(Refusal::of(Wrong::OnHold))),
    }
}

/// The same of another of its set, to which its own facility had agreed before: it is named.
///
/// # Errors
/// As [`gates_are_open`].
pub(super) fn gates_of_fellow(tx: &mut Tx<'_>, by: &Actor, standing: Standing) -> Result<(), Halt> {
    let name = standing.resource.name.clone();
    match are_open(tx, by, standing)? {
        true => Ok(()),
        false => Err(Halt::because(Refusal {
            beside: Some(name),
            ..Refusal::of(Wrong::OnHold)
        })),
    }
}

/// Whether all its gates stand open.
///
/// # Errors
/// A fault of the database.
pub(super) fn are_open(tx: &mut Tx<'_>, by: &Actor, standing: Standing) -> Result<bool, Halt> {
    let facts = judge::facts(tx, standing, by.at)?;
    let judged = judgement::judge(&facts, by.at);
    Ok(judgement::closed(&facts, &judged).is_empty() && judged.only.is_none())
}
