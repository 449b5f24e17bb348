//! What tests of outside allocations share: who keeps what, and their forms.

use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;

use crate::client::{Answer, Client};
use crate::form::Form;
use crate::house::House;
use crate::people::{KIM, Person, Role};
use crate::without_slot::publish;
use crate::world::{self, HIMAC};

/// Keeps HIMAC.
pub const NISHI: Person = Person {
    id: 1301,
    name: "西 千夏",
    email: "nishi@qst.example.jp",
    institution: "qst",
    language: "ja",
    role: Some(Role::Manager("qst-iqms")),
};

/// Keeps 富岳.
pub const MATSUI: Person = Person {
    id: 1302,
    name: "松井 健",
    email: "matsui@riken.example.jp",
    institution: "riken",
    language: "ja",
    role: Some(Role::Manager("riken-rccs")),
};

pub const FUGAKU: &str = "riken-fugaku";

pub fn house() -> House {
    let house = House::new();
    let at = house.rooms.clock.now();
    for person in [NISHI, MATSUI] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
    let no = Value::Flag(false);
    publish(
        &house,
        ("qst-iqms", 3201),
        Parameter::OvernightBeforeClosedDay,
        no,
    );
    house
}

/// The form of a new allocation, filled in.
#[track_caller]
pub fn filled(client: &Client, slug: &str, unit: &str) -> Form {
    client
        .get(&format!("/manage/allocations/new?resource={slug}"))
        .expect(200)
        .form("/manage/allocations/new")
        .with("resource", slug)
        .with("proposal", "26H123")
        .with("email", KIM.email)
        .with("granted", "40")
        .with("unit", unit)
        .with("starts_on", "2026-10-01")
        .with("ends_on", "2027-03-31")
}

/// Records an allocation of HIMAC, and gives back its address.
#[track_caller]
pub fn recorded(client: &Client) -> String {
    let sent = client.submit(&filled(client, HIMAC, "hour")).expect(303);
    sent.header("location").unwrap().to_owned()
}

#[track_caller]
pub fn take(client: &Client, address: &str, from: &str, until: &str, reason: &str) -> Answer {
    let ((from_day, from_time), (until_day, until_time)) = (
        from.split_once(' ').unwrap(),
        until.split_once(' ').unwrap(),
    );
    let fields = [
        ("span_from", from_day),
        ("from_time", from_time),
        ("span_until", until_day),
        ("until_time", until_time),
        ("reason", reason),
    ];
    client.post(&format!("{address}/time"), &fields)
}
