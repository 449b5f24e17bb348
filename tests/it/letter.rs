//! Letters from the deed to the reader: in their language, once, with a calendar entry, and what
//! happens when no mail server takes them.

use std::collections::BTreeSet;

use madoguchi::acts::booking::{Ruling, cancel, rule};
use madoguchi::config::{Config, CourierSetting};
use madoguchi::domain::id::BookingId;
use madoguchi::jobs::{deliver, lapse};
use madoguchi::notice::parcel::Parcel;
use madoguchi::store::db::Db;
use madoguchi::store::engine::Create;
use madoguchi::store::outbox::claim::{self, Claimed};
use madoguchi::web::server::Patience;

use crate::house::House;
use crate::people::{ADMINISTRATOR, INOUE, KIM, SATO};
use crate::world::CRYO;

/// Lets the job deliver until nothing is due, and returns what has been sent so far.
fn deliver_all(house: &House) -> Vec<Parcel> {
    while house.wait(deliver::turn(&house.rooms)).unwrap() == deliver::Turn::Full {}
    house.rooms.courier.sent()
}

/// Lets the manager decide.
fn decide(house: &House, id: BookingId, ruling: Ruling) {
    let decided = house.act(&INOUE, move |tx, by| rule(tx, by, id, &ruling));
    decided.unwrap();
}

/// The lines of a calendar entry, unfolded.
fn lines(parcel: &Parcel) -> Vec<String> {
    let entry = parcel.composed.entry.as_ref().unwrap();
    let unfolded = entry.text.replace("\r\n ", "");
    unfolded.split("\r\n").map(str::to_owned).collect()
}

