//! 立会者 over HTTP: added, changed, absent, gone; what they attend goes to somebody who is free, or it is refused.

use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};
use madoguchi::domain::id::{BookingId, ResourceId};
use madoguchi::secret::chance;
use madoguchi::store::schema::{allocation, booking, resource};

use crate::client::{Answer, Client};
use crate::dump;
use crate::house::House;
use crate::people::{NAKAMURA, SATO, TAKAHASHI, YAMADA};
use crate::world::{CONFOCAL, QPCR};

const PATH: &str = "/manage/attendants";

fn id_of(house: &House, slug: &str) -> ResourceId {
    let id: i64 = resource::table
        .filter(resource::slug.eq(slug))
        .select(resource::id)
        .first(&mut house.conn())
        .unwrap();
    ResourceId::new(id)
}

/// The fields of somebody who works on weekdays from nine and attends the confocal microscope.
fn fields(house: &House, name: &str, until: &str) -> Vec<(String, String)> {
    let attends = format!("attends-{}", id_of(house, CONFOCAL));
    let mut fields = vec![
        ("name_ja", name),
        ("name_en", "Somebody"),
        ("from_time", "09:00"),
        ("until_time", until),
        (attends.as_str(), "yes"),
    ];
    fields.extend(["on-0", "on-1", "on-2", "on-3", "on-4"].map(|day| (day, "yes")));
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    fields.into_iter().map(owned).collect()
}

fn post(client: &Client, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    client.post(path, &fields)
}

/// Adds somebody, and gives back their page's address.
fn added(house: &House, manager: &Client, name: &str) -> String {
    post(manager, PATH, &fields(house, name, "17:00")).expect(303);
    let sql = format!("(select cast(id as text) from resource where name_ja = '{name}')");
    let id: i64 = dump::one(&mut house.conn(), &sql).parse().unwrap();
    format!("{PATH}/{}", ResourceId::new(id))
}

/// Lets somebody attend a booking for all of its time.
fn attends(house: &House, path: &str, of: BookingId) {
    let who: ResourceId = path.rsplit('/').next().unwrap().parse().unwrap();
    let mut conn = house.conn();
    let (from, until): (i64, i64) = booking::table
        .find(of.number())
        .select((booking::starts_at, booking::ends_at))
        .first(&mut conn)
        .unwrap();
    diesel::insert_into(allocation::table)
        .values((
            allocation::id.eq(chance::id(house.rooms.clock.now())),
            allocation::resource_id.eq(who.number()),
            allocation::holder_id.eq(of.number()),
            allocation::starts_at.eq(from),
            allocation::ends_at.eq(until),
            allocation::use_starts_at.eq(from),
            allocation::use_ends_at.eq(until),
            allocation::units.eq(1),
            allocation::purpose.eq("attendant"),
            allocation::note.eq(""),
        ))
        .execute(&mut conn)
        .unwrap();
}

/// Who attends a booking.
fn attending(house: &House, of: BookingId) -> Vec<String> {
    allocation::table
        .inner_join(resource::table.on(resource::id.eq(allocation::resource_id)))
        .filter(allocation::holder_id.eq(of.number()))
        .filter(allocation::purpose.eq("attendant"))
        .select(resource::name_ja)
        .load(&mut house.conn())
        .unwrap()
}

fn away<'a>(from: &'a str, until: &'a str) -> [(&'static str, &'a str); 3] {
    [
        ("absent_from", from),
        ("absent_until", until),
        ("note", "Conference"),
    ]
}

#[test]
fn an_attendant_is_added_once_and_is_no_resource_for_people() {
    let house = House::new();
    let manager = house.signed_in(&YAMADA);
    let empty = manager.post(PATH, &[]).expect(422);
    let words = empty.words();
    for reason in [
        "氏名（日本語）が入力されていません。",
        "氏名（英語）が入力されていません。",
        "曜日が選ばれていません。",
        "始業の時刻が入力されていません。",
        "終業の時刻が入力されていません。",
        "立ち会う機器が選ばれていません。",
    ] {
        assert!(words.contains(reason), "{reason}: {words}");
    }
    let mut fields = fields(&house, "技術 一郎", "17:00");
    fields.push(("id".to_owned(), house.fresh_id()));
    fields.push(("account".to_owned(), "nobody@ncgg.example.jp".to_owned()));
    let unknown = post(&manager, PATH, &fields).expect(422);
    assert!(unknown.words().contains("利用者として登録されていません"));
    assert!(unknown.text().contains("技術 一郎"), "what was typed stays");
    // somebody of another institution is not found either
    fields.last_mut().unwrap().1 = NAKAMURA.email.to_owned();
    post(&manager, PATH, &fields).expect(422);
    fields.last_mut().unwrap().1 = TAKAHASHI.email.to_owned();
    post(&manager, PATH, &fields).expect(303);
    let again = post(&manager, PATH, &fields).expect(303);
    let list = manager.follow(&again).words();
    assert!(
        list.contains("技術 一郎") && list.contains("9:00"),
        "{list}"
    );
    assert_eq!(house.count("attendant where user_id = 1006"), 1);
    assert_eq!(house.count("event where kind = 'attendant.added'"), 1);
    hidden(&house, &manager);
}

