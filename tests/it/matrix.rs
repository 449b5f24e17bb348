//! Who may do what: every line of the route table for everybody, against a table that is checked in.

use std::fmt::Write;

use madoguchi::domain::id::BookingId;
use madoguchi::web::routes::{self, Method};

use crate::client::{Answer, Client};
use crate::gated::{self, KUDO, OFFICER_THERE};
use crate::house::House;
use crate::matrix_place::{self, Place};
use crate::officer;
use crate::people::{ADMINISTRATOR, INOUE, KIM, NAKAMURA, Person, SATO, TAKAHASHI};
use crate::world::{self, BIOBANK, CRYO};

/// What is expected: method, address, and the status for each of [`ACTORS`].
const EXPECTED: &str = include_str!("matrix.txt");

/// Nobody, the applicant, another applicant, the manager of the resource, another manager, the administrator;
/// an officer of the resource's institution, somebody at a desk of it, and another institution's officer.
const ACTORS: [Option<Person>; 9] = [
    None,
    Some(SATO),
    Some(KIM),
    Some(INOUE),
    Some(NAKAMURA),
    Some(ADMINISTRATOR),
    Some(OFFICER_THERE),
    Some(KUDO),
    Some(TAKAHASHI),
];

/// Days on which the instrument can be asked for, one for each actor.
const DAYS: [&str; 9] = [
    "2027-02-01",
    "2027-02-03",
    "2027-02-08",
    "2027-02-15",
    "2027-02-17",
    "2027-02-24",
    "2027-03-03",
    "2027-03-08",
    "2027-03-10",
];

/// A house in which everybody of [`ACTORS`] has an account, and a draft is open.
fn house() -> House {
    let house = House::new();
    let at = house.rooms.clock.now();
    for person in [OFFICER_THERE, KUDO] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
    gated::give(&house, &OFFICER_THERE, &KUDO);
    officer::begin(
        &house.signed_in(&OFFICER_THERE),
        "riken-cryoem",
        "version 3.0",
    )
    .expect(303);
    house
}

/// A browser of this actor, which has a secret of its own in any case.
fn browser(house: &House, actor: Option<Person>) -> Client {
    if let Some(person) = actor {
        return house.signed_in(&person);
    }
    let client = house.stranger();
    let token = madoguchi::secret::token::Token::fresh().unwrap();
    client.keep("sid", token.reveal());
    client
}

/// An address of the table with something real in each of its places.
fn filled_in(path: &str, place: &Place) -> String {
    let slug = if path.starts_with("/institutions") {
        "riken"
    } else {
        CRYO
    };
    let css = madoguchi::web::assets::href("app.css");
    if path == "/requests/new" {
        return format!("{path}?resource={CRYO}&start=2027-03-01T09:00&len=1440");
    }
    if path == "/service/new" {
        return format!("{path}?resource={BIOBANK}");
    }
    if path == "/waivers/new" {
        return format!("{path}?resource={CRYO}&parameter=lead_business_days");
    }
    path.replace("/rules/{facility}/draft", "/rules/riken-cryoem/draft")
        .replace("/rules/{facility}/recall", "/rules/riken-cryoem/recall")
        .replace("{no}", &place.number)
        .replace(
            "/allocations/{id}",
            &format!("/allocations/{}", place.number),
        )
        .replace("{span}", &place.span)
        .replace("{slug}", slug)
        .replace("{facility}/{version}", "riken-cryoem/3.0")
        .replace("/rules/{facility}", "/rules/riken-cryoem")
        .replace("/board/{facility}", "/board/riken-cryoem")
        .replace("{other}", "3.0")
        .replace("{document}", "1")
        .replace("{article}", "0")
        .replace("{group}", "time")
        .replace("{file}", "0000000000001")
        .replace("{token}", &"0".repeat(64))
        .replace("{id}", "0000000000001")
        .replace("{name}", css.trim_start_matches("/static/"))
}

/// What this address is for: a request of the applicant in the right state, or an allocation.
fn prepared(house: &House, path: &str, day: &str) -> Place {
    match matrix_place::other(house, path) {
        Some(place) => place,
        None => Place::of(booked(house, path, day)),
    }
}

fn booked(house: &House, path: &str, day: &str) -> BookingId {
    use madoguchi::acts::booking::{Ruling, rule};
    let number = house.request(&SATO, CRYO, &format!("{day} 09:00"), 1440);
    let ruling = match path.rsplit('/').next() {
        Some(
            "cancel" | "call-off" | "booking.ics" | "done" | "use" | "check-in" | "check-out"
            | "result",
        ) => Ruling::Approve,
        Some("edit") => Ruling::HandBack("試料の量を書いてください".into()),
        _ => return number,
    };
    house
        .act(&INOUE, move |tx, by| rule(tx, by, number, &ruling))
        .unwrap()
}

fn answer(client: &Client, method: Method, path: &str, place: &Place) -> Answer {
    let address = filled_in(path, place);
    match method {
        Method::Look => client.get(&address),
        Method::Deed if !place.fields.is_empty() => client.post(&address, place.fields),
        Method::Deed => client.post(
            &address,
            &[
                ("reason", "理由"),
                ("purpose", "目的"),
                ("sample", "試料"),
                ("safety", "none"),
                ("support_mode", "self"),
                ("parameter", "lead_business_days"),
                ("resource", CRYO),
            ],
        ),
    }
}

/// One house for all looks at bookings, which change nothing; one for each deed and each other place.
fn answers(method: Method, path: &str, looked_at: &House, places: &[Place]) -> Vec<u16> {
    let statuses = |house: &House, place: &dyn Fn(usize) -> Place| {
        ACTORS
            .iter()
            .enumerate()
            .map(|(at, actor)| answer(&browser(house, *actor), method, path, &place(at)).status)
            .collect()
    };
    if method == Method::Look && !matrix_place::is_other(path) {
        let place = match path.rsplit('/').next() {
            Some("booking.ics" | "done" | "use" | "cancel" | "call-off") => &places[1],
            Some("edit") => &places[2],
            _ => &places[0],
        };
        return statuses(looked_at, &|_| place.clone());
    }
    let house = house();
    statuses(&house, &|at| prepared(&house, path, DAYS[at]))
}

#[test]
fn a01_every_address_answers_everybody_as_expected() {
    let house = house();
    let places: Vec<Place> = ["", "/done", "/edit"]
        .iter()
        .zip(DAYS)
        .map(|(path, day)| prepared(&house, path, day))
        .collect();
    let mut found = String::new();
    // the developers' pages stand in debug builds only
    let table = routes::table();
    for line in table.iter().filter(|line| !line.path.starts_with("/dev/")) {
        let verb = match line.method {
            Method::Look => "GET",
            Method::Deed => "POST",
        };
        let _ = write!(found, "{:<44}", format!("{verb} {}", line.path));
        for status in answers(line.method, line.path, &house, &places) {
            let _ = write!(found, " {status}");
        }
        found.push('\n');
    }
    let (found, expected) = (lines(&found), lines(EXPECTED));
    let only = |these: &[&str], those: &[&str], word: &str| -> Vec<String> {
        let missing = these.iter().filter(|line| !those.contains(line));
        missing.map(|line| format!("{word} {line}")).collect()
    };
    let wrong = [
        only(&found, &expected, "found   "),
        only(&expected, &found, "expected"),
    ]
    .concat();
    assert!(
        wrong.is_empty(),
        "tests/it/matrix.txt and the house differ:\n{}",
        wrong.join("\n")
    );
}

fn lines(text: &str) -> Vec<&str> {
    text.lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}
