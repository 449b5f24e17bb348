//! The invented world of the demonstration: rules, people, six weeks of bookings around today.

pub mod account;
mod agreement;
mod amendment;
pub mod booking;
mod certain;
pub mod content;
mod course;
mod crowd;
mod draft;
mod fact;
mod licence;
mod limit;
mod outside;
pub mod people;
mod place;
mod post;
mod resident;
pub mod rule;
mod service;
mod setting;
mod stage;
mod story;
mod together;
pub mod training;
mod under_way;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::try_join_all;

use crate::acts;
use crate::cli::demo_world::fact::Facts;
use crate::cli::demo_world::people::{CAST, Figure};
use crate::cli::demo_world::post::Post;
use crate::cli::demo_world::rule::Rules;
use crate::cli::demo_world::stage::{Cast, Stage, seed_of};
use crate::cli::demo_world::story::Troupe;
use crate::cli::dice::Dice;
use crate::cli::failure::{Failure, halted};
use crate::cli::seed;
use crate::domain::actor::{Actor, Role};
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::id::{FacilityId, RuleId, UserId};
use crate::domain::rule::{Consent, Draft, Rule, in_force_all};
use crate::domain::time::Instant;
use crate::domain::world::{Batch, Placed, Resident};
use crate::store;
use crate::store::db::Db;
use crate::store::world::survey::{Survey, survey};

/// The part that is filled in last: with it the demonstration is whole.
pub const LAST_PART: &str = "demonstration";

/// Everybody: those whom visitors should try first, then the crowd.
pub fn everybody() -> impl Iterator<Item = Figure> {
    CAST.into_iter().chain(crowd::crowd())
}

/// Builds the world in an empty database.
///
/// # Errors
/// A fault of the database.
pub async fn build(
    db: &Db,
    at: Instant,
    password_hash: String,
    rules: Rules,
) -> Result<(), Failure> {
    let house = Actor::house(at);
    let catalogue = seed::read("the catalogue", seed::SUPPLIED)?;
    seed::load(db, house.clone(), catalogue).await?;
    let land = db.read(survey).await.map_err(halted)?;
    let places = Batch {
        places: place::places(at),
        rooms: place::whole(&land, at).into_iter().collect(),
        closed_days: story::closed_days(&land, at),
        ..Batch::default()
    };
    fill(db, &house, "places", places).await?;
    let land = db.read(survey).await.map_err(halted)?;
    publish(db, &house, &land, rules).await?;
    let people = resident::residents(everybody(), (&land, at), &password_hash);
    let pupils = researchers(&people).into_iter().rev();
    let pupils: Vec<UserId> = pupils.map(|one| one.id).collect();
    let residents = Batch {
        residents: people.iter().map(|(_, one)| one.clone()).collect(),
        responsible: resident::responsible(&people),
        courses: course::taught(|slug| facility(&land, slug), &pupils, at),
        ..Batch::default()
    };
    fill(db, &house, "people", residents.clone()).await?;
    training::build(db, &land, &residents.residents, at).await?;
    let troupe = Troupe {
        land: &land,
        people: &people,
        at,
    };
    service::build(db, &troupe).await?;
    outside::record(db, &troupe).await?;
    together::say(db, &troupe).await?;
    draft::begin(db, &house).await?;
    let world = world(db, &land, &people, at).await?;
    fill(db, &house, "bookings", world.clone()).await?;
    under_way::happen(db, &troupe, &world.bookings).await?;
    fill(db, &house, LAST_PART, Batch::default()).await
}

async fn fill(db: &Db, house: &Actor, part: &'static str, batch: Batch) -> Result<(), Failure> {
    db.act(house.clone(), move |tx, by| {
        acts::world::fill(tx, by, part, &batch)
    })
    .await
    .map(drop)
    .map_err(halted)
}

