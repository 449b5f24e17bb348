//! Officers of the institution whose rule is amended, and their way through the pages of a draft.

use crate::client::{Answer, Client};
use crate::form::Form;
use crate::house::House;
use crate::people::{Person, Role};
use crate::world;

/// Speaks for the institution of the imaging facility.
pub const NAKAJIMA: Person = Person {
    id: 1201,
    name: "中島 碧",
    email: "nakajima@ncvc.example.jp",
    institution: "ncvc",
    language: "ja",
    role: Some(Role::Officer("ncvc")),
};

/// Another officer of the same institution.
pub const ENDO: Person = Person {
    id: 1202,
    name: "遠藤 渚",
    email: "endo@ncvc.example.jp",
    institution: "ncvc",
    language: "ja",
    role: Some(Role::Officer("ncvc")),
};

/// The list of rules, and the draft of the imaging facility.
pub const RULES: &str = "/institution/rules";
pub const DRAFT: &str = "/institution/rules/ncvc-imaging/draft";
/// Its only article: version 2.1 came in one piece.
pub const ARTICLE: &str = "/institution/rules/ncvc-imaging/draft/articles/1/0";

/// A house on 1 December 2026, ten o'clock, with both officers.
pub fn house() -> House {
    let house = House::new();
    house.set_clock("2026-12-01 10:00");
    settle(&house);
    house
}

pub fn settle(house: &House) {
    let at = house.rooms.clock.now();
    for person in [NAKAJIMA, ENDO] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
}

/// Presses 「改正案を作る」 for a unit.
#[track_caller]
pub fn begin(client: &Client, unit: &str, from: &str) -> Answer {
    client.post(RULES, &[("unit", unit), ("from", from)])
}

/// Begins a draft as a copy of the version in force.
#[track_caller]
pub fn copy(client: &Client) {
    begin(client, "ncvc-imaging", "version 2.1").expect(303);
}

/// A form of a page, as it stands.
#[track_caller]
pub fn form(client: &Client, path: &str) -> Form {
    client.get(path).expect(200).form(path)
}

/// Sets a parameter of the group of time for all resources.
#[track_caller]
pub fn set(client: &Client, code: &str, value: &str) -> Answer {
    let path = format!("{DRAFT}/terms/time");
    let name = format!("{code}.all");
    client.submit(&form(client, &path).with(&name, value))
}

/// Publishes as asked for; the page suggests the rest.
#[track_caller]
pub fn publish(client: &Client, version: &str, on: &str) -> Answer {
    let form = form(client, &format!("{DRAFT}/publish"));
    client.submit(&form.with("version", version).with("effective_on", on))
}
