//! 競合: who loses their time without a rival on their own resource is told as well, with what is free instead.

use diesel::connection::SimpleConnection;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;

use crate::amending::letters;
use crate::asking::{filled, number};
use crate::contest::choosing;
use crate::house::House;
use crate::lab::{HAYASHI, NISHIMURA, NSIM};
use crate::people::{KIM, Person, YAMADA};
use crate::sheet::{Version, publish};
use crate::world::{BIOBANK, QPCR};

const START: &str = "2026-05-12 10:00";

/// Two instruments of which each facility chooses among requests, lit by one laser.
fn with_one_laser() -> House {
    let house = choosing();
    house.lead(QPCR, 0);
    let version = Version {
        facility: "ncgg-ri",
        id: 4002,
        effective_on: "2026-05-01",
    };
    let chooses = Value::Code("manager_decides".into());
    publish(
        &house,
        &version,
        QPCR,
        &[(Parameter::PriorityRule, chooses)],
    );
    for slug in [NSIM, QPCR] {
        let need = format!(
            "insert into resource_need (resource_id, needed_id, units) select a.id, b.id, 1 from resource a, resource b \
             where a.slug = '{slug}' and b.slug = '{BIOBANK}'"
        );
        house.conn().batch_execute(&need).unwrap();
    }
    house
}

fn ask(house: &House, who: &Person, slug: &str) -> String {
    let client = house.signed_in(who);
    number(
        &client
            .submit(&filled(&client, slug, START, 120))
            .expect(303),
    )
}

/// How many free times near theirs somebody was told of.
fn offered(house: &House, to: &Person) -> usize {
    let sent = house.deliver();
    let mine = sent
        .iter()
        .filter(|one| one.to == to.email && one.composed.subject.contains("ほかの申請の承認"));
    mine.map(|one| one.composed.text.matches("近い空き枠：").count())
        .sum()
}

#[test]
fn a_choice_on_one_instrument_tells_whoever_wanted_the_laser_for_another() {
    let house = with_one_laser();
    ask(&house, &HAYASHI, NSIM);
    let chosen = ask(&house, &KIM, QPCR);
    let manager = house.signed_in(&YAMADA);
    let page = manager
        .get(&format!("/manage/requests/{chosen}"))
        .expect(200);
    manager.submit(&page.form("/approve")).expect(303);
    assert_eq!(letters(&house, "passed_over"), [HAYASHI.email]);
    assert_eq!(offered(&house, &HAYASHI), 3);
    assert_eq!(house.count("competing_claim"), 1, "it can still be changed");
}

#[test]
fn an_outage_tells_those_who_competed_for_its_time() {
    let house = with_one_laser();
    ask(&house, &HAYASHI, NSIM);
    let manager = house.signed_in(&NISHIMURA);
    let looked = manager
        .get(&format!(
            "/manage/outages/register?resource={NSIM}&sort=maintenance&stop_from=2026-05-12T08:00&stop_until=2026-05-12T18:00&reason=a"
        ))
        .expect(200);
    assert!(letters(&house, "passed_over").is_empty());
    manager
        .submit(&looked.form("/manage/outages/register"))
        .expect(303);
    assert_eq!(letters(&house, "passed_over"), [HAYASHI.email]);
    assert_eq!(offered(&house, &HAYASHI), 3);
}
