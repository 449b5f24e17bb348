//! Components that resources share: through them, two instruments block each other.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::acts;
use madoguchi::domain::halt::Halt;
use madoguchi::domain::refusal::Refusal;
use madoguchi::store::schema::{resource, resource_need};

use crate::house::House;
use crate::people::{KIM, SATO};
use crate::world::{CONFOCAL, QPCR};

/// Both instruments are lit by the same laser.
fn with_one_laser() -> House {
    let house = House::new();
    for slug in [CONFOCAL, QPCR] {
        house.lead(slug, 0);
        let mut conn = house.conn();
        let id = |slug: &str, conn: &mut _| -> i64 {
            resource::table
                .filter(resource::slug.eq(slug))
                .select(resource::id)
                .first(conn)
                .unwrap()
        };
        let (by, laser) = (id(slug, &mut conn), id("ncgg-plate", &mut conn));
        diesel::insert_into(resource_need::table)
            .values((
                resource_need::resource_id.eq(by),
                resource_need::needed_id.eq(laser),
                resource_need::units.eq(1),
            ))
            .execute(&mut conn)
            .unwrap();
    }
    house
}

/// The calendar of the second instrument, as strangers see it.
fn calendar(house: &House) -> String {
    let path = format!("/resources/{QPCR}?start=2026-12-16T11:00&len=60");
    house.stranger().get(&path).expect(200).words()
}

#[test]
fn g06_two_instruments_with_one_laser_block_each_other_and_a_withdrawal_frees_both() {
    let house = with_one_laser();
    let before = calendar(&house);
    assert!(!before.contains("10時から12時"), "{before}");
    let first = house.request(&SATO, CONFOCAL, "2026-12-16 10:00", 120);
    assert_eq!(house.count("allocation"), 2, "the instrument and the laser");
    assert_ne!(calendar(&house), before, "a kept page does not stay");
    let second = house.try_request(&KIM, QPCR, "2026-12-16 11:00", 60);
    let Err(Halt::Refused(refusals)) = second else {
        panic!("{second:?}");
    };
    assert!(refusals.iter().any(Refusal::is_lost_slot), "{refusals:?}");
    // what touches is allowed: the laser is free when the other use, its buffers included, is over
    house.request(&KIM, QPCR, "2026-12-16 13:00", 60);
    assert!(calendar(&house).contains("10時から12時 予約済み"));
    house
        .act(&SATO, move |tx, by| acts::booking::withdraw(tx, by, first))
        .unwrap();
    house.request(&KIM, QPCR, "2026-12-16 11:00", 60);
    assert_eq!(house.count("allocation"), 4);
}
