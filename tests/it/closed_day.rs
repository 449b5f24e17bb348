//! A facility's closed days over HTTP: set, shown, counted, taken back; bookings stay and are warned of.

use crate::client::Client;
use crate::house::House;
use crate::people::{NAKAMURA, SATO, YAMADA};
use crate::world::{CONFOCAL, NGS};
use madoguchi::acts::booking::{Ruling, rule as decide};

const PATH: &str = "/manage/closed-days";

fn close(client: &Client, from: &str, until: &str) -> crate::client::Answer {
    let fields = [
        ("step", "close"),
        ("day", from),
        ("until", until),
        ("day_ja", "停電"),
        ("day_en", "Power cut"),
    ];
    client.post(PATH, &fields)
}

fn panel(client: &Client, slug: &str, start: &str) -> String {
    let path = format!("/f/panel/{slug}?start={start}&len=60");
    client.get(&path).expect(200).text()
}

#[test]
fn a_closed_day_is_shown_refused_by_its_name_and_no_business_day() {
    let house = House::new();
    let (manager, stranger) = (house.signed_in(&YAMADA), house.stranger());
    let path = format!("/resources/{CONFOCAL}?week=2027-01-18");
    let before = stranger.get(&path).expect(200).text();
    assert!(before.contains("value=\"2027-01-19T09:00\""));
    let done = close(&manager, "2027-01-19", "2027-01-20").expect(303);
    let page = manager.follow(&done);
    assert!(
        page.words().contains("休業日を登録しました"),
        "{}",
        page.words()
    );
    assert!(page.words().contains(YAMADA.name), "who set it");
    // the same minute: what was kept of the page must not be shown again
    let after = stranger.get(&path).expect(200).text();
    for day in ["2027-01-19", "2027-01-20"] {
        assert!(!after.contains(&format!("value=\"{day}T")), "{day}");
    }
    assert!(after.contains("停電") && after.contains("value=\"2027-01-21T09:00\""));
    let told = panel(&stranger, CONFOCAL, "2027-01-19T10:00");
    assert!(told.contains("施設の休業日（停電）"), "{told}");
    let english = stranger.get(&format!(
        "/en/f/panel/{CONFOCAL}?start=2027-01-19T10:00&len=60"
    ));
    assert!(english.text().contains("Power cut"));
    // three business days before the 21st: 18, 15, 14
    house.set_clock("2027-01-15 10:00");
    let told = panel(&stranger, CONFOCAL, "2027-01-21T10:00");
    assert!(told.contains("3日前（1月14日）"), "{told}");
    // other facilities are not concerned
    house.set_clock("2026-12-14 10:00");
    let other = stranger.get(&format!("/resources/{NGS}?week=2027-01-18"));
    assert!(
        other
            .expect(200)
            .text()
            .contains("value=\"2027-01-19T09:00\"")
    );
}

#[test]
fn bookings_on_a_closed_day_are_warned_of_and_stay() {
    let house = House::new();
    let booking = house.request(&SATO, CONFOCAL, "2027-01-19 10:00", 60);
    house
        .act(&YAMADA, move |tx, by| {
            decide(tx, by, booking, &Ruling::Approve)
        })
        .unwrap();
    let waiting = house.request(&SATO, CONFOCAL, "2027-01-19 13:00", 60);
    let manager = house.signed_in(&YAMADA);
    let done = close(&manager, "2027-01-19", "").expect(303);
    let page = manager.follow(&done).text();
    assert!(
        page.contains(&format!("/manage/requests/{booking}")),
        "{page}"
    );
    assert!(!page.contains(&format!("/manage/requests/{waiting}")));
    assert!(page.contains("取り消されません"));
    assert_eq!(house.count("booking where state = 'confirmed'"), 1);
    assert_eq!(house.count("event where kind = 'closed_day.set'"), 1);
}

#[test]
fn a02_a_closed_day_is_taken_back_by_its_own_manager_only() {
    let house = House::new();
    let manager = house.signed_in(&YAMADA);
    let done = close(&manager, "2027-01-19", "").expect(303);
    let page = manager.follow(&done).text();
    let facility = page.split_once("name=\"facility\" value=\"").unwrap().1;
    let facility = facility.split_once('"').unwrap().0.to_owned();
    let open = [
        ("step", "open"),
        ("facility", facility.as_str()),
        ("day", "2027-01-19"),
    ];
    let done = manager.post(PATH, &open).expect(303);
    assert!(
        manager
            .follow(&done)
            .words()
            .contains("休業日を取り除きました")
    );
    assert!(panel(&house.stranger(), CONFOCAL, "2027-01-19T15:00").contains("申請できます"));
    manager.post(PATH, &open).expect(404);
    // nobody else's
    let other = house.signed_in(&NAKAMURA);
    close(&manager, "2027-01-19", "").expect(303);
    other.post(PATH, &open).expect(404);
    let theirs = [
        ("facility", facility.as_str()),
        ("day", "2027-01-22"),
        ("day_ja", "停電"),
        ("day_en", "x"),
    ];
    other.post(PATH, &theirs).expect(404);
    assert_eq!(house.count("closed_day"), 1);
    let page = other.get(PATH).expect(200).words();
    assert!(!page.contains("2027年1月19日"), "{page}");
}

#[test]
fn everything_wrong_is_told_and_what_was_typed_stays() {
    let house = House::new();
    let manager = house.signed_in(&NAKAMURA);
    let refused = manager.post(PATH, &[("day_ja", "<b>停電</b>"), ("until", "x")]);
    let refused = refused.expect(422);
    assert!(
        refused.words().contains("最終日を読み取れません"),
        "{}",
        refused.words()
    );
    assert!(!refused.text().contains("<b>停電"));
    for (from, until, told) in [
        ("", "", "日付が入力されていません"),
        ("2027-01-20", "2027-01-19", "最終日が初日より前"),
        ("2026-12-13", "", "今日から1096日先まで"),
        ("2027-01-01", "2027-12-31", "一度に登録できるのは62日間まで"),
    ] {
        let refused = close(&manager, from, until).expect(422);
        assert!(refused.words().contains(told), "{}", refused.words());
        assert!(refused.text().contains("value=\"停電\""));
    }
    let formula = [
        ("day", "2027-01-19"),
        ("day_ja", "=1+1"),
        ("day_en", "\u{202e}x"),
    ];
    let refused = manager.post(PATH, &formula).expect(422);
    assert!(refused.words().contains("名称（日本語）を読み取れません"));
    assert_eq!(house.count("closed_day"), 0);
    // a day that is closed already takes the new name
    close(&manager, "2027-01-19", "").expect(303);
    close(&manager, "2027-01-19", "").expect(303);
    assert_eq!(house.count("closed_day"), 1);
}
