//! Components and companions, as managers say them: what is booked already takes a component too.

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};
use madoguchi::acts::booking::withdraw;
use madoguchi::domain::id::{BookingId, ResourceId};
use madoguchi::store::schema::{allocation, resource};

use crate::amending::letters;
use crate::dump;
use crate::house::House;
use crate::people::{KIM, NAKAMURA, SATO, YAMADA};
use crate::world::{CONFOCAL, HIMAC, NGS, QPCR};

fn id_of(house: &House, slug: &str) -> ResourceId {
    let id: i64 = resource::table
        .filter(resource::slug.eq(slug))
        .select(resource::id)
        .first(&mut house.conn())
        .unwrap();
    ResourceId::new(id)
}

fn page_of(slug: &str) -> String {
    format!("/manage/resources/{slug}/together")
}

/// Who holds components: the bookings.
fn holders(house: &House) -> Vec<BookingId> {
    let ids: Vec<Option<i64>> = allocation::table
        .filter(allocation::purpose.eq("component"))
        .order(allocation::holder_id)
        .select(allocation::holder_id)
        .load(&mut house.conn())
        .unwrap();
    ids.into_iter().flatten().map(BookingId::new).collect()
}

const LAMP: [(&str, &str); 4] = [
    ("component_ja", "水銀灯"),
    ("component_en", "Mercury lamp"),
    ("capacity", "1"),
    ("units", "1"),
];

#[test]
fn a_component_is_taken_by_what_is_booked_already_and_blocks_the_other() {
    let house = House::new();
    for slug in [CONFOCAL, QPCR] {
        house.lead(slug, 0);
    }
    let first = house.request(&SATO, CONFOCAL, "2026-12-16 10:00", 120);
    let manager = house.signed_in(&YAMADA);
    let needs = format!("{}/needs", page_of(CONFOCAL));
    let empty = manager.post(&needs, &[]).expect(422).words();
    for field in ["名称（日本語）", "名称（英語）", "全体の数", "一回に使う数"]
    {
        assert!(
            empty.contains(&format!("{field}が入力されていません")),
            "{empty}"
        );
    }
    let done = manager.post(&needs, &LAMP).expect(303);
    let page = manager.follow(&done).words();
    assert!(
        page.contains("水銀灯") && page.contains("1（全体で1）"),
        "{page}"
    );
    assert_eq!(holders(&house), [first]);
    // the lamp is chosen for the second instrument, and then both block each other
    let lamp = "(select cast(id as text) from resource where part = 'component')";
    let lamp: i64 = dump::one(&mut house.conn(), lamp).parse().unwrap();
    let lamp = ResourceId::new(lamp).to_string();
    let fields = [("needed", lamp.as_str()), ("units", "2")];
    let other = format!("{}/needs", page_of(QPCR));
    let over = manager.post(&other, &fields).expect(422).words();
    assert!(over.contains("全体で1です"), "{over}");
    let fields = [("needed", lamp.as_str()), ("units", "1")];
    manager.post(&other, &fields).expect(303);
    assert!(
        house
            .try_request(&KIM, QPCR, "2026-12-16 11:00", 60)
            .is_err()
    );
    house
        .act(&SATO, move |tx, by| withdraw(tx, by, first))
        .unwrap();
    house.request(&KIM, QPCR, "2026-12-16 11:00", 60);
    // nobody finds the lamp where equipment is listed
    let listed = manager.get("/institutions/ncgg").expect(200).words();
    assert!(!listed.contains("水銀灯"));
    let list = manager.get("/manage/resources").expect(200).words();
    assert!(!list.contains("水銀灯"), "{list}");
}

#[test]
fn a_component_without_room_is_refused_and_a_removed_one_is_free() {
    let house = House::new();
    for slug in [CONFOCAL, QPCR] {
        house.lead(slug, 0);
    }
    let first = house.request(&SATO, CONFOCAL, "2026-12-16 10:00", 120);
    let second = house.request(&KIM, QPCR, "2026-12-16 11:00", 60);
    let manager = house.signed_in(&YAMADA);
    let needs = format!("{}/needs", page_of(CONFOCAL));
    let done = manager.post(&needs, &LAMP).expect(303);
    let page = manager.follow(&done);
    let lamp = "(select cast(id as text) from resource where part = 'component')";
    let lamp: i64 = dump::one(&mut house.conn(), lamp).parse().unwrap();
    let lamp = ResourceId::new(lamp).to_string();
    let fields = [("needed", lamp.as_str()), ("units", "1")];
    let other = format!("{}/needs", page_of(QPCR));
    let refused = manager.post(&other, &fields).expect(422).words();
    assert!(refused.contains(&second.to_string()), "{refused}");
    assert!(!refused.contains(&first.to_string()), "{refused}");
    // nothing needs itself, if only through others
    let itself = id_of(&house, CONFOCAL).to_string();
    let fields_of_itself = [("needed", itself.as_str()), ("units", "1")];
    manager.post(&needs, &fields_of_itself).expect(422);
    let remove = page.form("/remove");
    manager.submit(&remove).expect(303);
    assert_eq!(holders(&house), []);
    manager.submit(&remove).expect(404);
    manager.post(&other, &fields).expect(303);
    assert_eq!(holders(&house), [second]);
    assert_eq!(house.count("event where kind = 'resource.need_removed'"), 1);
}

