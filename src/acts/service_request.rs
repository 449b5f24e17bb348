//! What people and the clock do with requests without a slot: ask, decide, hand over, report.

use crate::domain::actor::{Actor, Who};
use crate::domain::event::{Event, Kind};
use crate::domain::halt::{Act, Decision, Done, Halt};
use crate::domain::id::ServiceId;
use crate::domain::refusal::service::ServiceBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::service_request::apply::{self};
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::desk::Wish;
use crate::domain::service_request::due::reminder;
use crate::domain::service_request::{Standing, news};
use crate::store;
use crate::store::tx::Tx;

/// 申し込む, or 相談する. The form carries the id, so a second click makes no second request.
///
/// # Errors
/// Every reason why not, or that there is no such resource.
pub fn send(tx: &mut Tx<'_>, by: &Actor, id: ServiceId, slug: &str, wish: &Wish) -> Act<ServiceId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    if let Some(user) = store::service_request::gather::made(tx, id)? {
        return Err(match user == person.id {
            true => Halt::because(Refusal::of(Wrong::Service(ServiceBar::AlreadySent))),
            false => Halt::Absent,
        });
    }
    let desk = store::service_request::gather::desk(tx, slug, person, by.at)?;
    let done = apply::send(id, wish, &desk, by, person)?;
    store::service_request::write::insert(tx, &done.value)?;
    Ok(done.map(|sent| sent.request.id))
}

/// 直して再送信する, or 申込みを送信する after a question.
///
/// # Errors
/// Every reason why not, or that it is not theirs.
pub fn resend(tx: &mut Tx<'_>, by: &Actor, id: ServiceId, wish: &Wish) -> Act<ServiceId> {
    let person = by.person().ok_or(Halt::NotAllowed)?;
    let standing = store::service_request::gather::view(tx, id, by.at)?;
    if standing.request.user != person.id {
        return Err(Halt::Absent);
    }
    let slug = standing.resource.slug.clone();
    let desk = store::service_request::gather::desk(tx, &slug, person, by.at)?;
    let done = apply::resend(&standing, wish, &desk, by)?;
    store::service_request::write::resend(tx, &done.value)?;
    Ok(done.map(|sent| sent.request.id))
}

/// A deed of the applicant on their own request; others' do not exist for them.
///
/// # Errors
/// As the decision says, or that it is not theirs.
pub fn own(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: ServiceId,
    decide: impl Fn(&Standing, &Actor) -> Decision<Changed>,
) -> Act<ServiceId> {
    let person = by.person().ok_or(Halt::NotAllowed)?.id;
    settle(
        tx,
        by,
        id,
        |standing| standing.request.user == person,
        decide,
    )
}

/// A deed of a facility's manager; other facilities' requests do not exist for them.
///
/// # Errors
/// As the decision says, or that it is not their facility's.
pub fn manage(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: ServiceId,
    decide: impl Fn(&Standing, &Actor) -> Decision<Changed>,
) -> Act<ServiceId> {
    let manages = |standing: &Standing| by.manages(standing.resource.facility);
    settle(tx, by, id, manages, decide)
}

/// A deed of the clock.
///
/// # Errors
/// As the decision says.
pub fn tick(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: ServiceId,
    decide: impl Fn(&Standing, &Actor) -> Decision<Changed>,
) -> Act<ServiceId> {
    settle(tx, by, id, |_| by.who == Who::House, decide)
}

/// Gathers a request, decides, and writes what changed.
fn settle(
    tx: &mut Tx<'_>,
    by: &Actor,
    id: ServiceId,
    may_see: impl Fn(&Standing) -> bool,
    decide: impl Fn(&Standing, &Actor) -> Decision<Changed>,
) -> Act<ServiceId> {
    let standing = store::service_request::gather::view(tx, id, by.at)?;
    if !may_see(&standing) {
        return Err(Halt::Absent);
    }
    let done = decide(&standing, by)?;
    let person = by.person().map(|person| person.id);
    store::service_request::write::change(tx, &done.value, person)?;
    Ok(done.map(|changed| changed.request.id))
}

/// Tells whoever acts next that something is due: each thing once.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the clock does it, [`Halt::Absent`] if there is nothing to tell (any more).
pub fn remind(tx: &mut Tx<'_>, by: &Actor, id: ServiceId) -> Act<ServiceId> {
    if by.who != Who::House {
        return Err(Halt::NotAllowed);
    }
    let standing = store::service_request::gather::view(tx, id, by.at)?;
    let told = reminder(&standing, by.at.day()).ok_or(Halt::Absent)?;
    let key = told.key(&standing.request);
    if !store::reminder::sent(tx, std::slice::from_ref(&key))?.is_empty() {
        return Err(Halt::Absent);
    }
    store::reminder::keep(tx, &key)?;
    let letters = news::reminding(&standing, by, told);
    let event = Event::about_service(Kind::ServiceReminded, id, letters).with("key", key);
    Ok(Done { value: id, event })
}
