//! What people do with feeds of their calendars: open one, stop one.

use crate::domain::actor::Actor;
use crate::domain::feed::{self, NewFeed, Subject};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::{FacilityId, FeedId};
use crate::store;
use crate::store::tx::Tx;

/// Opens a feed at the address whose secret has this hash. The account's turn is held, so that
/// nobody has more than the most.
///
/// # Errors
/// As the decision says.
pub fn open(tx: &mut Tx<'_>, by: &Actor, new: &NewFeed, token_hash: &str) -> Act<FeedId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    store::user::take_turn(tx, person.id)?;
    let known = store::feed::of_person(tx, person.id)?;
    let new = NewFeed {
        facility: keeper(tx, new.about)?,
        ..new.clone()
    };
    let done = feed::open(&new, &known, by)?;
    store::feed::open(tx, &done.value, token_hash)?;
    Ok(done.map(|feed| feed.id))
}

/// Stops a feed.
///
/// # Errors
/// As the decision says.
pub fn close(tx: &mut Tx<'_>, by: &Actor, id: FeedId) -> Act<FeedId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let known = store::feed::of_person(tx, person.id)?;
    let done = feed::close(id, &known, by)?;
    store::feed::close(tx, id)?;
    Ok(done)
}

fn keeper(tx: &mut Tx<'_>, about: Option<Subject>) -> Result<Option<FacilityId>, Halt> {
    match about {
        None | Some(Subject::Mine) => Ok(None),
        Some(Subject::Facility(id)) => Ok(Some(id)),
        Some(Subject::Resource(id)) => store::feed::keeper(tx, id).map(Some),
    }
}
