//! Invented institutions and facilities with copies of the catalogue's instruments.

use futures_util::future::try_join_all;

use crate::acts;
use crate::cli::failure::{Failure, halted};
use crate::domain::actor::Actor;
use crate::domain::catalogue::{Access, Parameters, Resource, access};
use crate::domain::id::{FacilityId, InstitutionId, ResourceId, RuleId, born};
use crate::domain::name::Name;
use crate::domain::rule::text::Text;
use crate::domain::rule::{Draft, Rule};
use crate::domain::world::{Batch, Place, Room, Twin};
use crate::store;
use crate::store::db::Db;
use crate::store::world::survey::survey;

/// Instruments of one facility, and facilities of one institution.
const OF_FACILITY: usize = 6;
const OF_INSTITUTION: usize = 4;

/// One instrument of the world.
#[derive(Clone, Debug)]
pub struct Instrument {
    pub id: ResourceId,
    /// The place of its facility in [`Land::facilities`].
    pub facility: usize,
    pub parameters: Parameters,
}

/// One facility of the world.
#[derive(Copy, Clone, Debug)]
pub struct Facility {
    pub id: FacilityId,
    pub institution: InstitutionId,
    pub rule: RuleId,
}

/// What there is to be booked.
#[derive(Clone, Debug)]
pub struct Land {
    pub facilities: Vec<Facility>,
    pub resources: Vec<Instrument>,
}

/// Makes this many instruments with everything around them.
///
/// # Errors
/// The catalogue has nothing to copy, or a fault of the database.
pub async fn build(db: &Db, house: &Actor, resources: usize) -> Result<Land, Failure> {
    let originals = originals(db, house).await?;
    if originals.is_empty() {
        return Err(Failure::from("the catalogue has no instrument to copy"));
    }
    let land = invent(&originals, house, resources);
    let batch = Batch {
        places: places(&land, house),
        rooms: rooms(&land),
        ..Batch::default()
    };
    fill(db, house, batch).await?;
    let drafts = land.facilities.iter().map(draft);
    try_join_all(drafts.map(|draft| {
        db.act(house.clone(), move |tx, by| {
            acts::rule::publish(tx, by, draft.clone())
        })
    }))
    .await
    .map_err(halted)?;
    let batch = Batch {
        twins: twins(&land, &originals),
        ..Batch::default()
    };
    fill(db, house, batch).await?;
    Ok(land)
}

/// The instruments of the catalogue whose time is booked here.
async fn originals(db: &Db, house: &Actor) -> Result<Vec<Resource>, Failure> {
    let at = house.at;
    let all = db
        .read(move |conn| {
            let land = survey(conn)?;
            let ids: Vec<ResourceId> = land.resources.iter().map(|direct| direct.id).collect();
            store::catalogue::resource::several(conn, &ids, at)
        })
        .await
        .map_err(halted)?;
    let slotted = |resource: &Resource| access(resource.mode, resource.allocation) == Access::Slot;
    Ok(all.into_iter().filter(slotted).collect())
}

fn invent(originals: &[Resource], house: &Actor, resources: usize) -> Land {
    let id = |tag, number: usize| {
        let count = u16::try_from(number % 0x1_0000).unwrap_or_default();
        born(house.at.unix() - 86_400, tag, count)
    };
    let facilities = (0..resources.div_ceil(OF_FACILITY)).map(|number| Facility {
        id: FacilityId::new(id(6, number)),
        institution: InstitutionId::new(id(7, number / OF_INSTITUTION)),
        rule: RuleId::new(id(8, number)),
    });
    let instruments =
        originals
            .iter()
            .cycle()
            .take(resources)
            .enumerate()
            .map(|(number, original)| Instrument {
                id: ResourceId::new(id(9, number)),
                facility: number / OF_FACILITY,
                parameters: original.parameters.clone(),
            });
    Land {
        facilities: facilities.collect(),
        resources: instruments.collect(),
    }
}

fn places(land: &Land, house: &Actor) -> Vec<Place> {
    let mut ids: Vec<InstitutionId> = land
        .facilities
        .iter()
        .map(|facility| facility.institution)
        .collect();
    ids.dedup();
    let day = house.at.day();
    ids.into_iter()
        .enumerate()
        .map(|(number, id)| Place {
            id,
            slug: format!("world-{number}"),
            name: Name {
                ja: format!("第{}計測研究機構（架空）", number + 1),
                en: format!("Measuring Institute {} (invented)", number + 1),
            },
            org_class: "public",
            note: format!("{day}に測定のために作った架空の機関です。"),
        })
        .collect()
}

fn rooms(land: &Land) -> Vec<Room> {
    land.facilities
        .iter()
        .enumerate()
        .map(|(number, facility)| Room {
            id: facility.id,
            institution: facility.institution,
            slug: format!("world-{number}"),
            name: Name {
                ja: format!("共用機器室 {}", number + 1),
                en: format!("Shared instruments {}", number + 1),
            },
            is_whole: false,
        })
        .collect()
}

fn draft(facility: &Facility) -> Draft {
    Draft {
        rule: Rule {
            id: facility.rule,
            facility: facility.id,
            version: "1.0".to_owned(),
            title: Name {
                ja: "利用規則（見本）".to_owned(),
                en: "Usage rule (model)".to_owned(),
            },
            effective_on: chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default(),
            institution: facility.institution,
            is_whole: false,
            grace_days: 30,
        },
        text: Text::plain(
            Name::default(),
            Name {
                ja: "測定のための見本です。\n".to_owned(),
                en: "A model, for measuring.\n".to_owned(),
            },
        ),
    }
}

fn twins(land: &Land, originals: &[Resource]) -> Vec<Twin> {
    land.resources
        .iter()
        .zip(originals.iter().cycle())
        .enumerate()
        .filter_map(|(number, (instrument, original))| {
            Some(Twin {
                id: instrument.id,
                of: original.id,
                facility: land.facilities.get(instrument.facility)?.id,
                slug: format!("world-{number}"),
                mark: format!("{}号機", number + 1),
            })
        })
        .collect()
}

async fn fill(db: &Db, house: &Actor, batch: Batch) -> Result<(), Failure> {
    db.act(house.clone(), move |tx, by| {
        acts::world::fill(tx, by, "land", &batch)
    })
    .await
    .map(drop)
    .map_err(halted)
}
