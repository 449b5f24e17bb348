//! 保守・故障: what it touches is seen before, called off or cut short with letters, and given back early.

use madoguchi::acts::booking::{Ruling, rule};
use madoguchi::acts::usage::check_in;
use madoguchi::domain::id::BookingId;

use crate::amending::letters;
use crate::client::{Answer, Client};
use crate::house::House;
use crate::people::{KIM, Person, SATO, TAKAHASHI, YAMADA};
use crate::world::CONFOCAL;

/// A booking that is confirmed.
pub fn confirmed(house: &House, who: &Person, start: &str, minutes: i64) -> BookingId {
    let id = house.request(who, CONFOCAL, start, minutes);
    house
        .act(&YAMADA, move |tx, by| rule(tx, by, id, &Ruling::Approve))
        .unwrap();
    id
}

/// Story S6: A is being used from nine to five on 16 February 2027; B to E come in the ten days after it.
pub fn story() -> (House, [BookingId; 5]) {
    let house = House::new();
    house.set_clock("2027-02-01 10:00");
    let ids = [
        confirmed(&house, &SATO, "2027-02-16 09:00", 480),
        confirmed(&house, &KIM, "2027-02-18 09:00", 180),
        confirmed(&house, &SATO, "2027-02-22 09:00", 180),
        house.request(&KIM, CONFOCAL, "2027-02-25 09:00", 180),
        confirmed(&house, &TAKAHASHI, "2027-02-26 13:00", 180),
    ];
    house.set_clock("2027-02-16 09:05");
    let a = ids[0];
    house.act(&SATO, move |tx, by| check_in(tx, by, a)).unwrap();
    (house, ids)
}

/// Looks at what an outage would touch.
pub fn looked(manager: &Client, from: &str, until: &str) -> Answer {
    manager
        .get(&format!(
            "/manage/outages/register?resource={CONFOCAL}&sort=failure&stop_from={from}&stop_until={until}&reason=%E9%9B%BB%E5%AD%90%E9%8A%83"
        ))
        .expect(200)
}

/// Enters the failure of the story, and gives back its address.
pub fn failed(house: &House) -> (Client, String) {
    house.set_clock("2027-02-16 13:30");
    let manager = house.signed_in(&YAMADA);
    let page = looked(&manager, "2027-02-16T13:20", "2027-02-26T17:00");
    let done = manager
        .submit(&page.form("/manage/outages/register"))
        .expect(303);
    let address = done.header("location").unwrap().to_owned();
    (manager, address)
}

pub fn state(house: &House, id: BookingId) -> String {
    crate::dump::one(
        &mut house.conn(),
        &format!("(select state from booking where id = {})", id.number()),
    )
}

#[test]
fn s6_a_failure_is_credited_called_off_and_shown_to_everybody() {
    let (house, [a, b, c, d, e]) = story();
    house.set_clock("2027-02-16 13:30");
    let manager = house.signed_in(&YAMADA);
    let page = looked(&manager, "2027-02-16T13:20", "2027-02-26T17:00");
    let words = page.words();
    // everything that it touches is shown before it is entered
    for id in [a, b, c, d, e] {
        assert!(words.contains(&id.to_string()), "{words}");
    }
    assert!(words.contains("中断（減額 4時間）"), "{words}");
    assert!(
        words.contains("取消し（3月18日（木）まで振替優先）"),
        "{words}"
    );
    assert_eq!(house.count("outage"), 0, "looking changes nothing");
    let form = page.form("/manage/outages/register");
    let done = manager.submit(&form).expect(303);
    // the button pressed twice
    let again = manager.submit(&form).expect(303);
    assert_eq!(again.header("location"), done.header("location"));
    assert_eq!(house.count("outage"), 1);
    assert_eq!(state(&house, a), "used");
    for id in [b, c, d, e] {
        assert_eq!(state(&house, id), "cancelled_by_facility");
    }
    assert_eq!(house.count("cancellation where percent > 0"), 0);
    let mut told = letters(&house, "stopped");
    told.sort();
    assert_eq!(told, [KIM.email, KIM.email, SATO.email, TAKAHASHI.email]);
    assert_eq!(letters(&house, "interrupted"), [SATO.email]);
}

