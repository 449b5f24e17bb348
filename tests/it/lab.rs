//! The imaging facility of story S3: its people, its microscope, its rule, its course and licences.

use madoguchi::acts;
use madoguchi::acts::booking::{Ruling, rule as decide};
use madoguchi::domain::actor::Actor;
use madoguchi::domain::id::{BookingId, CourseId, FacilityId, TrainingId, UserId};
use madoguchi::domain::name::Name;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;
use madoguchi::domain::training::course::{NewCourse, NewDate};

use crate::asking::{filled, number};
use crate::client::Client;
use crate::form::Form;
use crate::house::House;
use crate::people::{Person, Role};
use crate::sheet::{Version, codes, publish};
use crate::world::{self, moment};

/// The super-resolution microscope of the story.
pub const NSIM: &str = "ncvc-nsim-nstorm";

/// A researcher of the cancer centre.
pub const HAYASHI: Person = Person {
    id: 1201,
    name: "林 杏",
    email: "hayashi@ncc.example.jp",
    institution: "ncc",
    language: "ja",
    role: None,
};

/// Decides on the instruments of the imaging facility, and gives its trainings.
pub const NISHIMURA: Person = Person {
    id: 1202,
    name: "西村 拓海",
    email: "nishimura@ncvc.example.jp",
    institution: "ncvc",
    language: "ja",
    role: Some(Role::Manager("ncvc-imaging")),
};

/// The story's house with its people and its microscope, in January 2026.
pub fn lab() -> House {
    let house = House::new();
    house.set_clock("2026-04-20 10:00");
    let at = house.rooms.clock.now();
    for person in [HAYASHI, NISHIMURA] {
        world::settle(&mut house.conn(), &person, "!", at);
    }
    let by = Actor::house(at);
    let published = house.rooms.db.act(by, |tx, by| {
        acts::catalogue::publish(tx, by, NSIM, Some(by.at.day()))
    });
    house.wait(published).unwrap();
    house
}

/// What the facility's rule says from 1 May on.
pub fn ruled(house: &House, said: &[(Parameter, Value)]) {
    let version = Version {
        facility: "ncvc-imaging",
        id: 4001,
        effective_on: "2026-05-01",
    };
    let mut all = vec![
        (Parameter::TrainingRequired, codes(&["C1"])),
        (Parameter::LicenceValidMonths, Value::Number(12)),
        (Parameter::HorizonDays, Value::Number(90)),
    ];
    all.extend_from_slice(said);
    publish(house, &version, NSIM, &all);
}

pub fn course(house: &House) -> CourseId {
    let facility = FacilityId::new(world::facility(&mut house.conn(), "ncvc-imaging"));
    let new = NewCourse {
        code: "C1".into(),
        name: Name {
            ja: "超解像顕微鏡 操作講習".into(),
            en: "Super-resolution microscopy".into(),
        },
        minutes: Some(180),
    };
    house
        .act(&NISHIMURA, move |tx, by| {
            acts::training::open(tx, by, facility, &new)
        })
        .unwrap()
}

pub fn date(house: &House, course: CourseId, start: &str, seats: u32) -> TrainingId {
    let new = NewDate {
        start: Some(moment(start)),
        seats: Some(seats),
        place: "研究棟1階".into(),
    };
    house
        .act(&NISHIMURA, move |tx, by| {
            acts::training::set(tx, by, course, &new)
        })
        .unwrap()
}

pub fn enrol(house: &House, who: &Person, date: TrainingId) {
    house
        .act(who, move |tx, by| acts::training::enrol(tx, by, date))
        .unwrap();
}

/// Hayashi holds L-0231 until 31 January 2027: she was trained on 1 February 2026.
pub fn licensed(house: &House) -> CourseId {
    let now = house.rooms.clock.now();
    house.set_clock("2026-01-20 10:00");
    let course = course(house);
    let held = date(house, course, "2026-02-01 13:00", 4);
    enrol(house, &HAYASHI, held);
    house.set_clock("2026-02-01 17:00");
    house
        .act(&NISHIMURA, move |tx, by| {
            acts::training::complete(tx, by, held, (UserId::new(HAYASHI.id), "L-0231"))
        })
        .unwrap();
    house.rooms.clock.set(now);
    course
}

/// Asks over HTTP for a day from nine to five, operated like this.
pub fn asked(client: &Client, day: &str, mode: &str) -> Form {
    filled(client, NSIM, &format!("{day} 09:00"), 480).with("support_mode", mode)
}

/// Two assisted uses that lie behind: the supervised first sessions.
pub fn experienced(house: &House) {
    house.set_clock("2026-11-10 10:00");
    let hayashi = house.signed_in(&HAYASHI);
    for day in ["2026-11-24", "2026-11-25"] {
        let sent = hayashi
            .submit(&asked(&hayashi, day, "assisted"))
            .expect(303);
        let id: BookingId = number(&sent).parse().unwrap();
        house
            .act(&NISHIMURA, move |tx, by| {
                decide(tx, by, id, &Ruling::Approve)
            })
            .unwrap();
    }
}

pub fn first_sessions() -> (Parameter, Value) {
    (Parameter::SupervisedFirstSessions, Value::Number(2))
}

pub fn before_sending() -> (Parameter, Value) {
    (Parameter::GatesBeforeSending, codes(&["training"]))
}
