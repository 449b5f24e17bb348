//! Bookings that follow their gates: held when one closes, going on when it opens, resumed one by one.

use madoguchi::{acts, jobs};

use crate::asking::ask;
use crate::gated::{
    EXAMPLE, KUDO, NISHIMURA, OFFICER, declare, declared, desks, every_confirmed_booking_is_clear,
    exports, fact_of, first_fact, request, rule_asks, speak, state, told,
};
use crate::house::House;
use crate::people::INOUE;
use crate::world::CRYO;

#[test]
fn a_confirmation_taken_back_holds_what_was_confirmed() {
    let house = exports();
    let example = house.signed_in(&EXAMPLE);
    let no = request(&house, &example, "2027-02-15 09:00");
    declare(&example, &no, ("2026-10-01", &[]));
    let id = fact_of(&house, &no);
    for desk in [NISHIMURA, KUDO] {
        speak(&house, &desk, &id, "confirm", &[]).expect(303);
    }
    let inoue = house.signed_in(&INOUE);
    inoue
        .post(&format!("/manage/requests/{no}/approve"), &[])
        .expect(303);
    assert_eq!(state(&house, &no), "confirmed");
    // without a reason nothing is taken back
    speak(&house, &KUDO, &id, "revoke", &[("reason", "")]).expect(422);
    assert_eq!(state(&house, &no), "confirmed");
    speak(&house, &KUDO, &id, "revoke", &[("reason", "出国したため")]).expect(303);
    assert_eq!(state(&house, &no), "held");
    assert_eq!(told(&house, "gate_revoked", &EXAMPLE), 1);
    assert_eq!(
        told(&house, "held", &INOUE),
        2,
        "when it was asked for, and now"
    );
    let page = example.get(&format!("/requests/{no}")).expect(200).words();
    assert!(
        page.contains("保留（輸出管理）") && page.contains("新しい内容を登録する"),
        "{page}"
    );
    every_confirmed_booking_is_clear(&house);
    // it goes back to where it stood, once the offices clear it anew
    declare(&example, &no, ("2026-10-01", &[]));
    let anew = fact_of(&house, &no);
    for desk in [KUDO, NISHIMURA] {
        speak(&house, &desk, &anew, "confirm", &[]).expect(303);
    }
    assert_eq!(state(&house, &no), "confirmed");
}

#[test]
fn a_request_sent_again_does_not_escape_the_condition() {
    let house = exports();
    let example = house.signed_in(&EXAMPLE);
    let no = request(&house, &example, "2027-02-15 09:00");
    declare(&example, &no, ("2026-10-01", &[]));
    let id = fact_of(&house, &no);
    for desk in [NISHIMURA, KUDO] {
        speak(&house, &desk, &id, "confirm", &[("condition", "proxy")]).expect(303);
    }
    let inoue = house.signed_in(&INOUE);
    let back = format!("/manage/requests/{no}/return");
    inoue
        .post(&back, &[("reason", "試料の量を書いてください")])
        .expect(303);
    let page = example.get(&format!("/requests/{no}/edit")).expect(200);
    let form = page.form("/edit").with("support_mode", "self");
    example.submit(&form).expect(303);
    assert_eq!(state(&house, &no), "facility_review");
    assert_eq!(house.count("booking where support_mode = 'proxy'"), 1);
    assert_eq!(house.count("event where kind = 'booking.limited'"), 1);
}