/// The value of a property of a calendar entry.
fn property(parcel: &Parcel, name: &str) -> String {
    let found = lines(parcel)
        .iter()
        .find_map(|line| line.strip_prefix(&format!("{name}:")).map(str::to_owned));
    found.unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn s1_everybody_concerned_is_told_once_in_their_own_language() {
    let house = House::new();
    let number = house.request(&KIM, CRYO, "2027-02-03 09:00", 2880);
    let sent = deliver_all(&house);
    let told: Vec<(&str, &str)> = sent
        .iter()
        .map(|parcel| (parcel.to.as_str(), parcel.composed.subject.as_str()))
        .collect();
    let received = format!("[Shared equipment] Received {number}");
    let asked = format!("【共用設備予約】承認依頼 {number}");
    assert_eq!(
        told,
        [(KIM.email, received.as_str()), (INOUE.email, &asked)]
    );
    let base = &house.rooms.config.base_url;
    let own = format!("{base}/en/requests/{number}\n");
    let theirs = format!("{base}/manage/requests/{number}\n");
    assert!(sent[0].composed.text.contains(&own));
    assert!(sent[1].composed.text.contains(&theirs));
    assert!(
        sent[0]
            .composed
            .text
            .contains("Wed 3 Feb 2027, 9:00 – Fri 5 Feb, 9:00")
    );
    house.set_clock("2026-12-20 10:00");
    assert_eq!(deliver_all(&house).len(), 2, "told once");
}

#[test]
fn s1_confirmation_and_cancellation_carry_the_same_calendar_entry() {
    let house = House::new();
    let id = house.request(&SATO, CRYO, "2027-02-03 09:00", 2880);
    deliver_all(&house);
    decide(&house, id, Ruling::Approve);
    let confirmed: Vec<Parcel> = deliver_all(&house).split_off(2);
    assert_eq!(confirmed.len(), 2);
    house
        .act(&SATO, move |tx, by| cancel(tx, by, id, 0))
        .unwrap();
    let cancelled: Vec<Parcel> = deliver_all(&house).split_off(4);
    assert_eq!(cancelled.len(), 2);
    for (yes, no) in confirmed.iter().zip(&cancelled) {
        assert_eq!(property(yes, "METHOD"), "REQUEST");
        assert_eq!(property(no, "METHOD"), "CANCEL");
        assert_eq!(property(yes, "UID"), property(no, "UID"));
        assert_eq!(property(yes, "DTSTART;TZID=Asia/Tokyo"), "20270203T090000");
        let sequence = |parcel| property(parcel, "SEQUENCE").parse::<u32>().unwrap();
        assert!(sequence(yes) < sequence(no));
        let whole = lines(yes).concat();
        let other = if yes.to == SATO.email { INOUE } else { SATO };
        assert!(!whole.contains(other.email) && !whole.contains(other.name));
    }
}

#[test]
fn the_reason_for_a_return_reaches_the_applicant_word_for_word() {
    let house = House::new();
    let id = house.request(&SATO, CRYO, "2027-02-03 09:00", 2880);
    let reason = "試料の量を書いてください。\n.\n<b>お願いします</b>";
    decide(&house, id, Ruling::HandBack(reason.into()));
    let sent = deliver_all(&house);
    let letter = &sent.last().unwrap().composed;
    assert!(
        letter
            .text
            .contains("> 試料の量を書いてください。\n> .\n> <b>お願いします</b>")
    );
    assert!(!letter.html.contains("<b>"), "{}", letter.html);
}

#[test]
fn s7_a_request_nobody_decided_lapses_and_both_sides_are_told() {
    let house = House::new();
    house.request(&SATO, CRYO, "2027-02-03 09:00", 2880);
    house.set_clock("2027-02-03 08:59");
    house.wait(lapse::turn(&house.rooms)).unwrap();
    assert_eq!(house.count("booking where state = 'facility_review'"), 1);
    house.set_clock("2027-02-03 09:00");
    house.wait(lapse::turn(&house.rooms)).unwrap();
    house.wait(lapse::turn(&house.rooms)).unwrap();
    assert_eq!(house.count("booking where state = 'expired'"), 1);
    assert_eq!(house.count("allocation"), 0, "the slot is free");
    let lapsed: BTreeSet<String> = deliver_all(&house)
        .into_iter()
        .filter(|parcel| parcel.composed.subject.contains("期限切れ"))
        .map(|parcel| parcel.to)
        .collect();
    assert_eq!(lapsed.len(), 2);
}

fn with(courier: CourierSetting, demo: bool) -> House {
    House::with(Patience::default(), |config: &mut Config| {
        config.courier = courier;
        config.demo = demo;
    })
}

#[test]
fn without_a_mail_server_the_booking_stands_and_the_operator_sees_the_letters() {
    let house = with(
        CourierSetting::Smtp {
            url: "smtp://user:geheim@127.0.0.1:1".into(),
        },
        false,
    );
    let id = house.request(&SATO, CRYO, "2027-02-03 09:00", 2880);
    deliver_all(&house);
    decide(&house, id, Ruling::Approve);
    deliver_all(&house);
    assert_eq!(house.count("booking where state = 'confirmed'"), 1);
    assert_eq!(house.count("outbox where state = 'retry' and tries = 1"), 4);
    let page = house
        .signed_in(&ADMINISTRATOR)
        .get("/admin/letters")
        .expect(200);
    let words = page.words();
    assert!(words.contains("届いていないメールがあります") && words.contains("再送待ち"));
    assert!(words.contains(SATO.email) && words.contains(&id.to_string()));
    assert!(!page.text().contains("geheim"), "the server's password");
    house.signed_in(&INOUE).get("/admin/letters").expect(403);
}

#[test]
fn two_processes_never_take_the_same_letter() {
    let house = House::new();
    for day in ["03", "05", "09", "16", "18", "24"] {
        let start = format!("2027-02-{day} 09:00");
        house.request(&SATO, CRYO, &start, 1440);
    }
    let other = Db::open(&house.address(), Create::Never, 2).unwrap();
    let at = house.rooms.clock.now();
    let take = |db: &Db| {
        let db = db.clone();
        async move { db.tend(at, |tx| claim::claim(tx, 3, 60)).await.unwrap() }
    };
    let taken: Vec<Claimed> = house.wait(async {
        let rounds = (0..6).flat_map(|_| [take(&house.rooms.db), take(&other)]);
        let rounds: Vec<_> = rounds.map(tokio::spawn).collect();
        let mut taken = Vec::new();
        for round in rounds {
            taken.extend(round.await.unwrap());
        }
        taken
    });
    let distinct: BTreeSet<i64> = taken.iter().map(|claimed| claimed.id.number()).collect();
    assert_eq!(distinct.len(), taken.len(), "taken twice");
    assert_eq!(taken.len(), 12);
    assert!(taken.iter().all(|claimed| claimed.tries == 1));
}

#[test]
fn a_demonstration_shows_its_letters_and_other_houses_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let house = with(CourierSetting::Folder(folder.path().join("letters")), true);
    let id = house.request(&SATO, CRYO, "2027-02-03 09:00", 2880);
    decide(&house, id, Ruling::Approve);
    deliver_all(&house);
    let stranger = house.stranger();
    let list = stranger.get("/demo/letters").expect(200);
    assert_eq!(list.text().matches(&format!("確定 {id}")).count(), 2);
    let text = list.text();
    let (_, rest) = text.split_once("href=\"/demo/letters/").unwrap();
    let path = format!("/demo/letters/{}", rest.split('"').next().unwrap());
    let letter = stranger.get(&path).expect(200);
    assert!(letter.text().contains("<pre class=\"letter\">"));
    let file = stranger.get(&format!("{path}/booking.ics")).expect(200);
    assert_eq!(
        file.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    assert!(file.text().starts_with("BEGIN:VCALENDAR\r\n"));
    stranger.get(&format!("/en{path}")).expect(200);
    for nowhere in ["0000000000000", "x", "..%2f..%2fmadoguchi"] {
        stranger
            .get(&format!("/demo/letters/{nowhere}"))
            .expect(404);
    }
    House::new().stranger().get("/demo/letters").expect(404);
}
