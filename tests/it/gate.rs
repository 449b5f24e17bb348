//! Story S9: both export control desks, least disclosure, and nobody asks for nationality.

use crate::client::{Answer, Client};
use crate::gated::{
    EXAMPLE, HARA, KUDO, NISHIMURA, declare, every_confirmed_booking_is_clear, exports, fact_of,
    request, speak, state, told,
};
use crate::house::House;
use crate::people::{INOUE, SATO};
use crate::world::CRYO;

/// Words of the declaration that nobody but the two desks may read.
const SECRETS: [&str; 4] = [
    "膜輸送体の基礎研究",
    "入国した日",
    "2026年10月1日",
    "特定類型",
];

fn nothing_secret(page: &Answer, whose: &str) {
    for secret in SECRETS {
        assert!(!page.text().contains(secret), "{whose} reads {secret}");
    }
}

#[test]
fn s9_a_possible_nonresident_is_held_for_both_desks_and_goes_on_as_they_say() {
    let house = exports();
    let example = house.signed_in(&EXAMPLE);
    let no = asked_and_declared(&house, &example);
    waits_and_tells_nothing(&house, &no);
    goes_on_as_they_say(&house, &no);
    every_confirmed_booking_is_clear(&house);
    for parcel in house.deliver() {
        let text = format!("{} {}", parcel.composed.text, parcel.composed.html);
        for secret in SECRETS {
            assert!(!text.contains(secret), "{} is told {secret}", parcel.to);
        }
    }
}

/// Operation 1: the request with its declaration; both desks are asked.
fn asked_and_declared(house: &House, example: &Client) -> String {
    // the form says what will be needed, by whom and how long, and lets it be sent
    let page = example
        .get(&format!(
            "/requests/new?resource={CRYO}&start=2027-02-15T09:00&len=1440"
        ))
        .expect(200);
    let said = page.words();
    assert!(said.contains("輸出管理の確認") && said.contains("国がんと理研の輸出管理窓口"));
    let no = request(house, example, "2027-02-15 09:00");
    // with the consent given, nothing is left to do before sending
    let next = format!("/requests/new?resource={CRYO}&start=2027-02-17T09:00&len=1440");
    let said = example.get(&next).expect(200).words();
    assert!(said.contains("このまま送信できます"), "{said}");
    assert_eq!(state(house, &no), "held");
    assert_eq!(
        told(house, "approval_asked", &INOUE),
        0,
        "nothing to decide yet"
    );
    // the receipt leads to the declaration
    let receipt = example.get(&format!("/requests/{no}/done")).expect(200);
    let enter = format!("/my/facts/new?gate=export_screening&resource={CRYO}&booking={no}");
    let text = receipt.text().replace("&#38;", "&");
    assert!(text.contains(&enter), "{text}");
    let entered = declare(example, &no, ("2026-10-01", &[]));
    let said = entered.words();
    assert!(said.contains("非居住者の可能性があります"), "{said}");
    assert_eq!(state(house, &no), "held");
    assert_eq!(told(house, "gate_asked", &NISHIMURA), 1);
    assert_eq!(told(house, "gate_asked", &KUDO), 1);
    no
}

/// The manager sees that it waits and for whom, and can neither approve nor resume.
fn waits_and_tells_nothing(house: &House, no: &str) {
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
}

/// Operation 2: one desk alone opens nothing; both together do, as they say.
fn goes_on_as_they_say(house: &House, no: &str) {
    let inoue = house.signed_in(&INOUE);
    let id = fact_of(house, no);
    speak(house, &NISHIMURA, &id, "confirm", &[("condition", "proxy")]).expect(303);
    assert_eq!(state(house, no), "held");
    speak(house, &KUDO, &id, "confirm", &[("condition", "none")]).expect(303);
    assert_eq!(state(house, no), "facility_review");
    assert_eq!(house.count("booking where support_mode = 'proxy'"), 1);
    assert_eq!(told(house, "gate_confirmed", &EXAMPLE), 2);
    assert_eq!(told(house, "released", &EXAMPLE), 1);
    assert_eq!(told(house, "approval_asked", &INOUE), 1);
    let page = inoue.get(&format!("/manage/requests/{no}")).expect(200);
    assert!(page.words().contains("可（条件あり）"), "{}", page.words());
    assert!(page.words().contains("技術代行"));
    nothing_secret(&page, "the manager");
    inoue.submit(&page.form("/approve")).expect(303);
    assert_eq!(state(house, no), "confirmed");
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