#[test]
fn a_pledge_opens_at_home_and_a_manager_may_go_on_without_it() {
    let house = House::new();
    house.set_clock("2027-01-08 10:00");
    rule_asks(&house, &[("org_pledge_required", "first")]);
    desks(&house);
    let example = house.signed_in(&EXAMPLE);
    let no = ask(&example, CRYO, "2027-02-15 09:00", 1440);
    assert_eq!(state(&house, &no), "held");
    let path = format!("/my/facts/new?gate=org_pledge&resource={CRYO}&booking={no}");
    let form = example.get(&path).expect(200).form("/my/facts");
    // pressed twice, it is entered once
    let done = example.submit(&form).expect(303);
    assert_eq!(
        example.submit(&form).expect(303).header("location"),
        done.header("location")
    );
    assert_eq!(house.count("gate_fact"), 1);
    assert_eq!(told(&house, "gate_asked", &OFFICER), 1);
    a_manager_lets_it_go_on(&house, &no);
    // another waits until the officer speaks
    let second = ask(&example, CRYO, "2027-02-17 09:00", 1440);
    assert_eq!(state(&house, &second), "held");
    let officer = house.signed_in(&OFFICER);
    let queue = officer.get("/office").expect(200);
    assert!(queue.words().contains("誓約書") && queue.words().contains("Dr. A. Example"));
    let id = first_fact(&house);
    speak(&house, &OFFICER, &id, "confirm", &[]).expect(303);
    assert_eq!(state(&house, &second), "facility_review");
    assert!(
        officer
            .get("/office")
            .expect(200)
            .words()
            .contains("待っている登録はありません")
    );
}

/// With a reason, and for good.
fn a_manager_lets_it_go_on(house: &House, no: &str) {
    let inoue = house.signed_in(&INOUE);
    let page = inoue.get(&format!("/manage/requests/{no}")).expect(200);
    inoue.submit(&page.form("/resume")).expect(422);
    let form = page.form("/resume").with("reason", "電話で確認しました");
    inoue.submit(&form).expect(303);
    assert_eq!(state(house, no), "facility_review");
    house.wait(jobs::judge::turn(&house.rooms)).unwrap();
    assert_eq!(state(house, no), "facility_review", "it is not held again");
    inoue
        .post(&format!("/manage/requests/{no}/approve"), &[])
        .expect(303);
    every_confirmed_booking_is_clear(house);
}

#[test]
fn the_clock_finds_what_opened_without_a_deed_after_it() {
    let house = House::new();
    house.set_clock("2027-01-08 10:00");
    rule_asks(&house, &[("org_pledge_required", "first")]);
    desks(&house);
    let example = house.signed_in(&EXAMPLE);
    let no = ask(&example, CRYO, "2027-02-15 09:00", 1440);
    let path = format!("/my/facts/new?gate=org_pledge&resource={CRYO}&booking={no}");
    let form = example.get(&path).expect(200).form("/my/facts");
    example.submit(&form).expect(303);
    // the process ended between the ruling and what follows
    let id = first_fact(&house);
    declared(&house, &OFFICER, &id);
    assert_eq!(state(&house, &no), "held");
    house.wait(jobs::judge::turn(&house.rooms)).unwrap();
    house.wait(jobs::judge::turn(&house.rooms)).unwrap();
    assert_eq!(state(&house, &no), "facility_review");
    assert_eq!(told(&house, "released", &EXAMPLE), 1, "once");
}

#[test]
fn a10_nothing_is_approved_past_a_gate_that_closed_a_moment_ago() {
    let house = House::new();
    house.set_clock("2027-01-08 10:00");
    rule_asks(&house, &[("org_pledge_required", "first")]);
    desks(&house);
    let example = house.signed_in(&EXAMPLE);
    let no = ask(&example, CRYO, "2027-02-15 09:00", 1440);
    let path = format!("/my/facts/new?gate=org_pledge&resource={CRYO}&booking={no}");
    let form = example.get(&path).expect(200).form("/my/facts");
    example.submit(&form).expect(303);
    let id = first_fact(&house);
    speak(&house, &OFFICER, &id, "confirm", &[]).expect(303);
    assert_eq!(state(&house, &no), "facility_review");
    // taken back, and the process ended before anything followed
    let fact = id.parse().unwrap();
    house
        .act(&EXAMPLE, move |tx, by| acts::fact::withdraw(tx, by, fact))
        .unwrap();
    assert_eq!(state(&house, &no), "facility_review");
    let approve = format!("/manage/requests/{no}/approve");
    let inoue = house.signed_in(&INOUE);
    let refused = inoue.post(&approve, &[]).expect(422);
    assert!(refused.words().contains("必要な確認がそろっていない"));
    assert_eq!(state(&house, &no), "facility_review");
    house.wait(jobs::judge::turn(&house.rooms)).unwrap();
    assert_eq!(state(&house, &no), "held");
    every_confirmed_booking_is_clear(&house);
}
