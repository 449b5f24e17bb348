//! A booking's use: begun and ended at the door, reported, closed; seen on the board; ended by the clock.

use madoguchi::acts::booking::{Ruling, rule};
use madoguchi::jobs;

use crate::client::Client;
use crate::house::House;
use crate::people::{INOUE, KIM, SATO, YAMADA};
use crate::world::{CONFOCAL, CRYO};

/// The cryo-electron microscope, confirmed for two days from 3 February 2027, nine o'clock.
fn confirmed(house: &House) -> String {
    let number = house.request(&SATO, CRYO, "2027-02-03 09:00", 2880);
    house
        .act(&INOUE, move |tx, by| rule(tx, by, number, &Ruling::Approve))
        .unwrap();
    number.to_string()
}

fn press(client: &Client, number: &str, verb: &str) -> u16 {
    let path = format!("/requests/{number}/{verb}");
    client.post(&path, &[]).status
}

#[test]
fn a_use_is_begun_ended_early_reported_and_closed() {
    let house = House::new();
    let number = confirmed(&house);
    let page = format!("/requests/{number}/use");
    house.set_clock("2027-02-03 08:00");
    let sato = house.signed_in(&SATO);
    assert_eq!(
        press(&sato, &number, "check-in"),
        422,
        "an hour before is too early"
    );
    house.set_clock("2027-02-03 08:45");
    // the code on the door leads to the use that begins
    let door = sato.get(&format!("/door/{CRYO}")).expect(303);
    let location = door.header("location").unwrap();
    assert!(location.ends_with(&page), "{location}");
    assert_eq!(press(&sato, &number, "check-in"), 303);
    assert!(sato.get(&page).expect(200).words().contains("利用中"));
    assert_eq!(press(&sato, &number, "check-in"), 422, "it has begun");
    house.set_clock("2027-02-04 12:00");
    let sato = house.signed_in(&SATO);
    assert_eq!(press(&sato, &number, "check-out"), 303);
    // the rest of the time is free: what is left are the washing hours after noon
    let noon = "allocation where use_ends_at = 1801710000";
    assert_eq!(house.count(noon), 1);
    let log = sato.get(&page).expect(200).form(&page);
    assert_eq!(log.value("used_until"), "2027-02-04T12:00");
    let wrong = log
        .clone()
        .with("used_until", "2027-02-09T12:00")
        .with("samples", "many");
    let refused = sato.submit(&wrong.with("note", "グリッド4枚")).expect(422);
    assert!(refused.words().contains("まだ来ていない日時"));
    assert_eq!(refused.form(&page).value("note"), "グリッド4枚");
    sato.submit(&log.with("samples", "4")).expect(303);
    let report = sato.get(&page).expect(200).form("/result");
    sato.submit(&report.clone()).expect(422);
    let filled = report
        .with("title", "膜輸送体の構造")
        .with("summary", "構造を決めた。");
    sato.submit(&filled).expect(303);
    let closed = sato.get(&page).expect(200).words();
    assert!(closed.contains("完了") && closed.contains("膜輸送体の構造"));
    assert_eq!(house.letters().last().unwrap().0, "use_over");
}

#[test]
fn a02_a_use_exists_for_its_user_and_the_facility_only() {
    let house = House::new();
    let number = confirmed(&house);
    house.set_clock("2027-02-03 09:00");
    let page = format!("/requests/{number}/use");
    let kim = house.signed_in(&KIM);
    kim.get(&page).expect(404);
    for verb in ["check-in", "check-out", "use", "result"] {
        assert_eq!(press(&kim, &number, verb), 404, "{verb}");
    }
    let inoue = house.signed_in(&INOUE);
    assert_eq!(
        press(&inoue, &number, "check-in"),
        303,
        "the staff may do it for the user"
    );
    let desk = inoue.get("/manage/usage").expect(200).words();
    assert!(desk.contains("佐藤 恵") && desk.contains("利用中"));
    // whoever has nothing there is led to the instrument
    let door = kim.get(&format!("/door/{CRYO}")).expect(303);
    assert!(
        door.header("location")
            .unwrap()
            .ends_with(&format!("/resources/{CRYO}"))
    );
}

#[test]
fn a13_the_board_shows_that_something_is_in_use_and_by_nobody() {
    let house = House::new();
    let number = confirmed(&house);
    house.set_clock("2027-02-03 09:00");
    let board = |query: &str| house.stranger().get(&format!("/board/riken-cryoem{query}"));
    assert!(board("").expect(200).words().contains("予約あり"));
    let sato = house.signed_in(&SATO);
    assert_eq!(press(&sato, &number, "check-in"), 303);
    let shown = board("").expect(200);
    assert!(
        shown.words().contains("利用中（2月5日（金）9:00まで）"),
        "{}",
        shown.words()
    );
    assert!(!shown.text().contains("佐藤") && !shown.text().contains(&number));
    assert_eq!(shown.header("refresh"), None);
    assert_eq!(
        board("?refresh=1").expect(200).header("refresh"),
        Some("60")
    );
    house.set_clock("2027-02-05 10:00");
    assert!(board("").expect(200).words().contains("超過"));
    house.stranger().get("/board/nowhere").expect(404);
}

#[test]
fn the_clock_ends_a_use_asks_for_the_log_and_asks_again_once() {
    let house = House::new();
    confirmed(&house);
    let occasions = |house: &House| -> Vec<String> {
        house
            .letters()
            .into_iter()
            .skip(4)
            .map(|(occasion, _)| occasion)
            .collect()
    };
    let turn = |at: &str| {
        house.set_clock(at);
        for _ in 0..2 {
            house.wait(jobs::usage::turn(&house.rooms)).unwrap();
            house.wait(jobs::usage::ask(&house.rooms)).unwrap();
        }
    };
    turn("2027-02-05 08:59");
    assert_eq!(occasions(&house), [] as [&str; 0]);
    turn("2027-02-05 09:00");
    assert_eq!(occasions(&house), ["use_over"]);
    let mine = house
        .signed_in(&SATO)
        .get("/my/requests")
        .expect(200)
        .words();
    assert!(mine.contains("利用報告待ち"));
    // three days are given; the fourth is too late
    turn("2027-02-08 23:00");
    assert_eq!(occasions(&house), ["use_over"]);
    turn("2027-02-09 00:00");
    assert_eq!(occasions(&house), ["use_over", "log_missing"]);
}

#[test]
fn who_comes_next_is_warned_once_of_a_use_that_goes_on() {
    let house = House::new();
    house.lead(CONFOCAL, 0);
    let first = house.request(&SATO, CONFOCAL, "2027-02-03 09:00", 60);
    let second = house.request(&KIM, CONFOCAL, "2027-02-03 11:00", 60);
    for number in [first, second] {
        house
            .act(&YAMADA, move |tx, by| {
                rule(tx, by, number, &Ruling::Approve)
            })
            .unwrap();
    }
    house.set_clock("2027-02-03 09:00");
    assert_eq!(
        press(&house.signed_in(&SATO), &first.to_string(), "check-in"),
        303
    );
    let before = house.letters().len();
    house.set_clock("2027-02-03 10:05");
    for _ in 0..2 {
        house.wait(jobs::usage::turn(&house.rooms)).unwrap();
    }
    let told = house.letters().split_off(before);
    assert_eq!(told, [("overrun".to_owned(), KIM.email.to_owned())]);
}