/// Nobody finds them where equipment is shown.
fn hidden(house: &House, manager: &Client) {
    let slug = "(select slug from resource where part = 'attendant')";
    let slug = dump::one(&mut house.conn(), slug);
    for path in [
        format!("/resources/{slug}"),
        format!("/resources/{slug}/calendar"),
        format!("/f/panel/{slug}"),
        format!("/manage/door/{slug}"),
    ] {
        manager.get(&path).expect(404);
    }
    house.stranger().get(&format!("/door/{slug}")).expect(404);
    for path in [
        "/institutions/ncgg",
        "/manage/outages/register",
        "/board/ncgg-ri",
    ] {
        let page = manager.get(path).expect(200).words();
        assert!(!page.contains("技術 一郎"), "{path}");
    }
}

#[test]
fn a02_attendants_of_others_do_not_exist_for_a_manager() {
    let house = House::new();
    let (manager, other) = (house.signed_in(&YAMADA), house.signed_in(&NAKAMURA));
    let path = added(&house, &manager, "技術 一郎");
    let facility = crate::world::facility(&mut house.conn(), "ncgg-ri");
    let mut fields = fields(&house, "技術 二郎", "17:00");
    other.get(&path).expect(404);
    post(&other, &path, &fields).expect(404);
    let when = away("2026-12-16T09:00", "2026-12-16T12:00");
    other.post(&format!("{path}/absent"), &when).expect(404);
    other.post(&format!("{path}/leave"), &[]).expect(404);
    manager.post(&format!("{path}/absent"), &when).expect(303);
    let absence = "(select cast(id as text) from allocation where purpose = 'outage')";
    let absence: i64 = dump::one(&mut house.conn(), absence).parse().unwrap();
    let absence = BookingId::new(absence);
    let remove = format!("{path}/absences/{absence}/remove");
    other.post(&remove, &[]).expect(404);
    // nor can they add somebody there, or let their own people attend what is not theirs
    post(&other, PATH, &fields).expect(422);
    let facility = madoguchi::domain::id::FacilityId::new(facility).to_string();
    fields.push(("facility".to_owned(), facility));
    post(&other, PATH, &fields).expect(404);
    assert_eq!(house.count("attendant"), 1);
    assert!(!other.get(PATH).expect(200).words().contains("技術 一郎"));
}

#[test]
fn an_absence_hands_over_and_is_refused_where_nobody_is_free() {
    let house = House::new();
    house.lead(CONFOCAL, 0);
    let manager = house.signed_in(&YAMADA);
    let first = added(&house, &manager, "技術 一郎");
    let booked = house.request(&SATO, CONFOCAL, "2026-12-16 10:00", 120);
    attends(&house, &first, booked);
    let page = manager.get(&first).expect(200).text();
    assert!(
        page.contains(&format!("/manage/requests/{booked}")),
        "{page}"
    );
    let deed = format!("{first}/absent");
    let when = away("2026-12-16T09:00", "2026-12-16T12:00");
    let refused = manager.post(&deed, &when).expect(422);
    let words = refused.words();
    assert!(words.contains(&booked.to_string()), "{words}");
    assert!(
        refused.text().contains("Conference"),
        "what was typed stays"
    );
    assert_eq!(attending(&house, booked), ["技術 一郎"]);
    assert_eq!(house.count("allocation where purpose = 'outage'"), 0);
    manager.post(&format!("{first}/leave"), &[]).expect(422);
    // now somebody else can come
    added(&house, &manager, "技術 二郎");
    let done = manager.post(&deed, &when).expect(303);
    assert_eq!(attending(&house, booked), ["技術 二郎"]);
    let page = manager.follow(&done);
    assert!(page.words().contains("Conference"), "{}", page.words());
    assert!(!page.text().contains(&format!("/manage/requests/{booked}")));
    manager.post(&deed, &when).expect(422);
    let remove = page.form("/remove");
    manager.submit(&remove).expect(303);
    assert_eq!(house.count("allocation where purpose = 'outage'"), 0);
    manager.submit(&remove).expect(404);
    assert_eq!(house.count("event where kind = 'attendant.absent'"), 1);
}

#[test]
fn hours_that_no_longer_fit_and_a_goodbye_hand_over_too() {
    let house = House::new();
    house.lead(CONFOCAL, 0);
    let manager = house.signed_in(&YAMADA);
    let first = added(&house, &manager, "技術 一郎");
    let second = added(&house, &manager, "技術 二郎");
    let morning = house.request(&SATO, CONFOCAL, "2026-12-16 10:00", 60);
    let afternoon = house.request(&SATO, CONFOCAL, "2026-12-16 14:00", 60);
    attends(&house, &first, morning);
    attends(&house, &first, afternoon);
    post(&manager, &first, &fields(&house, "技術 一郎", "12:00")).expect(303);
    assert_eq!(attending(&house, morning), ["技術 一郎"]);
    assert_eq!(attending(&house, afternoon), ["技術 二郎"]);
    // nobody else is there in the afternoon
    manager.post(&format!("{second}/leave"), &[]).expect(422);
    manager.post(&format!("{first}/leave"), &[]).expect(303);
    assert_eq!(attending(&house, morning), ["技術 二郎"]);
    let page = manager.get(&first).expect(200).words();
    assert!(page.contains("担当終了"), "{page}");
    manager.post(&format!("{first}/leave"), &[]).expect(422);
    assert_eq!(house.count("event where kind = 'attendant.left'"), 1);
    let qpcr = format!("attends-{}", id_of(&house, QPCR));
    let mut fields = fields(&house, "技術 二郎", "17:00");
    fields.retain(|(name, _)| !name.starts_with("attends-"));
    fields.push((qpcr, "yes".to_owned()));
    // what they attend by now can't be left without anybody
    post(&manager, &second, &fields).expect(422);
}
