//! The acceptance stories, from the pages' side: asked for, decided, lost, refused for a holiday.

use crate::asking::{ask, filled, offered};
use crate::house::House;
use crate::people::{INOUE, KIM, NAKAMURA, SATO};
use crate::world::{CONFOCAL, CRYO, NGS};

fn told(occasion: &str, email: &str) -> (String, String) {
    (occasion.to_owned(), email.to_owned())
}

#[test]
fn s1_a_cryo_electron_microscope_from_the_wish_to_the_confirmation() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    // without consent nothing is sent, and the page says which rule asks for it
    let form = filled(&sato, CRYO, "2027-02-03 09:00", 2880);
    let refused = sato.submit(&form.clone().without("agree")).expect(422);
    assert!(offered(&refused.text()).is_some(), "{}", refused.words());
    assert_eq!(house.count("booking") + house.count("rule_consent"), 0);
    // with it the slot is held, and both are told
    let done = sato.submit(&form).expect(303);
    let number = crate::asking::number(&done);
    sato.follow(&done).expect(200);
    assert_eq!(house.count("rule_consent"), 1);
    let asked = [
        told("received", SATO.email),
        told("approval_asked", INOUE.email),
    ];
    assert_eq!(house.letters(), asked);
    let path = format!("/requests/{number}");
    let waiting = sato.get(&path).expect(200).words();
    assert!(waiting.contains("承認待ち") && waiting.contains("仮予約"));
    let other = house.try_request(&KIM, CRYO, "2027-02-04 09:00", 1440);
    assert!(other.is_err(), "held for the one who asked first");
    // the manager finds it in the queue and approves
    house.set_clock("2026-12-15 09:30");
    approve_from_the_queue(&house, &number);
    let confirmed = sato.get(&path).expect(200).words();
    assert!(confirmed.contains("確定") && confirmed.contains("予約が確定しました"));
    let decided = [
        told("confirmed", SATO.email),
        told("confirmed", INOUE.email),
    ];
    assert_eq!(house.letters()[2..], decided);
}

fn approve_from_the_queue(house: &House, number: &str) {
    let inoue = house.signed_in(&INOUE);
    let queue = inoue.get("/manage/requests").expect(200);
    assert!(queue.text().contains(number) && queue.words().contains("佐藤 恵"));
    let page = inoue.get(&format!("/manage/requests/{number}")).expect(200);
    inoue.submit(&page.form("/approve")).expect(303);
}

#[test]
fn s1_somebody_else_sees_that_time_is_taken_and_not_by_whom() {
    let house = House::new();
    let number = house.request(&SATO, CRYO, "2027-02-03 09:00", 2880);
    let kim = house.signed_in(&KIM);
    for path in [
        format!("/resources/{CRYO}?start=2027-02-03T09:00&len=1440"),
        format!("/requests/new?resource={CRYO}&start=2027-02-03T09:00&len=1440"),
    ] {
        let seen = kim.get(&path).text();
        for secret in ["佐藤", SATO.email, "膜受容体", &number.to_string()] {
            assert!(!seen.contains(secret), "{path} tells {secret}");
        }
    }
}

#[test]
fn s1_the_deadline_is_twenty_business_days_before() {
    let house = House::new();
    house.set_clock("2027-01-05 23:59");
    house.request(&SATO, CRYO, "2027-02-03 09:00", 1440);
    house.set_clock("2027-01-06 00:00");
    let late = house.signed_in(&KIM);
    let form = filled(&late, CRYO, "2027-02-01 09:00", 1440);
    let refused = late.submit(&form).expect(422).words();
    assert!(refused.contains("営業日で20日前"), "{refused}");
    house.request(&KIM, CRYO, "2027-02-08 09:00", 1440);
}

