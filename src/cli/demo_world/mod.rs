//! The invented world of the demonstration: rules, people, six weeks of bookings around today.

pub mod account;
pub mod booking;
pub mod content;
pub mod people;
pub mod rule;
pub mod training;

use std::collections::BTreeMap;

use futures_util::future::try_join_all;

use crate::acts;
use crate::cli::demo_world::booking::{Cast, Stage};
use crate::cli::demo_world::people::{ALL, Figure, OFFICE, Post, UNIVERSITY};
use crate::cli::dice::Dice;
use crate::cli::failure::{Failure, halted};
use crate::cli::seed;
use crate::domain::actor::{Actor, Role};
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::id::{InstitutionId, RuleId, UserId, born};
use crate::domain::name::Name;
use crate::domain::rule::Consent;
use crate::domain::time::Instant;
use crate::domain::world::{Batch, Place, Placed, Resident};
use crate::store;
use crate::store::db::Db;
use crate::store::world::survey::{Survey, survey};

/// The part that is filled in last: with it the demonstration is whole.
pub const LAST_PART: &str = "demonstration";
/// How long ago the invented people came, in minutes.
const SINCE: i64 = 120 * 24 * 60;

/// Builds the world in an empty database.
///
/// # Errors
/// A fault of the database.
pub async fn build(db: &Db, at: Instant, password_hash: String) -> Result<(), Failure> {
    let house = Actor::house(at);
    let catalogue = seed::read("the catalogue", seed::SUPPLIED)?;
    seed::load(db, house.clone(), catalogue).await?;
    let places = Batch {
        places: places(at),
        ..Batch::default()
    };
    fill(db, &house, "places", places).await?;
    let land = db.read(survey).await.map_err(halted)?;
    publish(db, &house, &land).await?;
    let residents = Batch {
        residents: residents(&land, at, &password_hash),
        ..Batch::default()
    };
    fill(db, &house, "people", residents.clone()).await?;
    training::build(db, &land, &residents.residents, at).await?;
    let bookings = bookings(db, &land, &residents.residents, at).await?;
    fill(db, &house, LAST_PART, bookings).await
}

async fn fill(db: &Db, house: &Actor, part: &'static str, batch: Batch) -> Result<(), Failure> {
    db.act(house.clone(), move |tx, by| {
        acts::world::fill(tx, by, part, &batch)
    })
    .await
    .map(drop)
    .map_err(halted)
}

fn places(at: Instant) -> Vec<Place> {
    let place = |number, slug: &str, ja: &str, en: &str, org_class| Place {
        id: InstitutionId::new(born(at.unix(), 3, number)),
        slug: slug.to_owned(),
        name: Name {
            ja: ja.to_owned(),
            en: en.to_owned(),
        },
        org_class,
        note: "見本の環境のための架空の機関です。".to_owned(),
    };
    vec![
        place(
            0,
            UNIVERSITY,
            "東都大学（架空）",
            "Toto University (invented)",
            "university",
        ),
        place(
            1,
            OFFICE,
            "連絡調整会議事務局（見本）",
            "Council office (demonstration)",
            "public",
        ),
    ]
}

/// Publishes the rules of all facilities, then all resources that are allocated here.
async fn publish(db: &Db, house: &Actor, land: &Survey) -> Result<(), Failure> {
    let drafts = land
        .facilities
        .iter()
        .enumerate()
        .flat_map(|(place, facility)| {
            let facility = rule::Facility {
                id: facility.id,
                slug: facility.slug.clone(),
                name: facility.name.clone(),
                institution: name_of(land, facility.institution),
                institution_id: facility.institution,
            };
            rule::drafts(&facility, place, house.at)
        });
    try_join_all(drafts.map(|draft| {
        db.act(house.clone(), move |tx, by| {
            acts::rule::publish(tx, by, draft.clone())
        })
    }))
    .await
    .map_err(halted)?;
    let slugs = land.resources.iter().map(|resource| resource.slug.clone());
    try_join_all(slugs.map(|slug| {
        db.act(house.clone(), move |tx, by| {
            acts::catalogue::publish(tx, by, &slug, None)
        })
    }))
    .await
    .map_err(halted)?;
    Ok(())
}

fn name_of(land: &Survey, id: InstitutionId) -> Name {
    let found = land.institutions.iter().find(|known| known.id == id);
    found.map(|known| known.name.clone()).unwrap_or_default()
}

