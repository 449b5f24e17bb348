//! What officers do with the desks of their institution: give them to its people, take them back.

use crate::domain::actor::{Actor, Role};
use crate::domain::desk::{self, At};
use crate::domain::gate::Desk;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{InstitutionId, UserId};
use crate::domain::text;
use crate::store;
use crate::store::tx::Tx;

/// Gives a desk to the owner of an address, who must be of the institution.
///
/// # Errors
/// [`Halt::Absent`] unless they speak for the institution; otherwise as the decision says.
pub fn give(
    tx: &mut Tx<'_>,
    by: &Actor,
    institution: InstitutionId,
    (chosen, email): (Option<Desk>, &str),
) -> Act<()> {
    let at = at(tx, by, institution, chosen)?;
    let email = text::fold_email(email);
    let found = store::people::sitter(tx, institution, &email, chosen)?;
    let done = desk::give(&at, found.as_ref())?;
    let (user, given) = done.value;
    let role = Role::Desk(institution, given);
    store::role::grant(tx, user, role, by.person().map(|person| person.id))?;
    Ok(done.map(drop))
}

/// Takes a desk back.
///
/// # Errors
/// [`Halt::Absent`] unless they speak for the institution, or where nobody sits there.
pub fn take(
    tx: &mut Tx<'_>,
    by: &Actor,
    (institution, from): (InstitutionId, Desk),
    user: UserId,
) -> Act<()> {
    let at = at(tx, by, institution, Some(from))?;
    let who = store::people::at_desk(tx, (institution, from), user)?;
    let done = desk::take(&at, from, &who);
    store::role::revoke(tx, user, Role::Desk(institution, from))?;
    Ok(done.map(drop))
}

/// The desk, if the actor may give it.
fn at(
    tx: &mut Tx<'_>,
    by: &Actor,
    institution: InstitutionId,
    desk: Option<Desk>,
) -> Result<At, Halt> {
    if !desk::may(by, institution) {
        return Err(Halt::Absent);
    }
    Ok(At {
        institution,
        name: store::people::name(tx, institution)?,
        desk,
    })
}
