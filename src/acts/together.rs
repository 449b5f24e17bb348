//! What facility managers say of the components that uses take, and of what can be asked for together.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::ResourceId;
use crate::domain::together::need::Entry;
use crate::domain::together::{companion, need};
use crate::secret::chance;
use crate::store::together::companion as kept;
use crate::store::together::{gather, list, pair, write};
use crate::store::tx::Tx;

/// Adds a component; what is booked already takes it from now on.
///
/// # Errors
/// As the decision says, or that there is no such resource.
pub fn add_need(tx: &mut Tx<'_>, by: &Actor, slug: &str, entry: &Entry) -> Act<ResourceId> {
    // others' calendars are none of their business
    let (subject, _) = list::subject(tx, slug)?;
    if !by.manages(subject.facility) {
        return Err(Halt::Absent);
    }
    let offered = list::offered(tx, &subject)?;
    let known = entry
        .known
        .filter(|id| offered.iter().any(|one| one.id == *id));
    let (scene, takings) = gather::scene(tx, slug, known)?;
    let fresh = ResourceId::new(chance::id(by.at));
    let done = need::add(fresh, entry, &scene, by)?;
    write::add_need(tx, (subject.id, subject.facility), &done.value)?;
    write::claim(tx, &done.value, &takings)?;
    Ok(done.map(|added| added.id))
}

/// Uses don't take it any more.
///
/// # Errors
/// As [`add_need`], or that it is no component.
pub fn remove_need(tx: &mut Tx<'_>, by: &Actor, slug: &str, needed: ResourceId) -> Act<ResourceId> {
    let (subject, _) = list::subject(tx, slug)?;
    let known = ids(list::components(tx, subject.id)?, |one| one.id);
    let done = need::remove(needed, &subject, &known, by)?;
    gather::take(tx, slug, Some(needed))?;
    write::remove_need(tx, subject.id, needed)?;
    Ok(done)
}

/// Lets another resource be asked for with this one.
///
/// # Errors
/// As the decision says, or that there is no such resource.
pub fn add_companion(
    tx: &mut Tx<'_>,
    by: &Actor,
    slug: &str,
    chosen: Option<ResourceId>,
) -> Act<ResourceId> {
    let subject = gather::take(tx, slug, None)?;
    let known = ids(kept::companions(tx, subject.id)?, |one| one.id);
    let offered = ids(kept::joinable(tx, &subject)?, |one| one.id);
    let done = companion::add(chosen, &subject, (&offered, &known), by)?;
    write::add_companion(tx, subject.id, done.value)?;
    Ok(done)
}

/// Lets a resource of another facility be asked for with this one; each facility decides for itself.
///
/// # Errors
/// As [`add_companion`].
pub fn add_other(tx: &mut Tx<'_>, by: &Actor, slug: &str, typed: &str) -> Act<ResourceId> {
    let subject = gather::take(tx, slug, None)?;
    let known = ids(kept::companions(tx, subject.id)?, |one| one.id);
    let found = kept::elsewhere(tx, &subject, last_part(typed))?;
    let pair = match found {
        Some(other) => pair::of(tx, subject.id, other)?,
        None => None,
    };
    let found = (found, pair.as_ref());
    let done = companion::add_other(typed, found, &subject, &known, by)?;
    write::add_companion(tx, subject.id, done.value)?;
    Ok(done)
}

/// The address of a resource, of what was typed or copied from its page.
fn last_part(typed: &str) -> &str {
    let path = typed.trim().split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or(path)
}

/// Another facility's resource, `main`, is not offered together with this one any more.
///
/// # Errors
/// As [`add_companion`], or it isn't offered there.
pub fn leave(tx: &mut Tx<'_>, by: &Actor, slug: &str, main: ResourceId) -> Act<ResourceId> {
    let subject = gather::take(tx, slug, None)?;
    let offering = ids(kept::offering(tx, &subject)?, |one| one.id);
    let pair = pair::of(tx, main, subject.id)?;
    let done = companion::leave(main, pair.as_ref(), &subject, &offering, by)?;
    write::remove_companion(tx, main, subject.id)?;
    Ok(done)
}

/// It can't be asked for with this one any more.
///
/// # Errors
/// As [`add_companion`], or that it doesn't go with it.
pub fn remove_companion(
    tx: &mut Tx<'_>,
    by: &Actor,
    slug: &str,
    chosen: ResourceId,
) -> Act<ResourceId> {
    let subject = gather::take(tx, slug, None)?;
    let known = ids(kept::companions(tx, subject.id)?, |one| one.id);
    let pair = pair::of(tx, subject.id, chosen)?;
    let done = companion::remove(chosen, pair.as_ref(), &subject, &known, by)?;
    write::remove_companion(tx, subject.id, chosen)?;
    Ok(done)
}

fn ids<T>(all: Vec<T>, id: impl Fn(&T) -> ResourceId) -> Vec<ResourceId> {
    all.iter().map(id).collect()
}
