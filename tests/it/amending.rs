//! An amendment under way: who is concerned by it, and what they are told.

use madoguchi::acts;
use madoguchi::acts::booking::{Ruling, rule as decide};
use madoguchi::domain::id::{BookingId, RuleId};

use crate::client::Client;
use crate::house::House;
use crate::officer::{NAKAJIMA, copy, settle};
use crate::people::{Person, Role};
use crate::world::{self, IMAGING};

/// A researcher of another institution.
pub const SUZUKI: Person = Person {
    id: 1101,
    name: "鈴木 航",
    email: "suzuki@nihs.example.jp",
    institution: "nihs",
    language: "ja",
    role: None,
};

/// Decides on the instruments of the imaging facility, and reads English.
pub const NISHIMURA: Person = Person {
    id: 1102,
    name: "Nishimura Takumi",
    email: "nishimura@ncvc.example.jp",
    institution: "ncvc",
    language: "en",
    role: Some(Role::Manager("ncvc-imaging")),
};

/// Suzuki agreed to 2.1 in May and has a confirmed booking of four hours for 14 January; it is
/// 1 December, and an officer has begun to amend.
pub fn amending() -> (House, Client, BookingId) {
    let house = House::new();
    house.set_clock("2026-05-20 10:00");
    let at = house.rooms.clock.now();
    for person in [SUZUKI, NISHIMURA] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
    settle(&house);
    house
        .act(&SUZUKI, |tx, by| {
            acts::rule::agree(tx, by, RuleId::new(2004))
        })
        .unwrap();
    house.set_clock("2026-11-20 10:00");
    let booking = house.request(&SUZUKI, IMAGING, "2027-01-14 10:00", 240);
    house
        .act(&NISHIMURA, move |tx, by| {
            decide(tx, by, booking, &Ruling::Approve)
        })
        .unwrap();
    house.set_clock("2026-12-01 10:00");
    let client = house.signed_in(&NAKAJIMA);
    copy(&client);
    (house, client, booking)
}

/// The letters that went to an address: their subjects and texts.
pub fn mail(house: &House, to: &Person) -> Vec<(String, String)> {
    let sent = house.deliver();
    let mine = sent.iter().filter(|parcel| parcel.to == to.email);
    mine.map(|parcel| {
        (
            parcel.composed.subject.clone(),
            parcel.composed.text.clone(),
        )
    })
    .collect()
}

pub fn letters(house: &House, occasion: &str) -> Vec<String> {
    let all = house.letters().into_iter();
    let mine = all.filter(|(what, _)| what == occasion);
    mine.map(|(_, to)| to).collect()
}
