//! What people do with exceptions: ask, grant, decline, revoke.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{UserId, WaiverId, WaiverRequestId};
use crate::domain::letter::Recipient;
use crate::domain::text;
use crate::domain::waiver::{self, Asking, Place, Wanted, grant};
use crate::secret::chance;
use crate::store;
use crate::store::tx::Tx;

/// Asks for an exception for oneself.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers, [`Halt::Absent`] without such a resource in service;
/// otherwise as the decision says.
pub fn ask(tx: &mut Tx<'_>, by: &Actor, slug: &str, wanted: &Wanted) -> Act<WaiverRequestId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let resource = store::catalogue::resource::by_slug(tx, slug, by.at)?;
    if !resource.open {
        return Err(Halt::Absent);
    }
    let place = Place::of(&resource);
    let owners = (place.facility, place.institution);
    let who = Recipient {
        user: person.id,
        name: person.name.clone(),
        email: person.email.clone(),
        language: person.language,
    };
    let asking = Asking {
        who: &who,
        waiting: &store::waiver::waiting(tx, place.resource, person.id)?,
        deciders: &match wanted.parameter {
            Some(parameter) => store::waiver::deciders(tx, parameter, owners)?,
            None => Vec::new(),
        },
    };
    let id = WaiverRequestId::new(chance::id(by.at));
    let done = waiver::ask(wanted, &place, &asking, (id, by.at))?;
    store::waiver::write::ask(tx, id, &done.value)?;
    Ok(done.map(|_| id))
}

/// Grants what was asked for, and says to whom.
///
/// # Errors
/// [`Halt::Absent`] without such a question; otherwise as the decision says.
pub fn grant(tx: &mut Tx<'_>, by: &Actor, id: WaiverRequestId, reason: &str) -> Act<UserId> {
    let asked = store::waiver::asked(tx, id)?;
    let granted = WaiverId::new(chance::id(by.at));
    let done = grant::grant(&asked, reason, granted, by)?;
    let person = by.person().map(|person| person.id);
    store::waiver::write::grant(tx, granted, &done.value, person)?;
    store::waiver::write::answer(tx, id, (reason, Some(granted)), person)?;
    Ok(done.map(|exception| exception.who.user))
}

/// Declines what was asked for.
///
/// # Errors
/// As [`grant`].
pub fn decline(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: WaiverRequestId,
    reason: &str,
) -> Act<WaiverRequestId> {
    let asked = store::waiver::asked(tx, id)?;
    let done = grant::decline(&asked, reason, by)?;
    let person = by.person().map(|person| person.id);
    store::waiver::write::answer(tx, id, (reason, None), person)?;
    Ok(done)
}

/// Grants an exception on a resource, if one was chosen, to the person with this address; says whom.
///
/// # Errors
/// [`Halt::Absent`] without such a resource; otherwise as the decision says.
pub fn grant_to(
    tx: &mut Tx<'_>,
    by: &Actor,
    (slug, email): (&str, &str),
    wanted: &Wanted,
) -> Act<UserId> {
    let place = match slug {
        "" => None,
        slug => {
            let resource = store::catalogue::resource::by_slug(tx, slug, by.at)?;
            Some(Place::of(&resource))
        }
    };
    let who = store::waiver::person(tx, &text::fold_email(email))?;
    let id = WaiverId::new(chance::id(by.at));
    let done = grant::grant_to(wanted, place.as_ref(), who.as_ref(), (id, by))?;
    let person = by.person().map(|person| person.id);
    store::waiver::write::grant(tx, id, &done.value, person)?;
    Ok(done.map(|exception| exception.who.user))
}

/// Revokes an exception, and says whose it was.
///
/// # Errors
/// [`Halt::Absent`] without such an exception; otherwise as the decision says.
pub fn revoke(tx: &mut Tx<'_>, by: &Actor, id: WaiverId, reason: &str) -> Act<UserId> {
    let granted = store::waiver::granted(tx, id)?;
    let done = grant::revoke(&granted, reason, by)?;
    store::waiver::write::revoke(tx, id)?;
    Ok(done.map(|_| granted.exception.who.user))
}
