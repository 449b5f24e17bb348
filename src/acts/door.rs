//! What people do at an instrument's door: begin and end a use by six digits instead of signing in.

use crate::acts::usage::{check_in, check_out};
use crate::domain::actor::{Actor, Person, Who};
use crate::domain::booking::State;
use crate::domain::door;
use crate::domain::halt::{Act, Done, Fault, Halt};
use crate::domain::id::BookingId;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::usage::UseBar;
use crate::domain::refusal::use_field::UseField;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::session::may_try;
use crate::domain::usage::begin::EARLY_MINUTES;
use crate::secret::password::Hasher;
use crate::store;
use crate::store::db::Db;
use crate::store::door::AtDoor;
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
    let person = judge(db, hasher, by, (&found, &pin)).await?;
    let known = Actor {
        who: Who::Person(person),
        at,
    };
    db.act(known, move |tx, by| pass(tx, by, &found)).await
}

fn pass(tx: &mut Tx<'_>, by: &Actor, found: &AtDoor) -> Act<Entered> {
    store::sign_in_try::forget(tx, &key(found))?;
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

/// Judges the digits: counts the try first, so that many at once are no way around the wait.
async fn judge(
    db: &Db,
    hasher: &Hasher,
    by: &Actor,
    (found, pin): (&AtDoor, &str),
) -> Result<Person, Halt> {
    let (name, user) = (key(found), found.user);
    let counted = name.clone();
    let (person, hash) = db
        .tend(by.at, move |tx| {
            let tries = store::sign_in_try::so_far(tx, &counted)?;
            if let Some(tries) = tries {
                may_try(tries, tx.at()).map_err(Halt::because)?;
            }
            store::sign_in_try::count(tx, &counted, tries)?;
            let person = store::door::person(tx, user)?;
            Ok((person, store::door::hash_of(tx, user)?))
        })
        .await?;
    let fits = match hasher.verify(pin, hash).await {
        Ok(fits) => fits,
        Err(halt) => {
            if matches!(halt, Halt::Fault(Fault::Busy)) {
                db.tend(by.at, move |tx| store::sign_in_try::take_back(tx, &name))
                    .await?;
            }
            return Err(halt);
        }
    };
    person
        .filter(|_| fits)
        .ok_or_else(|| Halt::because(Refusal::of(Wrong::Use(UseBar::PinWrong))))
}

/// Under what tries are counted: per person, whatever the door.
fn key(found: &AtDoor) -> String {
    format!("door:{}", found.user)
}

/// What is missing of a choice and its digits.
fn missing(chosen: Option<BookingId>, pin: Option<Vec<Refusal>>) -> Vec<Refusal> {
    let field = Field::Use(UseField::AtDoor);
    let none = chosen
        .is_none()
        .then(|| Refusal::of(Wrong::Missing { field }));
    none.into_iter().chain(pin.into_iter().flatten()).collect()
}
