//! The house of the simulation, furnished: its places, its rules, its people.

use diesel::connection::SimpleConnection;
use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::domain::actor::Actor;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;
use madoguchi::store::engine::Conn;
use madoguchi::store::schema::user;

use crate::house::House;
use crate::lab::NISHIMURA;
use crate::people::{Person, YAMADA};
use crate::sheet::{Version, publish};
use crate::simulation::place::{
    APPLICANTS, CHOSEN, FACILITIES, LASERS, OTHER, PLACES, Place, home, names_somebody,
};
use crate::simulation::time::MINUTE;
use crate::world::{self, BIOBANK, IMAGING, rule_of};

/// The day on which the simulation begins.
const BEGINS: &str = "2026-12-20";
/// The versions of the facilities' rules that hold from then on.
const VERSIONS: [i64; 2] = [4001, 4002];

/// Every version that somebody may have to agree to.
pub fn rules() -> [i64; 4] {
    let before = [PLACES[0].slug, IMAGING].map(rule_of);
    [before[0], before[1], VERSIONS[0], VERSIONS[1]]
}

/// Those who do something in the simulation.
pub struct People {
    pub applicants: Vec<Actor>,
    /// Of each of the facilities.
    pub managers: [Actor; 2],
    /// Responsible for the applicants of each of their institutions.
    pub responsible: [Actor; 2],
}

/// All of them, with accounts.
pub fn people(house: &House) -> People {
    let mut conn = house.conn();
    world::settle(&mut conn, &NISHIMURA, "", house.rooms.clock.now());
    let responsible = [0, 1].map(|of| {
        let id = 4900 + i64::try_from(of).unwrap();
        settled(house, &mut conn, id, FACILITIES[of].1)
    });
    let applicant = |number: usize| {
        let (id, of) = (5000 + i64::try_from(number).unwrap(), home(number));
        let one = settled(house, &mut conn, id, FACILITIES[of].1);
        if names_somebody(number) {
            let named = responsible[of].person().unwrap().id.number();
            diesel::update(user::table.find(id))
                .set(user::responsible_id.eq(Some(named)))
                .execute(&mut conn)
                .unwrap();
        }
        one
    };
    People {
        applicants: (0..APPLICANTS).map(applicant).collect(),
        managers: [YAMADA, NISHIMURA].map(|person| house.actor(&person)),
        responsible,
    }
}

/// Somebody of an institution.
fn settled(house: &House, conn: &mut Conn, id: i64, institution: &'static str) -> Actor {
    let person = Person {
        id,
        name: "模擬 利用者",
        email: format!("sim{id}@example.jp").leak(),
        institution,
        language: "ja",
        role: None,
    };
    world::settle(conn, &person, "", house.rooms.clock.now());
    house.actor(&person)
}

/// Places that are always open; some share a component of which there are two.
pub fn furnish(house: &House) {
    let code = |code: &str| Value::Code(code.to_owned());
    let chooses = (Parameter::PriorityRule, code("manager_decides"));
    let asks = (Parameter::ApprovalChain, code("standard"));
    let said = [vec![chooses, asks.clone()], vec![asks]];
    for (of, (slug, said)) in [CHOSEN, IMAGING].into_iter().zip(said).enumerate() {
        let version = Version {
            facility: FACILITIES[of].0,
            id: VERSIONS[of],
            effective_on: BEGINS,
        };
        publish(house, &version, slug, &said);
    }
    house.set_clock(&format!("{BEGINS} 09:00"));
    let mut conn = house.conn();
    for place in PLACES {
        open(&mut conn, &place);
    }
    let lasers = format!("update resource set capacity = {LASERS} where slug = '{BIOBANK}'");
    conn.batch_execute(&lasers).unwrap();
}

/// What is asked of a time at one of the places.
fn open(conn: &mut Conn, place: &Place) {
    let mode = if place.capacity > 1 {
        "shared_capacity"
    } else {
        "exclusive_slot"
    };
    let (slug, after) = (place.slug, place.after / MINUTE);
    let said = format!(
        "update resource set published = true, booking_mode = '{mode}', capacity = {}, slot_minutes = 30, origin_minute = 0, \
         min_minutes = 30, max_minutes = 480, lead_business_days = 0, horizon_days = 60, buffer_before = 0, \
         buffer_after = {after}, windows = '', closed_calendars = '', prerequisites = 'rule_consent' where slug = '{slug}'",
        place.capacity,
    );
    conn.batch_execute(&said).unwrap();
    if place.with_laser {
        let needs = format!(
            "insert into resource_need (resource_id, needed_id, units) select a.id, b.id, 1 from resource a, resource b \
             where a.slug = '{slug}' and b.slug = '{BIOBANK}'"
        );
        conn.batch_execute(&needs).unwrap();
    }
    if place.with_other {
        let together = format!(
            "insert into companion (resource_id, companion_id) select a.id, b.id from resource a, resource b \
             where a.slug = '{slug}' and b.slug = '{}'",
            PLACES[OTHER].slug
        );
        conn.batch_execute(&together).unwrap();
    }
}
