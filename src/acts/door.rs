//! What people do at an instrument's door: begin and end a use by six digits instead of signing in.

use crate::acts::lock;
use crate::acts::usage::{check_in, check_out};
use crate::domain::actor::{Actor, Who};
use crate::domain::booking::State;
use crate::domain::door;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::BookingId;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::usage::begin::EARLY_MINUTES;
use crate::secret::password::Hasher;
use crate::store;
use crate::store::db::Db;
use crate::store::door::AtDoor;
use crate::store::sign_in_try::Lock;
use crate::store::tx::Tx;

/// Sets the digits of the person who is signed in.
///
/// # Errors
/// Not six digits, or digits that anybody would try first.
pub async fn set_pin(db: &Db, hasher: &Hasher, by: &Actor, typed: &str) -> Result<(), Halt> {
    let user = by.person().ok_or(Halt::NotAllowed)?.id;
    let pin = door::chosen(typed)?;
    let hash = hasher.hash(&pin).await?;
    db.act(by.clone(), move |tx, _| {
        store::user::take_turn(tx, user)?;
        store::door::keep(tx, user, &hash)?;
        Ok(door::set(user))
    })
    .await
}

/// Does without digits from now on.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers, or a fault.
pub fn remove_pin(tx: &mut Tx<'_>, by: &Actor) -> Act<()> {
    let user = by.person().ok_or(Halt::NotAllowed)?.id;
    store::user::take_turn(tx, user)?;
    store::door::forget(tx, user)?;
    Ok(door::removed(user))
}

/// What the right digits did.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Entered {
    Begun,
    Ended,
}

/// Begins the chosen use, or ends it where it was begun. Whether its user has digits at all, or they are
/// wrong: the answer is one, and takes the same time.
///
/// # Errors
/// Nothing chosen that goes on here now, wrong digits, or tried too often.
pub async fn enter(
    db: &Db,
    hasher: &Hasher,
    by: &Actor,
    (slug, chosen, typed): (&str, Option<BookingId>, &str),
) -> Result<Entered, Halt> {
    let pin = door::read(typed);
    let wanted = match (chosen, pin) {
        (Some(id), Ok(pin)) => Ok((id, pin)),
        (chosen, pin) => Err(missing(chosen, pin.err())),
    };
    let (id, pin) = wanted?;
    let (of, at) = (slug.to_owned(), by.at);
    let look = db.read(move |conn| {
        let until = at.plus_minutes(EARLY_MINUTES);
        let here = store::door::now(conn, &of, at, until)?;
        let found = here.into_iter().find(|one| one.id == id);
        found.ok_or_else(|| Halt::Refused(missing(None, None)))
    });
    let found = look.await?;
    let user = found.user;
    let look = move |tx: &mut Tx<'_>| {
        let hash = store::door::hash_of(tx, user)?;
        Ok(((store::door::person(tx, user)?, hash.clone()), hash))
    };
    let tried = lock::fits(db, (hasher, at), (Lock::Door(user), &pin), look);
    let ((person, hash), fits) = tried.await?;
    let Some(person) = person.filter(|_| fits) else {
        db.act(by.clone(), move |_, _| Ok(door::failed(user)))
            .await?;
        return Err(wrong());
    };
    let known = Actor {
        who: Who::Person(person),
        at,
    };
    let deed = db.act(known, move |tx, by| pass(tx, by, (&found, hash.as_ref())));
    deed.await
}

/// The use, unless the digits were changed or deleted in the meantime.
fn pass(tx: &mut Tx<'_>, by: &Actor, (found, judged): (&AtDoor, Option<&String>)) -> Act<Entered> {
    store::user::take_turn(tx, found.user)?;
    if store::door::hash_of(tx, found.user)?.as_ref() != judged {
        return Err(wrong());
    }
    store::sign_in_try::forget(tx, &Lock::Door(found.user))?;
    let (entered, done) = match found.state {
        State::InUse => (Entered::Ended, check_out(tx, by, found.id)?),
        _ => (Entered::Begun, check_in(tx, by, found.id)?),
    };
    let Done { event, .. } = done;
    Ok(Done {
        value: entered,
        event: event.with("door", "pin"),
    })
}

fn wrong() -> Halt {
    Halt::because(Refusal::of(Wrong::Use(UseBar::PinWrong)))
}

/// What is missing of a choice and its digits.
fn missing(chosen: Option<BookingId>, pin: Option<Vec<Refusal>>) -> Vec<Refusal> {
    let field = Field::Use(UseField::AtDoor);
    let none = chosen
        .is_none()
        .then(|| Refusal::of(Wrong::Missing { field }));
    none.into_iter().chain(pin.into_iter().flatten()).collect()
}