#[test]
fn a_companion_is_chosen_among_what_is_booked_at_the_facility() {
    let house = House::new();
    let manager = house.signed_in(&YAMADA);
    let path = format!("{}/companions", page_of(CONFOCAL));
    manager.post(&path, &[]).expect(422);
    let qpcr = id_of(&house, QPCR).to_string();
    let fields = [("companion", qpcr.as_str())];
    let done = manager.post(&path, &fields).expect(303);
    let page = manager.follow(&done);
    manager.post(&path, &fields).expect(422);
    // another institution's, an unpublished one, itself
    for slug in [NGS, "ncgg-plate", CONFOCAL] {
        let other = id_of(&house, slug).to_string();
        manager.post(&path, &[("companion", &other)]).expect(422);
    }
    assert_eq!(house.count("companion"), 1);
    let others = format!("{}/others", page_of(CONFOCAL));
    for wrong in ["", "nothing-there", QPCR, "ncgg-plate", HIMAC] {
        manager
            .post(&others, &[("other_companion", wrong)])
            .expect(422);
    }
    let remove = page.form("/companions/");
    manager.submit(&remove).expect(303);
    manager.submit(&remove).expect(404);
    assert_eq!(house.count("companion"), 0);
}

#[test]
fn another_facility_s_equipment_is_offered_by_its_address_and_its_owner_can_leave() {
    let house = House::new();
    let manager = house.signed_in(&YAMADA);
    let path = format!("{}/others", page_of(CONFOCAL));
    let address = format!("https://madoguchi.example.jp/resources/{NGS}?start=2026-12-16T09:00");
    let fields = [("other_companion", address.as_str())];
    let done = manager.post(&path, &fields).expect(303);
    let page = manager.follow(&done).expect(200).words();
    assert!(page.contains("一緒に申請できるようにしました"), "{page}");
    // whoever decides on the other one is told, once
    assert_eq!(letters(&house, "together_offered"), [NAKAMURA.email]);
    manager.post(&path, &fields).expect(422);
    let owner = house.signed_in(&NAKAMURA);
    let theirs = owner.get(&page_of(NGS)).expect(200);
    let words = theirs.words();
    assert!(
        words.contains("一緒に勧めているほかの施設の機器"),
        "{words}"
    );
    let leave = theirs.form("/leave");
    manager.post(&leave.action, &[]).expect(404);
    owner.submit(&leave).expect(303);
    owner.submit(&leave).expect(404);
    assert_eq!(house.count("companion"), 0);
    assert_eq!(letters(&house, "together_left"), [YAMADA.email]);
    let done = manager.post(&path, &fields).expect(303);
    let remove = manager.follow(&done).form("/companions/");
    manager.submit(&remove).expect(303);
    assert_eq!(letters(&house, "together_ended"), [NAKAMURA.email]);
    assert_eq!(letters(&house, "together_offered").len(), 2);
}

#[test]
fn a02_what_others_resources_take_is_nobody_elses_business() {
    let house = House::new();
    let other = house.signed_in(&NAKAMURA);
    let path = page_of(CONFOCAL);
    let plate = id_of(&house, "ncgg-plate").to_string();
    other.get(&path).expect(404);
    other.post(&format!("{path}/needs"), &LAMP).expect(404);
    let fields = [("companion", plate.as_str())];
    other
        .post(&format!("{path}/companions"), &fields)
        .expect(404);
    for kind in ["needs", "companions"] {
        let remove = format!("{path}/{kind}/{plate}/remove");
        other.post(&remove, &[]).expect(404);
    }
    let list = other.get("/manage/resources").expect(200).text();
    assert!(!list.contains(CONFOCAL));
    assert_eq!(house.count("resource where part = 'component'"), 0);
}
