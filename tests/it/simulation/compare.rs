//! The house of the simulation, furnished, and compared with the model.

use std::collections::HashMap;

use diesel::connection::SimpleConnection;
use diesel::prelude::{QueryDsl, RunQueryDsl};
use madoguchi::domain::actor::Actor;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;
use madoguchi::store::engine::Conn;
use madoguchi::store::schema::{allocation, booking, resource};

use crate::house::House;
use crate::people::Person;
use crate::sheet::{Version, publish};
use crate::simulation::claim::{CHOSEN, LASERS, MINUTE, PLACES};
use crate::simulation::model::Model;
use crate::world::{self, BIOBANK};

/// The day on which the simulation begins.
const BEGINS: &str = "2026-12-20";
/// How many applicants there are.
pub const APPLICANTS: usize = 40;

/// Whether an applicant is of another institution: series are for the institution's own people.
pub const fn is_guest(applicant: usize) -> bool {
    applicant % 3 == 1
}

/// The applicants, with accounts.
pub fn people(house: &House) -> Vec<Actor> {
    let mut conn = house.conn();
    let at = house.rooms.clock.now();
    let person = |number: usize| Person {
        id: 5000 + i64::try_from(number).unwrap(),
        name: "模擬 利用者",
        email: format!("sim{number}@example.jp").leak(),
        institution: if is_guest(number) { "ncvc" } else { "ncgg" },
        language: "ja",
        role: None,
    };
    let one = |number: usize| {
        let person = person(number);
        world::settle(&mut conn, &person, "", at);
        house.actor(&person)
    };
    (0..APPLICANTS).map(one).collect()
}

/// A booking: number, start, end, units, state.
type Booked = (i64, i64, i64, i64, String);
/// A claim: resource, booking, start, end, units.
type Claimed = (String, i64, i64, i64, i64);

/// A claim as its row keeps it: resource, booking, holder, start, end, units.
type Row = (i64, Option<i64>, Option<i64>, i64, i64, i64);

/// Every booking and every claim must be the same in both.
pub fn compare(house: &House, model: &Model) {
    let mut conn = house.conn();
    let mut found: Vec<Booked> = booking::table
        .select((
            booking::id,
            booking::starts_at,
            booking::ends_at,
            booking::units,
            booking::state,
        ))
        .load(&mut conn)
        .unwrap();
    found.sort();
    assert_eq!(found, bookings(model));
    assert_eq!(claims_in(&mut conn), claims(model));
}

fn bookings(model: &Model) -> Vec<Booked> {
    let booked = model.bookings.iter().map(|one| {
        let (time, state) = (one.time, one.state.code().to_owned());
        (
            one.id.number(),
            time.start,
            time.end,
            i64::from(time.units),
            state,
        )
    });
    let mut all: Vec<Booked> = booked.collect();
    all.sort();
    all
}

fn claims_in(conn: &mut Conn) -> Vec<Claimed> {
    let slugs: Vec<(i64, String)> = resource::table
        .select((resource::id, resource::slug))
        .load(conn)
        .unwrap();
    let slugs: HashMap<i64, String> = slugs.into_iter().collect();
    let rows: Vec<Row> = allocation::table
        .select((
            allocation::resource_id,
            allocation::booking_id,
            allocation::holder_id,
            allocation::starts_at,
            allocation::ends_at,
            allocation::units,
        ))
        .load(conn)
        .unwrap();
    let claimed = rows
        .into_iter()
        .map(|(on, own, holder, start, end, units)| {
            (
                slugs[&on].clone(),
                own.or(holder).unwrap(),
                start,
                end,
                units,
            )
        });
    let mut all: Vec<Claimed> = claimed.collect();
    all.sort();
    all
}

fn claims(model: &Model) -> Vec<Claimed> {
    let mut all: Vec<Claimed> = Vec::new();
    for one in &model.bookings {
        let (id, slug) = (one.id.number(), PLACES[one.place].slug);
        for claim in &one.claims {
            let time = claim.time;
            let units = i64::from(time.units);
            all.push((slug.to_owned(), id, time.start, time.end, units));
            if claim.with_laser {
                all.push((BIOBANK.to_owned(), id, time.start, time.end, 1));
            }
        }
    }
    all.sort();
    all
}

/// The version of the rule that names the instrument whose manager chooses.
pub const VERSION: i64 = 4001;

/// Three places that are always open and share a component of which there are two.
pub fn furnish(house: &House) {
    let version = Version {
        facility: "ncgg-ri",
        id: VERSION,
        effective_on: BEGINS,
    };
    let chooses = Value::Code("manager_decides".to_owned());
    publish(
        house,
        &version,
        CHOSEN,
        &[(Parameter::PriorityRule, chooses)],
    );
    house.set_clock(&format!("{BEGINS} 09:00"));
    let mut conn = house.conn();
    for place in PLACES {
        let mode = if place.capacity > 1 {
            "shared_capacity"
        } else {
            "exclusive_slot"
        };
        let said = format!(
            "update resource set published = true, booking_mode = '{mode}', capacity = {}, slot_minutes = 30, origin_minute = 0, \
             min_minutes = 30, max_minutes = 480, lead_business_days = 0, horizon_days = 60, buffer_before = 0, \
             buffer_after = {}, windows = '', closed_calendars = '', prerequisites = 'rule_consent' where slug = '{}'; \
             insert into resource_need (resource_id, needed_id, units) select a.id, b.id, 1 from resource a, resource b \
             where a.slug = '{}' and b.slug = '{BIOBANK}'",
            place.capacity,
            place.after / MINUTE,
            place.slug,
            place.slug,
        );
        conn.batch_execute(&said).unwrap();
    }
    let lasers = format!("update resource set capacity = {LASERS} where slug = '{BIOBANK}'");
    conn.batch_execute(&lasers).unwrap();
}
