//! Who attends an instrument, and what can be asked for with another, as the managers of their facilities say.

use std::collections::BTreeSet;

use crate::acts;
use crate::cli::demo_world::resident::actor;
use crate::cli::demo_world::rule::ATTENDED;
use crate::cli::demo_world::story::Troupe;
use crate::cli::failure::{Failure, halted};
use crate::domain::actor::Actor;
use crate::domain::attendant::entry::Entry;
use crate::domain::id::{ResourceId, born};
use crate::domain::name::Name;
use crate::store::db::Db;

/// Those who attend it: by name in both languages, with the address of their account if they have one.
const ATTENDANTS: [(&str, &str, &str); 2] = [
    ("岡田 隼人", "Hayato Okada", "okada.hayato@example.jp"),
    ("森田 由美", "Yumi Morita", ""),
];
/// The facility of the first of each pair, what it offers, and with what: its own, and another facility's.
const OWN: (&str, &str, &str) = ("ncgg-ri", "ncgg-confocal", "ncgg-plate");
const OTHER: (&str, &str, &str) = ("ncvc-imaging", "ncvc-nsim-nstorm", "ncgg-confocal");

/// Says all of it.
///
/// # Errors
/// A fault of the database.
pub(super) async fn say(db: &Db, troupe: &Troupe<'_>) -> Result<(), Failure> {
    for (place, attendant) in (0_u16..).zip(ATTENDANTS) {
        attend(db, troupe, place, attendant).await?;
    }
    let (facility, main, with) = OWN;
    let with = troupe.resource(with).map(|one| one.id);
    if let (Some(by), Some(_)) = (manager(troupe, facility), with) {
        db.act(by, move |tx, by| {
            acts::together::add_companion(tx, by, main, with)
        })
        .await
        .map_err(halted)?;
    }
    let (facility, main, with) = OTHER;
    if let Some(by) = manager(troupe, facility) {
        db.act(by, move |tx, by| {
            acts::together::add_other(tx, by, main, with)
        })
        .await
        .map_err(halted)?;
    }
    Ok(())
}

async fn attend(
    db: &Db,
    troupe: &Troupe<'_>,
    place: u16,
    (ja, en, account): (&str, &str, &str),
) -> Result<(), Failure> {
    let (Some(attended), Some(by)) = (troupe.resource(ATTENDED), manager(troupe, OWN.0)) else {
        return Ok(());
    };
    let entry = Entry {
        facility: Some(attended.facility),
        name: Name {
            ja: ja.to_owned(),
            en: en.to_owned(),
        },
        account: account.to_owned(),
        days: BTreeSet::from([0, 1, 2, 3, 4]),
        from: "09:00".to_owned(),
        until: "17:30".to_owned(),
        resources: BTreeSet::from([attended.id]),
    };
    let id = ResourceId::new(born(troupe.at.unix(), 15, place));
    db.act(by, move |tx, by| acts::attendant::add(tx, by, id, &entry))
        .await
        .map(drop)
        .map_err(halted)
}

/// Whoever manages a facility, by its address.
fn manager(troupe: &Troupe<'_>, facility: &str) -> Option<Actor> {
    let mut all = troupe.land.facilities.iter();
    let of = all.find(|one| one.slug == facility)?.id;
    Some(actor(troupe.manager(of)?, troupe.at))
}
