//! The house of the simulation, compared with the model.

use std::collections::HashMap;
use std::fmt::Debug;

use diesel::prelude::{QueryDsl, RunQueryDsl};
use madoguchi::store::engine::Conn;
use madoguchi::store::schema::{allocation, booking, resource};

use crate::house::House;
use crate::simulation::model::Model;
use crate::simulation::place::PLACES;
use crate::world::BIOBANK;

/// A booking: number, start, end, units, state.
type Booked = (i64, i64, i64, i64, String);
/// A claim: resource, booking or outage, start, end, units.
type Claimed = (String, i64, i64, i64, i64);

/// A claim as its row keeps it: resource, booking, holder, outage, start, end, units.
type Row = (i64, Option<i64>, Option<i64>, Option<i64>, i64, i64, i64);

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
    alike(&found, &bookings(model));
    alike(&claims_in(&mut conn), &claims(model));
}

/// Shows only what differs of two long lists.
fn alike<T: Ord + Debug>(house: &[T], model: &[T]) {
    let only = |these: &[T], others: &[T]| -> String {
        let rest = these
            .iter()
            .filter(|one| others.binary_search(one).is_err());
        format!("{:?}", rest.collect::<Vec<_>>())
    };
    assert!(
        house == model,
        "only in the house: {}; only in the model: {}",
        only(house, model),
        only(model, house)
    );
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
            allocation::outage_id,
            allocation::starts_at,
            allocation::ends_at,
            allocation::units,
        ))
        .load(conn)
        .unwrap();
    let claimed = rows
        .into_iter()
        .map(|(on, own, holder, outage, start, end, units)| {
            (
                slugs[&on].clone(),
                own.or(holder).or(outage).unwrap(),
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
    for one in &model.outages {
        for claim in &one.claims {
            let (time, slug) = (claim.time, PLACES[one.place].slug.to_owned());
            let units = i64::from(time.units);
            all.push((slug, one.id.number(), time.start, time.end, units));
        }
    }
    all.sort();
    all
}