/// The invented people whose institution is in the catalogue, with their roles.
fn residents(land: &Survey, at: Instant, password_hash: &str) -> Vec<Resident> {
    let since = at.plus_minutes(-SINCE);
    let one = |(number, figure): (usize, &Figure)| {
        let home = land
            .institutions
            .iter()
            .find(|known| known.slug == figure.institution)?;
        Some(Resident {
            id: UserId::new(born(since.unix(), 4, u16::try_from(number).ok()?)),
            name: figure.name.to_owned(),
            email: figure.email(),
            institution: home.id,
            position: figure.position.to_owned(),
            language: figure.language,
            password_hash: password_hash.to_owned(),
            since,
            roles: roles(land, figure, home.id),
        })
    };
    ALL.iter().enumerate().filter_map(one).collect()
}

fn roles(land: &Survey, figure: &Figure, home: InstitutionId) -> Vec<Role> {
    match figure.post {
        Post::Researcher => Vec::new(),
        Post::Manager(slugs) => land
            .facilities
            .iter()
            .filter(|facility| slugs.contains(&facility.slug.as_str()))
            .map(|facility| Role::FacilityManager(facility.id))
            .collect(),
        Post::Officer => vec![Role::InstitutionOfficer(home)],
        Post::Council => vec![Role::Council],
        Post::Administrator => vec![Role::Administrator],
    }
}

/// Bookings, maintenance and the consents that the bookings need.
async fn bookings(
    db: &Db,
    land: &Survey,
    people: &[Resident],
    at: Instant,
) -> Result<Batch, Failure> {
    let ids: Vec<_> = land.resources.iter().map(|resource| resource.id).collect();
    let resources = db
        .read(move |conn| store::catalogue::resource::several(conn, &ids, at))
        .await
        .map_err(halted)?;
    let mut batch = Batch::default();
    let mut count = 0;
    for resource in resources.iter().filter(|resource| is_booked(resource)) {
        let facility = resource.facility;
        let Some(manager) = people
            .iter()
            .find(|resident| resident.roles.contains(&Role::FacilityManager(facility)))
        else {
            continue;
        };
        let rules = db
            .read(move |conn| store::rule::versions(conn, facility))
            .await
            .map_err(halted)?;
        let stage = Stage {
            resource,
            rules: &rules,
            manager: &cast(manager),
            applicants: &applicants(people, resource),
            at,
        };
        let mut dice = Dice::of(seed_of(resource, at));
        batch
            .outages
            .extend(booking::outage(&stage, count, &mut dice));
        let placed = booking::bookings(&stage, &batch.outages, &mut count, &mut dice);
        batch.bookings.extend(placed);
    }
    batch.consents = consents(&batch.bookings);
    Ok(batch)
}

fn is_booked(resource: &Resource) -> bool {
    resource.open && access(resource.mode, resource.allocation) == Access::Slot
}

/// The same for each resource and day.
fn seed_of(resource: &Resource, at: Instant) -> u64 {
    let days = at.unix().div_euclid(86_400).unsigned_abs();
    resource.slug.bytes().fold(days, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    })
}

fn cast(resident: &Resident) -> Cast {
    Cast {
        id: resident.id,
        name: resident.name.clone(),
        institution: resident.institution,
        language: resident.language,
    }
}

/// Researchers ask; whoever comes first has not used the cryo-EM yet, so that visitors in that
/// role meet its rule for the first time.
fn applicants(people: &[Resident], resource: &Resource) -> Vec<Cast> {
    let newcomer = usize::from(resource.facility_slug == "riken-cryoem");
    people
        .iter()
        .filter(|resident| resident.roles.is_empty())
        .skip(newcomer)
        .map(cast)
        .collect()
}

fn consents(bookings: &[Placed]) -> Vec<Consent> {
    let mut first: BTreeMap<(UserId, RuleId), Instant> = BTreeMap::new();
    for Placed { booking, .. } in bookings {
        let at = first
            .entry((booking.user, booking.rule))
            .or_insert(booking.created_at);
        *at = booking.created_at.min(*at);
    }
    first
        .into_iter()
        .map(|((user, rule), at)| Consent { user, rule, at })
        .collect()
}

#[cfg(test)]
mod tests;
