//! The invented people as accounts with roles, and as those who act.

use crate::cli::demo_world::people::Figure;
use crate::cli::demo_world::post::Post;
use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::id::{InstitutionId, UserId, born};
use crate::domain::time::Instant;
use crate::domain::world::Resident;
use crate::store::world::survey::Survey;

/// How long ago the invented people came, in minutes.
const SINCE: i64 = 120 * 24 * 60;

/// The invented people whose institution is in the catalogue, with their roles.
pub fn residents(
    everybody: impl Iterator<Item = Figure>,
    (land, at): (&Survey, Instant),
    password_hash: &str,
) -> Vec<(Figure, Resident)> {
    let since = at.plus_minutes(-SINCE);
    let one = |(number, figure): (usize, Figure)| {
        let home = land
            .institutions
            .iter()
            .find(|known| known.slug == figure.institution)?;
        let resident = Resident {
            id: UserId::new(born(since.unix(), 4, u16::try_from(number).ok()?)),
            name: figure.name.to_owned(),
            email: figure.email(),
            institution: home.id,
            position: figure.position.to_owned(),
            position_class: figure.post.class(),
            language: figure.language,
            password_hash: password_hash.to_owned(),
            since,
            roles: roles(land, &figure, home.id),
        };
        Some((figure, resident))
    };
    everybody.enumerate().filter_map(one).collect()
}

fn roles(land: &Survey, figure: &Figure, home: InstitutionId) -> Vec<Role> {
    match figure.post {
        Post::Researcher | Post::Guest(_) => Vec::new(),
        Post::Manager(slugs) => land
            .facilities
            .iter()
            .chain(&land.by_call)
            .filter(|facility| slugs.contains(&facility.slug.as_str()))
            .map(|facility| Role::FacilityManager(facility.id))
            .collect(),
        Post::Officer(slugs) => land
            .institutions
            .iter()
            .filter(|known| slugs.contains(&known.slug.as_str()))
            .map(|known| Role::InstitutionOfficer(known.id))
            .collect(),
        Post::Desks(desks) => desks.iter().map(|desk| Role::Desk(home, *desk)).collect(),
        Post::Council => vec![Role::Council],
        Post::Administrator => vec![Role::Administrator],
    }
}

/// One of the invented people, at a moment.
pub fn actor(resident: &Resident, at: Instant) -> Actor {
    Actor {
        who: Who::Person(Person {
            id: resident.id,
            name: resident.name.clone(),
            email: resident.email.clone(),
            language: resident.language,
            institution: resident.institution,
            roles: resident.roles.clone(),
        }),
        at,
    }
}

/// Who is responsible for the researchers at home: whoever manages a facility or speaks for the institution.
pub fn responsible(people: &[(Figure, Resident)]) -> Vec<(UserId, UserId)> {
    let asks = people
        .iter()
        .filter(|(figure, _)| figure.post == Post::Researcher);
    let agrees = |home: InstitutionId| {
        let posts = |post| matches!(post, Post::Manager(_) | Post::Officer(_));
        let mut there = people.iter().filter(|(_, one)| one.institution == home);
        there.find(|(figure, _)| posts(figure.post))
    };
    asks.filter_map(|(_, one)| Some((one.id, agrees(one.institution)?.1.id)))
        .collect()
}
