//! Story S9, and what offices may and may not: both desks, least disclosure, bookings that follow.

use madoguchi::domain::booking::judgement::{closed, judge};
use madoguchi::domain::id::BookingId;
use madoguchi::jobs;
use madoguchi::store::booking::judge as facts;

use crate::asking::{ask, number};
use crate::client::{Answer, Client};
use crate::gated::{
    EXAMPLE, HARA, KUDO, NISHIMURA, OFFICER, declare, declared, desks, exports, fact_of, rule_asks,
    speak,
};
use crate::house::House;
use crate::people::{INOUE, Person, SATO};
use crate::world::CRYO;

/// Words of the declaration that nobody but the two desks may read.
const SECRETS: [&str; 4] = [
    "膜輸送体の基礎研究",
    "入国した日",
    "2026年10月1日",
    "特定類型",
];

fn state(house: &House, number: &str) -> String {
    let id: BookingId = number.parse().unwrap();
    let is = |state: &&&str| {
        house.count(&format!(
            "booking where id = {} and state = '{state}'",
            id.number()
        )) == 1
    };
    let states = [
        "confirmed",
        "held",
        "facility_review",
        "withdrawn",
        "rejected",
    ];
    (*states.iter().find(is).unwrap()).to_owned()
}

fn told(house: &House, occasion: &str, person: &Person) -> usize {
    let mine = |(what, to): &&(String, String)| what == occasion && to == person.email;
    house.letters().iter().filter(mine).count()
}

/// No confirmed booking waits for a gate, unless a manager let it go on.
fn every_confirmed_booking_is_clear(house: &House) {
    let at = house.rooms.clock.now();
    let mut conn = house.conn();
    for id in facts::coming(&mut conn, at, 500).unwrap() {
        let found = facts::look(&mut conn, id, at).unwrap();
        let is_confirmed = found.standing.booking.state.code() == "confirmed";
        let closed = closed(&found, &judge(&found, at));
        assert!(!is_confirmed || closed.is_empty(), "{id}: {closed:?}");
    }
}

fn nothing_secret(page: &Answer, whose: &str) {
    for secret in SECRETS {
        assert!(!page.text().contains(secret), "{whose} reads {secret}");
    }
}

/// Asks for a day on the microscope, operating it oneself.
fn request(house: &House, client: &Client, start: &str) -> String {
    let form = crate::asking::filled(client, CRYO, start, 1440).with("support_mode", "self");
    let done = client.submit(&form).expect(303);
    client.follow(&done).expect(200);
    assert!(
        house.count("allocation where units = 1") > 0,
        "the time is held"
    );
    number(&done)
}

#[test]
fn s9_a_possible_nonresident_is_held_for_both_desks_and_goes_on_as_they_say() {
    let house = exports();
    let example = house.signed_in(&EXAMPLE);
    // the form says what will be needed, by whom and how long, and lets it be sent
    let page = example
        .get(&format!(
            "/requests/new?resource={CRYO}&start=2027-02-15T09:00&len=1440"
        ))
        .expect(200);
    let said = page.words();
    assert!(said.contains("輸出管理の確認") && said.contains("国がんと理研の輸出管理窓口"));
    let no = request(&house, &example, "2027-02-15 09:00");
    // with the consent given, nothing is left to do before sending
    let next = format!("/requests/new?resource={CRYO}&start=2027-02-17T09:00&len=1440");
    let said = example.get(&next).expect(200).words();
    assert!(said.contains("このまま送信できます"), "{said}");
    assert_eq!(state(&house, &no), "held");
    assert_eq!(
        told(&house, "approval_asked", &INOUE),
        0,
        "nothing to decide yet"
    );
    // the receipt leads to the declaration
    let receipt = example.get(&format!("/requests/{no}/done")).expect(200);
    let enter = format!("/my/facts/new?gate=export_screening&resource={CRYO}&booking={no}");
    let text = receipt.text().replace("&#38;", "&");
    assert!(text.contains(&enter), "{text}");
    let entered = declare(&example, &no, ("2026-10-01", &[]));
    let said = entered.words();
    assert!(said.contains("非居住者の可能性があります"), "{said}");
    assert_eq!(state(&house, &no), "held");
    assert_eq!(told(&house, "gate_asked", &NISHIMURA), 1);
    assert_eq!(told(&house, "gate_asked", &KUDO), 1);
    // the manager sees that it waits, for whom, and can't approve nor resume
    let inoue = house.signed_in(&INOUE);
    let page = inoue.get(&format!("/manage/requests/{no}")).expect(200);
    let said = page.words();
    assert!(
        said.contains("保留（輸出管理）") && said.contains("確認中"),
        "{said}"
    );
    assert!(
        said.contains("国がんと理研の輸出管理窓口が確認します"),
        "{said}"
    );
    nothing_secret(&page, "the manager");
    assert!(page.text().contains("<button class=\"btn\" disabled>"));
    assert!(!page.text().contains("/resume"));
    let approve = format!("/manage/requests/{no}/approve");
    inoue.post(&approve, &[]).expect(422);
    let resume = format!("/manage/requests/{no}/resume");
    inoue.post(&resume, &[("reason", "急ぐ")]).expect(422);
    // one desk alone opens nothing
    let id = fact_of(&house, &no);
    speak(
        &house,
        &NISHIMURA,
        &id,
        "confirm",
        &[("condition", "proxy")],
    )
    .expect(303);
    assert_eq!(state(&house, &no), "held");
    speak(&house, &KUDO, &id, "confirm", &[("condition", "none")]).expect(303);
    assert_eq!(state(&house, &no), "facility_review");
    assert_eq!(house.count("booking where support_mode = 'proxy'"), 1);
    assert_eq!(told(&house, "gate_confirmed", &EXAMPLE), 2);
    assert_eq!(told(&house, "released", &EXAMPLE), 1);
    assert_eq!(told(&house, "approval_asked", &INOUE), 1);
    let page = inoue.get(&format!("/manage/requests/{no}")).expect(200);
    assert!(page.words().contains("可（条件あり）"), "{}", page.words());
    assert!(page.words().contains("技術代行"));
    nothing_secret(&page, "the manager");
    inoue.submit(&page.form("/approve")).expect(303);
    assert_eq!(state(&house, &no), "confirmed");
    every_confirmed_booking_is_clear(&house);
    for parcel in house.deliver() {
        let text = format!("{} {}", parcel.composed.text, parcel.composed.html);
        for secret in SECRETS {
            assert!(!text.contains(secret), "{} is told {secret}", parcel.to);
        }
    }
}

