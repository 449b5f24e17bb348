//! An invented outside allocation: node hours of Fugaku that another body's call gave.

use crate::acts;
use crate::cli::demo_world::resident::actor;
use crate::cli::demo_world::story::Troupe;
use crate::cli::failure::{Failure, halted};
use crate::domain::actor::Role;
use crate::domain::id::{OutsideId, born};
use crate::domain::outside::{AmountUnit, Told};
use crate::store::db::Db;

const FACILITY: &str = "riken-rccs";
const RESOURCE: &str = "riken-fugaku";
/// Whom it was allocated to.
const HOLDER: &str = "sato.megumi";

/// Records the allocation as its facility's manager did.
///
/// # Errors
/// A fault of the database.
pub(super) async fn record(db: &Db, troupe: &Troupe<'_>) -> Result<(), Failure> {
    let mut facilities = troupe.land.by_call.iter();
    let facility = facilities.find(|one| one.slug == FACILITY);
    let manages = |role: &Role| facility.is_some_and(|one| *role == Role::FacilityManager(one.id));
    let mut people = troupe.people.iter().map(|(_, resident)| resident);
    let manager = people.find(|one| one.roles.iter().any(manages));
    let (Some(manager), Some(holder)) = (manager, troupe.known(HOLDER)) else {
        return Ok(());
    };
    let told = Told {
        proposal: "hp260123".to_owned(),
        holder_email: holder.email.clone(),
        granted: Some(1_200_000),
        unit: Some(AmountUnit::NodeHour),
        starts_on: Some(troupe.day(-60)),
        ends_on: Some(troupe.day(120)),
        used: Some(340_000),
        note: "分子動力学計算（見本）".to_owned(),
        ..Told::default()
    };
    let by = actor(manager, troupe.at.plus_minutes(-7 * 24 * 60));
    let id = OutsideId::new(born(by.at.unix(), 14, 0));
    db.act(by, move |tx, by| {
        acts::outside::enter(tx, by, id, RESOURCE, &told)
    })
    .await
    .map(drop)
    .map_err(halted)
}
