//! What nobody may reach by a trick: others' requests, foreign parents, fields that no form has.

use madoguchi::domain::id::{BookingId, RuleId};

use crate::asking::filled;
use crate::client::{Answer, Client};
use crate::house::House;
use crate::people::{ADMINISTRATOR, INOUE, KIM, NAKAMURA, SATO};
use crate::world::{CONFOCAL, CRYO};

/// What differs from visit to visit without telling anything: tokens and the address itself.
fn told(answer: &Answer, client: &Client, number: &str) -> (u16, Vec<(String, String)>, String) {
    let mut headers = answer.headers.clone();
    headers.retain(|(name, _)| name != "date");
    headers.sort();
    let body = answer
        .text()
        .replace(&client.csrf(), "TOKEN")
        .replace(number, "NUMBER");
    (answer.status, headers, body)
}

#[test]
fn a02_what_is_not_yours_is_what_does_not_exist() {
    let house = House::new();
    let number = house
        .request(&SATO, CRYO, "2027-02-03 09:00", 1440)
        .to_string();
    let nothing = house.fresh_id();
    for person in [KIM, NAKAMURA, ADMINISTRATOR] {
        let client = house.signed_in(&person);
        let before = house.dump();
        for path in ["", "/done", "/booking.ics", "/edit", "/cancel"] {
            let theirs = client.get(&format!("/requests/{number}{path}"));
            let none = client.get(&format!("/requests/{nothing}{path}"));
            assert_eq!(theirs.status, 404, "{path}");
            assert_eq!(
                told(&theirs, &client, &number),
                told(&none, &client, &nothing),
                "{path} for {}",
                person.name
            );
        }
        for path in ["/withdraw", "/cancel", "/edit"] {
            let theirs = client.post(&format!("/requests/{number}{path}"), &[]);
            let none = client.post(&format!("/requests/{nothing}{path}"), &[]);
            assert_eq!(theirs.status, 404, "{path}");
            assert_eq!(
                told(&theirs, &client, &number),
                told(&none, &client, &nothing)
            );
        }
        assert_eq!(house.dump(), before, "{}", person.name);
    }
}

#[test]
fn a02_another_facilitys_request_is_no_managers_business() {
    let house = House::new();
    let number = house
        .request(&SATO, CRYO, "2027-02-03 09:00", 1440)
        .to_string();
    let nothing = house.fresh_id();
    let client = house.signed_in(&NAKAMURA);
    let before = house.dump();
    let address = |number: &str, path: &str| format!("/manage/requests/{number}{path}");
    let theirs = client.get(&address(&number, ""));
    let none = client.get(&address(&nothing, ""));
    assert_eq!(theirs.status, 404);
    assert_eq!(
        told(&theirs, &client, &number),
        told(&none, &client, &nothing)
    );
    for path in ["/approve", "/return", "/reject"] {
        let theirs = client.post(&address(&number, path), &[("reason", "x")]);
        let none = client.post(&address(&nothing, path), &[("reason", "x")]);
        assert_eq!(theirs.status, 404, "{path}");
        assert_eq!(
            told(&theirs, &client, &number),
            told(&none, &client, &nothing)
        );
    }
    let queue = client.get("/manage/requests").expect(200);
    assert!(!queue.text().contains(&number) && !queue.text().contains("佐藤"));
    assert_eq!(house.dump(), before);
}

#[test]
fn a04_a_child_is_not_reached_through_a_foreign_parent() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    // a consent to one facility's rule is none to another's
    let form = filled(&client, CRYO, "2027-02-03 09:00", 1440);
    let other = crate::world::rule_of(CONFOCAL);
    let other = RuleId::new(other).to_string();
    let before = house.dump();
    client
        .submit(&form.clone().with("agree", &other))
        .expect(422);
    // a form of one instrument does not book another that it can't be sent for
    client
        .submit(&form.with("resource", "nothing-here"))
        .expect(404);
    assert_eq!(house.dump(), before);
}

#[test]
fn a08_fields_that_no_form_has_change_nothing() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let plain = filled(&client, CONFOCAL, "2026-12-21 10:00", 60);
    let evil = [
        ("role", "administrator"),
        ("is_admin", "true"),
        ("state", "confirmed"),
        ("approved", "1"),
        ("user_id", "1002"),
        ("user", "1002"),
        ("institution_id", "1"),
        ("price", "-1"),
        ("version", "99"),
        ("created_at", "0"),
        ("decided_by", "佐藤 恵"),
        ("units", "0"),
        ("rule_id", "1"),
    ];
    let form = evil
        .iter()
        .fold(plain, |form, (name, value)| form.with(name, value));
    client.submit(&form).expect(303);
    let kept = house.count(
        "booking where state = 'facility_review' and user_id = 1001 and version = 1
         and decided_by is null and rule_id = 2003 and created_at > 0",
    );
    assert_eq!((kept, house.count("booking")), (1, 1));
    assert_eq!(house.count("role_grant where user_id = 1001"), 0);
    assert_eq!(house.count("allocation where units = 1"), 1);
    client.get("/admin/letters").expect(403);
    client.get("/manage/requests").expect(403);
}

#[test]
fn a10_nobody_decides_on_their_own_request_twice_or_too_late() {
    let house = House::new();
    let own = house.request(&INOUE, CRYO, "2027-02-03 09:00", 1440);
    let client = house.signed_in(&INOUE);
    let approve = |number: BookingId| {
        client
            .post(&format!("/manage/requests/{number}/approve"), &[])
            .status
    };
    assert_eq!(approve(own), 422, "four eyes");
    let other = house.request(&SATO, CRYO, "2027-02-08 09:00", 1440);
    assert_eq!(approve(other), 303);
    assert_eq!(approve(other), 409, "approved already");
    let withdrawn = house.request(&SATO, CRYO, "2027-02-15 09:00", 1440);
    house
        .signed_in(&SATO)
        .post(&format!("/requests/{withdrawn}/withdraw"), &[])
        .expect(303);
    assert_eq!(approve(withdrawn), 409, "withdrawn");
    let started = house.request(&SATO, CRYO, "2027-02-17 09:00", 1440);
    house.set_clock("2027-02-17 09:00");
    assert_eq!(approve(started), 422, "it has begun");
    assert_eq!(house.count("booking where state = 'confirmed'"), 1);
}
