//! What people change about themselves.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::UserId;
use crate::domain::profile::{self, Profile};
use crate::domain::text::fold_email;
use crate::store;
use crate::store::tx::Tx;

/// Changes one's own profile; the address and the institution stay what they are.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers; everything that is wrong with what was typed.
pub fn change(tx: &mut Tx<'_>, by: &Actor, typed: &Profile) -> Act<UserId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    store::user::take_turn(tx, person.id)?;
    let known = store::profile::of(tx, person.id)?;
    let email = fold_email(&typed.responsible);
    let named = store::booking::home::colleague(tx, &email, person.institution)?;
    let done = profile::change(person.id, (typed, named), &known.profile)?;
    store::profile::change(tx, person.id, typed)?;
    store::booking::home::name(tx, person.id, named)?;
    Ok(done)
}