#[test]
fn s4_two_for_one_slot_washing_time_a_second_click_and_a_rejection() {
    let house = House::new();
    let sato = house.signed_in(&SATO);
    let kim = house.signed_in(&KIM);
    let second = filled(&kim, NGS, "2027-01-18 09:00", 1440);
    // 1: one is held, the other keeps what was typed and is shown the next free time
    let first = filled(&sato, NGS, "2027-01-18 09:00", 1440);
    let done = sato.submit(&first).expect(303);
    let lost = kim.submit(&second).expect(409);
    assert_eq!(lost.form("/requests").value("sample"), "凍結グリッド 4枚");
    assert!(lost.text().contains("2027-01-19T21:00"), "{}", lost.words());
    // 2: the two hours after a run are for washing
    let washing = filled(&sato, NGS, "2027-01-19 09:00", 720);
    assert!(
        sato.submit(&washing)
            .expect(409)
            .words()
            .contains("準備・洗浄時間")
    );
    // 3: the button pressed twice
    let again = sato.submit(&first).expect(303);
    assert_eq!(again.header("location"), done.header("location"));
    assert_eq!(house.count("booking"), 1);
    assert_eq!(house.count("outbox where letter = 'received'"), 1);
    // 4: rejected, with a reason, and the slot is free at once
    let number = crate::asking::number(&done);
    let manager = house.signed_in(&NAKAMURA);
    let page = manager
        .get(&format!("/manage/requests/{number}"))
        .expect(200);
    manager.submit(&page.form("/reject")).expect(422);
    let form = page
        .form("/reject")
        .with("reason", "試薬の在庫がありません");
    manager.submit(&form).expect(303);
    let seen = sato.get(&format!("/requests/{number}")).expect(200).words();
    assert!(
        seen.contains("不承認") && seen.contains("試薬の在庫がありません"),
        "{seen}"
    );
    kim.submit(&second).expect(303);
}

#[test]
fn s5_the_end_of_the_year_is_closed_and_the_days_around_it_are_not() {
    let house = House::new();
    house.set_clock("2026-12-21 10:00");
    let sato = house.signed_in(&SATO);
    ask(&sato, CONFOCAL, "2026-12-28 10:00", 60);
    for day in [
        "2026-12-29",
        "2026-12-30",
        "2026-12-31",
        "2027-01-01",
        "2027-01-02",
        "2027-01-03",
    ] {
        let closed = filled(&sato, CONFOCAL, &format!("{day} 10:00"), 60);
        let said = sato.submit(&closed).expect(422).words();
        assert!(
            said.contains("年末年始") || said.contains("元日"),
            "{day}: {said}"
        );
    }
    ask(&sato, CONFOCAL, "2027-01-04 10:00", 60);
}

#[test]
fn s5_three_business_days_are_counted_over_the_new_year() {
    let house = House::new();
    house.lead(CONFOCAL, 3);
    house.set_clock("2026-12-28 10:00");
    let sato = house.signed_in(&SATO);
    let late = filled(&sato, CONFOCAL, "2027-01-05 10:00", 60);
    let said = sato.submit(&late).expect(422).words();
    assert!(
        said.contains("3営業日前") || said.contains("営業日で3日前"),
        "{said}"
    );
    assert!(said.contains("12月25日"), "{said}");
    ask(&sato, CONFOCAL, "2027-01-06 10:00", 60);
}

#[test]
fn s5_substitute_and_sandwiched_holidays_are_closed() {
    let house = House::new();
    house.set_clock("2027-03-08 10:00");
    let sato = house.signed_in(&SATO);
    let closed = filled(&sato, CONFOCAL, "2027-03-22 10:00", 60);
    let said = sato.submit(&closed).expect(422).words();
    assert!(said.contains("振替") && said.contains("春分の日"), "{said}");
    house.set_clock("2026-09-14 10:00");
    for (day, name) in [("21", "敬老の日"), ("22", "国民の休日"), ("23", "秋分の日")] {
        let closed = filled(&sato, CONFOCAL, &format!("2026-09-{day} 10:00"), 60);
        let said = sato.submit(&closed).expect(422).words();
        assert!(said.contains(name), "{day}: {said}");
    }
}