#[test]
fn s6_the_catalogue_and_its_users_read_how_long_and_what_is_credited() {
    let (house, [a, b, ..]) = story();
    failed(&house);
    assert_eq!(house.count("outage_effect where credit_minutes = 240"), 1);
    // nobody can ask for time in it
    assert!(
        house
            .try_request(&KIM, CONFOCAL, "2027-02-24 09:00", 180)
            .is_err()
    );
    // the catalogue says so, and when it is expected back
    let stranger = house.stranger();
    let shown = stranger
        .get(&format!("/resources/{CONFOCAL}"))
        .expect(200)
        .words();
    assert!(
        shown.contains("故障のため停止中") && shown.contains("復旧見込み 2月26日"),
        "{shown}"
    );
    let found = stranger
        .get("/resources?q=%E5%85%B1%E7%84%A6%E7%82%B9")
        .expect(200)
        .words();
    assert!(found.contains("停止中（復旧見込み 2月26日）"), "{found}");
    // its user reads what is credited, and where else to look
    let kim = house.signed_in(&KIM);
    let page = kim.get(&format!("/requests/{b}")).expect(200);
    assert!(
        page.words().contains("2027年3月18日（木）まで"),
        "{}",
        page.words()
    );
    assert!(
        page.text()
            .contains(&format!("/find-time?resource={CONFOCAL}"))
    );
    let mine = house
        .signed_in(&SATO)
        .get(&format!("/requests/{a}"))
        .expect(200);
    assert!(mine.words().contains("減額 4時間"), "{}", mine.words());
}

#[test]
fn s6_twenty_minutes_later_are_three_hours() {
    let (house, _) = story();
    house.set_clock("2027-02-16 13:45");
    let manager = house.signed_in(&YAMADA);
    let page = looked(&manager, "2027-02-16T13:40", "2027-02-26T17:00");
    assert!(page.words().contains("減額 3時間"), "{}", page.words());
}

#[test]
fn s6_early_repair_brings_the_old_times_back_confirmed() {
    let (house, [_, _, _, d, e]) = story();
    let (_, address) = failed(&house);
    house.set_clock("2027-02-24 10:00");
    let manager = house.signed_in(&YAMADA);
    let page = manager.get(&address).expect(200);
    let form = page.form(&format!("{address}/end"));
    // a time to come is refused beside the field that it was typed into
    let future = manager.submit(&form.clone().with("ended_at", "2099-01-01T09:00"));
    assert!(future.expect(422).text().contains("id=\"ended_at-e\""));
    manager
        .submit(&form.with("ended_at", "2027-02-24T09:30"))
        .expect(303);
    let ended = "outage where ended_at is not null and until_at = ended_at";
    assert_eq!(house.count(ended), 1);
    // those still to come are kept for who had them, though it is too late for anybody else to ask
    assert_eq!(
        letters(&house, "slot_back_early"),
        [KIM.email, TAKAHASHI.email]
    );
    assert!(
        house
            .try_request(&SATO, CONFOCAL, "2027-02-26 13:00", 180)
            .is_err()
    );
    let takahashi = house.signed_in(&TAKAHASHI);
    let mine = takahashi.get("/my/waitlist").expect(200);
    let done = takahashi.submit(&mine.form("/take")).expect(303);
    // the button pressed twice
    takahashi.submit(&mine.form("/take")).expect(303);
    let new = done.header("location").unwrap().to_owned();
    assert!(takahashi.get(&new).expect(200).words().contains("確定"));
    assert_eq!(
        state(&house, e),
        "cancelled_by_facility",
        "the old one stays as it was"
    );
    assert_eq!(house.count("booking where state = 'confirmed'"), 1);
    // what had not been decided waits for its decision again
    let kim = house.signed_in(&KIM);
    let mine = kim.get("/my/waitlist").expect(200);
    kim.submit(&mine.form("/take")).expect(303);
    assert_eq!(house.count("booking where state = 'facility_review'"), 1);
    assert_eq!(state(&house, d), "cancelled_by_facility");
    assert_eq!(
        house.count("allocation where purpose in ('offer', 'outage')"),
        1
    );
}

#[test]
fn s6_a_users_own_doing_is_not_credited() {
    let (house, _) = story();
    let (manager, address) = failed(&house);
    let blame = format!("{address}/blame");
    let page = manager.get(&address).expect(200);
    let silent = manager.submit(&page.form(&blame)).expect(422);
    let form = silent.form(&blame).with("reason", "ホルダーの装着を誤った");
    manager.submit(&form).expect(303);
    assert_eq!(house.count("outage_effect where credit_minutes > 0"), 0);
    assert_eq!(letters(&house, "no_credit"), [SATO.email]);
    let page = manager.get(&address).expect(200).words();
    assert!(
        page.contains("損害の報告") && page.contains("ホルダーの装着を誤った"),
        "{page}"
    );
}