/// Publishes the rules of all facilities, then all resources that are allocated here.
async fn publish(db: &Db, house: &Actor, land: &Survey, rules: Rules) -> Result<(), Failure> {
    let resources = resources(db, land, house.at).await?;
    let units = place::units(land, &resources);
    let of_facilities = units
        .iter()
        .enumerate()
        .flat_map(|(place, unit)| rule::drafts(unit, place, house.at, rules));
    let whole = place::whole_unit(land, house.at)
        .map(|unit| rule::whole(&unit, units.len(), house.at, rules));
    let drafts: Vec<Draft> = of_facilities.chain(whole).collect();
    try_join_all(drafts.into_iter().map(|draft| {
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

/// What can be booked or asked for here, as decisions see it.
async fn resources(db: &Db, land: &Survey, at: Instant) -> Result<Vec<Resource>, Failure> {
    let ids: Vec<_> = land.resources.iter().map(|resource| resource.id).collect();
    db.read(move |conn| store::catalogue::resource::several(conn, &ids, at))
        .await
        .map_err(halted)
}

/// Bookings, maintenance, courses, and what people agreed to, learned and had confirmed.
async fn world(
    db: &Db,
    land: &Survey,
    people: &[(Figure, Resident)],
    at: Instant,
) -> Result<Batch, Failure> {
    let resources = resources(db, land, at).await?;
    let everybody: Vec<Resident> = people.iter().map(|(_, one)| one.clone()).collect();
    let researchers = researchers(people);
    let facilities: Vec<FacilityId> = land.facilities.iter().map(|one| one.id).collect();
    let courses = db.read(move |conn| store::course::of_facilities(conn, &facilities));
    let courses = courses.await.map_err(halted)?;
    let rules = versions(db, &resources).await?;
    let mut facts = Facts::new(&everybody, &courses, at);
    let mut batch = Batch::default();
    let mut count = 0;
    for resource in resources.iter().filter(|resource| is_booked(resource)) {
        let role = Role::FacilityManager(resource.facility);
        let manager = everybody.iter().find(|one| one.roles.contains(&role));
        let (Some(manager), Some(visitor)) = (manager, researchers.first()) else {
            continue;
        };
        let stage = Stage {
            resource,
            rules: rules.get(&resource.facility).map_or(&[][..], Vec::as_slice),
            manager: &cast(manager),
            applicants: &applicants(&researchers, resource),
            visitor: visitor.id,
            at,
        };
        let mut dice = Dice::of(seed_of(resource, at));
        batch
            .outages
            .extend(booking::outage(&stage, count, &mut dice));
        let placed = booking::bookings(&stage, &batch.outages, &mut count, &mut dice);
        placed.iter().for_each(|one| facts.add(&stage, one));
        batch.bookings.extend(placed);
    }
    let troupe = Troupe { land, people, at };
    arrange(&troupe, &mut batch.bookings, &mut facts);
    batch.consents = consents(&batch.bookings, &resources, &rules);
    batch.equivalences = agreement::equivalences(&troupe, &courses);
    batch.waivers = agreement::waivers(&troupe);
    batch.facts = facts.known;
    Ok(batch)
}

/// Puts in place what visitors should meet on every day.
fn arrange(troupe: &Troupe<'_>, bookings: &mut [Placed], facts: &mut Facts<'_>) {
    certain::returned(troupe, bookings);
    certain::waiting(troupe, bookings);
    certain::at_home(troupe, bookings);
    certain::missed(troupe, bookings);
    story::invited(troupe, bookings, facts);
    licence::licences(troupe, bookings, facts);
    story::facts(troupe, facts);
}

/// The published versions that apply to each facility.
async fn versions(
    db: &Db,
    resources: &[Resource],
) -> Result<BTreeMap<FacilityId, Vec<Rule>>, Failure> {
    let facilities: BTreeSet<FacilityId> = resources.iter().map(|one| one.facility).collect();
    let look = db.read(move |conn| {
        facilities
            .iter()
            .map(|id| Ok((*id, store::rule::versions(conn, *id)?)))
            .collect()
    });
    look.await.map_err(halted)
}

/// Those who ask for time.
fn researchers(people: &[(Figure, Resident)]) -> Vec<&Resident> {
    people
        .iter()
        .filter(|(figure, _)| figure.post == Post::Researcher)
        .map(|(_, resident)| resident)
        .collect()
}

fn facility(land: &Survey, slug: &str) -> Option<FacilityId> {
    let found = land.facilities.iter().find(|one| one.slug == slug);
    found.map(|one| one.id)
}

fn is_booked(resource: &Resource) -> bool {
    resource.open && access(resource.mode, resource.allocation) == Access::Slot
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
fn applicants(researchers: &[&Resident], resource: &Resource) -> Vec<Cast> {
    let newcomer = usize::from(resource.facility_slug == "riken-cryoem");
    researchers
        .iter()
        .skip(newcomer)
        .map(|one| cast(one))
        .collect()
}

/// What the bookings needed: the facility's version of the day of use, and its institution's own.
fn consents(
    bookings: &[Placed],
    resources: &[Resource],
    rules: &BTreeMap<FacilityId, Vec<Rule>>,
) -> Vec<Consent> {
    let mut first: BTreeMap<(UserId, RuleId), Instant> = BTreeMap::new();
    for Placed { booking, .. } in bookings {
        let resource = resources.iter().find(|one| one.id == booking.resource);
        let versions = resource.and_then(|one| rules.get(&one.facility));
        let versions = versions.map_or(&[][..], Vec::as_slice);
        for rule in in_force_all(versions, booking.span.start().day()) {
            let at = first
                .entry((booking.user, rule.id))
                .or_insert(booking.created_at);
            *at = booking.created_at.min(*at);
        }
    }
    first
        .into_iter()
        .map(|((user, rule), at)| Consent { user, rule, at })
        .collect()
}

#[cfg(test)]
mod tests;