#[test]
fn s9_a_resident_to_whom_a_category_applies_is_held_the_same_and_nobody_asks_for_nationality() {
    let house = exports();
    let sato = house.signed_in(&SATO);
    let no = request(&house, &sato, "2027-02-15 09:00");
    let path = format!("/my/facts/new?gate=export_screening&resource={CRYO}&booking={no}");
    let form = sato.get(&path).expect(200).form("/my/facts");
    let asked: Vec<&str> = form
        .pairs()
        .map(|(name, _)| name)
        .filter(|name| !["csrf", "id", "gate", "resource", "booking"].contains(name))
        .collect();
    assert_eq!(
        asked,
        ["entered_on", "end_use", "note"],
        "and what is chosen"
    );
    let text = sato.get(&path).text();
    for name in [
        "resident",
        "employed",
        "specific-none",
        "specific-1",
        "specific-2",
        "specific-3",
    ] {
        assert!(text.contains(&format!("name=\"{name}\"")), "{name}");
    }
    for name in ["nationality", "citizenship", "country", "passport"] {
        assert!(!text.contains(name), "{name}");
    }
    let entered = declare(&sato, &no, ("", &["2"]));
    assert!(entered.words().contains("特定類型に該当します"));
    assert_eq!(state(&house, &no), "held");
    assert_eq!(house.count("gate_ask where answered_at is null"), 2);
    // who is a resident and to whom nothing applies goes on by their own word
    let hara = house.signed_in(&HARA);
    let other = request(&house, &hara, "2027-02-17 09:00");
    assert_eq!(state(&house, &other), "held");
    let entered = declare(&hara, &other, ("", &[]));
    assert!(entered.words().contains("申告済み"));
    assert_eq!(state(&house, &other), "facility_review");
    assert_eq!(house.count("gate_ask"), 2, "no office was asked");
}

#[test]
fn s9_what_went_to_the_offices_can_not_be_taken_back_from_them() {
    let house = exports();
    let example = house.signed_in(&EXAMPLE);
    let no = request(&house, &example, "2027-02-15 09:00");
    declare(&example, &no, ("2026-10-01", &[]));
    let first = fact_of(&house, &no);
    let page = example.get(&format!("/my/facts/{first}")).expect(200);
    example.submit(&page.form("/withdraw")).expect(303);
    assert_eq!(told(&house, "gate_withdrawn", &NISHIMURA), 1);
    assert_eq!(state(&house, &no), "held");
    // a second declaration that says nothing goes to them all the same
    let again = declare(&example, &no, ("", &[]));
    assert!(
        again.words().contains("前の申告を窓口が確認しています"),
        "{}",
        again.words()
    );
    assert_eq!(state(&house, &no), "held");
    assert_eq!(house.count("gate_ask where answered_at is null"), 2);
    // a refusal keeps it on hold, with a reason that only the person reads
    let second = fact_of(&house, &no);
    assert_ne!(first, second);
    let why = [("reason", "契約の内容が確かめられないため")];
    speak(&house, &NISHIMURA, &second, "refuse", &why).expect(303);
    assert_eq!(told(&house, "gate_refused", &EXAMPLE), 1);
    let own = example.get(&format!("/my/facts/{second}")).expect(200);
    assert!(own.words().contains("契約の内容が確かめられないため"));
    let inoue = house.signed_in(&INOUE);
    let page = inoue.get(&format!("/manage/requests/{no}")).expect(200);
    assert!(page.words().contains("不可") && !page.words().contains("契約の内容"));
}

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
    // a manager lets one booking go on, with a reason
    let inoue = house.signed_in(&INOUE);
    let page = inoue.get(&format!("/manage/requests/{no}")).expect(200);
    inoue.submit(&page.form("/resume")).expect(422);
    let form = page.form("/resume").with("reason", "電話で確認しました");
    inoue.submit(&form).expect(303);
    assert_eq!(state(&house, &no), "facility_review");
    house.wait(jobs::judge::turn(&house.rooms)).unwrap();
    assert_eq!(
        state(&house, &no),
        "facility_review",
        "it is not held again"
    );
    inoue
        .post(&format!("/manage/requests/{no}/approve"), &[])
        .expect(303);
    every_confirmed_booking_is_clear(&house);
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

fn first_fact(house: &House) -> String {
    use diesel::prelude::{QueryDsl, RunQueryDsl};
    use madoguchi::store::schema::gate_fact;
    let id: i64 = gate_fact::table
        .select(gate_fact::id)
        .first(&mut house.conn())
        .unwrap();
    madoguchi::domain::id::FactId::new(id).to_string()
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
