//! What people do with usage rules: publish a version, consent to one.

use crate::domain::actor::{Actor, Person};
use crate::domain::halt::{Act, Halt};
use crate::domain::id::RuleId;
use crate::domain::rule::{self, Draft};
use crate::store;
use crate::store::tx::Tx;

/// Publishes a version of a facility's rule.
///
/// # Errors
/// [`Halt::Absent`] without such a facility; otherwise as the decision says.
pub fn publish(tx: &mut Tx<'_>, by: &Actor, draft: Draft) -> Act<RuleId> {
    let institution = store::rule::owner(tx, draft.rule.facility)?;
    let done = rule::publish(draft, institution, by)?;
    store::rule::publish(tx, &done.value, by.person().map(|person| person.id))?;
    Ok(done.map(|draft| draft.rule.id))
}

/// Consents to a version.
///
/// # Errors
/// [`Halt::NotAllowed`] for strangers, [`Halt::Absent`] without such a version.
pub fn agree(tx: &mut Tx<'_>, by: &Actor, id: RuleId) -> Act<RuleId> {
    let Person { id: user, .. } = by.person().ok_or(Halt::NotAllowed)?;
    if !store::rule::is_published(tx, id)? {
        return Err(Halt::Absent);
    }
    let done = rule::agree(*user, id, by.at);
    store::rule::agree(tx, &done.value)?;
    Ok(done.map(|consent| consent.rule))
}
