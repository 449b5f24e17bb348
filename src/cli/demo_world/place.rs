//! The invented places of the demonstration, and its units that get rules.

use crate::cli::demo_world::people::{COMPANY, OFFICE, OVERSEAS, UNIVERSITY};
use crate::cli::demo_world::rule::{Facility, WHOLE};
use crate::domain::catalogue::Resource;
use crate::domain::id::{FacilityId, InstitutionId, born};
use crate::domain::name::Name;
use crate::domain::time::Instant;
use crate::domain::world::{Place, Room};
use crate::store::world::survey::{Institution, Survey};

/// Places to which people belong who are of no institution in the catalogue.
pub fn places(at: Instant) -> Vec<Place> {
    let place = |number, slug: &str, (ja, en): (&str, &str), org_class| Place {
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
            ("東都大学（架空）", "Toto University (invented)"),
            "university",
        ),
        place(
            1,
            OFFICE,
            (
                "連絡調整会議事務局（見本）",
                "Council office (demonstration)",
            ),
            "public",
        ),
        place(
            2,
            COMPANY,
            ("架空製薬株式会社（架空）", "Kaku Pharma (invented)"),
            "company",
        ),
        place(
            3,
            OVERSEAS,
            ("海外の大学（架空）", "Example University Abroad (invented)"),
            "overseas",
        ),
    ]
}

/// 機関全体: the unit of the institution that has a regulation of its own.
pub fn whole(land: &Survey, at: Instant) -> Option<Room> {
    owner(land).map(|institution| Room {
        id: FacilityId::new(born(at.unix(), 11, 0)),
        institution: institution.id,
        slug: format!("{WHOLE}-whole"),
        name: Name {
            ja: "機関全体".to_owned(),
            en: "Whole institution".to_owned(),
        },
        is_whole: true,
    })
}

/// The same as a unit that gets a rule.
pub fn whole_unit(land: &Survey, at: Instant) -> Option<Facility> {
    let room = whole(land, at)?;
    Some(Facility {
        id: room.id,
        slug: room.slug,
        name: room.name,
        institution: owner(land)?.name.clone(),
        institution_id: room.institution,
        shared: Vec::new(),
    })
}

fn owner(land: &Survey) -> Option<&Institution> {
    land.institutions.iter().find(|known| known.slug == WHOLE)
}

/// The facilities, each with what it shares.
pub fn units(land: &Survey, resources: &[Resource]) -> Vec<Facility> {
    let name_of = |id: InstitutionId| {
        let found = land.institutions.iter().find(|known| known.id == id);
        found.map(|known| known.name.clone()).unwrap_or_default()
    };
    let shared = |facility: FacilityId| {
        let mine = resources.iter().filter(|one| one.facility == facility);
        mine.map(|one| {
            (
                one.slug.clone(),
                one.name.clone(),
                one.category.clone(),
                one.terms.clone(),
            )
        })
        .collect()
    };
    land.facilities
        .iter()
        .map(|facility| Facility {
            id: facility.id,
            slug: facility.slug.clone(),
            name: facility.name.clone(),
            institution: name_of(facility.institution),
            institution_id: facility.institution,
            shared: shared(facility.id),
        })
        .collect()
}
